import type { LocalDate } from '../domain/calendar/local-date.ts';
import type { ChangedMeanwhile } from '../domain/refusal.ts';
import type { Result } from '../domain/result.ts';
import type { Subject } from '../domain/subject.ts';
import { createActionItemTable } from './action-items.ts';
import { createAppointmentTable } from './appointments.ts';
import { createArticleProposalTable } from './article-proposals.ts';
import { createArticleTable } from './articles.ts';
import { createAttendanceTable } from './attendances.ts';
import { type AuditDetails, createAuditTable, lastChangeOf, writeAuditLines } from './audit.ts';
import { createAwayPeriodTable } from './away-periods.ts';
import { createBodyTable } from './bodies.ts';
import { createBodyMemberTable } from './body-members.ts';
import { createCallerTable } from './callers.ts';
import { createChapterTextTable } from './chapter-texts.ts';
import { CONNECTIONS, type Connection, type Connections, createPrisma, type Prismatic } from './client.ts';
import { createClockAheadTable } from './clock-ahead.ts';
import { createDelegateRequestTable } from './delegate-requests.ts';
import { createDeliveryTable } from './deliveries.ts';
import { createDepartmentTable } from './departments.ts';
import { createDidNotMeetTable } from './did-not-meet.ts';
import { createDueDeliveries, type DueDeliveries } from './due-deliveries.ts';
import { createDueJobs, type DueJobs } from './due-jobs.ts';
import { type ErasureProblem, eraseWorkspace } from './erase-workspace.ts';
import { type RecordFigures, readFigures } from './figures.ts';
import { createInquiryTable } from './inquiries.ts';
import { createInquiryQuestionTable } from './inquiry-questions.ts';
import { createInquiryTargetTable } from './inquiry-targets.ts';
import { createInstallationTable, type InstallationTable, type Serving, serveBy } from './installations.ts';
import { createJobSlotTable } from './job-slots.ts';
import { lazily } from './lazily.ts';
import { createMeetingTable } from './meetings.ts';
import { createMonthlyDayTable } from './monthly-day.ts';
import { createMorningLineTable } from './morning-lines.ts';
import { createNewsletterIssueTable } from './newsletter-issues.ts';
import { createOpinionTable } from './opinions.ts';
import { atLast } from './own-transaction.ts';
import { createPersonTable } from './people.ts';
import { createPostponedLineTable } from './postponed-lines.ts';
import { createProgrammeTable } from './programmes.ts';
import { createReportTable } from './reports.ts';
import { createRestorationTable } from './restorations.ts';
import { createRetentionTable } from './retention.ts';
import { createRolloverTable } from './rollover-rows.ts';
import { createRosterFileTable } from './roster-files.ts';
import { createSearchTable } from './search.ts';
import { createSettingsTable } from './settings.ts';
import { createSetupTable } from './setup-rows.ts';
import { createStoredFileTable } from './stored-files.ts';
import { type AlreadyRecorded, onceOf, type Submitted } from './submissions.ts';
import { createTrainingSessionTable } from './training-sessions.ts';
import { type Act, notingRefusal, transact } from './transact.ts';
import {
  type Holdings,
  readHoldings,
  summarizeWorkspaces,
  type WorkspaceSummary,
} from './workspace-holdings.ts';
import { createWorkspaceTable, type WorkspaceTable } from './workspaces.ts';
import { createWrittenAnswerTable } from './written-answers.ts';
import { createWrittenMeetingTable } from './written-meetings.ts';
import { createWrongCodeTable } from './wrong-codes.ts';

/** The tables of one workspace. Nothing read or written through them belongs to another. */
export type WorkspaceRecord = Readonly<ReturnType<typeof recordOf>>;

