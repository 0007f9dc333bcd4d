import type { Node } from './blame.ts';
import { oneIn, pick, words } from './chance.ts';
import type { Field, Kind, Surface } from './limit-fields.ts';
import { KINDS } from './limits.ts';
import { type Making, make, makeKind, RIVALS, wrong } from './making.ts';

/** A field of a kind in the table. */
export type Target = { readonly name: string; readonly field: string; readonly rule: Field };

const SURFACES: readonly string[] = ['message', 'modal', 'home'] satisfies readonly Surface[];
const FIELDS: readonly Target[] = Object.entries(KINDS).flatMap(([name, kind]) =>
  Object.entries(kind.fields).map(([field, rule]) => ({ name, field, rule })),
);

/** Every field with a limit of its own: others only say what stands in them, and blocks are counted apart. */
export const TARGETS: readonly Target[] = FIELDS.filter(
  ({ field, rule }) => !('kind' in rule || 'one' in rule) && field !== 'blocks',
);

/** How many lists deep a field holds things of a kind; undefined where it does not. */
const depthOf = (field: Field, name: string, depth = 0): number | undefined => {
  if ('list' in field) return depthOf(field.of, name, depth + 1);
  if ('kind' in field) return field.kind === name ? depth : undefined;
  return 'one' in field && field.one.includes(name) ? depth : undefined;
};

const isOn = (name: string, surface: Surface): boolean =>
  SURFACES.includes(name) ? name === surface : (KINDS[name]?.on?.includes(surface) ?? true);

/** The kinds a field holds that bear no `type`. */
const bareKinds = (field: Field): readonly string[] =>
  'list' in field ? bareKinds(field.of) : 'kind' in field ? [field.kind] : [];
const BARE = new Set(['message', ...FIELDS.flatMap(({ rule }) => bareKinds(rule))]);

/** A thing of a kind with this in a field, and nothing beside it that may not stand with that field. */
const withField = (making: Making, name: string, field: string, value: unknown): Node => {
  const kind: Kind | undefined = KINDS[name];
  const rivals = [kind?.exactlyOne ?? [], ...RIVALS].filter((group) => group.includes(field)).flat();
  const made = Object.entries(makeKind(making, name)).filter(([each]) => !rivals.includes(each));
  const isTyped = kind?.fields.type === undefined && !BARE.has(name);
  return {
    ...(isTyped ? { type: kind?.called ?? name } : {}),
    ...Object.fromEntries(made),
    [field]: value,
  };
};
/** The payload around a thing of a kind; undefined where the surface has no place for it. */
const around = (making: Making, name: string, node: Node): Node | undefined => {
  if (SURFACES.includes(name)) return node;
  const places = FIELDS.flatMap((place) => {
    const depth = isOn(place.name, making.surface) ? depthOf(place.rule, name) : undefined;
    return depth === undefined ? [] : [{ ...place, depth }];
  });
  if (places.length === 0) return undefined;
  const place = pick(making.draw, places);
  const value = Array.from({ length: place.depth }).reduce<unknown>((inner) => [inner], node);
  return around(making, place.name, withField(making, place.name, place.field, value));
};

const sizes = (min: number, max: number): readonly number[] =>
  [min - 1, min, ...(Number.isFinite(max) ? [max - 1, max, max + 1] : [])].filter((size) => size >= 0);

/** What stands at an end of what a field may hold, or just beyond it. */
const edge = (making: Making, { name, field, rule }: Target): unknown => {
  const { draw } = making;
  if ('text' in rule) {
    if (oneIn(draw, 5)) return { type: 'mrkdwn', text: '案', verbatim: true };
    return { type: 'plain_text', text: words(pick(draw, sizes(1, rule.text))) };
  }
  if ('string' in rule) return words(pick(draw, sizes(rule.min ?? 1, rule.string)));
  if ('list' in rule) {
    const length = pick(draw, sizes(...rule.list));
    return Array.from({ length }, () => make(making, rule.of, `${name}.${field}`));
  }
  return oneIn(draw, 2) ? wrong(draw, rule) : make(making, rule, `${name}.${field}`);
};

/** A payload with one field at the end of its limits or just beyond it, or without it. */
export const aimed = (making: Making): Node => {
  const { draw, surface } = making;
  const target = pick(
    draw,
    TARGETS.filter(({ name }) => isOn(name, surface)),
  );
  const { name, field } = target;
  const isLeftOut = KINDS[name]?.required.includes(field) === true && oneIn(draw, 5);
  const node = withField(making, name, field, isLeftOut ? undefined : edge(making, target));
  const sent = Object.fromEntries(Object.entries(node).filter(([, value]) => value !== undefined));
  return around(making, name, sent) ?? withField(making, surface, 'blocks', []);
};
