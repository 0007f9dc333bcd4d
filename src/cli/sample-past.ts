import { readFileSync } from 'node:fs';
import { type CsvTable, readTable } from '../documents/csv/file.ts';
import { readMeetingCsv } from '../documents/csv/meeting.ts';
import { readMemberCsv } from '../documents/csv/member.ts';
import { readTrainingCsv } from '../documents/csv/training.ts';
import { trusted } from '../domain/actor.ts';
import { EXAMPLE_YEAR } from '../domain/body/example-bodies.ts';
import { currentFiscalYear, type FiscalYear, firstDayOf } from '../domain/calendar/fiscal-year.ts';
import { todayInTokyo } from '../domain/calendar/local-date.ts';
import type { TableReading } from '../domain/csv-file.ts';
import type { PersonRow } from '../domain/person/people-import.ts';
import type { Result } from '../domain/result.ts';
import type { RosterRow } from '../domain/roster/import.ts';
import { importMembers } from '../services/body/import-members.ts';
import { importMeetings } from '../services/meeting/import.ts';
import { importPeople } from '../services/person/import-people.ts';
import { importPromoters } from '../services/roster/import-promoters.ts';
import type { ServiceDeps } from '../services/service-deps.ts';
import { prepareWorkspace } from '../services/settings/prepare-workspace.ts';
import { importTrainings } from '../services/training/import.ts';
import { PRACTICE_TEAM } from './practice-people.ts';
import { enterWrittenMeeting } from './sample-written.ts';

/** The rows of a file of prisma/sample; it is ours, so a line that can not be read is a mistake of ours. */
const rowsOf = <Row>(name: string, read: (table: CsvTable) => TableReading<Row>): readonly Row[] => {
  const table = readTable(readFileSync(new URL(`../../prisma/sample/${name}`, import.meta.url)));
  if (!table.ok) throw new Error(`the sample ${name} can not be read`);
  const { rows, problems } = read(table.value);
  if (problems.length > 0) throw new Error(`the sample ${name} has bad lines`);
  return rows;
};

const taken = async (what: string, importing: Promise<Result<unknown, object>>): Promise<void> => {
  const outcome = await importing;
  if (!outcome.ok) throw new Error(`the sample ${what} was not taken: ${JSON.stringify(outcome.error)}`);
};

const yearsUntil = (last: FiscalYear): readonly FiscalYear[] =>
  Array.from({ length: last - EXAMPLE_YEAR + 1 }, (_, index) => EXAMPLE_YEAR + index);

/** What a record begins with: the promoters of every year, and who of them is at which account of the practice workspace. */
export type Sample = {
  readonly roster: readonly RosterRow[];
  readonly accounts: readonly Omit<PersonRow, 'line'>[];
};

/**
 * Begins the record of the practice workspace unless there is one: `sample` brings the rosters from fiscal 2023 on, and the
 * meetings, members and training of the years gone by, as a city imports its own, and a 書面開催 with its result, which is all that is sent.
 * Gives whether the record is new.
 */
export const beginPracticeRecord = async (
  deps: ServiceDeps,
  sample: Sample | undefined,
): Promise<boolean> => {
  if ((await deps.db.workspaces.ids()).includes(PRACTICE_TEAM.id)) return false;
  await prepareWorkspace(deps, PRACTICE_TEAM.id);
  if (sample === undefined) return true;
  const actor = trusted(PRACTICE_TEAM.id, 'cli:practice', 'cli');
  for (const year of yearsUntil(currentFiscalYear(todayInTokyo(deps.clock.now())))) {
    const roster = sample.roster.map((row) => ({ ...row, startsOn: firstDayOf(year) }));
    await taken('roster', importPromoters(deps, roster, false, actor));
  }
  const people = sample.accounts.map((person, index) => ({ ...person, line: index + 1 }));
  await taken('people', importPeople(deps, people, false, actor));
  await taken('meetings', importMeetings(deps, rowsOf('meetings.csv', readMeetingCsv), false, actor));
  await taken('training', importTrainings(deps, rowsOf('trainings.csv', readTrainingCsv), false, actor));
  await taken('members', importMembers(deps, rowsOf('members.csv', readMemberCsv), false, actor));
  await enterWrittenMeeting(deps, PRACTICE_TEAM.id);
  return true;
};
