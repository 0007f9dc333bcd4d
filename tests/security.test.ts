import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import manifest from '../package.json' with { type: 'json' };
import { createDatabase, type Database } from '../src/db/database.ts';
import { createTestDatabase, type TestDatabase } from './support/database.ts';
import { ask } from './support/desk.ts';
import { fillWorkspace } from './support/full-workspace/full-workspace.ts';

const read = (file: string): string => readFileSync(new URL(`../${file}`, import.meta.url), 'utf8');
const PAGE = read('SECURITY.md');

/** The cells of the table under a heading, without its head. */
const rowsUnder = (heading: string): readonly (readonly string[])[] =>
  (PAGE.split(`## ${heading}\n`)[1] ?? '')
    .split('\n## ', 1)
    .join('')
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .slice(2)
    .map((line) =>
      line
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim()),
    );

const wordsOf = (cell: string): readonly string[] =>
  (cell.match(/`[^`]+`/gu) ?? []).map((word) => word.slice(1, -1));

/** `table.column` of every column that the page lists. */
const listed = rowsUnder('個人情報の一覧').flatMap(([table = '', , ...cells]) =>
  cells.flatMap(wordsOf).map((column) => `${wordsOf(table).join('')}.${column}`),
);

/** Columns of words, bytes or objects that hold nothing of a person: ids of things, codes of ours, numbers, hours, places in Slack. */
const OF_NOBODY: Readonly<Record<string, string>> = {
  article: 'photo_slack_id source_channel source_ts',
  article_proposal: 'photo_slack_id',
  audit_line: 'via action',
  body_year: 'notify_channel',
  delivery: 'kind channel ts problem run',
  department: 'name',
  forgotten_word: 'of_workspace token',
  inquiry: 'department_ids',
  installation:
    'id enterprise_id bot_token refresh_token key_id bot_id bot_user_id app_id scopes ended_because',
  issue_channel: 'channel name',
  job_slot: 'name counts',
  meeting: 'time',
  monthly_day: 'time channels',
  morning_line: 'kind ref',
  opinion: 'number',
  postponed_line: 'ref',
  report_issue: 'digest',
  section: 'name',
  settings: 'log_channel morning_at roster_report_until',
  submission: 'digest',
  training_session: 'code',
  workspace: 'id installation_id',
};
const ofNobody = Object.entries(OF_NOBODY).flatMap(([table, columns]) =>
  columns.split(' ').map((column) => `${table}.${column}`),
);

let database: TestDatabase;
let db: Database;
/** What could hold a person: words, objects, bytes, and what refers to the row of one. */
let columns: readonly {
  readonly name: string;
  readonly table: string;
  readonly column: string;
  readonly bytes: boolean;
}[];
beforeAll(async () => {
  database = await createTestDatabase();
  db = createDatabase(database.connection, () => undefined);
  await fillWorkspace(db, 'T0FULL');
  const rows = await ask(
    database,
    `select table_name, column_name, data_type from information_schema.columns
     where table_schema = 'public' and table_name not like '\\_prisma%' and column_name <> 'workspace_id'
       and (data_type in ('text', 'character varying', 'json', 'jsonb', 'bytea', 'ARRAY')
         or (table_name, column_name) in (
           select conrelid::regclass::text, attname from pg_constraint
           join pg_attribute on attrelid = conrelid and attnum = any(conkey)
           where contype = 'f' and confrelid = 'person'::regclass))
     order by 1, ordinal_position`,
  );
  columns = rows.map(({ table_name: table, column_name: column, data_type: type }) => ({
    name: `${table}.${column}`,
    table: String(table),
    column: String(column),
    bytes: type === 'bytea',
  }));
});
afterAll(async () => {
  await db.close();
  await database.drop();
});

test('every column that could hold a person is listed as one that does, or known as one that does not', () => {
  const known = [...listed, ...ofNobody];
  expect(columns.map(({ name }) => name).filter((name) => !known.includes(name))).toEqual([]);
  // Nothing is listed that is not there, or twice.
  const there = new Set(columns.map(({ name }) => name));
  expect(known.filter((name) => !there.has(name))).toEqual([]);
  expect(known.filter((name, index) => known.indexOf(name) !== index)).toEqual([]);
});

test('wherever a name, an address or an account of somebody stands, in a workspace of everything, the column is listed', async () => {
  const people = await ask(database, 'select id, name, email, slack_id from person');
  const words = people.flatMap((person) => Object.values(person)).filter((word) => word !== null);
  const found: string[] = [];
  for (const { name, table, column, bytes } of columns) {
    if (name === 'person.id') continue;
    const text = bytes ? `convert_from("${column}", 'latin1')` : `"${column}"::text`;
    const rows = await ask(
      database,
      `select 1 from "${table}" where exists (select from unnest($1::text[]) word where position(word in ${text}) > 0) limit 1`,
      [words],
    );
    if (rows.length > 0) found.push(name);
  }
  expect(found.length).toBeGreaterThan(40);
  expect(found.filter((name) => !listed.includes(name))).toEqual([]);
});

test('every threat says who, what and how it is met, and names tests that are there', () => {
  const threats = rowsUnder('脅威と対策');
  expect(threats.length).toBeGreaterThan(15);
  expect(threats.filter((cells) => cells.length !== 4 || cells.includes(''))).toEqual([]);
  const named = threats.map(([, , , shown = '']) => wordsOf(shown));
  expect(named.filter((files) => files.length === 0)).toEqual([]);
  const missing = named
    .flat()
    .filter((file) => !existsSync(fileURLToPath(new URL(`../${file}`, import.meta.url))));
  expect(missing).toEqual([]);
});

const Lock = z.object({
  packages: z.record(
    z.string(),
    z.object({
      dev: z.boolean().optional(),
      license: z.string().optional(),
      integrity: z.string().optional(),
      resolved: z.string().optional(),
    }),
  ),
});

test('the licences of all that runs are those of the page, and each package is pinned by its sum', () => {
  const lock = Lock.parse(JSON.parse(read('package-lock.json')));
  const run = Object.entries(lock.packages).filter(([place, { dev }]) => place !== '' && dev !== true);
  const told = wordsOf(/^動かすときに入る部品のライセンス: .*$/mu.exec(PAGE)?.[0] ?? '');
  // A package that says its licence in its own file alone.
  const licences = run.map(([, { license }]) => license ?? 'MIT');
  expect([...new Set(licences)].sort()).toEqual([...told].sort());
  expect(run.filter(([, { license }]) => license === undefined).map(([place]) => place)).toEqual([
    'node_modules/seq-queue',
  ]);
  expect(run.filter(([, { integrity }]) => integrity === undefined)).toEqual([]);
  const { dependencies, devDependencies, optionalDependencies } = manifest;
  const versions = Object.values({ ...dependencies, ...devDependencies, ...optionalDependencies });
  expect(versions.filter((version) => !/^\d/u.test(version))).toEqual([]);
});
