import type { ActingRecord } from '../../db/database.ts';
import type { Actor } from '../../domain/actor.ts';
import { isMemberOn } from '../../domain/body/member.ts';
import { fiscalYearOf } from '../../domain/calendar/fiscal-year.ts';
import { type LocalDate, todayInTokyo } from '../../domain/calendar/local-date.ts';
import { may } from '../../domain/permission.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { calendarOf } from '../../domain/settings.ts';
import { subjectOf } from '../../domain/subject.ts';
import { askedOnOf, askingDayProblem } from '../../domain/written-meeting/asking.ts';
import { type VotersProblem, votersOf } from '../../domain/written-meeting/voter.ts';
import {
  type WrittenMeetingDraft,
  type WrittenMeetingFacts,
  type WrittenMeetingProblem,
  writtenMeetingFrom,
} from '../../domain/written-meeting/written-meeting.ts';
import type { FormInput, ServiceDeps } from '../service-deps.ts';

/** The draft of a form, by the id that was made when it was opened, and the revision it had then: 0 for a new one. */
export type WrittenMeetingToSave = { readonly meetingId: string; readonly revision: number };

/** As which revision it was kept. */
export type SavedWrittenMeeting = { readonly revision: number };

type Problem = WrittenMeetingProblem | VotersProblem | Refusal;

/** What stands in the way of the body and of those who are to answer, as of the day on which they would be asked. */
const bodyProblem = async (
  record: ActingRecord,
  facts: WrittenMeetingFacts,
  askedOn: LocalDate,
): Promise<WrittenMeetingProblem | VotersProblem | undefined> => {
  const year = fiscalYearOf(facts.dueOn);
  const body = await record.bodies.find(facts.bodyId, year);
  if (body === undefined) return { field: 'bodyId', kind: 'unknown-body' };
  if (body.kind === 'effort') return { field: 'bodyId', kind: 'body-has-no-meetings' };
  if ((await record.didNotMeet.find(body.id, year)) !== undefined)
    return { field: 'dueOn', kind: 'did-not-meet-stands', bodyName: body.name, fiscalYear: year };
  const members = (await record.bodyMembers.all(body.id)).filter((member) => isMemberOn(member, askedOn));
  const voters = votersOf(facts, members);
  return voters.ok ? undefined : voters.error;
};

/**
 * Keeps 書面開催を始める as a draft, whatever is to become of it: the same form with other words changes the same draft. Nobody is asked
 * yet. Refused when somebody else changed the draft since the form was opened.
 */
export const saveWrittenMeeting = async (
  { clock, db }: ServiceDeps,
  { meetingId, revision }: WrittenMeetingToSave,
  { key, draft }: FormInput<WrittenMeetingDraft>,
  actor: Actor,
): Promise<Result<SavedWrittenMeeting, Problem>> => {
  const at = clock.now();
  const subject = subjectOf('written-meeting', meetingId);
  const act = { actor, action: 'save-written-meeting', at, subject };
  const form = { key, content: draft, changes: true };
  return db.submit<SavedWrittenMeeting, Problem>(act, form, async (record, earlier) => {
    if (!may(actor, 'manage-written-meeting')) return refuse({ kind: 'not-allowed', who: 'secretariat' });
    const settings = await record.settings.read();
    const read = writtenMeetingFrom(draft, todayInTokyo(at), calendarOf(settings));
    if (!read.ok) return read;
    const { facts, items } = read.value;
    const askedOn = askedOnOf(draft.sending, at, settings);
    const problem = askingDayProblem(facts, askedOn) ?? (await bodyProblem(record, facts, askedOn));
    if (problem !== undefined) return refuse(problem);
    const before = await record.writtenMeetings.findToChange(meetingId);
    if (before !== undefined && before.state !== 'draft') return refuse({ kind: 'already-recorded' });
    if ((before?.revision ?? 0) !== (earlier?.revision ?? revision))
      return refuse(await record.changedMeanwhile(subject));
    const made = { by: actor.id, at };
    if (before === undefined) await record.writtenMeetings.create(meetingId, facts, items, made);
    else await record.writtenMeetings.putDraft(meetingId, facts, items, made);
    await record.audit({ subject, after: { ...facts, items: items.map(({ text }) => text) } });
    return succeed({ revision: (before?.revision ?? 0) + 1 });
  });
};
