import { describe, expect, test } from 'vitest';
import { EVERYBODY, type Who } from './city.ts';
import { openCity, tryWay } from './walker.ts';
import { WAYS } from './ways.ts';

/** The permission table, walked: every way in of every feature, by every kind of person, through Slack requests. */

openCity();

// Those who may not come first: what is allowed may change what the next one finds.
describe.each(WAYS.map((way) => [way.id, way.of?.by ?? '', way.act, way] as const))(
  '%s %s (%s)',
  (_id, _of, _act, way) => {
    test('lets through whom the table lets through, and nobody else', async () => {
      const order = [...EVERYBODY].sort((a, b) => Number(way.may.includes(a)) - Number(way.may.includes(b)));
      const outcomes: Partial<Record<Who, string>> = {};
      for (const who of order) outcomes[who] = await tryWay(who, way);
      expect(outcomes).toEqual(
        Object.fromEntries(EVERYBODY.map((who) => [who, way.may.includes(who) ? 'allowed' : 'refused'])),
      );
    });
  },
);
