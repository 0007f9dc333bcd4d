import { expect, test } from 'vitest';
import { PERMISSIONS } from '../../../src/domain/permission.ts';
import { FEATURES } from '../../../src/handlers/features.ts';
import { EVERYBODY } from './city.ts';
import { kindOf, openCity, tryWay } from './walker.ts';
import { WAYS } from './ways.ts';

/** One who may not, at every way in of every feature; everybody is tried in `walk.many.test.ts`. */

openCity();

const GUARDED = WAYS.flatMap((way) => {
  const who = EVERYBODY.find((each) => !way.may.includes(each));
  return who === undefined ? [] : [[way.id, way.of?.by ?? '', way.act, who, way] as const];
});

test.each(GUARDED)('%s %s (%s) refuses %s', async (_id, _of, _act, who, way) => {
  expect(await tryWay(who, way)).toBe('refused');
});

test('every button and form of every feature is walked', () => {
  const ways = FEATURES.flatMap(({ buttons = {}, forms: all = {} }) => [
    ...Object.keys(buttons).map((id) => `button ${id}`),
    ...Object.keys(all).map((id) => `form ${id}`),
  ]);
  const walked = WAYS.map((way) => `${kindOf(way)} ${way.id}`);
  expect([...new Set(walked)].sort()).toEqual([...new Set(ways)].sort());
});

/** What is seen or not, without a way of its own: tests/handlers/away.test.ts and promoter-list.test.ts show them. */
const SEEN_ONLY = ['see-coming-appointments', 'see-away-days', 'see-away-today'];

test('every act of the table is walked', () => {
  const acts = [...new Set(WAYS.map(({ act }) => act).filter((act) => act !== 'none'))];
  expect([...acts, ...SEEN_ONLY].sort()).toEqual(Object.keys(PERMISSIONS).sort());
});
