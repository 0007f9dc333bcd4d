import { expect, test } from 'vitest';
import { withEmoji } from '../../src/documents/emoji.ts';
import { typedText } from '../../src/views/typed-text.ts';

const text = (words: string) => ({ type: 'text', text: words });

test.each([
  ['開会は10:30:45です', [text('開会は10:30:45です')]],
  ['a:tada:', [text('a:tada:')]],
  [':tada:a', [text(':tada:a')]],
  ['祝:tada:です', [text('祝'), { type: 'emoji', name: 'tada' }, text('です')]],
  [
    ':tada::wave:',
    [
      { type: 'emoji', name: 'tada' },
      { type: 'emoji', name: 'wave' },
    ],
  ],
])('%s: a code is one where it stands by itself', (typed, leaves) => {
  expect(typedText(typed)).toEqual(leaves);
});

test.each(['開会は10:30:45です', 'a:tada:', ':tada:a', '祝:tada:です', ':tada::wave:'])(
  '%s: on paper a code is one just where it is one in Slack',
  (typed) => {
    const hasEmoji = typedText(typed).some(({ type }) => type === 'emoji');
    expect(withEmoji(typed) !== typed).toBe(hasEmoji);
  },
);
