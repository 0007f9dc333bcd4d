import { todayInTokyo } from '../calendar/local-date.ts';
import type { DepartmentWithSections } from '../department.ts';
import { groupBy } from '../group-by.ts';
import { cameOn, dueOnOf, type Inquiry, type InquiryAnswer, type InquiryTarget } from './inquiry.ts';

/** The numbers of an inquiry, of all or of a department. Every one is a count over those asked. */
export type Tally = {
  readonly asked: number;
  /** Of how many sections: fewer where 主任 and 推進員 of one are asked. */
  readonly sections: number;
  readonly answered: number;
  readonly unanswered: number;
  /** Of the unanswered: 差戻し. */
  readonly returned: number;
  /** Of the answered: 期限後. */
  readonly late: number;
  readonly applicable: number;
  readonly notApplicable: number;
  /** 件数 added up. */
  readonly count: number;
};

/** Whether an answer came after the due day (期限後). */
export const isLate = (
  inquiry: Pick<Inquiry, 'dueOn'>,
  target: Pick<InquiryTarget, 'returned'>,
  answer: Pick<InquiryAnswer, 'received' | 'at'>,
): boolean => cameOn(answer, todayInTokyo(answer.at)) > dueOnOf(inquiry, target);

/** Counts those asked. */
export const tallyOf = (
  inquiry: Pick<Inquiry, 'dueOn'>,
  targets: readonly Pick<InquiryTarget, 'sectionId' | 'answer' | 'returned'>[],
): Tally => {
  const answered = targets.flatMap((target) =>
    target.answer === null ? [] : [{ target, answer: target.answer }],
  );
  const open = targets.filter(({ answer }) => answer === null);
  return {
    asked: targets.length,
    sections: new Set(targets.map(({ sectionId }) => sectionId)).size,
    answered: answered.length,
    unanswered: open.length,
    returned: open.filter(({ returned }) => returned !== null).length,
    late: answered.filter(({ target, answer }) => isLate(inquiry, target, answer)).length,
    applicable: answered.filter(({ answer }) => answer.applicable === true).length,
    notApplicable: answered.filter(({ answer }) => answer.applicable === false).length,
    count: answered.reduce((sum, { answer }) => sum + (answer.count ?? 0), 0),
  };
};

/** How one department stands: those asked in order of its sections. */
export type DepartmentStatus = {
  readonly department: DepartmentWithSections;
  readonly targets: readonly InquiryTarget[];
  readonly tally: Tally;
};

/** The departments of which somebody is asked, in order, each with those asked in order of section, 主任 first. */
export const statusByDepartment = (
  inquiry: Pick<Inquiry, 'dueOn'>,
  targets: readonly InquiryTarget[],
  departments: readonly DepartmentWithSections[],
): readonly DepartmentStatus[] => {
  const bySection = groupBy(targets, ({ sectionId }) => sectionId);
  return departments.flatMap((department) => {
    const here = department.sections.flatMap(({ id }) =>
      (bySection.get(id) ?? []).toSorted((one, other) =>
        one.role === other.role ? 0 : one.role === 'chief' ? -1 : 1,
      ),
    );
    return here.length === 0 ? [] : [{ department, targets: here, tally: tallyOf(inquiry, here) }];
  });
};
