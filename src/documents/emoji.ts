import { createRequire } from 'node:module';
import { z } from 'zod';
import { emojiCode } from '../domain/emoji-code.ts';
import { ADDRESS } from '../domain/web-address.ts';

const require = createRequire(import.meta.url);

const Sign = z.object({ unified: z.string() });
const Table = z.array(
  Sign.extend({
    short_names: z.array(z.string()),
    skin_variations: z.record(z.string(), Sign).default({}),
  }),
);
type Entry = z.infer<typeof Table>[number];

/** Slack's own table, read when the first code is to be printed. */
let table: ReadonlyMap<string, Entry> | undefined;
const entryOf = (name: string): Entry | undefined => {
  table ??= new Map(
    Table.parse(require('emoji-datasource/emoji.json')).flatMap((entry) =>
      entry.short_names.map((known) => [known, entry] as const),
    ),
  );
  return table.get(name);
};

/** Code points in hexadecimal, e.g. `1F468-200D-1F4BB`. */
const signOf = ({ unified }: z.infer<typeof Sign>): string =>
  String.fromCodePoint(...unified.split('-').map((code) => Number.parseInt(code, 16)));

/** Skin tones have the numbers 2 to 6, two of them where two people are seen: skin-tone-2-3. */
const TONES: Readonly<Record<string, string>> = {
  2: '1F3FB',
  3: '1F3FC',
  4: '1F3FD',
  5: '1F3FE',
  6: '1F3FF',
};

/** An address, which is left as it is, or a code with its skin tone, and whether a gap is behind it. */
const ADDRESS_OR_CODE = new RegExp(
  `${ADDRESS.source}|( ?)${emojiCode('(?::skin-tone-([2-6](?:-[2-6])?):)?')}(?=( |\\n|$)|)`,
  'gu',
);

/**
 * Text as it is printed outside of Slack: `:tada:` is 🎉, with its skin tone where it has one. A workspace's own emoji, which are
 * pictures, are left out. E.g. `祝 :tada: :kyodo-chan: です` is `祝 🎉 です`.
 */
export const withEmoji = (text: string): string =>
  text.replaceAll(
    ADDRESS_OR_CODE,
    (
      whole,
      before: string | undefined,
      name: string | undefined,
      tones: string | undefined,
      gap: string | undefined,
    ) => {
      if (name === undefined) return whole;
      const entry = entryOf(name);
      // What has no letter, and is no emoji, is a number between colons.
      if (entry === undefined) return /[a-z]/u.test(name) ? (gap === undefined ? (before ?? '') : '') : whole;
      const tone = tones?.split('-').map((number) => TONES[number]);
      const toned = tone && entry.skin_variations[tone.join('-')];
      return `${before ?? ''}${signOf(toned ?? entry)}`;
    },
  );
