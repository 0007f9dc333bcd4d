import { parse } from 'csv-parse/sync';
import { MOST_ROWS, type TableProblem } from '../../domain/csv-file.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { decodeCsv, otherFormatOf } from './encoding.ts';

/** A cell's place as people count in a spreadsheet: line 1 is the header; `column` is the header's label. */
export type CsvRow = { readonly line: number; readonly cells: Readonly<Record<string, string>> };

/** A file that can't be read as a table; `line` is where the row that can't be read begins. */
export class CsvError extends Error {
  readonly line: number;
  constructor(message: string, line: number) {
    super(message);
    this.line = line;
  }
}

/** A file as a table. */
export type CsvTable = { readonly headers: readonly string[]; readonly rows: readonly CsvRow[] };

/** The records of a text, each with the line on which it begins; at most one more than may be read. */
const readRecords = (
  text: string,
): readonly { readonly line: number; readonly record: readonly string[] }[] => {
  const lines: number[] = [];
  let next = 1;
  try {
    const records = parse(text, {
      relax_column_count: true,
      to: MOST_ROWS + 2,
      // The parser tells the last line of a record; the next one begins below it.
      on_record: (record, context) => {
        lines.push(next);
        next = context.lines + 1;
        return record;
      },
    });
    return records.map((record, index) => ({ line: lines[index] ?? next, record }));
  } catch (error) {
    throw new CsvError(error instanceof Error ? error.message : String(error), next);
  }
};

/** A header as it is compared: 「氏　名」, and one with a line break or an invisible letter in it, is 「氏名」. */
const plainHeader = (header: string): string => header.normalize('NFKC').replaceAll(/[\s\p{Cf}]/gu, '');

/** A cell as it was before `writeCsv` kept a spreadsheet from taking it for a formula. */
const plainCell = (cell: string): string => cell.trim().replace(/^'(?=[=+\-@＝＋－＠])/u, '');

/** The cells of a record by header; what stands below no header is together under the empty one. */
const cellsOf = (headers: readonly string[], record: readonly string[]): CsvRow['cells'] => {
  const named = headers.flatMap((header, index) =>
    header === '' ? [] : [[header, plainCell(record[index] ?? '')] as const],
  );
  const stray = record
    .filter((_, index) => (headers[index] ?? '') === '')
    .join('')
    .trim();
  return Object.fromEntries(stray === '' ? named : [...named, ['', stray] as const]);
};

const tableOf = (text: string): CsvTable => {
  const [head, ...body] = readRecords(text.replace(/\r\n?/gu, '\n'));
  const headers = (head?.record ?? []).map(plainHeader);
  const rows = body.flatMap(({ line, record }): CsvRow[] => {
    const cells = cellsOf(headers, record);
    return Object.values(cells).every((cell) => cell === '') ? [] : [{ line, cells }];
  });
  return { headers, rows };
};

/**
 * The rows of a CSV file by header. Cells are trimmed, headers read without spaces, empty lines left out; a cell may hold
 * line breaks within quotes, which are all read as \n. What stands below no header is kept under the empty header.
 * Throws CsvError when quotes do not close.
 */
export const readCsv = (bytes: Uint8Array): CsvTable => tableOf(decodeCsv(bytes));

/** A table whose headers stand in one cell, because something else than a comma is between them. */
const otherSeparatorIn = (text: string): 'tab' | 'semicolon' | undefined => {
  const [head = ''] = text.split(/[\r\n]/u, 1);
  if (head.includes(',')) return undefined;
  if (head.includes('\t')) return 'tab';
  return head.includes(';') ? 'semicolon' : undefined;
};

/** The same, refusing in words what is no table, is in another form, or has too many rows. */
export const readTable = (bytes: Uint8Array): Result<CsvTable, TableProblem> => {
  if (bytes.length === 0) return refuse({ kind: 'empty' });
  const format = otherFormatOf(bytes);
  if (format !== undefined) return refuse({ kind: format });
  const text = decodeCsv(bytes);
  const separator = otherSeparatorIn(text);
  if (separator !== undefined) return refuse({ kind: separator });
  try {
    const table = tableOf(text);
    return table.rows.length > MOST_ROWS ? refuse({ kind: 'too-many-rows' }) : succeed(table);
  } catch (error) {
    if (error instanceof CsvError) return refuse({ kind: 'broken', line: error.line });
    throw error;
  }
};
