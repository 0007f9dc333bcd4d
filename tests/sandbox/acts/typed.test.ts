import { expect, it } from 'vitest';
import { asTyped } from '../../../src/sandbox/acts/typed.ts';

it.each([
  ['よろしくお願いします', 'よろしくお願いします'],
  ['<!channel> A & B', '&lt;!channel&gt; A &amp; B'],
  ['写真 https://example.jp/?a=1&b=2 です', '写真 <https://example.jp/?a=1&amp;b=2> です'],
  ['(https://example.jp)、「https://example.jp/a」', '(<https://example.jp>)、「<https://example.jp/a>」'],
  ['<https://example.jp|偽>', '&lt;<https://example.jp>|偽&gt;'],
])('%j typed is kept as %j', (typed, kept) => {
  expect(asTyped(typed)).toBe(kept);
});
