import { randomUUID } from 'node:crypto';
import type { ActingRecord } from '../../db/database.ts';
import type { Actor } from '../../domain/actor.ts';
import { fiscalYearOf } from '../../domain/calendar/fiscal-year.ts';
import { type LocalDate, todayInTokyo } from '../../domain/calendar/local-date.ts';
import { askedBy } from '../../domain/inquiry/audience.ts';
import { documentProblem, MOST_DOCUMENT_BYTES } from '../../domain/inquiry/document-file.ts';
import {
  type InquiryDraft,
  type InquiryFacts,
  type InquiryProblem,
  inquiryFrom,
} from '../../domain/inquiry/inquiry.ts';
import { askingDayProblem, nextMorningOf } from '../../domain/inquiry/sending.ts';
import { may } from '../../domain/permission.ts';
import { daysOfServing, servingDay } from '../../domain/promoter/serving.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { calendarOf } from '../../domain/settings.ts';
import { subjectOf } from '../../domain/subject.ts';
import type { Files } from '../../slack/files.ts';
import type { FormInput, ServiceDeps } from '../service-deps.ts';

/** Whom the facts would ask today; a problem where that is nobody, or somebody who is no promoter. */
const audienceProblem = async (
  record: ActingRecord,
  facts: InquiryFacts,
  today: LocalDate,
): Promise<InquiryProblem | undefined> => {
  const departments = await record.departments.all();
  const serving = servingDay(today, await record.settings.read());
  const { first, last } = daysOfServing(serving);
  const appointments = await record.appointments.between(first, last);
  const asked = askedBy(facts, { serving, departments, appointments });
  if (!asked.ok) {
    const people = await record.people.all();
    const names = asked.error.strangers.map(
      (slackId) => people.find((person) => person.slackId === slackId)?.name ?? slackId,
    );
    return { field: 'people', kind: 'people-not-promoters', names };
  }
  return asked.value.length === 0 ? { field: 'audience', kind: 'nobody-to-ask' } : undefined;
};

/** Keeps the file that came with the form; null where none did. */
const keepFile = async (
  { storedFiles }: ActingRecord,
  got: Awaited<ReturnType<Files['read']>> | undefined,
  stored: { readonly by: string; readonly at: Date },
): Promise<string | null> => {
  if (got === undefined || !got.ok) return null;
  const id = randomUUID();
  await storedFiles.keep(id, got.file, stored);
  return id;
};

/** The file of the inquiry that the form was filled from, where its box is ticked. */
const fileOfEarlier = async (
  { inquiries }: ActingRecord,
  earlierId: string,
  { earlierFile }: InquiryDraft,
): Promise<string | null> =>
  earlierFile.length === 0 ? null : ((await inquiries.find(earlierId))?.file?.id ?? null);

/** The draft of a form, by the id that was made when it was opened, and the revision it had then: 0 for a new one. */
export type InquiryToSave = { readonly inquiryId: string; readonly revision: number };

/** The same with the earlier inquiry that the form was filled from, where it was (前回から作成). */
type FilledInquiry = InquiryToSave & { readonly earlierId?: string | undefined };

/** As which revision it was kept. */
export type SavedInquiry = { readonly revision: number };

/**
 * Keeps 照会を作成 as a draft, whatever is to become of it: the same form with other words, as one comes back to it from 送信の確認,
 * changes the same draft. Nothing is sent. Refused when somebody else changed the draft since the form was opened.
 */
export const saveInquiry = async (
  { clock, db, files }: ServiceDeps & { readonly files: Files },
  { inquiryId, revision, earlierId }: FilledInquiry,
  { key, draft }: FormInput<InquiryDraft>,
  actor: Actor,
): Promise<Result<SavedInquiry, InquiryProblem | Refusal>> => {
  const at = clock.now();
  const today = todayInTokyo(at);
  const [slackFileId] = draft.file;
  const isAllowed = may(actor, 'manage-inquiry');
  const got =
    isAllowed && slackFileId !== undefined
      ? await files.read(slackFileId, { ownerId: actor.id, mostBytes: MOST_DOCUMENT_BYTES })
      : undefined;
  const subject = subjectOf('inquiry', inquiryId);
  const act = { actor, action: 'save-inquiry', at, subject };
  const form = { key, content: draft, changes: true };
  return db.submit<SavedInquiry, InquiryProblem | Refusal>(act, form, async (record, earlier) => {
    if (!isAllowed) return refuse({ kind: 'not-allowed', who: 'secretariat' });
    const settings = await record.settings.read();
    const facts = inquiryFrom(draft, today, calendarOf(settings));
    if (!facts.ok) return facts;
    const problem =
      (draft.sending === 'next-morning'
        ? askingDayProblem(facts.value, nextMorningOf(at, settings))
        : undefined) ??
      documentProblem(got) ??
      (await audienceProblem(record, facts.value, today));
    if (problem !== undefined) return refuse(problem);
    const before = await record.inquiries.findToChange(inquiryId);
    if (before !== undefined && before.state !== 'draft') return refuse({ kind: 'already-recorded' });
    if ((before?.revision ?? 0) !== (earlier?.revision ?? revision))
      return refuse(await record.changedMeanwhile(subject));
    const fileId =
      (await keepFile(record, got, { by: actor.id, at })) ??
      (earlierId === undefined ? (before?.file?.id ?? null) : await fileOfEarlier(record, earlierId, draft));
    if (before === undefined)
      await record.inquiries.create(inquiryId, facts.value, {
        fiscalYear: fiscalYearOf(today),
        fileId,
        by: actor.id,
        at,
      });
    else await record.inquiries.putFacts(inquiryId, facts.value, fileId);
    await record.audit({ subject, after: facts.value });
    return succeed({ revision: (before?.revision ?? 0) + 1 });
  });
};
