import type { FiscalYear } from '../domain/calendar/fiscal-year.ts';
import type { LocalDate } from '../domain/calendar/local-date.ts';
import type { Delivery, DeliveryContent } from '../domain/delivery/delivery.ts';
import type { TargetKey } from '../domain/inquiry/inquiry.ts';
import type { Responsibles } from '../domain/inquiry/responsible.ts';
import type { RosterToAsk } from '../domain/inquiry/sending.ts';
import type { TargetInPlace } from '../domain/inquiry/standing.ts';
import type { MorningWorld } from '../domain/morning/morning.ts';
import type { Issue, IssueContent } from '../domain/newsletter/newsletter.ts';
import type { ChangedMeanwhile } from '../domain/refusal.ts';
import type { Result } from '../domain/result.ts';
import type { KnownRoster, RosterSpan } from '../domain/roster/import.ts';
import { type AppointmentTable, createAppointmentTable } from './appointments.ts';
import { type ArticleTable, createArticleTable } from './articles.ts';
import { type AttendanceTable, createAttendanceTable } from './attendances.ts';
import {
  type AuditDetails,
  type AuditTable,
  createAuditTable,
  lastChangeOf,
  writeAuditLines,
} from './audit.ts';
import { type AwayPeriodTable, createAwayPeriodTable } from './away-periods.ts';
import { type BodyTable, createBodyTable } from './bodies.ts';
import { type BodyMemberTable, createBodyMemberTable } from './body-members.ts';
import { type Connection, createPrisma, type Prismatic } from './client.ts';
import { createDelegateRequestTable, type DelegateRequestTable } from './delegate-requests.ts';
import { createDeliveryTable, type DeliveryTable } from './deliveries.ts';
import { contentOf } from './delivery-content.ts';
import { createDepartmentTable, type DepartmentTable } from './departments.ts';
import { createDidNotMeetTable, type DidNotMeetTable } from './did-not-meet.ts';
import { createInquiryTable, type InquiryTable } from './inquiries.ts';
import { createInquiryTargetTable, type InquiryTargetTable } from './inquiry-targets.ts';
import { createJobSlotTable, type JobSlotTable } from './job-slots.ts';
import { createMeetingTable, type MeetingTable } from './meetings.ts';
import { createMonthlyDayTable, type MonthlyDayTable } from './monthly-day.ts';
import { createMorningLineTable, type MorningLineTable } from './morning-lines.ts';
import { type DaysToPlan, readMorningWorld } from './morning-world.ts';
import { issueContentOf } from './newsletter-content.ts';
import { createNewsletterIssueTable, type NewsletterIssueTable } from './newsletter-issues.ts';
import {
  type InquiryReader,
  type OwedInquiries,
  readOwedInquiries,
  readResponsibles,
  readTargetInPlace,
} from './owed-inquiries.ts';
import { createPersonTable, type PersonTable } from './people.ts';
import { createPostponedLineTable, type PostponedLineTable } from './postponed-lines.ts';
import { createProgrammeTable, type ProgrammeTable } from './programmes.ts';
import { createRosterFileTable, type RosterFileTable } from './roster-files.ts';
import { readRosterToAsk } from './roster-to-ask.ts';
import { createSettingsTable, type SettingsTable } from './settings.ts';
import { readSetupRows, type SetupRows } from './setup.ts';
import { type Account, readStanding, type Standing } from './standing.ts';
import { createStoredFileTable, type StoredFileTable } from './stored-files.ts';
import { type AlreadyRecorded, onceOf, type Submitted } from './submissions.ts';
import { createTrainingSessionTable, type TrainingSessionTable } from './training-sessions.ts';
import { type Act, transact } from './transact.ts';
import { createWorkspaceTable, type WorkspaceTable } from './workspaces.ts';
import { createWrongCodeTable, type WrongCodeTable } from './wrong-codes.ts';

