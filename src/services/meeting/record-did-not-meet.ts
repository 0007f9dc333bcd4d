import type { WorkspaceRecord } from '../../db/database.ts';
import type { Actor } from '../../domain/actor.ts';
import {
  currentFiscalYear,
  type FiscalYear,
  fiscalYearOf,
  readFiscalYear,
} from '../../domain/calendar/fiscal-year.ts';
import { todayInTokyo } from '../../domain/calendar/local-date.ts';
import { printRecordDate } from '../../domain/occasion/date.ts';
import {
  chosenIn,
  type DidNotMeetDraft,
  type DidNotMeetProblem,
  didNotMeetSubject,
} from '../../domain/occasion/did-not-meet.ts';
import { joinParts } from '../../domain/parts.ts';
import { isSecretariat } from '../../domain/permission.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { UNDER_WAY } from '../../domain/written-meeting/written-meeting.ts';
import type { FormInput, ServiceDeps } from '../service-deps.ts';

const problemOfBody = async (
  record: WorkspaceRecord,
  id: string,
  fiscalYear: FiscalYear,
): Promise<DidNotMeetProblem | undefined> => {
  const body = await record.bodies.find(id, fiscalYear);
  if (body === undefined) return { field: 'subject', kind: 'unknown-body' };
  if (body.kind === 'effort') return { field: 'subject', kind: 'body-has-no-meetings' };
  const { name } = body;
  const [meeting] = await record.meetings.standing(id, fiscalYear);
  if (meeting !== undefined) {
    const printedDate = printRecordDate(meeting.date);
    return { field: 'subject', kind: 'meeting-stands', bodyName: name, printedDate };
  }
  const asked = (await record.writtenMeetings.inState(UNDER_WAY)).find(
    ({ bodyId, dueOn }) => bodyId === id && fiscalYearOf(dueOn) === fiscalYear,
  );
  if (asked !== undefined)
    return { field: 'subject', kind: 'written-meeting-stands', bodyName: name, dueOn: asked.dueOn };
  return (await record.didNotMeet.find(id, fiscalYear)) === undefined
    ? undefined
    : { field: 'subject', kind: 'already-did-not-meet', name, fiscalYear };
};

const problemOfProgramme = async (
  record: WorkspaceRecord,
  id: string,
  fiscalYear: FiscalYear,
): Promise<DidNotMeetProblem | undefined> => {
  const programme = await record.programmes.find(id, fiscalYear);
  if (programme === undefined) return { field: 'subject', kind: 'unknown-programme' };
  const { name } = programme;
  const session = (await record.trainings.ofYear(fiscalYear)).find(({ programmeId }) => programmeId === id);
  if (session !== undefined) {
    const printedDate = printRecordDate(session.date);
    return { field: 'subject', kind: 'training-stands', name, printedDate };
  }
  return (await record.programmes.notHeldIn(fiscalYear)).includes(id)
    ? { field: 'subject', kind: 'already-did-not-meet', name, fiscalYear }
    : undefined;
};

/**
 * Records 開催なし: that a body did not meet, or a programme was not held, in a fiscal year. Refused while a meeting or
 * training stands, or a 書面開催 is under way; the same form again changes nothing.
 */
export const recordDidNotMeet = async (
  { clock, db }: ServiceDeps,
  { key, draft }: FormInput<DidNotMeetDraft>,
  actor: Actor,
): Promise<Result<null, DidNotMeetProblem | Refusal>> => {
  const at = clock.now();
  const today = todayInTokyo(at);
  const of = chosenIn(draft);
  const isBody = of.kind === 'body';
  const fiscalYear = readFiscalYear(draft.fiscalYear, today);
  const act = { actor, action: 'record-did-not-meet', at };
  return db.submit<null, DidNotMeetProblem | Refusal>(act, { key, content: draft }, async (record) => {
    if (!isSecretariat(actor)) return refuse({ kind: 'not-allowed', who: 'secretariat' });
    if (fiscalYear === undefined) return refuse({ field: 'fiscalYear', kind: 'year-unreadable' });
    if (fiscalYear > currentFiscalYear(today))
      return refuse({ field: 'fiscalYear', kind: 'year-has-not-begun' });
    await (isBody ? record.bodies : record.programmes).lock(of.id);
    const problem = await (isBody ? problemOfBody : problemOfProgramme)(record, of.id, fiscalYear);
    if (problem !== undefined) return refuse(problem);

    const subject = didNotMeetSubject(of, fiscalYear);
    const { reason } = draft;
    if (isBody)
      await record.didNotMeet.create({
        bodyId: of.id,
        fiscalYear,
        reason,
        recordedBy: actor.id,
        recordedAt: at,
      });
    else await record.programmes.recordNotHeld(of.id, fiscalYear, { reason, by: actor.id, at });
    await record.audit({ subject, after: { fiscalYear, reason } });
    await record.deliveries.plan(
      {
        key: joinParts('did-not-meet-recorded', of.id, fiscalYear, at.toISOString()),
        kind: 'did-not-meet-recorded',
        recipient: actor.id,
        subject,
      },
      at,
    );
    return succeed(null);
  });
};
