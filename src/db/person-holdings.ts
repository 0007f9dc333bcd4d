import type pg from 'pg';
import type { Connection } from './client.ts';
import { named, readExportedTables } from './export/columns.ts';
import { withClient } from './migrate/migrate.ts';

/** Whom a disclosure is about, and by which words the record may name them: ids, address, name. */
export type SoughtPerson = { readonly id: string | null; readonly words: readonly string[] };

/** A row that names the person, its columns as JSON has them; without bytes, which are files. */
export type NamingRow = {
  readonly table: string;
  readonly values: Readonly<Record<string, unknown>>;
  /** Whether it hangs on the person by the keys of the database: all of it is theirs then. */
  readonly theirs: boolean;
};

/** What a row that others point to is called, with its day where it has one. */
export type CalledRow = { readonly name: string; readonly day: string | null };

/** What a disclosure is made of: the rows that name the person, and the words for everybody else of the workspace. */
export type PersonHoldings = {
  readonly sought: SoughtPerson;
  readonly rows: readonly NamingRow[];
  readonly others: readonly string[];
  readonly called: ReadonlyMap<string, CalledRow>;
};

type PersonRow = {
  readonly id: string;
  readonly slack_id: string | null;
  readonly email: string | null;
  readonly name: string;
};

/** A name as people write it: its parts together, or with either space between them. */
const spellings = (name: string): readonly string[] => {
  const parts = name.trim().split(/\s+/u);
  return [...new Set([name, parts.join(''), parts.join(' '), parts.join('\u3000')])];
};

const wordsOf = ({ id, slack_id: slackId, email, name }: PersonRow): readonly string[] =>
  [id, slackId, email, ...spellings(name)].filter((word): word is string => word !== null && word !== '');

const isSought =
  (typed: string) =>
  ({ email, name }: PersonRow): boolean =>
    email?.toLowerCase() === typed.toLowerCase() || spellings(name).includes(typed);

type ForeignKey = {
  readonly table: string;
  readonly columns: readonly string[];
  readonly parent: string;
  readonly of: readonly string[];
};

/** The foreign keys of the database by which rows hang on a person as `person_id`, or on such a row. */
const readForeignKeys = async (client: pg.Client): Promise<readonly ForeignKey[]> => {
  const { rows } = await client.query<ForeignKey>(
    `select k.conrelid::regclass::text as table, k.confrelid::regclass::text as parent,
       array(select attname::text from unnest(k.conkey) with ordinality c (n, i)
         join pg_attribute on attrelid = k.conrelid and attnum = n order by i) as columns,
       array(select attname::text from unnest(k.confkey) with ordinality c (n, i)
         join pg_attribute on attrelid = k.confrelid and attnum = n order by i) as of
     from pg_constraint k
     where k.contype = 'f' and k.connamespace = current_schema()::regnamespace and k.conrelid <> k.confrelid`,
  );
  return rows.filter(({ parent, columns }) => parent !== 'person' || columns.includes('person_id'));
};

/** SQL that says whether a row hangs on the person of an id: e.g. a vote on its answer, that on its 回答者, and that on the person. */
const ofPerson = (keys: readonly ForeignKey[], table: string, alias: string, id: string): string => {
  if (table === 'person') return `${alias}.id = ${id}::uuid`;
  const ways = keys
    .filter((key) => key.table === table)
    .flatMap(({ columns, parent, of }) => {
      const above = `${alias}_`;
      const theirs = ofPerson(keys, parent, above, id);
      if (theirs === 'false') return [];
      const joined = columns.map(
        (column, at) => `${above}.${named(of[at] ?? '')} = ${alias}.${named(column)}`,
      );
      return [`exists (select from ${named(parent)} ${above} where ${joined.join(' and ')} and ${theirs})`];
    });
  return ways.length === 0 ? 'false' : `(${ways.join(' or ')})`;
};

/**
 * A word as PostgreSQL looks for it. An address, an account or an id stands by itself: that of another person may end in it, as
 * `yamamoto@…` ends in `moto@…`.
 */
