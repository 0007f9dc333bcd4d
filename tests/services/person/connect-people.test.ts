import { afterAll, beforeAll, expect, test } from 'vitest';
import { databaseOfRequest } from '../../../src/db/request-database.ts';
import { connectPeople, matchPeople } from '../../../src/services/person/match.ts';
import { createKeptLog, type Desk, openDesk } from '../../support/desk.ts';

/** Accounts of people, looked up while somebody waits in a form. */

const PERSON = '11111111-1111-4111-8111-111111111111';
const EMAIL = 'jiro@city.example';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk('2026-11-24T10:00:00+09:00', [
    { id: 'U0JIRO', real_name: '新任 二郎', email: EMAIL },
  ]);
  await desk.record.people.create(
    [{ id: PERSON, slackId: null, email: EMAIL, name: '新任 二郎' }],
    desk.clock.now(),
  );
});
afterAll(() => desk.stop());

test('whom Slack told of while it was waited for in vain has an account', async () => {
  const { clock, db, people, workspaceId } = desk;
  const found = await people.findByEmail(EMAIL);
  if (found === undefined) throw new Error('nobody at Slack');
  const toldMeanwhile = {
    ...people,
    ofAddresses: async function* () {
      await matchPeople({ clock, db }, workspaceId, [found], 'job:user-change');
      yield* people.ofAddresses([]);
      throw new Error('Slack has it wait too long');
    },
  };
  const deps = { clock, db: databaseOfRequest(db), people: toldMeanwhile, log: createKeptLog() };
  expect(await connectPeople(deps, workspaceId, [PERSON])).toEqual({
    connected: 1,
    without: [],
    isAsked: false,
  });
});
