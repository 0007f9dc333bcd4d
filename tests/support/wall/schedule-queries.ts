import { DEFAULT_SETTINGS } from '../../../src/domain/settings.ts';
import { readScheduleOffers } from '../../../src/queries/schedule/offers.ts';
import { readScheduleRecorded } from '../../../src/queries/schedule/told.ts';
import { AT, DAY, YEAR } from '../full-workspace/names.ts';
import { finds, type WallCase } from './case.ts';

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
};
