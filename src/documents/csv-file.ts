import { parse } from 'csv-parse/sync';
import iconv from 'iconv-lite';
import { z } from 'zod';

/** A cell's place as people count in a spreadsheet: line 1 is the header; `column` is the header's label. */
export type CsvRow = { readonly line: number; readonly cells: Readonly<Record<string, string>> };

/** A file that can't be read as a table, with the line where that shows. */
export class CsvError extends Error {
  readonly line: number | undefined;
  constructor(message: string, line: number | undefined) {
    super(message);
    this.line = line;
  }
}

/** UTF-8 where every byte is UTF-8 (with or without BOM), otherwise CP932 as Japanese Excel writes it. */
export const decodeCsv = (bytes: Uint8Array): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return iconv.decode(Buffer.from(bytes), 'cp932');
  }
};

/** What the parser gives with `info`: its types do not know it. `lines` is the last line of the record. */
const Records = z.array(z.object({ record: z.array(z.string()), info: z.object({ lines: z.number() }) }));

/**
 * The rows of a CSV file by header. Headers and cells are trimmed, empty lines are left out; a cell may hold line
 * breaks within quotes. Throws CsvError when quotes do not close or a row has too many cells.
 */
export const readCsv = (
  bytes: Uint8Array,
): { readonly headers: readonly string[]; readonly rows: readonly CsvRow[] } => {
  try {
    const records = Records.parse(
      parse(decodeCsv(bytes), { bom: true, info: true, relax_column_count_less: true }),
    );
    const [head, ...body] = records;
    const headers = (head?.record ?? []).map((header) => header.normalize('NFKC').trim());
    const rows = body.flatMap(({ record, info }): CsvRow[] => {
      const breaks = record.join('').split(/\r\n|\r|\n/u).length - 1;
      const cells = Object.fromEntries(
        headers.map((header, index) => [header, (record[index] ?? '').trim()]),
      );
      const isEmpty = Object.values(cells).every((cell) => cell === '');
      return isEmpty ? [] : [{ line: info.lines - breaks, cells }];
    });
    return { headers, rows };
  } catch (error) {
    const line = error instanceof Error && 'lines' in error ? Number(error.lines) : undefined;
    throw new CsvError(error instanceof Error ? error.message : String(error), line);
  }
};