const tablesOf = (prisma: Prismatic, workspaceId: string) => ({
  workspaceId: () => workspaceId,
  bodies: () => createBodyTable(prisma, workspaceId),
  meetings: () => createMeetingTable(prisma, workspaceId),
  actionItems: () => createActionItemTable(prisma, workspaceId),
  didNotMeet: () => createDidNotMeetTable(prisma, workspaceId),
  deliveries: () => createDeliveryTable(prisma, workspaceId),
  jobSlots: () => createJobSlotTable(prisma, workspaceId),
  auditLines: () => createAuditTable(prisma, workspaceId),
  callers: () => createCallerTable(prisma, workspaceId),
  people: () => createPersonTable(prisma, workspaceId),
  departments: () => createDepartmentTable(prisma, workspaceId),
  appointments: () => createAppointmentTable(prisma, workspaceId),
  awayPeriods: () => createAwayPeriodTable(prisma, workspaceId),
  bodyMembers: () => createBodyMemberTable(prisma, workspaceId),
  settings: () => createSettingsTable(prisma, workspaceId),
  rosterFiles: () => createRosterFileTable(prisma, workspaceId),
  programmes: () => createProgrammeTable(prisma, workspaceId),
  trainings: () => createTrainingSessionTable(prisma, workspaceId),
  attendances: () => createAttendanceTable(prisma, workspaceId),
  wrongCodes: () => createWrongCodeTable(prisma, workspaceId),
  inquiries: () => createInquiryTable(prisma, workspaceId),
  inquiryTargets: () => createInquiryTargetTable(prisma, workspaceId),
  inquiryQuestions: () => createInquiryQuestionTable(prisma, workspaceId),
  delegateRequests: () => createDelegateRequestTable(prisma, workspaceId),
  storedFiles: () => createStoredFileTable(prisma, workspaceId),
  postponedLines: () => createPostponedLineTable(prisma, workspaceId),
  morningLines: () => createMorningLineTable(prisma, workspaceId),
  articles: () => createArticleTable(prisma, workspaceId),
  articleProposals: () => createArticleProposalTable(prisma, workspaceId),
  newsletterIssues: () => createNewsletterIssueTable(prisma, workspaceId),
  monthlyDay: () => createMonthlyDayTable(prisma, workspaceId),
  setup: () => createSetupTable(prisma, workspaceId),
  retention: () => createRetentionTable(prisma, workspaceId),
  rollover: () => createRolloverTable(prisma, workspaceId),
  restorations: () => createRestorationTable(prisma, workspaceId),
  clockAhead: () => createClockAheadTable(prisma, workspaceId),
  writtenMeetings: () => createWrittenMeetingTable(prisma, workspaceId),
  writtenAnswers: () => createWrittenAnswerTable(prisma, workspaceId),
  chapterTexts: () => createChapterTextTable(prisma, workspaceId),
  reports: () => createReportTable(prisma, workspaceId),
  opinions: () => createOpinionTable(prisma, workspaceId),
  search: () => createSearchTable(prisma, workspaceId),
});

const recordOf = (prisma: Prismatic, workspaceId: string) => lazily(tablesOf(prisma, workspaceId));

/** A workspace's tables inside a transaction, with the audit line that belongs to the act. */
export type ActingRecord = WorkspaceRecord & {
  /** Writes the audit lines of this act, one for each row it changed. */
  readonly audit: (...lines: readonly AuditDetails[]) => Promise<void>;
  /** Adds the workspace itself; false when it is there already. */
  readonly begin: () => Promise<boolean>;
  /** Writes what nobody waits for, at the end of the act, which fails with it. */
  readonly atLast: (...writes: readonly Promise<unknown>[]) => void;
  /** Has the workspace served by an installation, unless its own lives and keeps it. */
  readonly serveBy: (installationId: string) => Promise<Serving>;
  /** The refusal of a form whose row somebody else changed since it was opened, with who that was as the audit log knows. */
  readonly changedMeanwhile: (subject: Subject) => Promise<ChangedMeanwhile>;
};

/** All workspaces, as who runs the bot sees them from outside the wall. */
type Workspaces = Pick<WorkspaceTable, 'ids' | 'served'> & {
  /** Every workspace, the first that came first, with how much it holds on a day. */
  readonly summaries: (day: LocalDate) => Promise<readonly WorkspaceSummary[]>;
  /** All that there is of one; nothing of one that is not known. */
  readonly holdings: (workspaceId: string) => Promise<Holdings>;
  /** Erases one for good: every row, file and job of it, and nothing of another. Gives what there was. */
  readonly erase: (workspaceId: string) => Promise<Result<Holdings, ErasureProblem>>;
};

