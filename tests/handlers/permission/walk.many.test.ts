import { describe, expect, test } from 'vitest';
import { EVERYBODY, type Who } from './city.ts';
import { openCity, tryWay } from './walker.ts';
import { WAYS } from './ways.ts';

/** The permission table, walked: every way in of every feature, by every kind of person, through Slack requests. */

openCity();

// Those who may not come first, all at once where it is not about a record that each of them finds new, since nothing comes of it: what is
// allowed may change what the next one finds.
describe.each(WAYS.map((way) => [way.id, way.of?.by ?? '', way.act, way] as const))(
  '%s %s (%s)',
  (_id, _of, _act, way) => {
    test('lets through whom the table lets through, and nobody else', async () => {
      const outcomes: Partial<Record<Who, string>> = {};
      const go = async (who: Who): Promise<void> => {
        outcomes[who] = await tryWay(who, way);
      };
      const mayNot = EVERYBODY.filter((who) => !way.may.includes(who));
      if (way.of === undefined) await Promise.all(mayNot.map(go));
      for (const who of way.of === undefined ? way.may : [...mayNot, ...way.may]) await go(who);
      expect(outcomes).toEqual(
        Object.fromEntries(EVERYBODY.map((who) => [who, way.may.includes(who) ? 'allowed' : 'refused'])),
      );
    });
  },
);
