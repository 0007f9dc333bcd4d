import type { WorkspaceRecord } from '../../../src/db/database.ts';
import { STANDARD_CALENDAR } from '../../../src/domain/calendar/working-day.ts';
import { DEFAULT_SETTINGS } from '../../../src/domain/settings.ts';
import { readActionLines } from '../../../src/queries/morning/action-lines.ts';
import { readLines, readOwedContent } from '../../../src/queries/morning/content.ts';
import {
  readCollectLine,
  readDepartmentLine,
  readInquiryLines,
  readTargetLines,
  readUnansweredLine,
} from '../../../src/queries/morning/inquiry-lines.ts';
import { readPreparationLine, readPreparations } from '../../../src/queries/morning/preparation-lines.ts';
import { type LineReading, readLineReading } from '../../../src/queries/morning/reading.ts';
import { isStanding, readStanding } from '../../../src/queries/morning/standing.ts';
import { readMorningWorld, readRunningVideos } from '../../../src/queries/morning/world.ts';
import {
  readEndingInWriting,
  readWrittenClosedLine,
  readWrittenLine,
} from '../../../src/queries/morning/written-lines.ts';
import { AT, DAY, ID, SLACK_ID, YEAR } from '../full-workspace/names.ts';
import { aMeeting } from '../meetings.ts';
import { finds, type WallCase } from './case.ts';

const { contact } = DEFAULT_SETTINGS;
const REF = `inquiry:${ID.inquiry}:${ID.section}:promoter` as const;
const ACTION = `action-item:${ID.action}` as const;
/** One of the secretariat, who may be asked anything. */
const READER = { id: SLACK_ID, personId: ID.person, isSecretariat: true, posts: [] } as const;
const ALL = { most: { inquiries: 9, rest: 9 } } as const;

/** A line as it is read for somebody of the full workspace. */
const readLine = async <T>(record: WorkspaceRecord, read: (reading: LineReading) => Promise<T>): Promise<T> =>
  read(await readLineReading(record, SLACK_ID, AT));

/** What mornings and what stands open are read from. */
export const MORNING_QUERY_CASES: Readonly<Record<string, WallCase>> = {
  readLineReading: finds(DEFAULT_SETTINGS, (record) => readLine(record, async ({ settings }) => settings)),
  readInquiryLines: finds([], (record) =>
    readLine(record, (reading) => readInquiryLines(reading, 'inquiry', [REF])),
  ),
  readTargetLines: finds(undefined, (record) =>
    readLine(record, async (reading) =>
      (await readTargetLines(reading, [{ kind: 'away-over-due', ref: REF }]))('away-over-due', REF),
    ),
  ),
  readActionLines: finds(undefined, (record) =>
    readLine(record, async (reading) =>
      (await readActionLines(reading, [{ kind: 'action-item', ref: ACTION }]))(ACTION),
    ),
  ),
  readWrittenLine: finds(undefined, (record) =>
    readLine(record, (reading) =>
      readWrittenLine(reading, 'written-meeting', `written-meeting:${ID.written}:1`),
    ),
  ),
  readWrittenClosedLine: finds(undefined, (record) =>
    readLine(record, (reading) => readWrittenClosedLine(reading, `written-meeting:${ID.written}`)),
  ),
  readEndingInWriting: finds([], readEndingInWriting),
  readPreparations: finds([], async (record) => {
    const meeting = aMeeting({ bodyId: ID.body, fiscalYear: YEAR, heldConfirmedAt: null, confirmedAt: AT });
    return readPreparations(record, [meeting], STANDARD_CALENDAR);
  }),
  readPreparationLine: finds(undefined, (record) =>
    readLine(record, (reading) => readPreparationLine(reading, `meeting:${ID.meeting}`)),
  ),
  readLines: finds([], (record) =>
    readLine(record, (reading) =>
      readLines(reading, [
        { kind: 'held-meeting', ref: `meeting:${ID.meeting}` },
        { kind: 'guide', ref: `appointment:${ID.appointment}` },
        { kind: 'inquiry', ref: REF },
        { kind: 'action-item', ref: ACTION },
      ]),
    ),
  ),
  readCollectLine: finds(undefined, (record) =>
    readLine(record, (reading) => readCollectLine(reading, `inquiry-collect:${ID.inquiry}:${ID.department}`)),
  ),
  readStanding: finds([], async (record) => (await readStanding(record, READER, AT, ALL)).lines),
  isStanding: finds(false, (record) => isStanding(record, READER, REF, AT)),
  readRunningVideos: finds([], async (record) => {
    if ((await record.trainings.find(ID.session)) !== undefined)
      await record.trainings.confirm(ID.session, AT);
    return readRunningVideos(record, { day: DAY, calendar: STANDARD_CALENDAR }, []);
  }),
  readDepartmentLine: finds(undefined, (record) =>
    readLine(record, (reading) =>
      readDepartmentLine(reading, `inquiry-department:${ID.inquiry}:${ID.department}`),
    ),
  ),
  readUnansweredLine: finds(undefined, (record) =>
    readLine(record, (reading) => readUnansweredLine(reading, `inquiry:${ID.inquiry}`)),
  ),
  readOwedContent: finds({ kind: 'morning', day: DAY, lines: [], contact }, (record, { id }) =>
    readOwedContent('morning')(record, { id, recipient: SLACK_ID, posted: null }, AT),
  ),
  readMorningWorld: finds(
    {
      calendar: STANDARD_CALENDAR.isWorkingDay(DAY),
      rosterReportUntil: '04-30',
      departments: [],
      appointments: [],
      people: [],
      secretariat: [],
      away: [],
      inquiries: [],
      writtenMeetings: [],
      endingInWriting: [],
      actionItems: [],
      postponed: [],
      videos: [],
      held: [],
      preparations: [],
      unsent: [],
    },
    async (record) => {
      const world = await readMorningWorld(record, { after: DAY, first: DAY, last: DAY }, []);
      return { ...world, calendar: world.calendar.isWorkingDay(DAY) };
    },
  ),
};
