import type { Actor } from '../../domain/actor.ts';
import { instantInTokyo, type LocalDate, todayInTokyo } from '../../domain/calendar/local-date.ts';
import type { WorkingCalendar } from '../../domain/calendar/working-day.ts';
import type { PlannedDelivery } from '../../domain/delivery/delivery.ts';
import { dueAfterReturn, dueOnOf, type InquiryTarget, type TargetKey } from '../../domain/inquiry/inquiry.ts';
import { responsibleFor } from '../../domain/inquiry/responsible.ts';
import {
  closedProblem,
  mayOversee,
  type OverseeProblem,
  type ReturnDraft,
  type TargetInPlace,
} from '../../domain/inquiry/standing.ts';
import { targetRef } from '../../domain/inquiry/target.ts';
import { joinParts } from '../../domain/parts.ts';
import { isAwayOn } from '../../domain/person/away.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { calendarOf } from '../../domain/settings.ts';
import { subjectOf } from '../../domain/subject.ts';
import { readResponsibles } from '../../queries/inquiry/responsibles.ts';
import { readTargetInPlace } from '../../queries/inquiry/target-in-place.ts';
import { type SecretariatDeps, secretariatOf } from '../secretariat.ts';
import type { FormInput, ServiceDeps } from '../service-deps.ts';

/** What was given back, and until when it is to be answered again. */
export type ReturnedAnswer = TargetInPlace & { readonly dueOn: LocalDate };

/** The form as it was submitted, and the answer that it was opened over. */
type ReturnInput = FormInput<ReturnDraft> & { readonly answerId?: string | null };

type Problem = OverseeProblem | Refusal;

/** When somebody hears of it: at once, or on the morning on which they are back. */
const toldFrom = (
  away: readonly { readonly startsOn: LocalDate; readonly endsOn: LocalDate }[],
  today: LocalDate,
  calendar: Pick<WorkingCalendar, 'nextWorkingDay'>,
  morningAt: string,
): Pick<PlannedDelivery, 'notBefore'> => {
  let day = today;
  while (away.some((period) => isAwayOn(period, day))) day = calendar.nextWorkingDay(day);
  return day === today ? {} : { notBefore: instantInTokyo(day, morningAt) };
};

/**
 * 回答を差し戻す, by the 主任 of the department or the secretariat, until the closing: it is open again, due the next working day
 * at the earliest, and the one to whom it falls is told why. Earlier answers stay. Refused when another answer came since the form
 * was opened.
 */
export const returnAnswer = async (
  deps: ServiceDeps & SecretariatDeps,
  key: TargetKey,
  { key: formKey, draft, answerId }: ReturnInput,
  actor: Actor,
): Promise<Result<ReturnedAnswer, Problem>> => {
  const { clock, db } = deps;
  const at = clock.now();
  const today = todayInTokyo(at);
  const settings = await db.record(actor.workspaceId).settings.read();
  const secretariat = await secretariatOf(deps, settings);
  const ref = targetRef(key);
  const act = { actor, action: 'return-answer', at, subject: ref };
  return db.submit<ReturnedAnswer, Problem>(
    act,
    { key: formKey, content: { key, draft } },
    async (record) => {
      const found = await readTargetInPlace(record, key, true);
      if (found === undefined) return refuse({ kind: 'gone' });
      const { inquiry, target, place } = found;
      const { departmentId } = place;
      if (!mayOversee(actor, departmentId)) return refuse({ kind: 'not-allowed', who: 'chief' });
      const closed = closedProblem(inquiry);
      if (closed !== undefined) return refuse(closed);
      if (target.answer === null) return refuse({ kind: 'nothing-to-return' });
      if (answerId !== undefined && target.answer.id !== answerId)
        return refuse(await record.changedMeanwhile(ref));

      const calendar = calendarOf(settings);
      const returned: NonNullable<InquiryTarget['returned']> = {
        at,
        by: actor.id,
        reason: draft.reason,
        dueOn: dueAfterReturn(inquiry, today, calendar),
      };
      await record.inquiryTargets.putReturned(key, returned);
      await record.audit({
        subject: ref,
        reason: draft.reason,
        before: { answerId: target.answer.id },
        after: { dueOn: returned.dueOn },
      });
      const responsible = responsibleFor(
        target,
        await readResponsibles(record, today, {
          departmentIds: [departmentId],
          delegateIds: [target.delegateId],
          secretariat,
        }),
      );
      const away = await record.awayPeriods.notOver(today);
      const told = responsible.receivers.filter((slackId) => slackId !== actor.id);
      await record.deliveries.planAll(
        told.map((recipient) => {
          const person = responsible.people.find(({ slackId }) => slackId === recipient);
          const own = away.filter(({ personId }) => personId === person?.id);
          return {
            key: joinParts('inquiry-returned', ref, at.toISOString(), recipient),
            kind: 'inquiry-returned',
            recipient,
            subject: ref,
            lines: [{ kind: 'inquiry', ref, dueOn: dueOnOf(inquiry, { returned }) }],
            ...toldFrom(own, today, calendar, settings.morningAt),
          };
        }),
        at,
      );
      await record.deliveries.refreshLines([
        ref,
        subjectOf('inquiry-department', key.inquiryId, departmentId),
        subjectOf('inquiry', key.inquiryId),
      ]);
      return succeed({ ...found, target: { ...target, answer: null, returned }, dueOn: returned.dueOn });
    },
  );
};
