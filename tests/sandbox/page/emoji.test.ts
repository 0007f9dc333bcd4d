import { expect, test } from 'vitest';
import { emojiOf } from '../../../src/sandbox/page/emoji.ts';

test.each([
  ['by its code points', 'technologist', '1f9d1-200d-1f4bb', '🧑‍💻'],
  ['by its name', 'clap', undefined, '👏'],
  ['unknown', 'kyodo', undefined, ':kyodo:'],
  ['named like something every object has', 'constructor', undefined, ':constructor:'],
])('an emoji %s', (_what, name, unicode, sign) => {
  expect(emojiOf(name, unicode)).toBe(sign);
});
