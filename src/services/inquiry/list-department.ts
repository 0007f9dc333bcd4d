import { type Actor, chiefOf } from '../../domain/actor.ts';
import { type DueText, dueTextOn } from '../../domain/calendar/deadline.ts';
import { type LocalDate, todayInTokyo } from '../../domain/calendar/local-date.ts';
import type { Department } from '../../domain/department.ts';
import { groupBy } from '../../domain/group-by.ts';
import type { Inquiry } from '../../domain/inquiry/inquiry.ts';
import { mayOversee } from '../../domain/inquiry/standing.ts';
import { calendarOf } from '../../domain/settings.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** An open inquiry in one department, by numbers. */
export type DepartmentProgress = {
  readonly inquiry: Inquiry;
  readonly department: Pick<Department, 'id' | 'name'>;
  readonly asked: number;
  readonly unanswered: number;
  readonly due: DueText;
};

/** Open inquiries of the departments of which this person is 主任, by department in order, then by due day. */
export const listDepartmentInquiries = async (
  { clock, db }: ServiceDeps,
  actor: Actor,
): Promise<{ readonly day: LocalDate; readonly progress: readonly DepartmentProgress[] }> => {
  const day = todayInTokyo(clock.now());
  const own = chiefOf(actor).filter((id) => mayOversee(actor, id));
  if (own.length === 0) return { day, progress: [] };
  const record = db.record(actor.workspaceId);
  const departments = (await record.departments.all()).filter(({ id }) => own.includes(id));
  const sectionIds = departments.flatMap(({ sections }) => sections.map(({ id }) => id));
  const [inquiries, targets, settings] = await Promise.all([
    record.inquiries.inState(['open']),
    record.inquiryTargets.open({ sectionIds, delegateId: null }),
    record.settings.read(),
  ]);
  const calendar = calendarOf(settings);
  const byInquiry = groupBy(targets, ({ inquiryId }) => inquiryId);
  const inOrder = inquiries.toSorted((one, other) => (one.dueOn < other.dueOn ? -1 : 1));
  const progress = departments.flatMap((department) =>
    inOrder.flatMap((inquiry): readonly DepartmentProgress[] => {
      const here = (byInquiry.get(inquiry.id) ?? []).filter(({ sectionId }) =>
        department.sections.some(({ id }) => id === sectionId),
      );
      const due = dueTextOn(day, calendar)(inquiry.dueOn);
      const unanswered = here.filter(({ answer }) => answer === null).length;
      return here.length === 0 ? [] : [{ inquiry, department, asked: here.length, unanswered, due }];
    }),
  );
  return { day, progress };
};