/** The tables of one workspace. Nothing read or written through them belongs to another. */
export type WorkspaceRecord = {
  readonly workspaceId: string;
  readonly bodies: BodyTable;
  readonly meetings: MeetingTable;
  readonly didNotMeet: DidNotMeetTable;
  readonly deliveries: DeliveryTable;
  readonly jobSlots: JobSlotTable;
  readonly auditLines: AuditTable;
  readonly people: PersonTable;
  readonly departments: DepartmentTable;
  readonly appointments: AppointmentTable;
  readonly awayPeriods: AwayPeriodTable;
  readonly bodyMembers: BodyMemberTable;
  readonly settings: SettingsTable;
  readonly rosterFiles: RosterFileTable;
  /** Which rows はじめの設定 waits for are there. */
  readonly setupRows: (year: FiscalYear) => Promise<SetupRows>;
  readonly programmes: ProgrammeTable;
  readonly trainings: TrainingSessionTable;
  readonly attendances: AttendanceTable;
  readonly wrongCodes: WrongCodeTable;
  readonly inquiries: InquiryTable;
  readonly inquiryTargets: InquiryTargetTable;
  readonly delegateRequests: DelegateRequestTable;
  readonly storedFiles: StoredFileTable;
  readonly postponedLines: PostponedLineTable;
  readonly morningLines: MorningLineTable;
  readonly articles: ArticleTable;
  readonly newsletterIssues: NewsletterIssueTable;
  readonly monthlyDay: MonthlyDayTable;
  /** What the person of a Slack account is on a day. */
  readonly standingOf: (account: Account, day: LocalDate) => Promise<Standing>;
  /** What a roster file of these days is held against: everybody, every place, and who is appointed then. */
  readonly knownRoster: (span: RosterSpan) => Promise<Omit<KnownRoster, 'today'>>;
  /** One of those asked with the inquiry and the place; `holds` keeps it so until the transaction ends. */
  readonly targetInPlace: (key: TargetKey, holds: boolean) => Promise<TargetInPlace | undefined>;
  /** Who is there to answer on a day for these departments. */
  readonly responsibles: (
    day: LocalDate,
    wanted: Parameters<typeof readResponsibles>[2],
  ) => Promise<Responsibles>;
  /** What of inquiries falls to somebody: at most so many lines. */
  readonly owedInquiries: (reader: InquiryReader, now: Date, most: number) => Promise<OwedInquiries>;
  /** The roster of a day by which an inquiry is sent; `secretariat` is who it is by Slack id. */
  readonly rosterToAsk: (day: LocalDate, secretariat: readonly string[]) => Promise<RosterToAsk>;
  /** All that the mornings of some days are planned from; `secretariat` is who it is by Slack id. */
  readonly morningWorld: (days: DaysToPlan, secretariat: readonly string[]) => Promise<MorningWorld>;
  /** An issue with all that is read in it. */
  readonly issueContent: (issue: Issue, now: Date) => Promise<IssueContent>;
  /** What a delivery speaks of, as it stands now; undefined when that is not in the record. */
  readonly contentOf: (delivery: Delivery, now: Date) => Promise<DeliveryContent | undefined>;
};

/** A workspace's tables inside a transaction, with the audit line that belongs to the act. */
export type ActingRecord = WorkspaceRecord & {
  /** Writes the audit lines of this act, one for each row it changed. */
  readonly audit: (...lines: readonly AuditDetails[]) => Promise<void>;
  /**
   * Carries on another form of the same person, which came to a question that this one answers: `work` is given what it came
   * to, as it was kept, and gives what it comes to now.
   */
  readonly carryOn: <T, P>(
    form: Submitted,
    work: (earlier: T | undefined) => Promise<Result<T, P>>,
  ) => Promise<Result<T, P | AlreadyRecorded>>;
  /** Adds the workspace itself; false when it is there already. */
  readonly begin: () => Promise<boolean>;
  /** The refusal of a form whose row somebody else changed since it was opened, with who that was as the audit log knows. */
  readonly changedMeanwhile: (subject: string) => Promise<ChangedMeanwhile>;
};

export type Database = {
  readonly workspaces: Pick<WorkspaceTable, 'ids'>;
  /** Reading outside a transaction. */
  readonly record: (workspaceId: string) => WorkspaceRecord;
  /**
   * One act in one transaction. When it refuses or throws, nothing of it is kept, but for an audit line when it was
   * refused because the person may not do it.
   */
  readonly act: <T, P extends { readonly kind: string }>(
    act: Act,
    work: (record: ActingRecord) => Promise<Result<T, P>>,
  ) => Promise<Result<T, P>>;
  /**
   * The same for a submitted form, which is carried out once: its key is taken first, and the same form arriving again, in
   * whatever process, gets the outcome of the first time. `earlier` is what it came to when it had other words. What comes
   * of a button has no form.
   */
  readonly submit: <T, P extends { readonly kind: string }>(
    act: Act,
    form: Submitted | undefined,
    work: (record: ActingRecord, earlier: T | undefined) => Promise<Result<T, P>>,
  ) => Promise<Result<T, P | AlreadyRecorded>>;
  readonly close: () => Promise<void>;
};

