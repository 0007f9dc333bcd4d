import { z } from 'zod';
import type { FileReader, TableReading } from '../../domain/csv-file.ts';
import { succeed } from '../../domain/result.ts';
import type { RosterRow } from '../../domain/roster/import.ts';
import { ROSTER_COLUMN, ROSTER_OTHER_NAMES, ROSTER_ROLES, ROSTER_STATES } from '../../texts/roster-import.ts';
import {
  filled,
  optional,
  readColumns,
  readDayCell,
  readEmail,
  readName,
  readWord,
  readWords,
} from './columns.ts';
import { type CsvTable, readTable } from './file.ts';

const { name, department, section, role, startsOn } = ROSTER_COLUMN;

/** Reads a roster (名簿): every row, or every problem with its line and column. */
export const readPromoterCsv: (table: CsvTable) => TableReading<RosterRow> = readColumns({
  labels: ROSTER_COLUMN,
  required: [name, department, section, role, startsOn],
  otherNames: ROSTER_OTHER_NAMES,
  schema: z.object({
    name: filled(readName),
    email: optional(readEmail),
    department: filled(readWords),
    section: filled(readWords),
    role: filled(readWord(ROSTER_ROLES)),
    startsOn: filled(readDayCell),
    endsOn: optional(readDayCell),
    state: optional(readWord(ROSTER_STATES)),
  }),
});

/** The same from the bytes of a file. */
export const readPromoterFile: FileReader<RosterRow> = (bytes) => {
  const table = readTable(bytes);
  return table.ok ? succeed(readPromoterCsv(table.value)) : table;
};
