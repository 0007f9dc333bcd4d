import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { localDate } from '../../src/domain/calendar/local-date.ts';
import { succeed } from '../../src/domain/result.ts';
import { type Desk, openDesk } from '../support/desk.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(async () => desk.stop());

/** Gives a new session a code by drawing from `draws`, one after the other; gives its id. */
const giveCode = async (...draws: readonly string[]): Promise<string> => {
  const id = randomUUID();
  const at = desk.clock.now();
  const left = [...draws];
  await desk.db.act({ actor: desk.secretary, action: 'test', at }, async ({ trainings }) => {
    await trainings.create(
      id,
      {
        programmeId: null,
        otherName: '手話研修',
        way: 'onsite',
        date: { kind: 'day', day: localDate('2026-11-24') },
        place: '',
        audience: 'open',
        headCount: null,
      },
      { by: desk.secretary.id, forSection: null, at, confirmed: true, heldConfirmed: true },
    );
    await trainings.giveCode(id, () => left.shift() ?? 'none');
    return succeed(null);
  });
  return id;
};
const codeOf = async (id: string) => (await desk.record.trainings.find(id))?.code;

test('a code that another session has, also a cancelled one, is drawn again, until it is taken back', async () => {
  const first = await giveCode('382945');
  const second = await giveCode('382945', '382945', '200046');
  expect([await codeOf(first), await codeOf(second)]).toEqual(['382945', '200046']);
  const at = desk.clock.now();
  await desk.db.act({ actor: desk.secretary, action: 'test', at }, async ({ trainings }) => {
    await trainings.takeCodeBack(first);
    await trainings.cancel(second, at, '誤り');
    return succeed(null);
  });
  const [third, fourth] = [await giveCode('382945'), await giveCode('200046', '310077')];
  expect([await codeOf(first), await codeOf(second), await codeOf(third), await codeOf(fourth)]).toEqual([
    null,
    // It may be restored with its code.
    '200046',
    '382945',
    '310077',
  ]);
});

test('of sessions recorded at the same moment each gets a code of its own', async () => {
  const ids = await Promise.all(
    ['333333', '444444', '555555'].map((own) => giveCode('222222', '222222', own)),
  );
  const codes = await Promise.all(ids.map(codeOf));
  expect([new Set(codes).size, codes.includes('222222'), codes.includes('none')]).toEqual([3, true, false]);
});