const recordOf = (prisma: Prismatic, workspaceId: string): WorkspaceRecord => {
  const tables = {
    workspaceId,
    bodies: createBodyTable(prisma, workspaceId),
    meetings: createMeetingTable(prisma, workspaceId),
    didNotMeet: createDidNotMeetTable(prisma, workspaceId),
    deliveries: createDeliveryTable(prisma, workspaceId),
    jobSlots: createJobSlotTable(prisma, workspaceId),
    auditLines: createAuditTable(prisma, workspaceId),
    people: createPersonTable(prisma, workspaceId),
    departments: createDepartmentTable(prisma, workspaceId),
    appointments: createAppointmentTable(prisma, workspaceId),
    awayPeriods: createAwayPeriodTable(prisma, workspaceId),
    bodyMembers: createBodyMemberTable(prisma, workspaceId),
    settings: createSettingsTable(prisma, workspaceId),
    rosterFiles: createRosterFileTable(prisma, workspaceId),
    programmes: createProgrammeTable(prisma, workspaceId),
    trainings: createTrainingSessionTable(prisma, workspaceId),
    attendances: createAttendanceTable(prisma, workspaceId),
    wrongCodes: createWrongCodeTable(prisma, workspaceId),
    inquiries: createInquiryTable(prisma, workspaceId),
    inquiryTargets: createInquiryTargetTable(prisma, workspaceId),
    delegateRequests: createDelegateRequestTable(prisma, workspaceId),
    storedFiles: createStoredFileTable(prisma, workspaceId),
    postponedLines: createPostponedLineTable(prisma, workspaceId),
    morningLines: createMorningLineTable(prisma, workspaceId),
    articles: createArticleTable(prisma, workspaceId),
    newsletterIssues: createNewsletterIssueTable(prisma, workspaceId),
    monthlyDay: createMonthlyDayTable(prisma, workspaceId),
  };
  return {
    ...tables,
    setupRows: (year) => readSetupRows(prisma, workspaceId, year),
    standingOf: (account, day) => readStanding(prisma, workspaceId, account, day),
    knownRoster: async ({ first, last }) => ({
      people: await tables.people.all(),
      departments: await tables.departments.all(),
      appointments: await tables.appointments.between(first, last),
    }),
    targetInPlace: (key, holds) => readTargetInPlace(tables, key, holds),
    responsibles: (day, wanted) => readResponsibles(tables, day, wanted),
    owedInquiries: (reader, now, most) => readOwedInquiries(tables, reader, now, most),
    rosterToAsk: (day, secretariat) => readRosterToAsk(tables, day, secretariat),
    morningWorld: (days, secretariat) => readMorningWorld(prisma, tables, days, secretariat),
    issueContent: (issue, now) => issueContentOf(tables, issue, now),
    contentOf: (delivery, now) => contentOf(tables, delivery, now),
  };
};

const actingOf = (transaction: Prismatic, { actor, action, at }: Act): ActingRecord => ({
  carryOn: (form, work) => onceOf(transaction, { actor, at }, form, work),
  ...recordOf(transaction, actor.workspaceId),
  audit: (...lines) => writeAuditLines(transaction, actor, action, at, lines),
  begin: () => createWorkspaceTable(transaction).add(actor.workspaceId, at),
  changedMeanwhile: async (subject) => ({
    kind: 'changed-meanwhile',
    last: await lastChangeOf(transaction, actor.workspaceId, subject),
  }),
});

/** Opens the record. `onError` hears of broken idle connections. */
export const createDatabase = (connection: Connection, onError: (error: Error) => void): Database => {
  const prisma = createPrisma(connection, onError);
  return {
    workspaces: createWorkspaceTable(prisma),
    record: (workspaceId) => recordOf(prisma, workspaceId),
    act: (act, work) => transact(prisma, act, (transaction) => work(actingOf(transaction, act))),
    submit: (act, form, work) =>
      transact(prisma, act, (transaction) =>
        onceOf(transaction, act, form, (earlier) => work(actingOf(transaction, act), earlier)),
      ),
    close: () => prisma.$disconnect(),
  };
};
