import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createDatabase, type Database, type WorkspaceRecord } from '../../src/db/database.ts';
import { databaseOfRequest } from '../../src/db/request-database.ts';
import { trusted } from '../../src/domain/actor.ts';
import { localDate } from '../../src/domain/calendar/local-date.ts';
import { succeed } from '../../src/domain/result.ts';
import { DEFAULT_SETTINGS } from '../../src/domain/settings.ts';
import { prepareWorkspace } from '../../src/services/settings/prepare-workspace.ts';
import { fillCityYear } from '../support/city-year/city-year.ts';
import { AT, TODAY } from '../support/city-year/seen.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

const WORKSPACE = 'T0CITY';
const OTHER_WORKSPACE = 'T0TOWN';
const LATER = localDate('2027-01-15');
const OTHER_YEAR = localDate('2025-06-01');

let database: TestDatabase;
let db: Database;
let personIds: readonly string[];
let sectionIds: readonly string[];
let awayId: string | undefined;
beforeAll(async () => {
  database = await createTestDatabase({ own: true });
  db = createDatabase(database.connection, () => undefined);
  await prepareWorkspace({ clock: { now: () => AT }, db }, WORKSPACE);
  await fillCityYear(db, WORKSPACE, 1);
  const record = db.record(WORKSPACE);
  personIds = (await record.people.all()).map(({ id }) => id);
  awayId = (await record.awayPeriods.notOver(TODAY))[0]?.personId;
  sectionIds = (await record.departments.all()).flatMap(({ sections }) => sections.map(({ id }) => id));
}, 60_000);
afterAll(async () => {
  await db.close();
  await database.drop();
});

/** What parts of one answer ask, in an order in which some is in the answer to another and some is not. */
const QUESTIONS: Readonly<Record<string, (record: WorkspaceRecord) => Promise<unknown>>> = {
  'a few people': ({ people }) => people.ofIds(personIds.slice(0, 3)),
  'one person': ({ people }) => people.find(personIds[5] ?? ''),
  'nobody that there is': ({ people }) => people.find('00000000-0000-4000-8000-000000000000'),
  everybody: ({ people }) => people.all(),
  'accounts that are claimed': ({ people }) => people.claims(),
  'people by account': ({ people }) => people.ofSlackIds(['U0P1', 'U0P2']),
  'some sections today': ({ appointments }) => appointments.ofSections(sectionIds.slice(0, 9), TODAY, TODAY),
  'fewer of them': ({ appointments }) => appointments.ofSections(sectionIds.slice(2, 4), TODAY, TODAY),
  'the roster today': ({ appointments }) => appointments.between(TODAY, TODAY),
  'the roster of a span': ({ appointments }) => appointments.between(TODAY, LATER),
  'the roster of another year': ({ appointments }) => appointments.between(OTHER_YEAR, OTHER_YEAR),
  'who is away': ({ awayPeriods }) => awayPeriods.notOver(TODAY),
  'whether one of them is': ({ awayPeriods }) => awayPeriods.notOver(TODAY, awayId),
  'who is away later': ({ awayPeriods }) => awayPeriods.notOver(LATER),
  'bodies of a year': ({ bodies }) => bodies.nameable(2026),
  'bodies of the year before': ({ bodies }) => bodies.nameable(2025),
  programmes: ({ programmes }) => programmes.nameable(2026),
  'programmes not held': ({ programmes }) => programmes.notHeldIn(2026),
  'what is pending of meetings': ({ meetings }) => meetings.pending(TODAY),
  'what is pending of them later': ({ meetings }) => meetings.pending(LATER),
  'what is pending of trainings': ({ trainings }) => trainings.pending(LATER),
  'what is pending of them before': ({ trainings }) => trainings.pending(TODAY),
  'trainings of a year': ({ trainings }) => trainings.ofYear(2026),
  'trainings of another': ({ trainings }) => trainings.ofYear(2024),
  'inquiries of a year and drafts': ({ inquiries }) => inquiries.ofYearOrIn(2026, ['open', 'draft']),
  'open inquiries': ({ inquiries }) => inquiries.inState(['open']),
  'closed inquiries': ({ inquiries }) => inquiries.inState(['closed']),
  'published issues': ({ newsletterIssues }) => newsletterIssues.inState(['published']),
  'issues to come': ({ newsletterIssues }) => newsletterIssues.inState(['late', 'scheduled', 'draft']),
  departments: ({ departments }) => departments.all(),
  'places of sections': async ({ departments }) =>
    [...(await departments.placesOf(sectionIds.slice(0, 3)))].toSorted(([one], [other]) =>
      one < other ? -1 : 1,
    ),
  settings: ({ settings }) => settings.read(),
};

