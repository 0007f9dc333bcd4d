import { expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { openDesk } from '../support/desk.ts';

/** All that a use before could have left: rows, counters, and what PostgreSQL knows of tables. */
const leftIn = ({ ask }: TestDatabase) =>
  ask(
    `select relname, reltuples, relpages from pg_class
     where relkind = 'r' and reltuples <> -1 and relname !~ 'migrations'
       and relnamespace::regnamespace::text in ('public', 'graphile_worker', 'graphile_worker_runs')
     union all select tablename, 0, 1 from pg_tables
     where schemaname in ('public', 'graphile_worker', 'graphile_worker_runs') and tablename !~ 'migrations'
       and (xpath('//rows/text()', query_to_xml(format('select count(*) as rows from %I.%I', schemaname, tablename),
         true, false, '')))[1]::text <> '0'
     union all select sequencename, last_value, 2 from pg_sequences where last_value is not null
     order by 1`,
  );

test('a database that is lent again is as a new one', async () => {
  const fresh = await createTestDatabase({ own: true });
  const asNew = await leftIn(fresh);
  await fresh.drop();
  const desk = await openDesk();
  const { database } = desk.database.connection;
  await desk.recordMeeting('2026-10-01');
  expect((await leftIn(desk.database)).length).toBeGreaterThan(5);
  await desk.stop();
  const again = await createTestDatabase();
  expect(again.connection.database).toBe(database);
  expect(await leftIn(again)).toEqual(asNew);
  await again.drop();
});

test('who changes the schema is told to ask for their own', async () => {
  const database = await createTestDatabase();
  await database.ask('create table left_behind (id int)');
  await expect(database.drop()).rejects.toThrow('of its own');
});
