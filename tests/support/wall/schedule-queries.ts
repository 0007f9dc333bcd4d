import { trusted } from '../../../src/domain/actor.ts';
import { DEFAULT_SETTINGS } from '../../../src/domain/settings.ts';
import { readEntryChanges, readSchedule, readScheduleEntry } from '../../../src/queries/schedule/dates.ts';
import { readScheduleOffers } from '../../../src/queries/schedule/offers.ts';
import { readScheduleRecorded } from '../../../src/queries/schedule/told.ts';
import { AT, DAY, ID, YEAR } from '../full-workspace/names.ts';
import { aMeetingEntry } from '../schedule.ts';
import { finds, type WallCase } from './case.ts';

const READER = { actor: { ...trusted('', 'cli:test', 'cli'), isSecretariat: true }, now: AT } as const;
const KINDS = [
  { kind: 'meeting', id: ID.meeting },
  { kind: 'training', id: ID.session },
  { kind: 'written-meeting', id: ID.written },
] as const;

/** Every function of src/queries about 年間スケジュール, asked for what the full workspace holds. */
export const SCHEDULE_QUERY_CASES: Readonly<Record<string, WallCase>> = {
  readScheduleOffers: finds([], async (record) => {
    const { offers, known, notHeld } = await readScheduleOffers(
      record,
      { year: YEAR + 1, baseYear: YEAR },
      DAY,
    );
    return [...offers, ...known, ...notHeld];
  }),
  readScheduleRecorded: finds(
    { kind: 'schedule-recorded', year: YEAR, occasions: [], contact: DEFAULT_SETTINGS.contact },
    (record, { id }) => readScheduleRecorded(record, { id, subject: `schedule:${YEAR}` }, AT),
  ),
  readSchedule: finds({ entries: [], notHeld: [] }, (record) => readSchedule(record, YEAR, READER)),
  readScheduleEntry: finds([undefined, undefined, undefined], (record) =>
    Promise.all(KINDS.map((name) => readScheduleEntry(record, name, READER))),
  ),
  readEntryChanges: finds([null], async (record) =>
    (await readEntryChanges(record, [aMeetingEntry({}, { id: ID.meeting })])).map(
      ({ changedAt }) => changedAt,
    ),
  ),
};