const patternOf = (word: string): string => {
  const literal = word.replaceAll(/[\\^$.*+?()[\]{}|]/gu, '\\$&');
  return /^[\x21-\x7e]+$/u.test(word) ? `(?<![\\w.+-])${literal}(?![\\w-]|\\.\\w)` : literal;
};

const rowsNaming = async (
  client: pg.Client,
  workspaceId: string,
  { id, words }: SoughtPerson,
): Promise<readonly NamingRow[]> => {
  const keys = await readForeignKeys(client);
  const found: NamingRow[] = [];
  for (const { table, columns, order } of await readExportedTables(client)) {
    const theirs = `($3::uuid is not null and ${ofPerson(keys, table, 'each_row', '$3')})`;
    const { rows } = await client.query<Omit<NamingRow, 'table'>>(
      `select to_jsonb(each_row) as values, ${theirs} as theirs
       from (select ${columns.map(named).join(', ')} from ${named(table)} where workspace_id = $1 order by ${order.join(', ')}) each_row
       where to_jsonb(each_row)::text ~* $2
         or ${theirs}`,
      [workspaceId, words.map(patternOf).join('|'), id],
    );
    found.push(...rows.map((row) => ({ table, ...row })));
  }
  return found;
};

/** What bodies, meetings, sections, trainings, inquiries and what else rows point to are called, by their ids. */
const readCalled = async (
  client: pg.Client,
  workspaceId: string,
): Promise<ReadonlyMap<string, CalledRow>> => {
  const { rows } = await client.query<CalledRow & { readonly id: string }>(
    `with called_body as (
       select distinct on (body_id) body_id as id, name from body_year where workspace_id = $1 order by body_id, fiscal_year desc
     ), called_programme as (
       select distinct on (programme_id) programme_id as id, name from programme_year
       where workspace_id = $1 order by programme_id, fiscal_year desc
     )
     select id, name, null as day from called_body
     union all select id, name, null from called_programme
     union all select m.id, b.name, m.held_on::text from meeting m join called_body b on b.id = m.body_id where m.workspace_id = $1
     union all select w.id, b.name, w.due_on::text from written_meeting w join called_body b on b.id = w.body_id where w.workspace_id = $1
     union all select t.id, coalesce(p.name, t.other_name), t.held_on::text
       from training_session t left join called_programme p on p.id = t.programme_id where t.workspace_id = $1
     union all select id, name, null from department where workspace_id = $1
     union all select s.id, d.name || ' ' || s.name, null
       from section s join department d on d.workspace_id = s.workspace_id and d.id = s.department_id where s.workspace_id = $1
     union all select id, title, null from inquiry where workspace_id = $1
     union all select id, 'No ' || number || ' ' || item, null from opinion where workspace_id = $1
     union all select id, title, null from article where workspace_id = $1
     union all select id, '第' || number || '号', published_at::date::text from newsletter_issue where workspace_id = $1
     union all select id, name, null from stored_file where workspace_id = $1
     union all select id, text, null from action_item where workspace_id = $1`,
    [workspaceId],
  );
  return new Map(rows.map(({ id, name, day }) => [id, { name, day }]));
};

/**
 * Every row of a workspace that names the person of an address or a name, as of one moment, from all tables that the database has:
 * what is new can't be forgotten. Somebody who is no person of the record is sought by what was typed alone. Undefined where
 * several people bear that name.
 */
export const readPersonHoldings = (
  connection: Connection,
  workspaceId: string,
  typed: string,
): Promise<PersonHoldings | undefined> =>
  withClient(connection, async (client) => {
    await client.query("begin isolation level repeatable read read only; set local timezone = 'UTC'");
    const { rows: people } = await client.query<PersonRow>(
      'select id, slack_id, email, name from person where workspace_id = $1',
      [workspaceId],
    );
    const [person, ...namesakes] = people.filter(isSought(typed));
    if (namesakes.length > 0) return undefined;
    const words = person === undefined ? spellings(typed) : wordsOf(person);
    const sought = { id: person?.id ?? null, words };
    return {
      sought,
      rows: await rowsNaming(client, workspaceId, sought),
      called: await readCalled(client, workspaceId),
      others: people.filter((each) => each !== person).flatMap(wordsOf),
    };
  });
