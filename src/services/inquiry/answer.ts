import { randomUUID } from 'node:crypto';
import type { ActingRecord } from '../../db/database.ts';
import type { Actor } from '../../domain/actor.ts';
import { todayInTokyo } from '../../domain/calendar/local-date.ts';
import {
  type AnswerDraft,
  type AnswerProblem,
  answerFrom,
  partsFrom,
  receivedProblem,
} from '../../domain/inquiry/answer.ts';
import { documentProblem, MOST_DOCUMENT_BYTES } from '../../domain/inquiry/document-file.ts';
import { hasQuestions, type InquiryAnswer, type TargetKey } from '../../domain/inquiry/inquiry.ts';
import {
  type AnswersAs,
  answersAs,
  type ClosedProblem,
  closedProblem,
  type TargetInPlace,
} from '../../domain/inquiry/standing.ts';
import { targetRef } from '../../domain/inquiry/target.ts';
import {
  answerOfQuestions,
  type Parts,
  pageOfQuestions,
  pageWithout,
  partsOfPage,
} from '../../domain/opinion/question.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { subjectOf } from '../../domain/subject.ts';
import { readSectionQuestions, type SectionQuestions } from '../../queries/inquiry/section-questions.ts';
import { readTargetInPlace } from '../../queries/inquiry/target-in-place.ts';
import type { Files } from '../../slack/files.ts';
import type { FormInput, ServiceDeps } from '../service-deps.ts';

/** What was answered, and as whom. */
export type Answered = TargetInPlace & { readonly answer: InquiryAnswer; readonly as: AnswersAs };

/** The form as it was submitted: as whom it was opened, and how large a file it waits for. */
type AnswerInput = FormInput<AnswerDraft> & {
  readonly opened?: AnswersAs;
  readonly mostBytes?: number;
  /** Of an answer of several pages the last, counted from 1. */
  readonly page?: number;
};

type Problem = AnswerProblem | ClosedProblem | Refusal | { readonly kind: 'answer-taken' };
type Got = Awaited<ReturnType<Files['read']>> | undefined;

/** As audit lines keep an answer. */
const keptAnswer = ({ applicable, count, text, file, received }: InquiryAnswer) => ({
  applicable,
  count,
  text,
  file: file?.name ?? null,
  received,
});

/** Keeps the file that came; without one, that of the answer before stays. */
const keepFile = async (
  record: ActingRecord,
  got: Got,
  last: InquiryAnswer | undefined,
  stored: { readonly by: string; readonly at: Date },
): Promise<InquiryAnswer['file']> => {
  if (got === undefined || !got.ok) return last?.file ?? null;
  const id = randomUUID();
  await record.storedFiles.keep(id, got.file, stored);
  return { id, name: got.file.name };
};

/** What is said to the questions with the last page: what the pages before it said is kept. Nothing where none is asked. */
const saidTo = (
  { questions, answered, drafts }: SectionQuestions,
  page: number,
  draft: AnswerDraft,
): Result<Parts, AnswerProblem> => {
  const { here } = pageOfQuestions(questions, page);
  const typed = partsFrom(
    here.map(({ position }) => position),
    draft,
  );
  if (!typed.ok) return typed;
  const whole: Parts = new Map([...answered, ...drafts, ...partsOfPage(here, typed.value)]);
  const missing = pageWithout(questions, whole);
  return missing === undefined ? succeed(whole) : refuse({ kind: 'page-unanswered', page: missing });
};

/**
 * Keeps an answer for a section: by one of it or named for it, or in its place (代理入力), which says how and when it came. The
 * last answer counts and the earlier ones stay; after the due day it is taken, after the closing not. The same form arriving
 * again changes nothing.
 */
export const answerInquiry = async (
  { clock, db, files }: ServiceDeps & { readonly files: Files },
  key: TargetKey,
  { key: formKey, draft, opened, mostBytes = MOST_DOCUMENT_BYTES, page = 1 }: AnswerInput,
  actor: Actor,
): Promise<Result<Answered, Problem>> => {
  const at = clock.now();
  const [fileId] = draft.file;
  const got = fileId === undefined ? undefined : await files.read(fileId, { ownerId: actor.id, mostBytes });
  const act = { actor, action: 'answer-inquiry', at, subject: targetRef(key) };
  const form = { key: formKey, content: { key, draft, page } };
  const answered = await db.submit<Answered, Problem>(act, form, async (record) => {
    const found = await readTargetInPlace(record, key, true);
    if (found === undefined) return refuse({ kind: 'gone' });
    const { inquiry, target, place } = found;
    const as = answersAs(actor, target, place.departmentId);
    if (as === undefined) return refuse({ kind: 'not-allowed', who: 'promoter' });
    const closed = closedProblem(inquiry);
    if (closed !== undefined) return refuse(closed);
    const [last] = await record.inquiryTargets.answersOf(key);
    // The form that was opened has not the fields of 代理入力.
    if (as === 'on-behalf' && opened === 'own') return refuse({ kind: 'changed-meanwhile' });
    const hasFile = got !== undefined || (last?.file ?? null) !== null;
    const asked = await readSectionQuestions(record, found, key, last?.id);
    const said = saidTo(asked, page, draft);
    if (!said.ok) return said;
    const facts = hasQuestions(inquiry)
      ? succeed(answerOfQuestions(asked.questions, said.value))
      : answerFrom(inquiry.answerForm, draft, hasFile);
    if (!facts.ok) return facts;
    const problem =
      (as === 'on-behalf' ? receivedProblem(draft, todayInTokyo(at)) : undefined) ?? documentProblem(got);
    if (problem !== undefined) return refuse(problem);

    const { receivedBy, receivedOn } = draft;
    const isReceived = as === 'on-behalf' && receivedBy !== undefined && receivedOn !== undefined;
    const file = await keepFile(record, got, last, { by: actor.id, at });
    const answer: InquiryAnswer = {
      ...key,
      ...facts.value,
      id: randomUUID(),
      at,
      by: actor.id,
      file,
      received: isReceived ? { by: receivedBy, on: receivedOn } : null,
    };
    const { file: _, ...row } = answer;
    await record.inquiryTargets.answer({ ...row, fileId: file?.id ?? null });
    await record.inquiryQuestions.keepParts(answer.id, said.value);
    await record.inquiryQuestions.removeDrafts(key);
    await record.audit({
      subject: targetRef(key),
      ...(target.answer === null ? {} : { before: keptAnswer(target.answer) }),
      after: keptAnswer(answer),
    });
    await record.deliveries.refreshLines([
      targetRef(key),
      subjectOf('inquiry-department', key.inquiryId, place.departmentId),
      subjectOf('inquiry', key.inquiryId),
    ]);
    return succeed({ ...found, target: { ...target, answer }, answer, as });
  });
  return answered.ok || answered.error.kind !== 'already-recorded'
    ? answered
    : refuse({ kind: 'answer-taken' });
};
