import { z } from 'zod';
import type { TableReading } from '../../domain/csv-file.ts';
import type { PersonRow } from '../../domain/person/people-import.ts';
import { SlackId } from '../../domain/person/person.ts';
import { refuse, succeed } from '../../domain/result.ts';
import { PERSON_COLUMN } from '../../texts/csv.ts';
import { problemText } from '../../texts/problem.ts';
import { filled, optional, readColumns, readEmail, readName } from './columns.ts';
import type { CsvTable } from './file.ts';

/** Reads a file of 職員: every row, or every problem with its line and column. */
export const readPeopleCsv: (table: CsvTable) => TableReading<PersonRow> = readColumns({
  labels: PERSON_COLUMN,
  required: [PERSON_COLUMN.name],
  schema: z.object({
    name: filled(readName),
    email: optional(readEmail),
    slackId: optional((text) => {
      const id = SlackId.safeParse(text.normalize('NFKC'));
      return id.success ? succeed(id.data) : refuse(problemText.unreadable);
    }),
  }),
});
