import type { Actor } from '../../domain/actor.ts';
import { mayChangeOccasion } from '../../domain/occasion/permission.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { subjectOf } from '../../domain/subject.ts';
import { type TrainingChange, trainingChanges } from '../../domain/training/history.ts';
import type { Programme } from '../../domain/training/programme.ts';
import { NOBODY, type Recorded, type TrainingSession } from '../../domain/training/training.ts';
import type { ServiceDeps } from '../service-deps.ts';

/**
 * A 研修 opened to be changed: by its name, with the programmes of its year, who is invited, its newest changes, how many are
 * recorded at it, and how many messages tell of it.
 */
export type OpenedTraining = {
  readonly session: TrainingSession;
  readonly name: string;
  readonly programmes: readonly Programme[];
  /** 対象者 who were chosen one by one, by Slack id. */
  readonly invitees: readonly string[];
  readonly history: readonly TrainingChange[];
  readonly recorded: Recorded;
  readonly messages: number;
};

const MOST_CHANGES = 5;

/** Opens a 研修 for one who may change it. */
export const openTraining = async (
  { clock, db }: ServiceDeps,
  sessionId: string,
  actor: Actor,
): Promise<Result<OpenedTraining, Refusal>> => {
  const act = { actor, action: 'open-training', at: clock.now(), subject: subjectOf('training', sessionId) };
  return db.act<OpenedTraining, Refusal>(act, async (record) => {
    const session = await record.trainings.find(sessionId);
    if (session === undefined || session.cancelled !== null) return refuse({ kind: 'gone' });
    if (!mayChangeOccasion(actor, session)) return refuse({ kind: 'not-allowed', who: 'recorder' });
    const programmes = await record.programmes.nameable(session.fiscalYear);
    const nameOf = (programmeId: string): string =>
      programmes.find(({ id }) => id === programmeId)?.name ?? '';
    const invited = new Set(await record.trainings.inviteesOf(sessionId));
    const people = invited.size === 0 ? [] : await record.people.all();
    const lines = await record.auditLines.of(act.subject, 20);
    return succeed({
      session,
      name: session.programmeId === null ? session.otherName : nameOf(session.programmeId),
      programmes,
      invitees: people.flatMap(({ id, slackId }) => (invited.has(id) && slackId !== null ? [slackId] : [])),
      history: trainingChanges(lines).slice(0, MOST_CHANGES),
      recorded: (await record.attendances.counts([sessionId])).get(sessionId) ?? NOBODY,
      messages: (await record.deliveries.postedOf(act.subject)).length,
    });
  });
};
