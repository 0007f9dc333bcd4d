import {
  type Blame,
  check,
  type Heard,
  isNode,
  listed,
  type Node,
  type Reading,
  repeated,
  within,
} from './blame.ts';
import type { Field, Kind, Surface } from './limit-fields.ts';
import { KINDS, WRITTEN } from './limits.ts';
import { readMessage, readTogether, readView } from './oracle-together.ts';

/** Reads the table of limits.ts over a payload; it knows nothing of the gate. */

const readText = (
  reading: Reading,
  value: unknown,
  { max, plain, name, pointer }: { max: number; plain: boolean; name: string; pointer: string },
): readonly Blame[] => {
  if (!isNode(value)) return check(reading, `${name} is an object`, false, pointer);
  if (value.type === undefined) return check(reading, `${name} has a type`, false, pointer);
  const isKnown = value.type === 'plain_text' || (value.type === 'mrkdwn' && !plain);
  const known = `${plain ? name : 'text that may be mrkdwn'} is of a known type`;
  const kept = check(reading, known, isKnown, `${pointer}/type`);
  if (!isKnown) return kept;
  const own = value.type === 'plain_text' ? 'emoji' : 'verbatim';
  const isUnknown = Object.keys(value).some((field) => !['type', 'text', own].includes(field));
  const flag = value[own];
  const words = String(value.text ?? '');
  const isMrkdwn = value.type === 'mrkdwn';
  const hasHarm = WRITTEN.some((each) => !each.isSafe && words.includes(each.words));
  return [
    ...check(reading, 'no unknown field', !isUnknown, pointer),
    ...(flag === undefined ? [] : check(reading, own, typeof flag === 'boolean', `${pointer}/${own}`)),
    ...check(
      reading,
      `${name} 1-${max}`,
      within(words.length, 1, max),
      value.text === undefined ? pointer : `${pointer}/text`,
    ),
    ...(isMrkdwn
      ? [
          ...check(reading, 'mrkdwn is verbatim', value.verbatim === true, pointer, 'mention_refused'),
          ...check(reading, 'mrkdwn is escaped', !hasHarm, `${pointer}/text`, 'mention_refused'),
        ]
      : []),
  ];
};

const readField = (
  reading: Reading,
  value: unknown,
  field: Field,
  name: string,
  pointer: string,
): readonly Blame[] => {
  if ('text' in field)
    return readText(reading, value, { max: field.text, plain: field.plain === true, name, pointer });
  if ('string' in field) {
    const holds = typeof value === 'string' && within(value.length, field.min ?? 1, field.string);
    return check(reading, `${name} ${field.min ?? 1}-${field.string}`, holds, pointer);
  }
  if ('matches' in field)
    return check(reading, name, typeof value === 'string' && field.matches.test(value), pointer);
  if ('address' in field) {
    const holds = typeof value === 'string' && value.length <= 3000 && /^https?:\/\/[^\s<>|]+$/.test(value);
    return check(reading, `${name} is an address of 3000 at most`, holds, pointer);
  }
  if ('whole' in field) {
    const holds = Number.isInteger(value) && within(Number(value), ...field.whole);
    return check(reading, `${name} ${field.whole.join('-')}`, holds, pointer);
  }
  if ('flag' in field) return check(reading, name, typeof value === 'boolean', pointer);
  if ('among' in field) return check(reading, name, field.among.includes(String(value)), pointer);
  if ('kind' in field) return readKind(reading, value, field.kind, pointer);
  if ('one' in field) return readOne(reading, value, field.one, pointer);
  const items = listed(value);
  const [min, max] = field.list;
  return [
    ...check(
      reading,
      `${name} ${min}-${max} items`,
      Array.isArray(value) && within(items.length, min, max),
      pointer,
    ),
    ...items.flatMap((item, index) => readField(reading, item, field.of, name, `${pointer}/${index}`)),
  ];
};

const readOne = (
  reading: Reading,
  value: unknown,
  types: readonly string[],
  pointer: string,
): readonly Blame[] => {
  if (!isNode(value) || typeof value.type !== 'string')
    return check(reading, 'what has a type has one', false, pointer);
  const { type } = value;
  // Words among the elements of a context are text objects of their own.
  if (types.includes(type) && (type === 'plain_text' || type === 'mrkdwn'))
    return readText(reading, value, { max: 3000, plain: false, name: 'context.text', pointer });
  const name = types.find((each) => (KINDS[each]?.called ?? each) === type) ?? '';
  const isKnown = name !== '' && (KINDS[name]?.on?.includes(reading.surface) ?? true);
  const known = check(reading, 'types where they belong', isKnown, `${pointer}/type`);
  return isKnown ? readKind(reading, value, name, pointer) : known;
};

const optionsOf = (element: Node, pointer: string): readonly (readonly [unknown, string])[] => [
  ...listed(element.options).map((option, index) => [option, `${pointer}/options/${index}`] as const),
  ...listed(element.option_groups).flatMap((group, at) =>
    isNode(group)
      ? listed(group.options).map(
          (option, index) => [option, `${pointer}/option_groups/${at}/options/${index}`] as const,
        )
      : [],
  ),
];

const readKind = (reading: Reading, value: unknown, name: string, pointer: string): readonly Blame[] => {
  const kind: Kind | undefined = KINDS[name];
  if (kind === undefined) throw new Error(`the table has no ${name}`);
  if (!isNode(value)) return check(reading, `${name} is an object`, false, pointer);
  const called = check(reading, 'nobody is called', value.type !== 'broadcast', pointer, 'mention_refused');
  if (called.length > 0) return called;
  const isDialog = name === 'confirm';
  const dialog = isDialog
    ? check(reading, 'no confirm in a modal', reading.surface !== 'modal', pointer)
    : [];
  if (dialog.length > 0) return dialog;
  const type = kind.fields.type;
  const typed =
    type === undefined ? [] : readField(reading, value.type, type, `${name}.type`, `${pointer}/type`);
  if (typed.length > 0) return typed;
  const given = Object.keys(value).filter((field) => field !== 'type');
  const count = (fields: readonly string[]): number =>
    fields.filter((field) => value[field] !== undefined).length;
  return [
    ...kind.required.flatMap((field) =>
      check(reading, `${name} has ${field}`, value[field] !== undefined, pointer),
    ),
    ...given.flatMap((field) => {
      const rule = kind.fields[field];
      return rule === undefined
        ? check(reading, 'no unknown field', false, pointer)
        : readField(reading, value[field], rule, `${name}.${field}`, `${pointer}/${field}`);
    }),
    ...(kind.exactlyOne
      ? check(reading, `${name} has one of two`, count(kind.exactlyOne) === 1, pointer)
      : []),
    ...(kind.some ? check(reading, `${name} has something`, count(kind.some) > 0, pointer) : []),
    ...(kind.distinct
      ? repeated(
          reading,
          'option values differ',
          optionsOf(value, pointer).map(
            ([option, at]) => [isNode(option) ? option.value : undefined, `${at}/value`] as const,
          ),
        )
      : []),
  ];
};

/** Everything in a payload that the table does not allow; `heard` is told of every rule on the way. */
export const blame = (surface: Surface, payload: Node, heard: Heard): readonly Blame[] => {
  const reading = { surface, heard };
  const blocks = listed(payload.blocks);
  return [
    ...readKind(reading, payload, surface, ''),
    ...readTogether(reading, blocks),
    ...(surface === 'message' ? readMessage(reading, blocks) : readView(reading, payload)),
  ];
};
