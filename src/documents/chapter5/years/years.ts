import { currentFiscalYear, printFiscalYear } from '../../../domain/calendar/fiscal-year.ts';
import type { YearsFacts } from '../../../services/report/read-years.ts';
import { yearsEvidenceText, yearsPictureText, yearsText } from '../../../texts/years.ts';
import { type BarGroup, drawBars } from '../../bar-picture.ts';
import type { DocumentPart, TablePart, TextDocument } from '../../writing/text-document.ts';
import { evidenceTable } from '../evidence/table.ts';
import { yearsEvidence } from './evidence.ts';
import { inquiriesTable, meetingsTable, promotersTable, trainingTable, type YearsTable } from './rows.ts';

/** So many names stay readable on a page of paper. */
const A_PICTURE = 4;

const pictures = async (title: string, groups: readonly BarGroup[]): Promise<readonly DocumentPart[]> => {
  const longest = Math.max(0, ...groups.flatMap(({ bars }) => bars.map(({ value }) => value)));
  const parts = Array.from({ length: Math.ceil(groups.length / A_PICTURE) }, (_, index) =>
    groups.slice(index * A_PICTURE, (index + 1) * A_PICTURE),
  );
  return Promise.all(
    parts.map(async (of) => ({
      kind: 'picture' as const,
      words: yearsPictureText.words(title, of),
      ...(await drawBars({ title, unit: yearsPictureText.unit, groups: of, longest })),
    })),
  );
};

const tablePart = ({ caption, rows }: YearsTable, { years }: Pick<YearsFacts, 'years'>): TablePart => ({
  kind: 'table',
  caption,
  columns: [
    { heading: yearsText.item, share: 28 },
    ...years.map((year) => ({ heading: printFiscalYear(year), share: 24 })),
  ],
  rows: rows.map(({ name, cells }) => [[name], ...cells.map((text) => [text])]),
});

const heading = (text: string, level: 1 | 2): DocumentPart => ({ kind: 'heading', text, level });

/** 前年度との比較 as the last part of a document: its headings and tables, with the pictures of those that are drawn. */
const yearsParts = (
  facts: YearsFacts,
  meetingPictures: readonly DocumentPart[],
  trainingPictures: readonly DocumentPart[],
): readonly DocumentPart[] => {
  const { years, today } = facts;
  const [first = 0, last = 0] = [years.at(0), years.at(-1)];
  const section = (table: YearsTable, ...more: readonly DocumentPart[]): readonly DocumentPart[] => [
    heading(table.caption, 2),
    tablePart(table, facts),
    ...more,
  ];
  return [
    heading(yearsText.title, 1),
    {
      kind: 'lines',
      lines: [
        yearsText.lead(printFiscalYear(first), printFiscalYear(last)),
        ...(last === currentFiscalYear(today) ? [yearsText.toDay] : []),
      ],
    },
    ...section(meetingsTable(facts), ...meetingPictures),
    ...section(trainingTable(facts), ...trainingPictures),
    ...section(promotersTable(facts)),
    ...section(inquiriesTable(facts), { kind: 'lines', lines: [yearsText.inquiriesLead] }),
  ];
};

/** A document with 前年度との比較 behind it, and for a spreadsheet with the rows that its numbers count. */
export const withYears = async (document: TextDocument, facts: YearsFacts): Promise<TextDocument> => {
  const [meetings, training] = await Promise.all([
    pictures(yearsPictureText.meetings, meetingsTable(facts).bars),
    pictures(yearsPictureText.training, trainingTable(facts).bars),
  ]);
  return {
    ...document,
    parts: [...document.parts, ...yearsParts(facts, meetings, training)],
    get sheets() {
      return [...(document.sheets ?? []), evidenceTable(yearsEvidenceText.title, yearsEvidence(facts))];
    },
  };
};

/** The same as far as documents are compared: without the pictures, which take their time, and what a spreadsheet alone has. */
export const withYearsUndrawn = (document: TextDocument, facts: YearsFacts): TextDocument => ({
  ...document,
  parts: [...document.parts, ...yearsParts(facts, [], [])],
});

/** Whether a document was made so: it is compared with what it would say now, with the comparison or without. */
export const hasYears = ({ parts }: Pick<TextDocument, 'parts'>): boolean =>
  parts.some((part) => part.kind === 'heading' && part.text === yearsText.title);
