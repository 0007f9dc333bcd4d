import type { WorkspaceRecord } from '../../../src/db/database.ts';
import { trusted } from '../../../src/domain/actor.ts';
import { DEFAULT_SETTINGS } from '../../../src/domain/settings.ts';
import { readAskedToWatch, readAttendance } from '../../../src/queries/attendance.ts';
import { readVideos } from '../../../src/queries/morning/world.ts';
import {
  readNamedTraining,
  readTrainingLag,
  readTrainingRecorded,
  readTrainingToTell,
  readWatched,
} from '../../../src/queries/training.ts';
import { attendanceEvent } from '../full-workspace/full-workspace.ts';
import { AT, DAY, ID, SLACK_ID, YEAR } from '../full-workspace/names.ts';
import { aTraining } from '../trainings.ts';
import { finds, type WallCase, WORDS } from './case.ts';

export const noTraining = {
  kind: 'training-lag',
  year: YEAR,
  contact: DEFAULT_SETTINGS.contact,
  trainings: [],
  isLagging: true,
} as const;

const SESSION = aTraining({ id: ID.session, programmeId: ID.programme, audience: 'chosen', way: 'video' });
const READER = trusted('', SLACK_ID, 'cli');

/** Who had said that they watched it says that they did not, and so is asked again. */
const takeBack = (record: WorkspaceRecord): Promise<unknown> =>
  record.attendances
    .enter([{ ...attendanceEvent(WORDS), state: 'absent', source: 'button' }])
    .catch(() => undefined);

/** Every function of src/queries about 研修 and 受講, asked for what the full workspace holds. */
export const TRAINING_QUERY_CASES: Readonly<Record<string, WallCase>> = {
  readTrainingRecorded: finds(undefined, (record) => readTrainingRecorded(record, [ID.session], AT)),
  readTrainingLag: finds(noTraining, (record) => readTrainingLag(record, [YEAR])),
  readNamedTraining: finds(undefined, (record) => readNamedTraining(record, ID.session, AT)),
  readTrainingToTell: finds(undefined, (record) => readTrainingToTell(record, ID.session, AT)),
  readWatched: finds({ state: null, at: null, mayTakeBack: false }, (record) =>
    readWatched(record, ID.session, SLACK_ID),
  ),
  readAttendance: finds([], async (record) => {
    const { attendances, departments, appointments } = await readAttendance(record, [SESSION], DAY, READER);
    return [...attendances, ...departments, ...appointments];
  }),
  readVideos: finds(0, async (record) => {
    await takeBack(record);
    return (await readVideos(record, [SESSION], { from: DAY, appointments: [] })).flatMap(({ personIds }) => [
      ...personIds,
    ]).length;
  }),
  readAskedToWatch: finds([], async (record) => {
    await takeBack(record);
    return readAskedToWatch(record, SESSION);
  }),
};
