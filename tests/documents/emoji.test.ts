import { expect, test } from 'vitest';
import { withEmoji } from '../../src/documents/emoji.ts';

test.each([
  ['完成しました:tada:', '完成しました🎉'],
  [':+1::skin-tone-4:ありがとう', '👍🏽ありがとう'],
  [':bow::skin-tone-2: :handshake::skin-tone-2-3:', '🙇🏻 🫱🏻‍🫲🏼'],
  [':hugging_face::man-bowing::flag-jp:', '🤗🙇‍♂️🇯🇵'],
  // A tone that the emoji has not.
  [':fire::skin-tone-3:', '🔥'],
  [':100:点', '💯点'],
  ['祝 :tada: :kyodo-chan: です', '祝 🎉 です'],
  [':kyodo-chan: です', ' です'],
  ['です :kyodo-chan:\nまた:kyodo-chan:', 'です\nまた'],
  ['です:kyodo-chan:', 'です'],
  ['10:30:45から、割合は1:2:3', '10:30:45から、割合は1:2:3'],
  ['会場:2:15:階', '会場:2:15:階'],
  ['https://example.jp/:tada:/a:id:1 です:id:', 'https://example.jp/:tada:/a:id:1 です🆔'],
  [': tada : と :TADA:', ': tada : と :TADA:'],
])('%j prints %j', (typed, printed) => {
  expect(withEmoji(typed)).toBe(printed);
});
