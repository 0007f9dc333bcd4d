import type { Actor } from '../../domain/actor.ts';
import { succeed } from '../../domain/result.ts';
import { type Subject, subjectOf } from '../../domain/subject.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** Notes that what is held about a person was written into a file; whose it was, where they are a person of the record. */
export const noteDisclosure = async (
  { clock, db }: ServiceDeps,
  personId: string | null,
  actor: Actor,
): Promise<void> => {
  const subject: Subject = personId === null ? 'none' : subjectOf('person', personId);
  await db.act({ actor, action: 'disclose-person', at: clock.now(), subject }, async (record) => {
    await record.audit({ subject });
    return succeed(null);
  });
};
