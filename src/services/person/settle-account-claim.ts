import type { Actor } from '../../domain/actor.ts';
import { may } from '../../domain/permission.ts';
import type { Person } from '../../domain/person/person.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { subjectOf } from '../../domain/subject.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** A living account that bears somebody's recorded address, where the record has them, or the account, otherwise. */
export type AccountClaim = {
  readonly person: Person;
  readonly claimant: string;
  /** Who has that account in the record; nobody where `person` has another account. */
  readonly holder: Person | undefined;
};

/** Those that wait for a choice: the secretariat's, and none for others. */
export const listAccountClaims = async (
  { db }: Pick<ServiceDeps, 'db'>,
  actor: Actor,
): Promise<readonly AccountClaim[]> => {
  if (!may(actor, 'manage')) return [];
  const { people } = db.record(actor.workspaceId);
  const claims = (await people.claims()).filter(({ isLeft }) => !isLeft);
  const holders = await people.ofSlackIds(claims.map(({ claimant }) => claimant));
  return claims.map(({ person, claimant }) => ({
    person,
    claimant,
    holder: holders.find(({ slackId }) => slackId === claimant),
  }));
};

/** Which of them: whose address, and which account. */
export type ClaimChoice = { readonly personId: string; readonly claimant: string };

/** このアカウントにつなぐ (`take`): the account becomes theirs, and whoever had it has none. Or it stays as it is. */
export const settleAccountClaim = async (
  { clock, db }: ServiceDeps,
  { personId, claimant }: ClaimChoice,
  take: boolean,
  actor: Actor,
): Promise<Result<null, Refusal>> => {
  const at = clock.now();
  const subject = subjectOf('person', personId);
  const action = take ? 'take-account' : 'leave-account';
  return db.act<null, Refusal>({ actor, action, at, subject }, async (record) => {
    if (!may(actor, 'manage')) return refuse({ kind: 'not-allowed', who: 'secretariat' });
    await record.appointments.lock();
    const claim = (await record.people.claims()).find(
      (one) => one.person.id === personId && one.claimant === claimant && !one.isLeft,
    );
    // Another may have settled it meanwhile, or it is none any more.
    if (claim === undefined) return refuse({ kind: 'changed-meanwhile' });
    if (!take) {
      await record.people.leaveClaim(personId);
      await record.audit({ subject, after: { claimant, left: true } });
      return succeed(null);
    }
    const holder = await record.people.findBySlackId(claimant);
    if (holder !== undefined) {
      await record.people.put(holder.id, { slackId: null });
      await record.audit({
        subject: subjectOf('person', holder.id),
        before: holder,
        after: { slackId: null },
      });
    }
    const after = { slackId: claimant, deactivatedAt: null };
    await record.people.put(personId, after);
    await record.people.claim(personId, null);
    await record.audit({ subject, before: claim.person, after });
    return succeed(null);
  });
};
