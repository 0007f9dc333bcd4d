import { readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { TABLE_WORD } from '../../src/texts/workspace.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { fillWorkspace, PERSON } from '../support/full-workspace/full-workspace.ts';
import { EMAIL, ID, SLACK_ID } from '../support/full-workspace/names.ts';
import { urlOf } from '../support/practice.ts';
import { readFile } from '../support/read-file.ts';
import { cleanUp, type Environment, emptyDirectory, kyodo } from './run.ts';

// A command opens and closes the database, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

const OTHER = { slackId: 'U0OTHERONE', email: 'other@city.example', name: '讃岐造' };
let database: TestDatabase;
let environment: Environment;
let client: Client;
beforeAll(async () => {
  database = await createTestDatabase();
  environment = { DATABASE_URL: urlOf(database.connection) };
  for (const id of ['T0NORTH', 'T0SOUTH']) await fillWorkspace(database.db, id);
  client = new Client(database.connection);
  await client.connect();
  await client.query(
    `insert into person (workspace_id, id, slack_id, email, name, created_at)
     values ('T0NORTH', gen_random_uuid(), $1, $2, $3, now())`,
    [OTHER.slackId, OTHER.email, OTHER.name],
  );
  await client.query(
    `update meeting set attendees = array[$1, $2], attendees_without_slack = array['石作皇子', $3] where workspace_id = 'T0NORTH'`,
    [SLACK_ID, OTHER.slackId, OTHER.name],
  );
});
afterAll(async () => {
  await client.end();
  cleanUp();
  await database.drop();
});

/** How many rows of each table name the person, found without the code that is tested; in people's words. */
const rowsNaming = async (words: readonly string[]): Promise<readonly string[]> => {
  const { rows: tables } = await client.query<{ name: string }>(
    `select table_name as name from information_schema.columns
     where table_schema = current_schema() and column_name = 'workspace_id' order by 1`,
  );
  const counted: string[] = [];
  for (const { name } of tables) {
    const { rows } = await client.query<{ count: number }>(
      `select count(*)::int as count from "${name}" held where workspace_id = 'T0NORTH'
       and exists (select from unnest($1::text[]) word where held::text ilike '%' || word || '%')`,
      [words],
    );
    const count = rows[0]?.count ?? 0;
    if (count > 0) counted.push(`${TABLE_WORD[name]}(${count}件)`);
  }
  return counted.sort();
};

const headingsOf = async (out: string, format: 'md' | 'html'): Promise<readonly string[]> => {
  const { parts } = await readFile(readFileSync(out), format);
  return parts.flatMap((part) => ('heading' in part ? [part.heading] : [])).sort();
};

test('every row of every table that names the person is in the file, which names nobody else and is for its owner alone', async () => {
  const expected = await rowsNaming([ID.person, SLACK_ID, EMAIL, PERSON.name]);
  const out = path.join(emptyDirectory(), 'person.md');
  writeFileSync(out, 'an older file', { mode: 0o644 });
  const ended = await kyodo(
    ['person', EMAIL.toUpperCase(), '--out', out, '--workspace', 'T0NORTH'],
    environment,
  );
  expect({ exit: ended.exit, err: ended.err }).toEqual({ exit: 0, err: '' });
  expect(expected.length).toBeGreaterThan(20);
  expect(await headingsOf(out, 'md')).toEqual(expected);
  expect(statSync(out).mode & 0o777).toBe(0o600);
  const written = readFileSync(out, 'utf8');
  for (const own of [SLACK_ID, EMAIL, PERSON.name]) expect(written).toContain(own);
  for (const other of [...Object.values(OTHER), '石作皇子']) expect(written).not.toContain(other);
  const { rows } = await client.query(
    `select workspace_id, via, subject from audit_line where action = 'disclose-person'`,
  );
  expect(rows).toEqual([{ workspace_id: 'T0NORTH', via: 'cli', subject: `person:${ID.person}` }]);
});

test('somebody known only by name among those who attended is found by that name', async () => {
  const out = path.join(emptyDirectory(), 'person.html');
  const ended = await kyodo(['person', '石作皇子', '--out', out, '--workspace', 'T0NORTH'], environment);
  expect({ exit: ended.exit, err: ended.err }).toEqual({ exit: 0, err: '' });
  expect(await headingsOf(out, 'html')).toEqual(await rowsNaming(['石作皇子']));
  expect(readFileSync(out, 'utf8')).not.toContain(OTHER.name);
});

test('nothing is written about somebody of whom nothing is held, nor in a format that is none', async () => {
  const out = path.join(emptyDirectory(), 'person.md');
  expect(
    await kyodo(['person', 'nobody@city.example', '--out', out, '--workspace', 'T0NORTH'], environment),
  ).toEqual({
    exit: 1,
    out: '',
    err: '「nobody@city.example」について、記録には何もありません。書き出していません。\n',
  });
  expect(await kyodo(['person', EMAIL, '--out', 'person.pdf'], environment)).toMatchObject({
    exit: 2,
    out: '',
  });
});
