import { at, type Finding, fault, type Place, type Surface } from './report.ts';

/** Looks at one value and says what Slack would refuse in it. */
export type Rule = (value: unknown, place: Place) => readonly Finding[];

/** Looks at an object as a whole, after its fields: what they must be to one another. */
export type WholeRule = (value: JsonObject, place: Place) => readonly Finding[];

/** A JSON object whose fields are not known yet. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** Rules by field name, or by the `type` they are for. */
export type Rules = Readonly<Record<string, Rule>>;

/** Whether `value` is a JSON object (not null, not an array). */
export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The items of an array; nothing for anything else, whose wrong type is reported by its own rule. */
export const itemsOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

// Names come from the payload: `constructor` must not find what every object inherits.
const ruleFor = (rules: Rules, name: string): Rule | undefined =>
  Object.hasOwn(rules, name) ? rules[name] : undefined;

/** An object with these fields and no others, because Slack refuses fields it does not know, such as a typo. */
export const object =
  (required: Rules, optional: Rules = {}, ...whole: readonly WholeRule[]): Rule =>
  (value, place) => {
    if (!isObject(value)) return fault(place, 'must provide an object');
    const missing = Object.keys(required).filter((field) => value[field] === undefined);
    return [
      ...missing.flatMap((field) => fault(place, `missing required field: ${field}`)),
      ...Object.entries(value).flatMap(([field, inner]) => {
        const rule = ruleFor(required, field) ?? ruleFor(optional, field);
        return rule ? rule(inner, at(place, field)) : fault(place, `invalid additional property: ${field}`);
      }),
      ...whole.flatMap((rule) => rule(value, place)),
    ];
  };

/** An object reached through `byType`, which has looked at its `type` already. */
export const typed = (required: Rules, optional: Rules = {}, ...whole: readonly WholeRule[]): Rule =>
  object({ type: () => [], ...required }, optional, ...whole);

/** An object whose `type` picks the rule; any type that is not named here is refused. */
export const byType =
  (rules: Rules): Rule =>
  (value, place) => {
    if (!isObject(value)) return fault(place, 'must provide an object');
    if (value.type === undefined) return fault(place, 'missing required field: type');
    if (typeof value.type !== 'string') return fault(at(place, 'type'), 'must provide a string');
    const rule = ruleFor(rules, value.type);
    return rule ? rule(value, place) : fault(at(place, 'type'), `unsupported type: ${value.type}`);
  };

/** The rule of something that has a `type` and is known on these surfaces only. */
export const onlyOn =
  (surfaces: readonly Surface[], rule: Rule): Rule =>
  (value, place) =>
    surfaces.includes(place.surface) || !isObject(value)
      ? rule(value, place)
      : fault(at(place, 'type'), `unsupported type: ${value.type}`);

/** An array of `min` (1 unless told) to `max` items, each following `rule`. */
export const list =
  (size: { readonly min?: number; readonly max?: number }, rule: Rule): Rule =>
  (value, place) => {
    if (!Array.isArray(value)) return fault(place, 'must provide an array');
    const { min = 1, max = Number.POSITIVE_INFINITY } = size;
    return [
      ...(value.length < min ? fault(place, `no less than ${min} items allowed`) : []),
      ...(value.length > max ? fault(place, `no more than ${max} items allowed`) : []),
      ...itemsOf(value).flatMap((item, index) => rule(item, at(place, index))),
    ];
  };

/** Exactly one of these fields is there. */
export const exactlyOne =
  (...fields: readonly string[]): WholeRule =>
  (value, place) =>
    fields.filter((field) => value[field] !== undefined).length === 1
      ? []
      : fault(place, `must provide exactly one of: ${fields.join(', ')}`);

/** At least one of these fields is there. */
export const atLeastOne =
  (...fields: readonly string[]): WholeRule =>
  (value, place) =>
    fields.some((field) => value[field] !== undefined)
      ? []
      : fault(place, `must provide at least one of: ${fields.join(', ')}`);

/** Items whose key was there before are reported at their own place, as Slack does. */
export const duplicates = (
  items: readonly { readonly key: unknown; readonly place: Place }[],
  name: string,
): readonly Finding[] => {
  const seen = new Set<unknown>();
  return items.flatMap(({ key, place }) => {
    if (key === undefined) return [];
    if (seen.has(key)) return fault(place, `\`${name}\` "${String(key)}" already exists`);
    seen.add(key);
    return [];
  });
};
