import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { FEATURES } from '../../src/handlers/features.ts';
import { GUEST, STRANGER } from '../support/practice.ts';
import { suggestion } from './forged-request.ts';
import { type City, EVERYBODY, PERSON, startCity, type Who } from './permission/city.ts';
import { auditOf, meetingIds, post, recordByForm, WORKSPACE } from './steps.ts';

/** Every field whose choices are found by typing, asked for as every kind of person: the choices are theirs to whom the form opens. */

type Offered = {
  readonly may: readonly Who[];
  readonly metadata: (city: City) => unknown | Promise<unknown>;
};

const OFFERED: Readonly<Record<string, Offered>> = {
  'action-item.section': {
    may: ['secretary'],
    metadata: async ({ practice }) => ({ meetingId: (await meetingIds(practice)).at(-1) }),
  },
  'opinion.sections': { may: ['secretary'], metadata: () => ({}) },
};

const IDS = FEATURES.flatMap(({ options = {} }) => Object.keys(options));

let city: City;
beforeAll(async () => {
  city = await startCity();
  await recordByForm(city.practice, {});
});
afterAll(async () => {
  expect(city.practice.slack.refusals).toEqual([]);
  await city.practice.stop();
});

const Answer = z.object({ options: z.array(z.object({ value: z.string() })) });
const asked = async (person: string, actionId: string, metadata: unknown): Promise<number> => {
  const { body } = await post(city.practice, suggestion(person, WORKSPACE, { actionId, metadata }));
  return Answer.parse(JSON.parse(body)).options.length;
};

describe.each(IDS)('%s', (id) => {
  const metadata = () => OFFERED[id]?.metadata(city);

  test('is offered to those to whom the form opens, and to nobody else', async () => {
    const offered: Who[] = [];
    for (const who of EVERYBODY) if ((await asked(PERSON[who], id, await metadata())) > 0) offered.push(who);
    expect(offered).toEqual(OFFERED[id]?.may);
  });

  test('is nothing to a guest and to one of another organisation, who are noted once', async () => {
    for (const person of [GUEST, STRANGER]) {
      expect([await asked(person, id, await metadata()), await asked(person, id, await metadata())]).toEqual([
        0, 0,
      ]);
      const lines = await auditOf(city.practice, person);
      expect(lines.filter((line) => line === `refused ${id}`)).toHaveLength(1);
    }
  });

  test('is nothing where what the form carries was made up', async () => {
    expect(await asked(PERSON.secretary, id, { meetingId: PERSON.staff, opinionId: 1 })).toBe(0);
  });
});
