import { z } from 'zod';
import { MEMBER_OFFICES } from '../../domain/body/member.ts';
import type { MemberRow } from '../../domain/body/member-import.ts';
import type { TableReading } from '../../domain/csv-file.ts';
import { MOST_POSITION } from '../../domain/position.ts';
import { refuse, succeed } from '../../domain/result.ts';
import { OFFICE_WORD } from '../../texts/body-member.ts';
import { csvText, MEMBER_COLUMN } from '../../texts/csv.ts';
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
import type { CsvTable } from './file.ts';

const { bodyName, name, title, startsOn } = MEMBER_COLUMN;

const OFFICES = Object.fromEntries(MEMBER_OFFICES.map((office) => [OFFICE_WORD[office], office]));

/** Reads a file of 委員: every row, or every problem with its line and column. Without 役 one is 委員. */
export const readMemberCsv: (table: CsvTable) => TableReading<MemberRow> = readColumns({
  labels: MEMBER_COLUMN,
  required: [bodyName, name, title, startsOn],
  numbers: [MEMBER_COLUMN.position],
  defaults: { [MEMBER_COLUMN.office]: OFFICE_WORD.member },
  schema: z.object({
    bodyName: filled((text) => succeed(text)),
    name: filled(readName),
    email: optional(readEmail),
    title: filled(readWords),
    office: optional(readWord(OFFICES)).transform((office) => office ?? 'member'),
    position: optional((text) => {
      const position = Number(text.normalize('NFKC'));
      return Number.isInteger(position) && 1 <= position && position <= MOST_POSITION
        ? succeed(position)
        : refuse(csvText.wholeNumber(MOST_POSITION));
    }),
    startsOn: filled(readDayCell),
    endsOn: optional(readDayCell),
  }),
});
