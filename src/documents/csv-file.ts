import { parse } from 'csv-parse/sync';
import iconv from 'iconv-lite';
import type { TableProblem } from '../domain/csv-file.ts';
import { type Result, refuse, succeed } from '../domain/result.ts';

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

/** UTF-16 as Excel's 「Unicodeテキスト」 has it: known by its mark, and not read. */
export const isUtf16 = ([first, second]: Uint8Array): boolean =>
  (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);

/** UTF-8 where every byte is UTF-8 (with or without BOM), otherwise CP932 as Japanese Excel writes it. */
const decodeCsv = (bytes: Uint8Array): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return iconv.decode(Buffer.from(bytes), 'cp932');
  }
};

/** The records of a file, each with the line on which it begins. */
const readRecords = (
  text: string,
): readonly { readonly line: number; readonly record: readonly string[] }[] => {
  const lines: number[] = [];
  let next = 1;
  try {
    const records = parse(text, {
      relax_column_count: true,
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

/**
 * The rows of a CSV file by header. Headers and cells are trimmed, empty lines are left out; a cell may hold line
 * breaks within quotes, which are all read as \n. What stands beyond the last header is kept under the empty header.
 * Throws CsvError when quotes do not close.
 */
export const readCsv = (bytes: Uint8Array): CsvTable => {
  const [head, ...body] = readRecords(decodeCsv(bytes).replace(/\r\n?/gu, '\n'));
  const headers = (head?.record ?? []).map((header) => header.normalize('NFKC').trim());
  const rows = body.flatMap(({ line, record }): CsvRow[] => {
    const named = headers.map((header, index) => [header, (record[index] ?? '').trim()] as const);
    const surplus = record.slice(headers.length).join('').trim();
    const cells = Object.fromEntries(surplus === '' ? named : [...named, ['', surplus] as const]);
    return Object.values(cells).every((cell) => cell === '') ? [] : [{ line, cells }];
  });
  return { headers, rows };
};

/** The same, refusing in words what is no table. */
export const readTable = (bytes: Uint8Array): Result<CsvTable, TableProblem> => {
  if (isUtf16(bytes)) return refuse({ kind: 'utf16' });
  if (bytes.length === 0) return refuse({ kind: 'empty' });
  try {
    return succeed(readCsv(bytes));
  } catch (error) {
    if (error instanceof CsvError) return refuse({ kind: 'broken', line: error.line });
    throw error;
  }
};
