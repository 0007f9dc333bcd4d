import type { Actor } from '../../domain/actor.ts';
import { countHeld } from '../../domain/delivery/held.ts';
import { WATCHED, watchedAs } from '../../domain/newsletter/watched.ts';
import { may } from '../../domain/permission.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { subjectOf } from '../../domain/subject.ts';
import type { FormInput, ServiceDeps } from '../service-deps.ts';

/** The choice, and how many held messages the person has seen. */
type HeldChoice = { readonly sends: boolean; readonly expected: number };

/**
 * 送る or 送らない of what is held since the record was restored; gives how many messages it was about. From then on jobs run again: after
 * 送る they make up for what is still worth it, after 送らない for nothing that was due until now, and an issue whose hour has passed is left
 * to the secretariat.
 */
export const settleHeld = async (
  { clock, db }: ServiceDeps,
  { key, draft }: FormInput<HeldChoice>,
  actor: Actor,
): Promise<Result<number, Refusal>> => {
  const at = clock.now();
  const { sends, expected } = draft;
  const subject = subjectOf('delivery', 'all');
  const act = { actor, action: sends ? 'send-held' : 'drop-held', at, subject };
  return db.submit<number, Refusal>(act, { key, content: draft }, async (record) => {
    if (!may(actor, 'manage')) return refuse({ kind: 'not-allowed', who: 'secretariat' });
    await record.settings.lock();
    const held = await record.restorations.held();
    if (held === undefined || countHeld(held) !== expected) return refuse({ kind: 'changed-meanwhile' });
    if (!(await record.restorations.choose(sends, at))) return refuse({ kind: 'changed-meanwhile' });
    if (!sends)
      for (const issue of await record.newsletterIssues.inState([...WATCHED]))
        if (watchedAs(issue, at) !== undefined)
          await record.newsletterIssues.putCourse(issue.id, { state: 'late' });
    await record.audit({ subject, after: { count: expected } });
    return succeed(expected);
  });
};
