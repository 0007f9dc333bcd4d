import type { Actor } from '../../domain/actor.ts';
import { todayInTokyo } from '../../domain/calendar/local-date.ts';
import { hasBegun } from '../../domain/occasion/date.ts';
import { mayChangeOccasion } from '../../domain/occasion/permission.ts';
import type { OccasionName } from '../../domain/occasion/record.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { subjectOf } from '../../domain/subject.ts';
import type { ServiceDeps } from '../service-deps.ts';

const KINDS = {
  meeting: {
    table: 'meetings',
    action: (held: boolean) => (held ? 'confirm-held' : 'take-back-held'),
  },
  training: {
    table: 'trainings',
    action: (held: boolean) => (held ? 'confirm-training-held' : 'take-back-training-held'),
  },
} as const;

/** 実施を確認 of a meeting or 研修 that was entered before its day, or taking that back (`held` false). */
export const confirmHeld = async (
  { clock, db }: ServiceDeps,
  { kind, id }: OccasionName,
  held: boolean,
  actor: Actor,
): Promise<Result<null, Refusal>> => {
  const { table, action } = KINDS[kind];
  const at = clock.now();
  const subject = subjectOf(kind, id);
  return db.act<null, Refusal>({ actor, action: action(held), at, subject }, async (record) => {
    const occasion = await record[table].findToChange(id);
    if (occasion === undefined || occasion.cancelled !== null) return refuse({ kind: 'gone' });
    if (!mayChangeOccasion(actor, occasion)) return refuse({ kind: 'not-allowed', who: 'recorder' });
    if ((occasion.heldConfirmedAt !== null) === held) return succeed(null);
    // When its result is told, it is known to have been held.
    if ('begunInWritingId' in occasion && occasion.begunInWritingId !== null)
      return refuse({ kind: 'decided-in-writing' });
    // The button of a message from before 日程を変更.
    if (!hasBegun(occasion.date, todayInTokyo(at))) return refuse({ kind: 'changed-meanwhile' });
    await record[table].markHeldConfirmed(id, held ? at : null);
    await record.audit({ subject, before: { held: !held }, after: { held } });
    await record.deliveries.refresh(subject);
    return succeed(null);
  });
};
