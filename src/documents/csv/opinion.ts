import { z } from 'zod';
import type { TableReading } from '../../domain/csv-file.ts';
import { MOST_OPINION } from '../../domain/opinion/draft.ts';
import type { ImportedOpinion } from '../../domain/opinion/import.ts';
import { OPINION_KINDS, type OpinionKind } from '../../domain/opinion/opinion.ts';
import { refuse, succeed } from '../../domain/result.ts';
import { csvText } from '../../texts/csv.ts';
import { OPINION_KIND_WORD, OPINION_LABEL } from '../../texts/opinion.ts';
import { OPINION_SAMPLE, opinionImportText } from '../../texts/opinion-import.ts';
import { problemText } from '../../texts/problem.ts';
import { filled, optional, readColumns, readWord } from './columns.ts';
import type { CsvTable } from './file.ts';
import { writeCsv } from './write.ts';

const { reason: _, ...COLUMN } = OPINION_LABEL;
const { fiscalYear, number, item, kind, words } = COLUMN;

/** Text of at most so many characters, on one line where it is no more than that. */
const text =
  (most: number, lines: 'one line' | 'lines' = 'one line') =>
  (typed: string) => {
    if (typed.length > most) return refuse(problemText.tooLong(most));
    return lines === 'one line' && typed.includes('\n') ? refuse(csvText.lineBreak) : succeed(typed);
  };

/** What a spreadsheet makes of 3-1: a day. */
const LIKE_DAY =
  /^(?:\d{1,2}月\d{1,2}日|\d{4}[/-]\d{1,2}[/-]\d{1,2}|\d{1,2}-[A-Z][a-z]{2}|[A-Z][a-z]{2}-\d{2})$/u;
const readNumber = (typed: string) =>
  LIKE_DAY.test(typed.normalize('NFKC'))
    ? refuse(opinionImportText.numberIsDay)
    : text(MOST_OPINION.number)(typed);

const KINDS: Readonly<Record<string, OpinionKind>> = Object.fromEntries(
  OPINION_KINDS.map((value) => [OPINION_KIND_WORD[value], value]),
);

/** Several sections in one cell, with 、 or a line break between them. */
const readSections = (typed: string) =>
  succeed(
    typed
      .split(/[、,，;；\n]+/u)
      .map((name) => name.trim().replace(/^[・･]\s*/u, ''))
      .filter((name) => name !== ''),
  );

/** Reads a file of 評価・意見: every row, or every problem with its line and column. */
export const readOpinionCsv: (table: CsvTable) => TableReading<ImportedOpinion> = readColumns({
  labels: COLUMN,
  required: [fiscalYear, number, item, kind, words],
  schema: z.object({
    fiscalYear: filled(text(20)),
    number: filled(readNumber),
    item: filled(text(MOST_OPINION.item)),
    kind: filled(readWord(KINDS)),
    words: filled(text(MOST_OPINION.words, 'lines')),
    sections: optional(readSections).transform((sections) => sections ?? []),
  }),
});

/** 見本のCSV, of a year, with sections that the record has. */
export const opinionSampleCsv = (year: string, sections: readonly string[]): Uint8Array =>
  writeCsv(
    [fiscalYear, number, item, kind, words, COLUMN.sections],
    OPINION_SAMPLE.map((row, index) => [
      year,
      String(index + 1),
      row.item,
      OPINION_KIND_WORD[row.kind],
      row.words,
      sections.slice(0, index + 1).join('、'),
    ]),
  );
