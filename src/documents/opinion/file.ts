import { printFiscalYear } from '../../domain/calendar/fiscal-year.ts';
import type { OpinionFormat } from '../../domain/opinion/format.ts';
import type { OpinionsToTake } from '../../services/opinion/take.ts';
import { opinionFileText } from '../../texts/opinion-file.ts';
import { writeCsv } from '../csv/write.ts';
import { allLines } from '../writing/letters.ts';
import { writeDocument } from '../writing/write.ts';
import { opinionDocument, opinionRows } from './document.ts';

const csvOf = (taken: OpinionsToTake): Uint8Array => {
  const { headings, rows } = opinionRows(taken);
  return writeCsv(
    headings,
    rows.map((row) => row.map((cell) => allLines(cell).join('\n'))),
  );
};

/** 評価・意見に対する市の調査・検討 of a year as a file. */
export const opinionFile = async (
  taken: OpinionsToTake,
  format: OpinionFormat,
): Promise<{ readonly name: string; readonly bytes: Uint8Array }> => ({
  name: opinionFileText.fileName(printFiscalYear(taken.year), format),
  bytes: format === 'csv' ? csvOf(taken) : await writeDocument(opinionDocument(taken), format),
});
