import type { Actor } from '../../domain/actor.ts';
import { may } from '../../domain/permission.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { subjectOf } from '../../domain/subject.ts';
import { leavingOf } from '../../domain/written-meeting/asking.ts';
import {
  type CourseProblem,
  closingProblem,
  type EndedProblem,
  endedProblem,
  stateAfter,
  type WrittenMeetingStep,
} from '../../domain/written-meeting/course.ts';
import { progressOf } from '../../domain/written-meeting/tally.ts';
import { readAskedInWriting } from '../../queries/written-meeting/progress.ts';
import type { ServiceDeps } from '../service-deps.ts';
import type { WrittenProgress } from './list-progress.ts';

/** A 書面開催 whose course is about to change, with its numbers as they stand. */
export type OpenedWrittenCourse = Pick<WrittenProgress, 'meeting' | 'bodyName' | 'progress' | 'leaving'>;

/** What its form is opened for: a step, or 案件を訂正. */
export type WrittenCourseForm = WrittenMeetingStep | 'amend';

type Problem = CourseProblem | EndedProblem | Refusal;

/**
 * Reads it for a form that changes its course; refused where that can't be done any more or not yet, so that nobody fills in a form for
 * nothing.
 */
export const openWrittenCourse = async (
  { clock, db }: ServiceDeps,
  meetingId: string,
  wanted: WrittenCourseForm,
  actor: Actor,
): Promise<Result<OpenedWrittenCourse, Problem>> => {
  const at = clock.now();
  const subject = subjectOf('written-meeting', meetingId);
  const act = { actor, action: 'open-written-course', at, subject };
  return db.act<OpenedWrittenCourse, Problem>(act, async (record) => {
    if (!may(actor, 'manage-written-meeting')) return refuse({ kind: 'not-allowed', who: 'secretariat' });
    const meeting = await record.writtenMeetings.find(meetingId);
    if (meeting === undefined || meeting.state === 'draft') return refuse({ kind: 'gone' });
    const ended = endedProblem(meeting, at);
    const isPossible = wanted === 'amend' ? ended === undefined : stateAfter(meeting, wanted) !== undefined;
    if (!isPossible) return refuse(ended ?? (await record.changedMeanwhile(subject)));
    const { bodyName, voters, answers } = await readAskedInWriting(record, meeting);
    const progress = progressOf(meeting, voters, answers);
    const problem = wanted === 'close' ? closingProblem(meeting, progress, at) : undefined;
    if (problem !== undefined) return refuse(problem);
    const leaving = leavingOf(meeting, await record.settings.read(), at);
    return succeed({ meeting, bodyName, progress, leaving });
  });
};
