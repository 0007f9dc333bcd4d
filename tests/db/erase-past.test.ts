import { parse } from 'csv-parse/sync';
import { zipSync } from 'fflate';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { WORDS_OF_CHAPTER5 } from '../../src/db/forget-words.ts';
import { writeDocument } from '../../src/documents/writing/write.ts';
import { trusted } from '../../src/domain/actor.ts';
import { localDate } from '../../src/domain/calendar/local-date.ts';
import { ERASED_NAME, retentionLimit } from '../../src/domain/person/retention.ts';
import { succeed } from '../../src/domain/result.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { exported, filesOf, removeFolders } from '../support/exports.ts';
import { fillWorkspace, PERSON } from '../support/full-workspace/full-workspace.ts';
import { EMAIL, ID, SLACK_ID } from '../support/full-workspace/names.ts';
import { unpacked } from '../support/unpacked.ts';

/** Two cities of which all is past on that day with ten years; the first is erased, the other has the same people. */
const [CITY, OTHER] = ['T0CITY', 'T0OTHER'] as const;
const NOW = new Date('2037-04-01T09:00:00+09:00');
const LIMIT = retentionLimit(localDate('2037-04-01'), 10);
const WORDS = [PERSON.name, EMAIL, SLACK_ID, ID.person] as const;
/** Somebody whose account, address and name hold those of the erased one, and who is somebody else. */
const NEAR = { slackId: `W${SLACK_ID}`, email: `hanako.${EMAIL}`, name: '別の人' } as const;

let database: TestDatabase;
let db: Database;
type Column = {
  readonly table: string;
  readonly column: string;
  readonly type: string;
  readonly inKey: boolean;
};

/** Every column of every table of a workspace that can hold what somebody is called, as the database says. */
const columns = async (): Promise<readonly Column[]> =>
  (await database.ask(
    `select c.table_name as table, c.column_name as column, c.udt_name as type,
       exists (select from information_schema.key_column_usage k where k.table_schema = 'public'
         and k.table_name = c.table_name and k.column_name = c.column_name)
       or exists (select from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any(i.indkey)
         where i.indisunique and i.indrelid = c.table_name::regclass and a.attname = c.column_name) as "inKey"
     from information_schema.columns c
     where table_schema = 'public' and is_generated = 'NEVER' and udt_name in ('text', '_text', 'jsonb', 'bytea', 'uuid')
       and column_name <> 'workspace_id' and table_name in
         (select table_name from information_schema.columns where table_schema = 'public' and column_name = 'workspace_id')`,
  )) as unknown as readonly Column[];

/** Whether a text names who is called so, and not somebody who is nearly called so. */
const names = (text: string, word: string): boolean =>
  new RegExp(`(?<![A-Za-z0-9.])${word.replaceAll('.', '\\.')}`, 'u').test(text);

/** The columns of files in which a word stands, in whatever is packed within them. */
const filesNaming = async (word: string, workspaceId: string): Promise<readonly string[]> => {
  const places: string[] = [];
  for (const { table, column } of (await columns()).filter(({ type }) => type === 'bytea')) {
    const rows = await database.ask(
      `select "${column}" as bytes from "${table}" where workspace_id = $1 and "${column}" is not null`,
      [workspaceId],
    );
    const texts = rows.flatMap(({ bytes }) => (bytes instanceof Uint8Array ? unpacked(bytes) : []));
    if (texts.some((text) => names(text, word))) places.push(`${table}.${column}`);
  }
  return places;
};

/** The places in which a word stands, as table.column. */
const placesOf = async (word: string, workspaceId: string = CITY): Promise<readonly string[]> => {
  const places = (await columns())
    .filter(({ type }) => type !== 'bytea')
    .map(
      ({ table, column }) => `select '${table}.${column}' as place from "${table}" where workspace_id = $1
      and "${column}"::text ~ ('(?<![A-Za-z0-9.])' || as_pattern($2))`,
    );
  const rows = await database.ask(
    `select distinct place from (${places.join(' union all ')}) found order by 1`,
    [workspaceId, word],
  );
  return [...rows.map(({ place }) => String(place)), ...(await filesNaming(word, workspaceId))];
};

