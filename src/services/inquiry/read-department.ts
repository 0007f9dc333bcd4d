import type { Collected } from '../../db/inquiries.ts';
import type { Actor } from '../../domain/actor.ts';
import { type DueText, dueTextOn } from '../../domain/calendar/deadline.ts';
import { type LocalDate, todayInTokyo } from '../../domain/calendar/local-date.ts';
import type { Department } from '../../domain/department.ts';
import { dueOnOf, type Inquiry, type InquiryTarget } from '../../domain/inquiry/inquiry.ts';
import { type Relation, responsibleFor } from '../../domain/inquiry/responsible.ts';
import { type ClosedProblem, closedProblem, mayOversee } from '../../domain/inquiry/standing.ts';
import { isLate, type Tally, tallyOf } from '../../domain/inquiry/tally.ts';
import { whoIsAwayOn } from '../../domain/person/away.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { calendarOf } from '../../domain/settings.ts';
import { subjectOf } from '../../domain/subject.ts';
import { readResponsibles } from '../../queries/inquiry/responsibles.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** One of those asked in a department. */
export type DepartmentRow = {
  readonly target: InquiryTarget;
  readonly sectionName: string;
  readonly relation: Relation;
  /** Whose it is today, by name, and whether all of them are 不在. */
  readonly names: readonly string[];
  readonly isAway: boolean;
  /** Whether it is theirs because they were named for it. */
  readonly isNamed: boolean;
  /** 期限後. */
  readonly isLate: boolean;
  /** Until when this one is to answer, where it is another day than the inquiry's. */
  readonly ownDueOn: DueText['dueOn'] | null;
};

/** A department's part of an inquiry: what is open comes first. */
export type DepartmentInquiry = {
  readonly day: LocalDate;
  readonly inquiry: Inquiry;
  readonly department: Pick<Department, 'id' | 'name'>;
  readonly rows: readonly DepartmentRow[];
  readonly tally: Tally;
  readonly collected: Collected | null;
  /** Whether it was the reader who pressed とりまとめ完了. */
  readonly isCollectedByReader: boolean;
  readonly closed: ClosedProblem | undefined;
  readonly due: DueText;
};

/** 部局の状況 of an inquiry, for the 主任 of the department and the secretariat. */
export const readDepartmentInquiry = async (
  { clock, db }: ServiceDeps,
  { inquiryId, departmentId }: { readonly inquiryId: string; readonly departmentId: string },
  actor: Actor,
): Promise<Result<DepartmentInquiry, Refusal>> => {
  const at = clock.now();
  const today = todayInTokyo(at);
  const act = {
    actor,
    action: 'read-department-inquiry',
    at,
    subject: subjectOf('inquiry-department', inquiryId, departmentId),
  };
  return db.look<DepartmentInquiry, Refusal>(act, async (record) => {
    if (!mayOversee(actor, departmentId)) return refuse({ kind: 'not-allowed', who: 'chief' });
    const inquiry = await record.inquiries.find(inquiryId);
    const department = (await record.departments.all()).find(({ id }) => id === departmentId);
    if (inquiry === undefined || department === undefined || inquiry.state === 'draft')
      return refuse({ kind: 'gone' });
    const all = await record.inquiryTargets.ofInquiry(inquiryId);
    const targets = department.sections.flatMap(({ id }) => all.filter(({ sectionId }) => sectionId === id));
    const names = new Map(department.sections.map(({ id, name }) => [id, name]));
    const responsibles = await readResponsibles(record, today, {
      departmentIds: [departmentId],
      delegateIds: targets.map(({ delegateId }) => delegateId),
      secretariat: [],
    });
    const away = whoIsAwayOn(await record.awayPeriods.notOver(today), today);
    const rows = targets.map((target): DepartmentRow => {
      const { people, relation } = responsibleFor(target, responsibles);
      const dueOn = dueOnOf(inquiry, target);
      return {
        target,
        sectionName: names.get(target.sectionId) ?? '',
        relation,
        names: people.map(({ name }) => name),
        isAway: people.length > 0 && people.every(({ id }) => away.has(id)),
        isNamed: people.some(({ id }) => id === target.delegateId),
        isLate: target.answer !== null && isLate(inquiry, target, target.answer),
        ownDueOn: dueOn === inquiry.dueOn ? null : dueOn,
      };
    });
    const isOpen = ({ target }: DepartmentRow): boolean => target.answer === null;
    const collected = (await record.inquiries.collectedOf(inquiryId)).find(
      (one) => one.departmentId === departmentId,
    );
    const calendar = calendarOf(await record.settings.read());
    return succeed({
      day: today,
      inquiry,
      department,
      rows: [...rows.filter(isOpen), ...rows.filter((row) => !isOpen(row))],
      tally: tallyOf(inquiry, targets),
      collected: collected ?? null,
      isCollectedByReader: collected?.by === actor.id,
      closed: closedProblem(inquiry),
      due: dueTextOn(today, calendar)(inquiry.dueOn),
    });
  });
};
