import type { WorkspaceRecord } from '../../db/database.ts';
import type { Actor } from '../../domain/actor.ts';
import type { FiscalYear } from '../../domain/calendar/fiscal-year.ts';
import { type DidNotMeetSubject, didNotMeetSubject } from '../../domain/occasion/did-not-meet.ts';
import type { CancelDraft } from '../../domain/occasion/record.ts';
import { isSecretariat } from '../../domain/permission.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import type { FormInput, ServiceDeps } from '../service-deps.ts';

/** Takes the row away; gives the reason that was given for it, where it stood. */
const remove = async (
  record: WorkspaceRecord,
  { kind, id }: DidNotMeetSubject,
  year: FiscalYear,
): Promise<string | undefined> => {
  if (kind === 'programme') return record.programmes.removeNotHeld(id, year);
  const before = await record.didNotMeet.find(id, year);
  if (before !== undefined) await record.didNotMeet.remove(id, year);
  return before?.reason;
};

/** Takes back 開催なし of a body or programme and a year; what it said stays in the audit log. Doing it twice changes nothing. */
export const cancelDidNotMeet = async (
  { clock, db }: ServiceDeps,
  { of, fiscalYear }: { readonly of: DidNotMeetSubject; readonly fiscalYear: FiscalYear },
  { key, draft }: FormInput<CancelDraft>,
  actor: Actor,
): Promise<Result<null, Refusal>> => {
  const { reason } = draft;
  const at = clock.now();
  const subject = didNotMeetSubject(of, fiscalYear);
  return db.submit<null, Refusal>(
    { actor, action: 'cancel-did-not-meet', at, subject },
    { key, content: draft },
    async (record) => {
      if (!isSecretariat(actor)) return refuse({ kind: 'not-allowed', who: 'secretariat' });
      const table = of.kind === 'body' ? record.bodies : record.programmes;
      if (!(await table.lock(of.id))) return refuse({ kind: 'gone' });
      const before = await remove(record, of, fiscalYear);
      if (before === undefined) return succeed(null);
      await record.audit({ subject, before: { reason: before }, reason });
      await record.deliveries.refresh(subject);
      return succeed(null);
    },
  );
};
