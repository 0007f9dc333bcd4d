import { readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { columnWord, isTold, TABLE_ORDER, valueWord } from '../../src/texts/person-columns.ts';
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
  // Answers in writing name nobody, only the place of the 回答者: theirs all the same.
  const ofVoter = `or (each_row.meeting_id, each_row.voter) in
    (select meeting_id, position from written_voter where workspace_id = 'T0NORTH' and person_id::text = any($1))`;
  const counted: string[] = [];
  for (const { name } of tables) {
    const { rows } = await client.query<{ count: number }>(
      `select count(*)::int as count from "${name}" each_row where workspace_id = 'T0NORTH'
       and (exists (select from unnest($1::text[]) word where each_row::text ilike '%' || word || '%')
         ${['written_answer', 'written_vote'].includes(name) ? ofVoter : ''})`,
      [words],
    );
    const count = rows[0]?.count ?? 0;
    if (count > 0) counted.push(`${TABLE_WORD[name]}(${count}件)`);
  }
  return counted.sort();
};

const headingsOf = async (out: string, format: 'md' | 'html' | 'docx'): Promise<readonly string[]> => {
  const { parts } = await readFile(readFileSync(out), format);
  return parts.flatMap((part) => ('heading' in part ? [part.heading] : []));
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
  const headings = await headingsOf(out, 'md');
  expect(headings.toSorted()).toEqual(expected);
  expect(statSync(out).mode & 0o777).toBe(0o600);
  const written = readFileSync(out, 'utf8');
  for (const own of [SLACK_ID, EMAIL, PERSON.name]) expect(written).toContain(own);
  for (const other of [...Object.values(OTHER), '石作皇子']) expect(written).not.toContain(other);
  expect(expected).toContain(`${TABLE_WORD.written_vote}(1件)`);
  // What they said in writing, though the row of the vote names nobody.
  expect(written).toContain('意見:豊中市だけの');
  // Ids and names of columns are no words for a citizen.
  expect(written).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-/u);
  expect(written).not.toMatch(/\b[a-z]+_(?:id|at|by|on)\b/u);
  expect(headings.at(0)).toMatch(/^職員\(/u);
  expect(headings.at(-1)).toMatch(/^変更の記録\(/u);
  const { rows } = await client.query(
    `select workspace_id, via, subject from audit_line where action = 'disclose-person'`,
  );
  expect(rows).toEqual([{ workspace_id: 'T0NORTH', via: 'cli', subject: `person:${ID.person}` }]);
});

test('somebody known only by name among those who attended is found by that name', async () => {
  const out = path.join(emptyDirectory(), 'person.html');
  const ended = await kyodo(['person', '石作皇子', '--out', out, '--workspace', 'T0NORTH'], environment);
  expect({ exit: ended.exit, err: ended.err }).toEqual({ exit: 0, err: '' });
  expect((await headingsOf(out, 'html')).toSorted()).toEqual(await rowsNaming(['石作皇子']));
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

test('every column that can stand in the file has a Japanese word, every choice in it too, and every table its place', async () => {
  const { rows } = await client.query<{ table: string; column: string; choices: readonly string[] }>(
    `select c.table_name as table, c.column_name as column,
       array(select e.enumlabel::text from pg_enum e join pg_type t on t.oid = e.enumtypid where t.typname = c.udt_name) as choices
     from information_schema.columns c
     where c.table_schema = current_schema() and c.is_generated = 'NEVER' and c.table_name <> 'restoration'
       and exists (select from information_schema.columns w where w.table_schema = current_schema()
         and w.table_name = c.table_name and w.column_name = 'workspace_id')`,
  );
  const told = rows.filter(({ table, column }) => isTold(table, column));
  expect(told.length).toBeGreaterThan(200);
  const wordless = told.filter(({ column }) => columnWord(column) === undefined);
  expect([...new Set(wordless.map(({ column }) => column))].sort()).toEqual([]);
  const unsaid = told.flatMap(({ table, column, choices }) =>
    choices
      .filter((choice) => valueWord(table, column, choice) === undefined)
      .map((choice) => `${table}.${column}: ${choice}`),
  );
  expect(unsaid).toEqual([]);
  expect(
    [...new Set(rows.map(({ table }) => table))].filter((table) => !TABLE_ORDER.includes(table)),
  ).toEqual([]);
});

test('it is written as Word and as Excel too, and names nobody else there', async () => {
  for (const format of ['docx', 'xlsx'] as const) {
    const out = path.join(emptyDirectory(), `person.${format}`);
    const ended = await kyodo(['person', EMAIL, '--out', out, '--workspace', 'T0NORTH'], environment);
    expect({ exit: ended.exit, err: ended.err }).toEqual({ exit: 0, err: '' });
    const read = JSON.stringify(await readFile(readFileSync(out), format));
    expect(read).toContain(PERSON.name);
    for (const other of [...Object.values(OTHER), '石作皇子']) expect(read).not.toContain(other);
  }
});

test('whose address only ends in the one sought, or goes on after it, is somebody else', async () => {
  const out = path.join(emptyDirectory(), 'person.md');
  const ofPerson = async (): Promise<string | undefined> => {
    await kyodo(['person', EMAIL, '--out', out, '--workspace', 'T0NORTH'], environment);
    return (await headingsOf(out, 'md')).find((heading) => heading.startsWith(`${TABLE_WORD.person}(`));
  };
  const before = await ofPerson();
  await client.query(
    `insert into person (workspace_id, id, slack_id, email, name, created_at)
     values ('T0NORTH', gen_random_uuid(), $1 || '9', 'x' || $2, '別人 一郎', now()),
       ('T0NORTH', gen_random_uuid(), 'U0OTHERWISE', $2 || '.jp', '別人 二郎', now())`,
    [SLACK_ID, EMAIL],
  );
  expect(before).toBeDefined();
  expect(await ofPerson()).toBe(before);
});

test('nothing is written where two people have that name', async () => {
  await client.query(
    `insert into person (workspace_id, id, email, name, created_at)
     values ('T0NORTH', gen_random_uuid(), 'namesake@city.example', $1, now())`,
    [OTHER.name],
  );
  const out = path.join(emptyDirectory(), 'person.md');
  expect(await kyodo(['person', OTHER.name, '--out', out, '--workspace', 'T0NORTH'], environment)).toEqual({
    exit: 1,
    out: '',
    err: `「${OTHER.name}」という氏名の職員が2人以上います。メールアドレスで指定してください。書き出していません。\n`,
  });
});
