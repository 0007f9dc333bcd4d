import type { WorkspaceRecord } from '../../db/database.ts';
import type { PlacedAction } from '../../domain/action-item/line.ts';
import type { Actor } from '../../domain/actor.ts';
import { fiscalYearOf, lastDayOf } from '../../domain/calendar/fiscal-year.ts';
import { type LocalDate, todayInTokyo } from '../../domain/calendar/local-date.ts';
import type { Department, Section } from '../../domain/department.ts';
import { groupBy } from '../../domain/group-by.ts';
import type { HandoverScope } from '../../domain/handover.ts';
import { hasQuestions, type Inquiry, type InquiryTarget } from '../../domain/inquiry/inquiry.ts';
import { openQuestions, type Question } from '../../domain/opinion/question.ts';
import { awaitedUntil, reportRows, reportStateOf, yearToReport } from '../../domain/roster/report.ts';
import { yearBefore } from '../../domain/schedule/ahead.ts';
import { isOfSchedule, isStillAhead, type ScheduleEntry } from '../../domain/schedule/entry.ts';
import { placeActions } from '../action-item.ts';
import { readSchedule } from '../schedule/dates.ts';

/** What a section was asked, and what it answered. */
export type AskedOfSection = {
  readonly inquiry: Inquiry;
  readonly target: InquiryTarget;
  readonly sectionName: string;
  /** Of 調査・検討を依頼 that is open: 評価・意見 about which the section is asked; of all others nothing. */
  readonly questions: readonly Question[];
};

/** The place that is handed over: a section, or a department with its sections, also those that are no more: what they answered, and were still asked, is the department's. */
export type HandedOver = {
  readonly department: Department;
  /** Null where it is the whole department. */
  readonly section: Section | null;
  readonly sections: readonly Section[];
};

/** 選任報告 that is awaited of a department: until when, and of how many places nothing is reported yet. */
export type ReportOwed = { readonly dueOn: LocalDate; readonly open: number };

/** What is the place's own, and dates that everybody may read. */
export type SectionFacts = {
  /** Null where it is no whole department, or nothing of it is awaited. */
  readonly report: ReportOwed | null;
  /** By due day. */
  readonly open: readonly AskedOfSection[];
  /** Of the last two years, the newest first. */
  readonly answered: readonly AskedOfSection[];
  readonly actions: readonly PlacedAction[];
  /** 研修 of two years up to now and those to come. */
  readonly trainings: readonly ScheduleEntry[];
  /** Meetings to come. */
  readonly meetings: readonly ScheduleEntry[];
};

type Sources = Pick<
  WorkspaceRecord,
  | 'actionItems'
  | 'appointments'
  | 'bodies'
  | 'departments'
  | 'didNotMeet'
  | 'inquiryQuestions'
  | 'inquiryTargets'
  | 'meetings'
  | 'programmes'
  | 'settings'
  | 'trainings'
  | 'writtenMeetings'
>;

/** Finds the place of a scope; undefined where there is none any more. */
export const readHandedOver = async (
  { departments }: Pick<Sources, 'departments'>,
  scope: Exclude<HandoverScope, { readonly kind: 'secretariat' }>,
): Promise<HandedOver | undefined> => {
  const department = (await departments.all()).find(({ id }) => id === scope.departmentId);
  if (department === undefined) return undefined;
  if (scope.kind === 'department') return { department, section: null, sections: department.sections };
  const section = department.sections.find(({ id }) => id === scope.sectionId);
  return section && { department, section, sections: [section] };
};

/** What these sections were asked, the newest first, and of each inquiry in the order of the sections. */
const readAsked = async (
  { inquiryQuestions, inquiryTargets }: Sources,
  { sections }: HandedOver,
  today: LocalDate,
): Promise<readonly AskedOfSection[]> => {
  const since = yearBefore(yearBefore(today));
  const asked = await inquiryTargets.ofSectionsSince(
    sections.map(({ id }) => id),
    since,
  );
  // What is asked with the next morning message is not asked yet.
  const begun = asked.filter(({ inquiry: { askedOn } }) => askedOn !== null && askedOn <= today);
  const asking = begun
    .map(({ inquiry }) => inquiry)
    .filter((one) => one.state === 'open' && hasQuestions(one));
  const questions = openQuestions(
    await inquiryQuestions.ofSections(
      [...new Set(asking.map(({ id }) => id))],
      sections.map(({ id }) => id),
    ),
  );
  return [...groupBy(begun, ({ inquiry }) => inquiry.id).values()].flatMap((rows) =>
    sections.flatMap((section) =>
      rows
        .filter(({ target }) => target.sectionId === section.id)
        .map((row) => ({
          ...row,
          sectionName: section.name,
          questions: questions.filter(
            ({ inquiryId, sectionId }) => inquiryId === row.inquiry.id && sectionId === section.id,
          ),
        })),
    ),
  );
};

const readReport = async (
  { appointments, settings }: Sources,
  { section, department, sections }: HandedOver,
  today: LocalDate,
): Promise<ReportOwed | null> => {
  const year = yearToReport(today);
  const dueOn = section === null ? awaitedUntil(year, today, await settings.read()) : null;
  if (dueOn === null) return null;
  const held = await appointments.ofSections(
    sections.map(({ id }) => id),
    lastDayOf(year - 1),
    lastDayOf(year),
  );
  const rows = reportRows({ ...department, sections }, held, year, today);
  const open = rows.filter((row) => reportStateOf(row) === 'open').length;
  return open === 0 ? null : { dueOn, open };
};

/** Reads what the place hands over, as `actor` may see it. */
export const readSectionFacts = async (
  record: Sources,
  place: HandedOver,
  { actor, now }: { readonly actor: Actor; readonly now: Date },
): Promise<SectionFacts> => {
  const today = todayInTokyo(now);
  const year = fiscalYearOf(today);
  const own = new Set(place.sections.map(({ id }) => id));
  const [report, asked, open, schedules] = await Promise.all([
    readReport(record, place, today),
    readAsked(record, place, today),
    record.actionItems.open(),
    Promise.all([year - 1, year, year + 1].map((each) => readSchedule(record, each, { actor, now }))),
  ]);
  const entries = schedules.flatMap((schedule) => schedule.entries).filter(isOfSchedule);
  const actions = open.filter(
    ({ responsible }) => responsible.kind === 'section' && own.has(responsible.sectionId),
  );
  return {
    report,
    open: asked
      .filter(({ inquiry }) => inquiry.state === 'open')
      .toSorted((one, other) => one.inquiry.dueOn.localeCompare(other.inquiry.dueOn)),
    answered: asked.filter(({ inquiry, target }) => inquiry.state !== 'open' || target.answer !== null),
    actions: await placeActions(record, actions),
    trainings: entries.filter(({ kind, standing }) => kind === 'training' && standing !== 'cancelled'),
    meetings: entries.filter(
      (entry) => entry.kind !== 'training' && entry.standing !== 'cancelled' && isStillAhead(entry, today),
    ),
  };
};
