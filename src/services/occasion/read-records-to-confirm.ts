import type { Actor } from '../../domain/actor.ts';
import { fiscalYearOf, lastDayOf } from '../../domain/calendar/fiscal-year.ts';
import { todayInTokyo } from '../../domain/calendar/local-date.ts';
import type { Meeting } from '../../domain/meeting/meeting.ts';
import { mayConfirm } from '../../domain/permission.ts';
import type { TrainingSession } from '../../domain/training/training.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** What waits for the secretariat: meetings and 研修 with their names, and how many appointments. */
export type RecordsToConfirm = {
  readonly meetings: readonly { readonly meeting: Meeting; readonly bodyName: string }[];
  readonly otherMeetings: number;
  readonly trainings: readonly { readonly session: TrainingSession; readonly name: string }[];
  readonly otherTrainings: number;
  readonly appointments: { readonly reported: number; readonly open: number };
};

/** At most this many meetings, and this many 研修, are named. */
const MOST = 8;

/** 記録の確認: what others recorded and the secretariat has to confirm; nothing for anybody else. */
export const readRecordsToConfirm = async (
  { clock, db }: ServiceDeps,
  actor: Actor,
): Promise<RecordsToConfirm | undefined> => {
  if (!mayConfirm(actor)) return undefined;
  const record = db.record(actor.workspaceId);
  const today = todayInTokyo(clock.now());
  const [meetings, pending, standing] = await Promise.all([
    record.meetings.pending(today),
    record.trainings.pending(today),
    record.appointments.between(today, lastDayOf(fiscalYearOf(today) + 1)),
  ]);
  const unconfirmed = meetings.filter(({ confirmedAt }) => confirmedAt === null);
  const sessions = pending.filter(({ confirmedAt }) => confirmedAt === null);
  const named = unconfirmed.slice(0, MOST);
  const bodies = await Promise.all(
    named.map(({ bodyId, fiscalYear }) => record.bodies.find(bodyId, fiscalYear)),
  );
  const trainings = await Promise.all(
    sessions.slice(0, MOST).map(async (session) => {
      const { programmeId, otherName, fiscalYear } = session;
      const programme =
        programmeId === null ? undefined : await record.programmes.find(programmeId, fiscalYear);
      return { session, name: programme?.name ?? otherName };
    }),
  );
  const waiting = standing.filter(({ confirmedAt }) => confirmedAt === null);
  const reported = waiting.filter(({ reportedAt }) => reportedAt !== null).length;
  return {
    meetings: named.map((meeting, index) => ({ meeting, bodyName: bodies[index]?.name ?? '' })),
    otherMeetings: unconfirmed.length - named.length,
    trainings,
    otherTrainings: sessions.length - trainings.length,
    appointments: { reported, open: waiting.length - reported },
  };
};
