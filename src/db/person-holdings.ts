import type pg from 'pg';
import type { Connection } from './client.ts';
import { named, readExportedTables } from './export/columns.ts';
import { withClient } from './migrate/migrate.ts';

/** Whom a disclosure is about, and by which words the record may name them: ids, address, name. */
export type SoughtPerson = { readonly id: string | null; readonly words: readonly string[] };

/** A row that names the person, its columns as JSON has them; without bytes, which are files. */
export type NamingRow = { readonly table: string; readonly values: Readonly<Record<string, unknown>> };

/** What a disclosure is made of: the rows that name the person, and the words for everybody else of the workspace. */
export type PersonHoldings = {
  readonly sought: SoughtPerson;
  readonly rows: readonly NamingRow[];
  readonly others: readonly string[];
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

const rowsNaming = async (
  client: pg.Client,
  workspaceId: string,
  words: readonly string[],
): Promise<readonly NamingRow[]> => {
  const found: NamingRow[] = [];
  for (const { table, columns, order } of await readExportedTables(client)) {
    const { rows } = await client.query<{ values: Record<string, unknown> }>(
      `select to_jsonb(held) as values
       from (select ${columns.map(named).join(', ')} from ${named(table)} where workspace_id = $1 order by ${order.join(', ')}) held
       where exists (select from unnest($2::text[]) word where strpos(lower(to_jsonb(held)::text), lower(word)) > 0)`,
      [workspaceId, words],
    );
    found.push(...rows.map(({ values }) => ({ table, values })));
  }
  return found;
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
    return {
      sought: { id: person?.id ?? null, words },
      rows: await rowsNaming(client, workspaceId, words),
      others: people.filter((each) => each !== person).flatMap(wordsOf),
    };
  });
