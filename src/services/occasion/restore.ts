import type { WorkspaceRecord } from '../../db/database.ts';
import type { Actor } from '../../domain/actor.ts';
import { isUndoable } from '../../domain/calendar/undo.ts';
import { bodyToRecord, type MeetingProblem } from '../../domain/meeting/meeting.ts';
import { mayChangeOccasion } from '../../domain/occasion/permission.ts';
import type { OccasionName } from '../../domain/occasion/record.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { subjectOf } from '../../domain/subject.ts';
import { programmeProblem, type TrainingProblem } from '../../domain/training/training.ts';
import { readRefsOfMeeting } from '../../queries/meeting.ts';
import type { ServiceDeps } from '../service-deps.ts';

type Problem = MeetingProblem | TrainingProblem | Refusal;

/** What was recorded since and stands against having it back: 開催なし of its year, or that its body or programme is no more. */
type Obstacle = (record: WorkspaceRecord, id: string) => Promise<Problem | undefined>;

/** Both hold the row whose other records are asked for, so that these stay as they are. */
const ofMeeting: Obstacle = async (record, id) => {
  const meeting = await record.meetings.find(id);
  if (meeting === undefined) return { kind: 'gone' };
  const { bodyId, fiscalYear } = meeting;
  await record.bodies.lock(bodyId);
  const [body, didNotMeet] = [
    await record.bodies.find(bodyId, fiscalYear),
    await record.didNotMeet.find(bodyId, fiscalYear),
  ];
  const stands = bodyToRecord(body, didNotMeet);
  return stands.ok ? undefined : stands.error;
};

const ofTraining: Obstacle = async (record, id) => {
  const session = await record.trainings.find(id);
  if (session === undefined) return { kind: 'gone' };
  const { programmeId, fiscalYear } = session;
  if (programmeId === null) return undefined;
  await record.programmes.lock(programmeId);
  const isNotHeld = (await record.programmes.notHeldIn(fiscalYear)).includes(programmeId);
  return programmeProblem(await record.programmes.find(programmeId, fiscalYear), isNotHeld, fiscalYear);
};

const KINDS = {
  meeting: { table: 'meetings', action: 'restore-meeting', obstacle: ofMeeting },
  training: { table: 'trainings', action: 'restore-training', obstacle: ofTraining },
} as const;

/**
 * 元に戻す of a cancelled meeting or 研修, within 30 days, by those who may cancel it: it is in lists and report again as it was,
 * with its attendances and its reception code, its messages say so, and what was not sent because of it is sent. Done twice, it
 * changes nothing the second time.
 */
export const restoreOccasion = async (
  { clock, db }: ServiceDeps,
  { kind, id }: OccasionName,
  actor: Actor,
): Promise<Result<null, Problem>> => {
  const { table, action, obstacle } = KINDS[kind];
  const at = clock.now();
  const subject = subjectOf(kind, id);
  return db.act<null, Problem>({ actor, action, at, subject }, async (record) => {
    const problem = await obstacle(record, id);
    const occasion = await record[table].findToChange(id);
    if (occasion === undefined) return refuse({ kind: 'gone' });
    if (!mayChangeOccasion(actor, occasion)) return refuse({ kind: 'not-allowed', who: 'recorder' });
    if (occasion.cancelled === null) return succeed(null);
    if (!isUndoable(occasion.cancelled.at, at)) return refuse({ kind: 'undo-over' });
    if (problem !== undefined) return refuse(problem);
    await record[table].restore(id);
    await record.audit({ subject, before: { cancelled: true }, after: { cancelled: false } });
    await record.deliveries.refresh(subject);
    const refs = kind === 'meeting' ? await readRefsOfMeeting(record, id) : [];
    await record.deliveries.refreshLines(refs);
    await record.deliveries.resume([subject, ...refs]);
    if (kind === 'training') await record.deliveries.refresh(subjectOf('training-lag', occasion.fiscalYear));
    return succeed(null);
  });
};
