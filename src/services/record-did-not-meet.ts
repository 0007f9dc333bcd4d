import type { Actor } from '../domain/actor.ts';
import { currentFiscalYear, readFiscalYear } from '../domain/calendar/fiscal-year.ts';
import { todayInTokyo } from '../domain/calendar/local-date.ts';
import { didNotMeetSubject } from '../domain/delivery.ts';
import type { DidNotMeetDraft, DidNotMeetProblem } from '../domain/did-not-meet.ts';
import { isSecretariat } from '../domain/permission.ts';
import { printRecordDate } from '../domain/record-date.ts';
import type { Refusal } from '../domain/refusal.ts';
import { type Result, refuse, succeed } from '../domain/result.ts';
import type { FormInput, ServiceDeps } from './service-deps.ts';

/** Records that a body did not meet in a fiscal year. Refused while a meeting stands; the same form again changes nothing. */
export const recordDidNotMeet = async (
  { clock, db }: ServiceDeps,
  { key, draft }: FormInput<DidNotMeetDraft>,
  actor: Actor,
): Promise<Result<null, DidNotMeetProblem | Refusal>> => {
  const at = clock.now();
  const today = todayInTokyo(at);
  const bodyId = draft.subject.slice('body:'.length);
  const year = readFiscalYear(draft.fiscalYear, today);
  return db.act<null, DidNotMeetProblem | Refusal>(
    { actor, action: 'record-did-not-meet', at },
    async (record) => {
      if (!isSecretariat(actor)) return refuse({ kind: 'not-allowed', who: 'secretariat' });
      if (year === undefined) return refuse({ field: 'fiscalYear', kind: 'year-unreadable' });
      if (year > currentFiscalYear(today)) return refuse({ field: 'fiscalYear', kind: 'year-has-not-begun' });
      await record.bodies.lock(bodyId);
      const seen = await record.submissions.seen({ key, content: draft });
      if (seen !== 'never') return seen === 'same' ? succeed(null) : refuse({ kind: 'already-recorded' });

      const body = await record.bodies.find(bodyId, year);
      if (body === undefined) return refuse({ field: 'subject', kind: 'unknown-body' });
      if (body.kind === 'effort') return refuse({ field: 'subject', kind: 'body-has-no-meetings' });
      const bodyName = body.name;
      const [meeting] = await record.meetings.standing(bodyId, year);
      if (meeting !== undefined) {
        const printedDate = printRecordDate(meeting.date);
        return refuse({ field: 'subject', kind: 'meeting-stands', bodyName, printedDate });
      }
      if ((await record.didNotMeet.find(bodyId, year)) !== undefined)
        return refuse({ field: 'subject', kind: 'already-did-not-meet', bodyName, fiscalYear: year });

      const subject = didNotMeetSubject(bodyId, year);
      const row = { bodyId, fiscalYear: year, reason: draft.reason, recordedBy: actor.id, recordedAt: at };
      await record.didNotMeet.create(row);
      await record.submissions.remember({ key, content: draft }, at);
      await record.audit({ subject, after: { fiscalYear: year, reason: draft.reason } });
      await record.deliveries.plan(
        {
          key: `did-not-meet-recorded:${bodyId}:${year}:${at.toISOString()}`,
          kind: 'did-not-meet-recorded',
          recipient: actor.id,
          subject,
        },
        at,
      );
      return succeed(null);
    },
  );
};
