import { randomUUID } from 'node:crypto';
import type { WorkspaceRecord } from '../../src/db/database.ts';
import type { OpinionFacts } from '../../src/domain/opinion/opinion.ts';

/** One opinion to put into the record: its 関係課 by name. */
export type OpinionLine = Partial<Omit<OpinionFacts, 'sectionIds'>> & {
  readonly number: string;
  readonly sections: readonly string[];
};

/** Puts opinions on fiscal 2025, unless told otherwise, into the record, past every form; their ids by number. */
export const putOpinionLines = async (
  { opinions, departments }: WorkspaceRecord,
  lines: readonly OpinionLine[],
  at: Date,
): Promise<Readonly<Record<string, string>>> => {
  const all = (await departments.all()).flatMap(({ sections }) => sections);
  const rows = lines.map(({ sections, ...line }) => ({
    id: randomUUID(),
    fiscalYear: 2025,
    item: `項目${line.number}`,
    kind: 'opinion' as const,
    words: `評価・意見${line.number}の文`,
    sectionIds: sections.map((wanted) => {
      const found = all.find(({ name }) => name === wanted);
      if (found === undefined) throw new Error(`no section ${wanted}`);
      return found.id;
    }),
    ...line,
  }));
  await opinions.create(rows, { by: 'U0SECRETARY', at });
  return Object.fromEntries(rows.map(({ number, id }) => [number, id]));
};
