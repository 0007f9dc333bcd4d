import type { Actor } from '../../domain/actor.ts';
import { type DueText, dueTextOn } from '../../domain/calendar/deadline.ts';
import { type LocalDate, todayInTokyo } from '../../domain/calendar/local-date.ts';
import { dueOnOf, type InquiryAnswer, type TargetKey } from '../../domain/inquiry/inquiry.ts';
import {
  type AnswersAs,
  answersAs,
  type ClosedProblem,
  closedProblem,
  type TargetInPlace,
} from '../../domain/inquiry/standing.ts';
import { targetRef } from '../../domain/inquiry/target.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { calendarOf } from '../../domain/settings.ts';
import { readSectionQuestions, type SectionQuestions } from '../../queries/inquiry/section-questions.ts';
import { readTargetInPlace } from '../../queries/inquiry/target-in-place.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** What is asked of a section and what it has answered, as one reads it who may answer. */
export type OpenedAnswer = TargetInPlace &
  SectionQuestions & {
    readonly day: LocalDate;
    readonly as: AnswersAs;
    /** Every answer, the newest first; the first one counts unless it was returned. */
    readonly answers: readonly InquiryAnswer[];
    /** Why no answer is taken any more. */
    readonly closed: ClosedProblem | undefined;
    readonly due: DueText;
    readonly contact: string;
  };

/** Reads it, for the form 照会に回答 and for 回答を見る. */
export const openAnswer = async (
  { clock, db }: ServiceDeps,
  key: TargetKey,
  actor: Actor,
): Promise<Result<OpenedAnswer, Refusal>> => {
  const at = clock.now();
  const today = todayInTokyo(at);
  const act = { actor, action: 'open-answer', at, subject: targetRef(key) };
  return db.look<OpenedAnswer, Refusal>(act, async (record) => {
    const found = await readTargetInPlace(record, key, false);
    if (found === undefined) return refuse({ kind: 'gone' });
    const { inquiry, target, place } = found;
    const as = answersAs(actor, target, place.departmentId);
    if (as === undefined) return refuse({ kind: 'not-allowed', who: 'promoter' });
    const settings = await record.settings.read();
    const answers = await record.inquiryTargets.answersOf(key);
    return succeed({
      ...found,
      ...(await readSectionQuestions(record, found, key, answers[0]?.id)),
      day: today,
      as,
      answers,
      closed: closedProblem(inquiry),
      due: dueTextOn(today, calendarOf(settings))(dueOnOf(inquiry, target)),
      contact: settings.contact,
    });
  });
};
