import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDatabase, type Database, type WorkspaceRecord } from '../../src/db/database.ts';
import { trusted } from '../../src/domain/actor.ts';
import { consideredIn } from '../../src/domain/opinion/opinion.ts';
import { succeed } from '../../src/domain/result.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { fillWorkspace } from '../support/full-workspace/full-workspace.ts';
import { AT, ID, SLACK_ID, YEAR } from '../support/full-workspace/names.ts';
import { considerationFacts, opinionFacts } from '../support/full-workspace/opinion.ts';

const CITY = 'T0CITY';
const done = { by: SLACK_ID, at: AT };

let database: TestDatabase;
let db: Database;
let record: WorkspaceRecord;
beforeAll(async () => {
  database = await createTestDatabase();
  db = createDatabase(database.connection, () => undefined);
  await fillWorkspace(db, CITY);
  record = db.record(CITY);
});
afterAll(async () => {
  await db.close();
  await database.drop();
});

test('a later year has an answer of its own, and never touches that of the year before', async () => {
  const { opinions } = record;
  const [before] = await opinions.carriedInto(YEAR);
  await opinions.putPublished(ID.carried, YEAR - 1, done);
  await opinions.putYear(ID.carried, YEAR, { ...considerationFacts('終えました。'), response: 'done' }, done);
  const [carried, ...others] = await opinions.carriedInto(YEAR);
  expect(others).toEqual([]);
  expect(carried?.years).toEqual([
    { ...before?.years[0], published: done, revision: 2 },
    {
      fiscalYear: YEAR,
      consideration: '終えました。',
      response: 'done',
      responseWhen: '終えました。',
      meetingIds: [ID.meeting],
      saved: done,
      published: null,
      revision: 1,
    },
  ]);
  expect(await opinions.carriedInto(YEAR + 1)).toEqual([]);

  await opinions.putYear(ID.carried, YEAR, { ...considerationFacts('続けます。'), meetingIds: [] }, done);
  const [again] = await opinions.carriedInto(YEAR + 1);
  expect(again && consideredIn(again, YEAR)).toMatchObject({
    consideration: '続けます。',
    meetingIds: [],
    revision: 2,
  });
});

test('a number is of one opinion of a year, until that is cancelled', async () => {
  const { opinions } = record;
  const same = [{ ...opinionFacts('別の意見'), id: ID.fresh }];
  await expect(opinions.create(same, done)).rejects.toThrow('Unique constraint');
  await db.act({ actor: trusted(CITY, SLACK_ID, 'cli'), action: 'test', at: AT }, async (acting) => {
    await acting.opinions.cancel(ID.opinion, AT, '重複');
    await acting.opinions.create(same, done);
    return succeed(undefined);
  });
  expect((await opinions.ofYear(YEAR)).map(({ id }) => id)).toEqual([ID.fresh]);
  await expect(opinions.restore(ID.opinion)).rejects.toThrow('Unique constraint');
});
