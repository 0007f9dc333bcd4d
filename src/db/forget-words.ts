import { z } from 'zod';
import type { Prismatic } from './client.ts';
import { Prisma } from './generated/client.ts';
import { tableNamed } from './workspace-holdings.ts';

/** What chapter 5 prints as it was typed: it stays word by word, whoever is named in it. */
export const WORDS_OF_CHAPTER5: readonly (readonly [table: string, column: string])[] = [
  ['chapter_text', 'text'],
  ['agenda_item', 'text'],
  ['meeting', 'note'],
  ['meeting', 'place'],
  ['body_year', 'name'],
  ['body_year', 'composition'],
  ['body_year', 'role'],
  ['programme_year', 'name'],
  ['training_session', 'other_name'],
  ['training_session', 'place'],
  ['training_session', 'content'],
];

const Columns = z.array(z.object({ table: z.string(), column: z.string(), type: z.string() }));
const Pattern = z.tuple([z.object({ pattern: z.string().nullable() })]);

/** Every column of the workspace's tables that can hold words, as the database itself says: none can be forgotten. */
const wordColumns = async (prisma: Prismatic): Promise<z.infer<typeof Columns>> =>
  Columns.parse(
    await prisma.$queryRaw`
      select c.table_name as table, c.column_name as column, c.udt_name as type from information_schema.columns c
      join information_schema.tables t using (table_schema, table_name)
      where c.table_schema = current_schema() and t.table_type = 'BASE TABLE' and c.is_generated = 'NEVER'
        and c.udt_name in ('text', '_text', 'jsonb') and c.column_name <> 'workspace_id'
        and c.table_name in (select table_name from information_schema.columns
          where table_schema = current_schema() and column_name = 'workspace_id')
      order by 1, 2`,
  );

/** Takes the words of those who were erased in this transaction out of every row of the workspace. */
export const forgetWords = async (prisma: Prismatic, workspaceId: string): Promise<void> => {
  const [{ pattern }] = Pattern.parse(
    await prisma.$queryRaw`
      select string_agg(as_pattern(word), '|') as pattern
      from forgotten_word where of_workspace = ${workspaceId}`,
  );
  if (pattern === null) return;
  const columns = (await wordColumns(prisma)).filter(
    ({ table, column }) => !WORDS_OF_CHAPTER5.some(([of, words]) => of === table && words === column),
  );
  for (const table of new Set(columns.map((one) => one.table))) {
    const changed = columns
      .filter((one) => one.table === table)
      .map(({ column, type }) => {
        const name = tableNamed(column);
        if (table === 'audit_line' && column === 'names')
          return Prisma.sql`${name} = forget_names(workspace_id, ${name})`;
        return Prisma.sql`${name} = forget(workspace_id, ${name}::text)::${Prisma.raw(type)}`;
      });
    await prisma.$executeRaw`
      update ${tableNamed(table)} t set ${Prisma.join(changed, ', ')}
      where workspace_id = ${workspaceId} and t::text ~* ${pattern}`;
  }
};
