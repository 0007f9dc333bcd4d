import type { Node } from './blame.ts';
import { type Draw, oneIn, pick, words } from './chance.ts';
import { INPUTS } from './limit-elements.ts';
import type { Field, Surface } from './limit-fields.ts';
import { KINDS, WRITTEN } from './limits.ts';

/** Parts of payloads: short, or just as long as they may be, and seldom wrong. */

export type Making = { readonly draw: Draw; readonly surface: Surface; readonly next: () => number };

/** How often a part is made wrong: so that about half of all payloads are whole. */
export const SELDOM = 90;

/** Mostly short; now and then as long as it may be; seldom one too long, or nothing. Endless things are short. */
const length = (draw: Draw, min: number, max: number, rarely: number): number => {
  if (oneIn(draw, SELDOM)) return Number.isFinite(max) && oneIn(draw, 2) ? max + 1 : min - 1;
  const most = Number.isFinite(max) ? max : 3;
  return oneIn(draw, rarely)
    ? pick(draw, [most, Math.max(min, most - 1)])
    : draw(min, Math.min(most, min + 3));
};

/** A text object of `max` characters at most. */
export const textObject = ({ draw, surface }: Making, max: number, plain: boolean): Node => {
  // A message holds 10,000 characters: long texts are rarer there.
  const size = length(draw, 1, max, surface === 'message' && max > 300 ? 40 : 8);
  const text = words(size);
  if (plain ? !oneIn(draw, SELDOM) : oneIn(draw, 2))
    return { type: 'plain_text', text, ...(oneIn(draw, 4) ? { emoji: true } : {}) };
  if (oneIn(draw, SELDOM)) return { type: 'markdown', text };
  const { words: written } = pick(draw, oneIn(draw, SELDOM) ? WRITTEN : SAFE);
  const isLong = size > written.length && oneIn(draw, 4);
  return { type: 'mrkdwn', text: isLong ? `${text.slice(written.length)}${written}` : text, verbatim: true };
};
const SAFE = WRITTEN.filter(({ isSafe }) => isSafe);

const SAMPLES: readonly (readonly [RegExp, string])[] = [
  [/initial_date$/u, '2026-11-08'],
  [/initial_time$/u, '09:30'],
  [/number_input\.initial_value$/u, '12'],
  [/email_text_input\.initial_value$/u, 'a@city.example'],
  [/initial_users?$/u, 'U0TARO'],
  [/initial_channels?$/u, 'C0KYODO'],
];
const IDS = /(?:block|action)_id$/u;

/** What a field of this name may hold. */
export const make = (making: Making, field: Field, name: string): unknown => {
  const { draw, next } = making;
  if ('text' in field) return textObject(making, field.text, field.plain === true);
  if ('string' in field) {
    const size = length(draw, field.min ?? 1, field.string, IDS.test(name) ? 30 : 8);
    // What must differ from others of its kind does so by a number of its own.
    const own = IDS.test(name) || name.endsWith('option.value') ? `x${next()}` : '';
    return `${size === 0 ? '' : own}${words(Math.max(0, size - own.length))}`;
  }
  if (oneIn(draw, SELDOM) && !('list' in field || 'kind' in field || 'one' in field))
    return wrong(draw, field);
  if ('matches' in field) return SAMPLES.find(([shape]) => shape.test(name))?.[1] ?? 'none';
  if ('address' in field) return address(oneIn(draw, 8) ? 3000 : 30);
  if ('whole' in field) return pick(draw, field.whole);
  if ('flag' in field) return oneIn(draw, name.endsWith('focus_on_load') ? 12 : 2);
  if ('among' in field) return pick(draw, field.among);
  if ('kind' in field) return makeKind(making, field.kind);
  if ('one' in field) {
    // What stands in one kind of block only would be rare among everything that may stand there.
    const own = field.one.filter((type) => INPUTS.includes(type));
    const types = own.length > 0 && oneIn(draw, 2) ? own : field.one;
    return makeTyped(making, pick(draw, typesOn(making.surface, types)));
  }
  const [min, max] = field.list;
  return Array.from({ length: length(draw, min, max, 12) }, () => make(making, field.of, name));
};

/** An address of so many characters. */
const address = (size: number): string => `https://example.jp/${'a'.repeat(size - 19)}`;

/** What a field may not hold. */
export const wrong = (draw: Draw, field: Field): unknown => {
  if ('whole' in field) return pick(draw, [field.whole[0] - 1, field.whole[1] + 1, field.whole[0] + 0.5]);
  if ('address' in field) return pick(draw, [address(3001), 'ftp://example.jp', 'javascript:alert(1)']);
  return 'flag' in field ? 'true' : '違うもの';
};

/** Of these types those that are known on a surface. */
export const typesOn = (surface: Surface, types: readonly string[]): readonly string[] =>
  types.filter((type) => KINDS[type]?.on?.includes(surface) ?? true);

/** Something with a `type`. */
export const makeTyped = (making: Making, type: string): Node => {
  if (type === 'plain_text') return textObject(making, 3000, true);
  if (type === 'mrkdwn') return { type, text: words(3), verbatim: true };
  return { type: KINDS[type]?.called ?? type, ...makeKind(making, type) };
};

/** One of them; seldom all. */
const some = (draw: Draw, fields: readonly string[]): readonly string[] =>
  oneIn(draw, SELDOM) ? fields : [pick(draw, fields)];

/** Fields that speak of one another: only one of each group is given. */
export const RIVALS = [
  ['min_length', 'max_length'],
  ['initial_users', 'max_selected_items'],
  ['initial_channels', 'max_selected_items'],
];

/** Something with the fields of a kind. */
export const makeKind = (making: Making, name: string): Node => {
  const { draw, surface } = making;
  const kind = KINDS[name];
  if (kind === undefined) throw new Error(`the table has no ${name}`);
  const wanted = new Set([
    ...kind.required.filter(() => !oneIn(draw, SELDOM)),
    ...(kind.exactlyOne ? some(draw, kind.exactlyOne) : []),
    ...(kind.some && !oneIn(draw, SELDOM) ? [pick(draw, kind.some)] : []),
    ...(kind.fields.type === undefined ? [] : ['type']),
  ]);
  for (const field of Object.keys(kind.fields)) {
    const isRival = RIVALS.some((group) => group.includes(field) && group.some((other) => wanted.has(other)));
    const isBarred =
      (field === 'confirm' && surface === 'modal') || kind.exactlyOne?.includes(field) === true;
    if (!isRival && !isBarred && !kind.required.includes(field) && oneIn(draw, 3)) wanted.add(field);
  }
  return Object.fromEntries(
    [...wanted].flatMap((field) => {
      const rule = kind.fields[field];
      return rule === undefined ? [] : [[field, make(making, rule, `${name}.${field}`)]];
    }),
  );
};
