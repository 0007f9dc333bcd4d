import type { Collected } from '../../db/inquiries.ts';
import { type Actor, chiefOf } from '../../domain/actor.ts';
import { type InquiryStep, stepsFrom } from '../../domain/inquiry/course.ts';
import type { Inquiry, InquiryAnswer } from '../../domain/inquiry/inquiry.ts';
import {
  type DepartmentStatus,
  statusByDepartment,
  type Tally,
  tallyOf,
} from '../../domain/inquiry/tally.ts';
import { isSecretariat, may } from '../../domain/permission.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { subjectOf } from '../../domain/subject.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** How an inquiry stands, as far as the reader may see it: of a 主任 the own department. */
export type InquiryStatus = {
  readonly inquiry: Inquiry;
  readonly tally: Tally;
  readonly departments: readonly DepartmentStatus[];
  /** All of the city, as 対象 may name them. */
  readonly named: readonly DepartmentStatus['department'][];
  readonly collected: readonly Collected[];
  /** Every answer, in the order in which they came, of those departments. */
  readonly answers: readonly InquiryAnswer[];
  readonly mayManage: boolean;
  /** What may be done to it now, by those who may. */
  readonly steps: readonly InquiryStep[];
};

/** Reads how an inquiry stands: all of it for the secretariat, their department for a 主任. */
export const readInquiryStatus = async (
  { clock, db }: ServiceDeps,
  inquiryId: string,
  actor: Actor,
): Promise<Result<InquiryStatus, Refusal>> => {
  const act = {
    actor,
    action: 'read-inquiry-status',
    at: clock.now(),
    subject: subjectOf('inquiry', inquiryId),
  };
  return db.look<InquiryStatus, Refusal>(act, async (record) => {
    const mayManage = isSecretariat(actor);
    const own = chiefOf(actor).filter((departmentId) => may(actor, 'oversee-inquiry', { departmentId }));
    if (!mayManage && own.length === 0) return refuse({ kind: 'not-allowed', who: 'chief' });
    const inquiry = await record.inquiries.find(inquiryId);
    if (inquiry === undefined || (inquiry.state === 'draft' && !mayManage)) return refuse({ kind: 'gone' });
    const all = await record.departments.all();
    const visible = mayManage ? all : all.filter(({ id }) => own.includes(id));
    const departments = statusByDepartment(
      inquiry,
      await record.inquiryTargets.ofInquiry(inquiryId),
      visible,
    );
    const targets = departments.flatMap((one) => one.targets);
    const sections = new Set(targets.map(({ sectionId }) => sectionId));
    return succeed({
      inquiry,
      tally: tallyOf(inquiry, targets),
      departments,
      named: all,
      collected: await record.inquiries.collectedOf(inquiryId),
      answers: (await record.inquiryTargets.answersOfInquiry(inquiryId)).filter(({ sectionId }) =>
        sections.has(sectionId),
      ),
      mayManage,
      steps: mayManage ? stepsFrom(inquiry, act.at) : [],
    });
  });
};
