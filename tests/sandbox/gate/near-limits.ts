import type { Node } from './blame.ts';
import { type Draw, drawFrom, oneIn, pick, words } from './chance.ts';
import { INPUTS } from './limit-elements.ts';
import type { Field, Surface } from './limit-fields.ts';
import { BLOCKS, KINDS, WRITTEN } from './limits.ts';
import { spoilt } from './spoil.ts';

/** Payloads near the limits: whole ones whose parts are short or just as long as they may be, then spoiled a little. */

type Making = { readonly draw: Draw; readonly surface: Surface; readonly next: () => number };

/** How often a part is made wrong: so that about half of all payloads are whole. */
const SELDOM = 90;

/** Mostly short; now and then as long as it may be; seldom one too long, or nothing. Endless things are short. */
const length = (draw: Draw, min: number, max: number, rarely: number): number => {
  if (oneIn(draw, SELDOM)) return Number.isFinite(max) && oneIn(draw, 2) ? max + 1 : min - 1;
  const most = Number.isFinite(max) ? max : 3;
  return oneIn(draw, rarely)
    ? pick(draw, [most, Math.max(min, most - 1)])
    : draw(min, Math.min(most, min + 3));
};

const textObject = ({ draw, surface }: Making, max: number, plain: boolean): Node => {
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

const make = (making: Making, field: Field, name: string): unknown => {
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

const address = (size: number): string => `https://example.jp/${'a'.repeat(size - 19)}`;

const wrong = (draw: Draw, field: Field): unknown => {
  if ('whole' in field) return pick(draw, [field.whole[0] - 1, field.whole[1] + 1, field.whole[0] + 0.5]);
  if ('address' in field) return pick(draw, [address(3001), 'ftp://example.jp', 'javascript:alert(1)']);
  return 'flag' in field ? 'true' : '違うもの';
};

const typesOn = (surface: Surface, types: readonly string[]): readonly string[] =>
  types.filter((type) => KINDS[type]?.on?.includes(surface) ?? true);

const makeTyped = (making: Making, type: string): Node => {
  if (type === 'plain_text') return textObject(making, 3000, true);
  if (type === 'mrkdwn') return { type, text: words(3), verbatim: true };
  return { type: KINDS[type]?.called ?? type, ...makeKind(making, type) };
};

/** One of them; seldom all. */
const some = (draw: Draw, fields: readonly string[]): readonly string[] =>
  oneIn(draw, SELDOM) ? fields : [pick(draw, fields)];

/** Fields that speak of one another: only one of each group is given. */
const RIVALS = [
  ['min_length', 'max_length'],
  ['initial_users', 'max_selected_items'],
  ['initial_channels', 'max_selected_items'],
];

const makeKind = (making: Making, name: string): Node => {
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

const blocksOf = (making: Making): readonly Node[] => {
  const { draw, surface } = making;
  const most = surface === 'message' ? 50 : 100;
  const types = typesOn(surface, [...BLOCKS, ...(surface === 'message' ? ['markdown'] : ['input', 'input'])]);
  const full = oneIn(draw, 12);
  const count = full ? draw(most - 1, most + 1) : draw(0, 4);
  const blocks = Array.from({ length: count }, () =>
    full ? makeTyped(making, 'divider') : makeTyped(making, pick(draw, types)),
  );
  if (surface !== 'message' && oneIn(draw, 150)) return heavy(draw);
  const tables = surface === 'message' && !full && oneIn(draw, 5) ? draw(1, oneIn(draw, 8) ? 2 : 1) : 0;
  return [...blocks, ...Array.from({ length: tables }, () => makeTyped(making, 'table'))];
};

/** As many long texts as a view just holds, or one more. */
const heavy = (draw: Draw): readonly Node[] =>
  Array.from({ length: draw(27, 28) }, () => ({
    type: 'section',
    text: { type: 'plain_text', text: words(3000) },
  }));

const whole = (making: Making): Node => {
  const { surface, draw } = making;
  const blocks = blocksOf(making);
  if (surface === 'message') return { blocks };
  const { blocks: _drawnBelow, ...words } = makeKind(making, surface);
  const rest = { ...words, ...(oneIn(draw, 3 * SELDOM) ? {} : { blocks }) };
  const asks = blocks.some(({ type }) => type === 'input') || oneIn(draw, 2);
  const submit = surface === 'modal' && asks ? { submit: textObject(making, 24, true) } : {};
  return { type: surface, ...rest, ...submit };
};

/** A payload of a surface, made by these numbers from 0 up; more than half are spoiled at one place or two. */
export const nearLimits = (
  numbers: Iterator<number>,
): { readonly surface: Surface; readonly payload: Node } => {
  const draw = drawFrom(numbers);
  let count = 0;
  const surface = pick(draw, ['message', 'modal', 'home'] as const);
  const next = (): number => {
    count += 1;
    return count;
  };
  let payload = whole({ draw, surface, next });
  for (let times = pick(draw, [0, 0, 0, 0, 1, 1, 2]); times > 0; times -= 1) payload = spoilt(payload, draw);
  return { surface, payload };
};
