import { firstDayOf } from '../../domain/calendar/fiscal-year.ts';
import type { LocalDate } from '../../domain/calendar/local-date.ts';
import { placeOf } from '../../domain/department.ts';
import type { Roster } from '../../services/roster/export-roster.ts';
import {
  ROSTER_COLUMN,
  ROSTER_CSV_ROLE,
  ROSTER_SAMPLE,
  ROSTER_STATE_WORD,
} from '../../texts/roster-import.ts';
import { writeCsv } from './write.ts';

const HEADER = [
  ROSTER_COLUMN.name,
  ROSTER_COLUMN.email,
  ROSTER_COLUMN.department,
  ROSTER_COLUMN.section,
  ROSTER_COLUMN.role,
  ROSTER_COLUMN.startsOn,
  ROSTER_COLUMN.endsOn,
  ROSTER_COLUMN.state,
] as const;

/** The roster of a year as 名簿を取り込む reads it: importing the file changes nothing. In order of departments and sections. */
export const rosterCsv = ({ departments, appointments }: Roster): Uint8Array =>
  writeCsv(
    HEADER,
    appointments.map(({ person, sectionId, role, startsOn, endsOn, confirmedAt }) => {
      const place = placeOf(departments, sectionId);
      return [
        person.name,
        person.email ?? '',
        place?.department.name ?? '',
        place?.section.name ?? '',
        ROSTER_CSV_ROLE[role],
        startsOn,
        endsOn,
        confirmedAt === null ? ROSTER_STATE_WORD.unconfirmed : '',
      ];
    }),
  );

/** 見本のCSV of 名簿を取り込む, for a year. */
export const rosterSampleCsv = (year: number): Uint8Array => {
  const startsOn: LocalDate = firstDayOf(year);
  return writeCsv(
    HEADER,
    ROSTER_SAMPLE.map(({ name, email, department, section, role }) => [
      name,
      email,
      department,
      section,
      ROSTER_CSV_ROLE[role],
      startsOn,
      '',
      '',
    ]),
  );
};
