import { randomUUID } from 'node:crypto';
import type { ActingRecord } from '../../db/database.ts';
import type { Actor } from '../../domain/actor.ts';
import { isMemberOn } from '../../domain/body/member.ts';
import { fiscalYearOf } from '../../domain/calendar/fiscal-year.ts';
import { type LocalDate, todayInTokyo } from '../../domain/calendar/local-date.ts';
import { documentProblem, MOST_DOCUMENT_BYTES } from '../../domain/inquiry/document-file.ts';
import { may } from '../../domain/permission.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { calendarOf } from '../../domain/settings.ts';
import { subjectOf } from '../../domain/subject.ts';
import { askedOnOf, askingDayProblem, type NoDraft } from '../../domain/written-meeting/asking.ts';
import { type BegunAlready, begunAlready } from '../../domain/written-meeting/begun.ts';
import { type VotersProblem, votersOf } from '../../domain/written-meeting/voter.ts';
import {
  MOST_FILES,
  type WrittenMeeting,
  type WrittenMeetingDraft,
  type WrittenMeetingFacts,
  type WrittenMeetingProblem,
  writtenMeetingFrom,
} from '../../domain/written-meeting/written-meeting.ts';
import { readBegunFrom } from '../../queries/written-meeting/begun.ts';
import type { Files } from '../../slack/files.ts';
import type { FormInput, ServiceDeps } from '../service-deps.ts';

/** The draft of a form, by the id that was made when it was opened, and the revision it had then: 0 for a new one. */
export type WrittenMeetingToSave = { readonly meetingId: string; readonly revision: number };

/** The same of the form, which may have been opened from a 予定. */
type DraftToSave = WrittenMeetingToSave & { readonly plannedId?: string | undefined };

/** As which revision it was kept. */
export type SavedWrittenMeeting = { readonly revision: number };

type Problem = BegunAlready | NoDraft | WrittenMeetingProblem | VotersProblem | Refusal;

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

/** What reading the files that came with the form gave. */
type Got = readonly Awaited<ReturnType<Files['read']>>[];

/** What is wrong with the 資料 that came, or with so many of them beside those that stay. */
const filesProblem = (got: Got, kept: readonly string[]): WrittenMeetingProblem | undefined =>
  got.map(documentProblem).find((problem) => problem !== undefined) ??
  (got.length + kept.length > MOST_FILES
    ? { field: 'file', kind: 'too-many-files', most: MOST_FILES }
    : undefined);

/** Keeps those that came, after those of the draft that stay. */
const keepFiles = async (
  { storedFiles, writtenMeetings }: ActingRecord,
  meetingId: string,
  { got, kept }: { readonly got: Got; readonly kept: readonly string[] },
  made: { readonly by: string; readonly at: Date },
): Promise<void> => {
  const ids: string[] = [...kept];
  for (const one of got) {
    if (!one.ok) continue;
    const id = randomUUID();
    await storedFiles.keep(id, one.file, made);
    ids.push(id);
  }
  await writtenMeetings.putFiles(meetingId, ids);
};

/** Of the files that are to stay those that the draft has. */
const keptOf = (before: WrittenMeeting | undefined, { keptFiles }: WrittenMeetingDraft): readonly string[] =>
  (before?.files ?? []).map(({ id }) => id).filter((id) => keptFiles.includes(id));

/** The form as it was submitted, and how large the files are that it waits for. */
type DraftInput = FormInput<WrittenMeetingDraft> & { readonly mostBytes?: number };

/**
 * Keeps 書面開催を始める as a draft, whatever is to become of it: the same form with other words changes the same draft. Nobody is asked
 * yet. Refused when somebody else changed the draft since the form was opened, or began one from the same 予定.
 */
export const saveWrittenMeeting = async (
  { clock, db, files }: ServiceDeps & { readonly files: Files },
  { meetingId, revision, plannedId }: DraftToSave,
  { key, draft, mostBytes = MOST_DOCUMENT_BYTES }: DraftInput,
  actor: Actor,
): Promise<Result<SavedWrittenMeeting, Problem>> => {
  const at = clock.now();
  const subject = subjectOf('written-meeting', meetingId);
  const act = { actor, action: 'save-written-meeting', at, subject };
  const form = { key, content: draft, changes: true };
  const isAllowed = may(actor, 'manage-written-meeting');
  const wanted = { ownerId: actor.id, mostBytes };
  const got = isAllowed ? await Promise.all(draft.file.map((id) => files.read(id, wanted))) : [];
  return db.submit<SavedWrittenMeeting, Problem>(act, form, async (record, earlier) => {
    if (!isAllowed) return refuse({ kind: 'not-allowed', who: 'secretariat' });
    const settings = await record.settings.read();
    const read = writtenMeetingFrom(draft, todayInTokyo(at), calendarOf(settings));
    if (!read.ok) return read;
    const { facts, items } = read.value;
    const askedOn = askedOnOf(draft.sending, at, settings);
    const before = await record.writtenMeetings.findToChange(meetingId);
    const kept = keptOf(before, draft);
    const problem =
      askingDayProblem(facts, askedOn) ??
      filesProblem(got, kept) ??
      (await bodyProblem(record, facts, askedOn));
    if (problem !== undefined) return refuse(problem);
    if (before !== undefined && before.state !== 'draft') return refuse({ kind: 'written-meeting-sent' });
    if ((before?.revision ?? 0) !== (earlier?.revision ?? revision))
      return refuse(await record.changedMeanwhile(subject));
    const made = { by: actor.id, at };
    if (before === undefined) {
      const planned = plannedId === undefined ? undefined : await record.meetings.findToChange(plannedId);
      const isOfIt = planned?.bodyId === facts.bodyId;
      const begun = isOfIt ? await readBegunFrom(record, planned.id) : undefined;
      if (begun !== undefined) return refuse(begunAlready(begun));
      await record.writtenMeetings.create(meetingId, facts, items, {
        ...made,
        plannedId: isOfIt ? planned.id : undefined,
      });
    } else await record.writtenMeetings.putDraft(meetingId, facts, items, made);
    await keepFiles(record, meetingId, { got, kept }, made);
    await record.audit({ subject, after: { ...facts, items: items.map(({ text }) => text) } });
    return succeed({ revision: (before?.revision ?? 0) + 1 });
  });
};
