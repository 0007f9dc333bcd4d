import { aimed } from './aimed.ts';
import type { Node } from './blame.ts';
import { brimful } from './brimful.ts';
import { drawFrom, oneIn, pick } from './chance.ts';
import type { Surface } from './limit-fields.ts';
import { BLOCKS } from './limits.ts';
import { type Making, makeKind, makeTyped, SELDOM, textObject, typesOn } from './making.ts';
import { spoilt } from './spoil.ts';

/** Payloads near the limits: whole ones, some aimed at one limit, some spoiled a little. */

const blocksOf = (making: Making): readonly Node[] => {
  const { draw, surface } = making;
  const most = surface === 'message' ? 50 : 100;
  const types = typesOn(surface, [...BLOCKS, ...(surface === 'message' ? ['markdown'] : ['input', 'input'])]);
  const full = oneIn(draw, 12);
  const count = full ? draw(most - 1, most + 1) : draw(0, 4);
  const blocks = Array.from({ length: count }, () =>
    full ? makeTyped(making, 'divider') : makeTyped(making, pick(draw, types)),
  );
  const tables = surface === 'message' && !full && oneIn(draw, 5) ? draw(1, oneIn(draw, 8) ? 2 : 1) : 0;
  return [...blocks, ...Array.from({ length: tables }, () => makeTyped(making, 'table'))];
};

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

/** A payload of a surface, made by these numbers from 0 up: half aimed at one limit, others often spoiled at a place or two. */
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
  const making = { draw, surface, next };
  if (oneIn(draw, 100)) return { surface, payload: brimful(making) };
  if (oneIn(draw, 2)) return { surface, payload: aimed(making) };
  let payload = whole(making);
  for (let times = pick(draw, [0, 0, 0, 0, 1, 1, 2]); times > 0; times -= 1) payload = spoilt(payload, draw);
  return { surface, payload };
};
