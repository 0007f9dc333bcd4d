import type { WorkspaceRecord } from '../../db/database.ts';
import { printFiscalYear } from '../../domain/calendar/fiscal-year.ts';
import { joinParts } from '../../domain/parts.ts';
import { may } from '../../domain/permission.ts';
import type { Found } from '../../domain/search/found.ts';
import type { SearchReading } from './reading.ts';

/** 評価・意見: to the secretariat all, to others what is 公表済. */
export const readFoundOpinions = async (
  record: Pick<WorkspaceRecord, 'search'>,
  { actor, query }: SearchReading,
): Promise<readonly Found[]> => {
  const found = await record.search.opinions(query, may(actor, 'manage-opinions'));
  return found.map(({ id, at, fiscalYear, number, item, words, considerations }) => ({
    kind: 'opinion',
    id,
    at,
    name: item,
    beside: [printFiscalYear(fiscalYear), number].filter((part) => part !== '').join(' No '),
    mark: 'settled',
    texts: [words, ...considerations],
    opens: { by: 'opinion', value: joinParts(id, fiscalYear) },
  }));
};
