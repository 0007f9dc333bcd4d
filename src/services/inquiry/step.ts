import type { WorkspaceRecord } from '../../db/database.ts';
import type { Actor } from '../../domain/actor.ts';
import { type LocalDate, todayInTokyo } from '../../domain/calendar/local-date.ts';
import {
  checkNewDue,
  type InquiryStep,
  isTaken,
  mayRestore,
  stateAfter,
  withNewDue,
} from '../../domain/inquiry/course.ts';
import type { Inquiry, InquiryProblem } from '../../domain/inquiry/inquiry.ts';
import { nextMorningOf } from '../../domain/inquiry/sending.ts';
import { targetRef } from '../../domain/inquiry/target.ts';
import { may } from '../../domain/permission.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { calendarOf } from '../../domain/settings.ts';
import { subjectOf } from '../../domain/subject.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** A step with what its form asks for: a reason, and for an extension the new due day. */
export type StepInput = {
  readonly step: InquiryStep;
  readonly reason: string;
  readonly dueOn?: LocalDate;
  readonly key?: string;
};

/** The inquiry that is meant; a form that changes what it shows names the revision that it was opened with. */
export type InquiryToStep = { readonly inquiryId: string; readonly revision?: number };

/** An inquiry after a step; `warnOf` is the next working day where the new due day is a closing day. */
export type SteppedInquiry = Inquiry & { readonly warnOf: LocalDate | undefined };

/** Every line that speaks of an inquiry. */
const refsOf = async (record: WorkspaceRecord, inquiryId: string): Promise<readonly string[]> => {
  const targets = await record.inquiryTargets.ofInquiry(inquiryId);
  const places = await record.departments.placesOf(targets.map(({ sectionId }) => sectionId));
  const departmentIds = new Set([...places.values()].map(({ departmentId }) => departmentId));
  return [
    subjectOf('inquiry', inquiryId),
    ...targets.map(targetRef),
    ...[...departmentIds].flatMap((id) => [
      subjectOf('inquiry-department', inquiryId, id),
      subjectOf('inquiry-collect', inquiryId, id),
    ]),
  ];
};

/** Who still owes an answer that they were asked for is told of the new due day on the next morning, once. */
const tellOfNewDue = async (record: WorkspaceRecord, inquiryId: string, until: LocalDate): Promise<void> => {
  const open = (await record.inquiryTargets.toPlan([inquiryId])).filter(({ isAnswered }) => !isAnswered);
  await record.postponedLines.put(
    open.flatMap((target) =>
      [...target.told.keys()].map((slackId) => ({ slackId, ref: targetRef(target), until })),
    ),
  );
};

/**
 * 回答期限を変更, 締め切る or 元に戻す of that, 再開する, 集計済みにする or 取りやめる. Closing ends the reminders; of a new due day those are
 * told who still owe, and of the others nobody beyond the messages they have, which show the present state. Taken twice, a step
 * changes nothing the second time. A button has no `key`.
 */
export const stepInquiry = async (
  { clock, db }: ServiceDeps,
  { inquiryId, revision }: InquiryToStep,
  { step, reason, dueOn, key }: StepInput,
  actor: Actor,
): Promise<Result<SteppedInquiry, InquiryProblem | Refusal>> => {
  const at = clock.now();
  const subject = subjectOf('inquiry', inquiryId);
  const act = { actor, action: `${step}-inquiry`, at, subject };
  const form = key === undefined ? undefined : { key, content: { step, reason, dueOn } };
  return db.submit<SteppedInquiry, InquiryProblem | Refusal>(act, form, async (record) => {
    if (!may(actor, 'manage-inquiry')) return refuse({ kind: 'not-allowed', who: 'secretariat' });
    const inquiry = await record.inquiries.findToChange(inquiryId);
    if (inquiry === undefined || inquiry.state === 'draft') return refuse({ kind: 'gone' });
    if (isTaken(inquiry, step)) return succeed({ ...inquiry, warnOf: undefined });
    if (revision !== undefined && inquiry.revision !== revision)
      return refuse(await record.changedMeanwhile(subject));
    if (step === 'restore' && inquiry.state === 'closed' && !mayRestore(inquiry, at))
      return refuse({ kind: 'undo-over' });
    const state = stateAfter(inquiry, step);
    if (state === undefined) return refuse({ kind: 'changed-meanwhile' });
    const settings = await record.settings.read();
    const due = dueOn === undefined ? undefined : checkNewDue(dueOn, todayInTokyo(at), calendarOf(settings));
    if (due?.ok === false) return due;
    const isEnd = state === 'closed' || state === 'cancelled';
    const course = {
      ...(state === null ? {} : { state }),
      ...(dueOn === undefined ? {} : withNewDue(inquiry, dueOn)),
      ...(isEnd ? { endedAt: at, endReason: reason } : {}),
      ...(state === 'open' ? { endedAt: null, endReason: '' } : {}),
    };
    await record.inquiries.putCourse(inquiryId, course);
    await record.audit({
      subject,
      reason,
      before: { state: inquiry.state, dueOn: inquiry.dueOn, collectBy: inquiry.collectBy },
      after: {
        state: state ?? inquiry.state,
        dueOn: dueOn ?? inquiry.dueOn,
        collectBy: course.collectBy ?? inquiry.collectBy,
      },
    });
    if (dueOn !== undefined && dueOn !== inquiry.dueOn)
      await tellOfNewDue(record, inquiryId, nextMorningOf(at, settings));
    await record.deliveries.refreshLines(await refsOf(record, inquiryId));
    return succeed({ ...inquiry, ...course, warnOf: due?.value.warnOf });
  });
};
