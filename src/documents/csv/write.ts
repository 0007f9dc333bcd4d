import { stringify } from 'csv-stringify/sync';

/**
 * A CSV file: UTF-8 with BOM, as Excel in Japanese reads it; cells that a spreadsheet would take for a formula begin with '.
 */
export const writeCsv = (
  header: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): Uint8Array => {
  const text = stringify([[...header], ...rows.map((row) => [...row])], {
    bom: true,
    escape_formulas: true,
    record_delimiter: 'windows',
  });
  return new TextEncoder().encode(text);
};