const answersOf = async (record: WorkspaceRecord, names: readonly string[], together: boolean) => {
  const asked = names.map((name) => () => QUESTIONS[name]?.(record));
  const answers: unknown[] = [];
  if (together) answers.push(...(await Promise.all(asked.map((ask) => ask()))));
  else for (const ask of asked) answers.push(await ask());
  return new Map(names.map((name, index) => [name, answers[index]]));
};

describe('the record as a request reads it', () => {
  const names = Object.keys(QUESTIONS);
  const orders = { 'in this order': names, 'the other way round': names.toReversed() };

  test.each(
    Object.entries(orders).flatMap(([how, order]) => [
      { how, order, together: true },
      { how, order, together: false },
    ]),
  )('gives what the tables give, asked $how, at once: $together', async ({ order, together }) => {
    const request = databaseOfRequest(db).record(WORKSPACE);
    const plain = await answersOf(db.record(WORKSPACE), order, false);
    expect(await answersOf(request, order, together)).toEqual(plain);
  });

  test('sees what it wrote once the act is done', async () => {
    const request = databaseOfRequest(db);
    const contact = async () => (await request.record(WORKSPACE).settings.read()).contact;
    expect(await contact()).toBe('協働推進課');
    await request.act(
      { actor: trusted(WORKSPACE, 'cli:test', 'cli'), action: 'test', at: AT },
      async ({ settings }) => {
        await settings.put({ ...DEFAULT_SETTINGS, contact: '市民協働課' });
        return succeed(null);
      },
    );
    expect(await contact()).toBe('市民協働課');
  });

  test('gives each workspace its own, and an act in one lets the other be', async () => {
    await prepareWorkspace({ clock: { now: () => AT }, db }, OTHER_WORKSPACE);
    const request = databaseOfRequest(db);
    const act = { actor: trusted(OTHER_WORKSPACE, 'cli:test', 'cli'), action: 'test', at: AT };
    const expected = {
      [WORKSPACE]: await answersOf(db.record(WORKSPACE), names, false),
      [OTHER_WORKSPACE]: await answersOf(db.record(OTHER_WORKSPACE), names, false),
    };
    expect(expected[WORKSPACE]).not.toEqual(expected[OTHER_WORKSPACE]);
    const both = async () => {
      const [city, town] = [WORKSPACE, OTHER_WORKSPACE].map((id) =>
        answersOf(request.record(id), names, true),
      );
      return { [WORKSPACE]: await city, [OTHER_WORKSPACE]: await town };
    };
    expect(await both()).toEqual(expected);
    await request.act(act, async () => succeed(null));
    expect(await both()).toEqual(expected);
  });

  test('asks again what could not be answered', async () => {
    const request = databaseOfRequest(db).record(WORKSPACE);
    await database.ask('alter schema public rename to away');
    const tried = await Promise.allSettled(names.map((name) => QUESTIONS[name]?.(request)));
    await database.ask('alter schema away rename to public');
    expect(tried.map(({ status }) => status)).toEqual(names.map(() => 'rejected'));
    expect(await answersOf(request, names, true)).toEqual(
      await answersOf(db.record(WORKSPACE), names, false),
    );
  });

  test('gives nothing of before an act, to whoever has had it since before', async () => {
    const request = databaseOfRequest(db);
    const record = request.record(WORKSPACE);
    const before = await answersOf(record, names, true);
    await database.ask(`
      do $$
      declare each text;
      begin
        set local session_replication_role = replica;
        for each in select tablename from pg_tables where schemaname = 'public'
          and tablename not in ('workspace', '_prisma_migrations')
        loop
          execute format('delete from %I', each);
        end loop;
      end $$`);
    await request.act({ actor: trusted(WORKSPACE, 'cli:test', 'cli'), action: 'test', at: AT }, async () =>
      succeed(null),
    );
    const after = await answersOf(record, names, true);
    expect(after).toEqual(await answersOf(db.record(WORKSPACE), names, false));
    const same = names.filter((name) => JSON.stringify(before.get(name)) === JSON.stringify(after.get(name)));
    // Of these there was nothing before either.
    expect(same).toEqual([
      'nobody that there is',
      'the roster of another year',
      'who is away later',
      'programmes not held',
      'trainings of another',
    ]);
  });
});