/** The places of an export of the city in which a word stands: table.column, or a file beside them. */
const exportedPlaces = async (): Promise<(word: string) => readonly string[]> => {
  const { folder, outcome } = await exported(database, CITY);
  expect(outcome.ok).toBe(true);
  const places = [...filesOf(folder)].flatMap(([path, bytes]): readonly (readonly [string, string])[] => {
    if (!path.endsWith('.csv')) return unpacked(bytes).map((text) => [path, text] as const);
    const rows: readonly Readonly<Record<string, string>>[] = parse(bytes, { columns: true, bom: true });
    const table = path.replace(/^.*\//u, '').replace(/\.csv$/u, '');
    return rows.flatMap((row) =>
      Object.entries(row).map(([column, text]) => [`${table}.${column}`, text] as const),
    );
  });
  return (word) => places.filter(([, text]) => names(text, word)).map(([place]) => place);
};

const eraseAt = (at: Date) =>
  db.act(
    { actor: trusted(CITY, 'cli:test', 'cli'), action: 'test', at, withinMs: 60_000 },
    async (record) => {
      if (LIMIT === undefined) throw new Error('everything is kept');
      return succeed(await record.retention.erase(LIMIT, [], at));
    },
  );

beforeAll(async () => {
  database = await createTestDatabase();
  db = database.db;
  await fillWorkspace(db, OTHER);
  await fillWorkspace(db, CITY);
  // What was open in that year is over now.
  for (const sql of [
    `update inquiry set state = 'tallied' where state in ('draft', 'open', 'closed')`,
    `update written_meeting set state = 'announced'`,
    `update body_member set ends_on = '2027-03-31'`,
    `update action_item set outcome = 'done', settled_at = '2026-12-01', settled_by = '${SLACK_ID}'`,
    `update delivery set state = 'sent'`,
  ])
    await database.ask(sql);
  // They are named wherever anything can be written, beside somebody who is nearly called so.
  const said = [...WORDS, NEAR.email, NEAR.slackId].join(' ');
  const document = { title: said, running: said, parts: [{ kind: 'lines', lines: [said] }] } as const;
  const packed = zipSync({
    'a.docx': await writeDocument(document, 'docx'),
    'b/c.xlsx': await writeDocument(document, 'xlsx'),
  });
  const server = new pg.Client(database.connection);
  await server.connect();
  await server.query('set session_replication_role = replica');
  for (const { table, column, type, inKey } of await columns()) {
    if (inKey || table === 'person' || type === 'uuid') continue;
    const words =
      type === 'text'
        ? `"${column}" || ' ' || $2`
        : type === '_text'
          ? `"${column}" || $2::text`
          : type === 'jsonb'
            ? `jsonb_build_object('was', coalesce("${column}", 'null'), $2::text, jsonb_build_array($2::text))`
            : `case when "${column}" is not null then $2::bytea end`;
    await server.query(`update "${table}" set "${column}" = ${words} where workspace_id = $1`, [
      CITY,
      type === 'bytea' ? packed : said,
    ]);
  }
  await server.end();
});
afterAll(async () => {
  removeFolders();
  await database.drop();
});

test('nothing in any table, column, file or export says any more who was erased, but the words that chapter 5 prints', async () => {
  for (const word of WORDS) expect((await placesOf(word)).length).toBeGreaterThan(20);
  const before = await exportedPlaces();
  for (const word of WORDS) expect(before(word).length).toBeGreaterThan(20);
  expect(await placesOf(EMAIL)).toContain('stored_file.bytes');
  expect(before(EMAIL).filter((place) => place.startsWith('files/'))).not.toEqual([]);
  const elsewhere = await placesOf(SLACK_ID, OTHER);
  expect(await eraseAt(NOW)).toMatchObject({ ok: true, value: { counts: { people: 2, files: 1 } } });
  const printed = WORDS_OF_CHAPTER5.map((place) => place.join('.'));
  const left = await Promise.all(WORDS.map((word) => placesOf(word)));
  expect(left.flat().filter((place) => !printed.includes(place))).toEqual([]);
  const after = await exportedPlaces();
  expect(WORDS.flatMap(after).filter((place) => !printed.includes(place))).toEqual([]);
  expect(after(NEAR.email)).toContain('inquiry.content');
  expect(await placesOf(ERASED_NAME)).toContain('audit_line.names');
  // Whoever is nearly called so is left, and so is who is called so elsewhere.
  expect(await placesOf(NEAR.email)).toContain('inquiry.content');
  expect(await placesOf(NEAR.slackId)).toContain('audit_line.reason');
  expect(await placesOf(SLACK_ID, OTHER)).toEqual(elsewhere);
  expect(await database.ask('select * from forgotten_word')).toEqual([]);
});

test('nobody changes an audit line before or after, nor names a word that is to go', async () => {
  for (const sql of [
    `update audit_line set actor = 'U0NOBODY'`,
    `update audit_line set actor = actor`,
    `delete from audit_line`,
    `insert into forgotten_word values ('${CITY}', '可決', '否決')`,
  ])
    await expect(database.ask(sql)).rejects.toThrow(/never changed|by erasing/u);
});

test('whoever has the same account later is somebody new', async () => {
  const at = new Date('2037-05-01T09:00:00+09:00');
  const actor = trusted(CITY, 'cli:test', 'cli');
  const kept = await db.act({ actor, action: 'test', at }, async (record) =>
    succeed(await record.people.ofAccount({ slackId: SLACK_ID, email: EMAIL, name: PERSON.name }, at)),
  );
  const { people } = db.record(CITY);
  const found = await people.findBySlackId(SLACK_ID);
  expect(kept).toEqual({ ok: true, value: { id: found?.id } });
  expect(await people.all()).toEqual([found]);
});