export type Database = {
  readonly workspaces: Workspaces;
  readonly installations: InstallationTable;
  readonly dueJobs: DueJobs;
  readonly dueDeliveries: DueDeliveries;
  /** Counts over the rows of all workspaces and the queue, for who watches; `now` is the bot's. */
  readonly figures: (now: Date) => Promise<RecordFigures>;
  /** How many connections it has just now. */
  readonly connections: () => Connections;
  /** Reading outside a transaction. */
  readonly record: (workspaceId: string) => WorkspaceRecord;
  /**
   * An act that only reads: no transaction, whose begin and end would be waited for too. When it is refused because the person may not do
   * it, there is an audit line.
   */
  readonly look: <T, P extends { readonly kind: string }>(
    act: Act,
    work: (record: WorkspaceRecord) => Promise<Result<T, P>>,
  ) => Promise<Result<T, P>>;
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
   * whatever process, gets the outcome of the first time. `earlier` is what it came to when it had other words; to a
   * form that answers a question, what the form came to that asked, as it was kept. What comes of a button has no form.
   * `ask` asks what has to be known of the record in any case, and locks it: it goes out with the key, and the work is handed the answer.
   */
  readonly submit: <T, P extends { readonly kind: string }, Asked = undefined>(
    act: Act,
    form: Submitted | undefined,
    work: (
      record: ActingRecord,
      earlier: T | undefined,
      asked: Promise<Asked> | undefined,
    ) => Promise<Result<T, P>>,
    ask?: (record: ActingRecord) => Promise<Asked>,
  ) => Promise<Result<T, P | AlreadyRecorded>>;
  readonly close: () => Promise<void>;
};

const actingOf = (transaction: Prismatic, { actor, action, at }: Act): ActingRecord => {
  const { workspaceId } = actor;
  return lazily({
    ...tablesOf(transaction, workspaceId),
    audit:
      () =>
      (...lines: readonly AuditDetails[]) =>
        writeAuditLines(transaction, actor, action, at, lines),
    atLast:
      () =>
      (...writes: readonly Promise<unknown>[]) =>
        atLast(transaction, ...writes),
    begin: () => () => createWorkspaceTable(transaction).add(workspaceId, at),
    serveBy: () => (installationId: string) => serveBy(transaction, workspaceId, installationId),
    changedMeanwhile: () => async (subject: Subject) => ({
      kind: 'changed-meanwhile' as const,
      last: await lastChangeOf(transaction, workspaceId, subject),
    }),
  });
};

/** Opens the record. `onError` hears of broken idle connections; of `connections` there are at most so many. */
export const createDatabase = (
  connection: Connection,
  onError: (error: Error) => void,
  connections: number = CONNECTIONS.ofRequests,
): Database => {
  const prisma = createPrisma(connection, onError, connections);
  return {
    installations: createInstallationTable(prisma),
    dueJobs: createDueJobs(prisma),
    dueDeliveries: createDueDeliveries(prisma),
    workspaces: {
      ...createWorkspaceTable(prisma),
      summaries: (day) => summarizeWorkspaces(prisma, day),
      holdings: (workspaceId) => readHoldings(prisma, workspaceId),
      erase: (workspaceId) => eraseWorkspace(prisma, workspaceId),
    },
    figures: (now) => readFigures(prisma, now),
    connections: () => prisma.$connections(),
    record: (workspaceId) => recordOf(prisma, workspaceId),
    look: async (act, work) =>
      notingRefusal(prisma, act, await work(recordOf(prisma, act.actor.workspaceId))),
    act: (act, work) => transact(prisma, act, (transaction) => work(actingOf(transaction, act))),
    submit: (act, form, work, ask) =>
      transact(prisma, act, (transaction) => {
        const record = actingOf(transaction, act);
        let asked: ReturnType<NonNullable<typeof ask>> | undefined;
        const askBeside = (): void => {
          asked = ask?.(record);
          asked?.catch(() => undefined);
        };
        return onceOf(transaction, act, form, (earlier) => work(record, earlier, asked), askBeside);
      }),
    close: () => prisma.$disconnect(),
  };
};
