import { isNode, listed, type Node } from './blame.ts';
import { type Draw, pick, words } from './chance.ts';
import { KINDS, WRITTEN } from './limits.ts';

/** Where something stands: the way there from the payload. */
type Way = readonly (string | number)[];
const waysOf = (value: unknown, way: Way = []): readonly Way[] => [
  way,
  ...(isNode(value) ? Object.keys(value).flatMap((key) => waysOf(value[key], [...way, key])) : []),
  ...listed(value).flatMap((item, index) => waysOf(item, [...way, index])),
];
const valueAt = (payload: unknown, way: Way): unknown =>
  way.reduce<unknown>(
    (value, key) => (isNode(value) ? value[String(key)] : listed(value)[Number(key)]),
    payload,
  );
const withValue = (payload: unknown, [key, ...rest]: Way, value: unknown): unknown => {
  if (key === undefined) return value;
  if (Array.isArray(payload))
    return payload.map((item, index) => (index === key ? withValue(item, rest, value) : item));
  return isNode(payload) ? { ...payload, [key]: withValue(payload[String(key)], rest, value) } : payload;
};

/** One way to spoil a payload: for which places it is, and what stands there afterwards. */
type Spoiler = {
  readonly fits: (value: unknown, way: Way) => boolean;
  readonly spoil: (value: never, draw: Draw) => unknown;
};
const isString = (value: unknown): value is string => typeof value === 'string';
const last = (way: Way): string => String(way.at(-1));
const isAny =
  (...names: readonly string[]) =>
  (_value: unknown, way: Way) =>
    names.includes(last(way));
const isPressable = (value: unknown): value is Node =>
  isNode(value) && isString(value.type) && KINDS[value.type]?.fields.action_id !== undefined;
const LIMITS = [24, 30, 75, 100, 150, 255, 300, 2000, 3000];

const SPOILERS: readonly Spoiler[] = [
  {
    fits: (value, way) => isString(value) && last(way) !== 'type',
    spoil: (value: string, draw) => {
      const size = pick(draw, LIMITS) + draw(0, 1);
      return value.startsWith('http') ? value.padEnd(size, 'a') : words(size);
    },
  },
  { fits: (value, way) => isString(value) && last(way) !== 'type', spoil: () => '' },
  {
    fits: (value) => Array.isArray(value) && value.length > 0,
    spoil: (value: readonly unknown[], draw) => {
      const most = pick(draw, [1, 5, 10, 20, 25, 50, 100]) + draw(0, 1);
      return Array.from({ length: most }, (_, index) => value[index % value.length]);
    },
  },
  { fits: (value, way) => Array.isArray(value) && last(way) !== 'blocks', spoil: () => [] },
  {
    fits: (value) => typeof value === 'number',
    spoil: (value: number, draw) => value + pick(draw, [-1, 1, 0.5]),
  },
  { fits: (value) => typeof value === 'boolean', spoil: () => 'true' },
  { fits: isAny('verbatim'), spoil: () => false },
  { fits: isAny('focus_on_load'), spoil: () => true },
  {
    fits: (value) => isNode(value) && value.type === 'mrkdwn',
    spoil: (value: Node, draw) => ({ ...value, text: pick(draw, WRITTEN).words }),
  },
  {
    fits: (value) => isNode(value) && value.type === 'text',
    spoil: () => ({ type: 'broadcast', range: 'here' }),
  },
  { fits: (value) => isNode(value), spoil: (value: Node) => ({ ...value, colour: 'red' }) },
  {
    fits: (value, way) => way.length > 0 && isNode(value),
    spoil: (value: Node, draw) => {
      const fields = Object.keys(value).filter((field) => field !== 'type');
      const gone = fields.length === 0 ? '' : pick(draw, fields);
      return Object.fromEntries(Object.entries(value).filter(([field]) => field !== gone));
    },
  },
  {
    fits: (value, way) => isNode(value) && way.length === 2 && way[0] === 'blocks',
    spoil: (value: Node, draw) => ({ ...value, type: pick(draw, ['video', 'input', 'table', 'markdown']) }),
  },
  {
    fits: isPressable,
    spoil: (value: Node) => ({ ...value, confirm: CONFIRM, focus_on_load: true }),
  },
  {
    fits: (value, way) => last(way) === 'elements' && listed(value).some(isPressable),
    spoil: (value: readonly unknown[]) =>
      [...value, value[0]].map((item) => (isPressable(item) ? { ...item, action_id: 'same' } : item)),
  },
  { fits: isAny('block_id', 'action_id', 'value'), spoil: (_value, draw) => pick(draw, ['same', 'other']) },
  {
    fits: (value) => isNode(value) && value.type === 'plain_text',
    spoil: (value: Node) => ({ ...value, type: 'mrkdwn' }),
  },
];
const CONFIRM = Object.fromEntries(
  ['title', 'text', 'confirm', 'deny'].map((field) => [field, { type: 'plain_text', text: field }]),
);

/** The payload with one place of it changed, more often than not to something that is refused. */
export const spoilt = (payload: Node, draw: Draw): Node => {
  const { fits, spoil } = pick(draw, SPOILERS);
  const ways = waysOf(payload).filter((way) => fits(valueAt(payload, way), way));
  if (ways.length === 0) return payload;
  const way = pick(draw, ways);
  return withValue(payload, way, spoil(valueAt(payload, way) as never, draw)) as Node;
};
