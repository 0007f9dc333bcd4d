import { z } from 'zod';
import { fromUtcMidnight, type LocalDate } from '../domain/calendar/local-date.ts';
import { needOf } from '../domain/delivery/delivery.ts';
import { type MonthlyDay, UNPUBLISHED } from '../domain/newsletter/newsletter.ts';
import type { IssueHour } from '../domain/newsletter/watched.ts';
import { QUEUES } from '../domain/queues.ts';
import { RUN_INSTALLED, runTask } from '../domain/run-task.ts';
import { DEFAULT_SETTINGS, type Settings } from '../domain/settings.ts';
import type { Prismatic } from './client.ts';
import { Prisma } from './generated/client.ts';

/** What of a workspace decides which of its jobs are due. */
export type JobFacts = Pick<Settings, 'morningAt' | 'closingDays'> & {
  readonly workspaceId: string;
  /** Whether there are people whose address is new to the record since Slack was last asked. */
  readonly hasUnsought: boolean;
  readonly monthly: MonthlyDay | undefined;
  /** Issues still to go out. */
  readonly unpublished: readonly IssueHour[];
  /** The earliest 回答期限 of a 書面開催 that is open for answers. */
  readonly writtenDueOn: LocalDate | undefined;
  /** What was due until then is not made up for: the secretariat chose so when the record had been restored. */
  readonly settledUntil?: Date | undefined;
};

/** A moment at which a job was last due, and where. */
export type DueSlot = {
  readonly name: string;
  readonly slot: Date;
  readonly workspaceIds: readonly string[];
};

/** Runs of one workspace, as a job of the queue names them. */
export type DueRuns = {
  readonly workspaceId: string;
  readonly runs: readonly { readonly name: string; readonly slot: Date }[];
};

/**
 * Which jobs are due, of any number of workspaces at once: looked at every minute, whether anything is due or not, in as many
 * statements for a thousand workspaces as for one.
 */
export type DueJobs = {
  /** Those of these workspaces that are in the record, and of which no job waits for a choice after it was restored. */
  readonly facts: (workspaceIds: readonly string[]) => Promise<readonly JobFacts[]>;
  /**
   * Claims what no process has claimed yet, and adds a job to the queue for each workspace, which names its runs in the order
   * given: one statement, so that a process that dies has claimed nothing that is not in the queue. What was claimed ten
   * minutes before `at` and is not finished has failed, and is claimed again.
   */
  readonly claim: (due: readonly DueSlot[], at: Date) => Promise<void>;
  /** Adds the runs of one workspace to the queue again, for so many milliseconds of the machine's time later. */
  readonly putBack: (due: DueRuns, afterMs: number) => Promise<void>;
};

const FAILED_AFTER_MS = 10 * 60 * 1000;
const QUEUE = Prisma.raw(QUEUES.ofRuns);
/** A run that fails is no failure of the queue's job: it fails where the database is away, or its process was killed. */
const TRIES = 25;

const Rows = z.array(
  z.object({
    workspaceId: z.string(),
    morningAt: z.string().nullable(),
    closingDays: z.array(z.date()).nullable(),
    hasUnsought: z.boolean(),
    monthly: z
      .object({ day: z.number(), time: z.string(), shift: z.boolean(), channels: z.array(z.string()) })
      .nullable(),
    unpublished: z
      .array(z.object({ state: z.enum(UNPUBLISHED), publishAt: z.coerce.date().nullable() }))
      .nullable(),
    writtenDueOn: z.date().nullable(),
    settledUntil: z.date().nullable(),
  }),
);

const toFacts = ({
  morningAt,
  closingDays,
  monthly,
  unpublished,
  writtenDueOn,
  settledUntil,
  ...row
}: z.output<typeof Rows>[number]): JobFacts => ({
  ...row,
  morningAt: morningAt ?? DEFAULT_SETTINGS.morningAt,
  closingDays: closingDays?.map(fromUtcMidnight) ?? DEFAULT_SETTINGS.closingDays,
  monthly: monthly ?? undefined,
  unpublished: unpublished ?? [],
  writtenDueOn: writtenDueOn === null ? undefined : fromUtcMidnight(writtenDueOn),
  settledUntil: settledUntil ?? undefined,
});

/** The job of the workspace `workspace_id` with its `runs`, as `add_jobs` takes it. */
const jobSpec = (runs: Prisma.Sql, afterMs = 0): Prisma.Sql => Prisma.sql`
  row(
    (select case when installation_id is null then ${runTask('')} || id else ${RUN_INSTALLED} end
     from workspace where id = workspace_id),
    json_build_object('workspaceId', workspace_id, 'runs', ${runs}), null,
    now() + ${afterMs} * interval '1 millisecond', ${TRIES}, null, 0, array[${needOf('')} || workspace_id]
  )::${QUEUE}.job_spec`;

export const createDueJobs = (prisma: Prismatic): DueJobs => ({
  facts: async (workspaceIds) =>
    Rows.parse(
      await prisma.$queryRaw`
        select workspace.id as "workspaceId", settings.morning_at as "morningAt",
          (select array_agg(day order by day) from closing_day
            where closing_day.workspace_id = workspace.id) as "closingDays",
          exists (select from person where person.workspace_id = workspace.id
            and slack_id is null and email is not null and sought_at is null) as "hasUnsought",
          case when monthly.workspace_id is null then null else to_jsonb(monthly) end as monthly,
          (select jsonb_agg(jsonb_build_object('state', state, 'publishAt', publish_at)) from newsletter_issue issue
            where issue.workspace_id = workspace.id and state::text = any(${[...UNPUBLISHED]}::text[])) as unpublished,
          (select min(due_on) from written_meeting written
            where written.workspace_id = workspace.id and written.state = 'open') as "writtenDueOn",
          case when restoration.sends = false then restoration.chosen_at end as "settledUntil"
        from workspace
        left join settings on settings.workspace_id = workspace.id
        left join monthly_day monthly on monthly.workspace_id = workspace.id
        left join restoration on restoration.workspace_id = workspace.id
        where workspace.id = any(${[...workspaceIds]}::text[])
          and (restoration.workspace_id is null or restoration.sends is not null)`,
    ).map(toFacts),
  claim: async (due, at) => {
    const failedBefore = new Date(at.getTime() - FAILED_AFTER_MS);
    const groups = due.map((group, place) => ({ ...group, place }));
    // What is claimed already is passed over unlocked; what two processes claim at once they take in one order, so that neither
    // waits for the other for good. PostgreSQL leaves out a part that nothing reads: the condition at the end reads the last.
    await prisma.$queryRaw`
      with due as (
        select workspace_id, name, slot, place
        from jsonb_to_recordset(${JSON.stringify(groups)}::jsonb)
          as row(name text, slot timestamptz, place int, "workspaceIds" text[])
        cross join unnest("workspaceIds") workspace_id
      ), claimed as (
        insert into job_slot as held (workspace_id, name, slot, claimed_at)
        select workspace_id, name, slot, ${at} from due
        where not exists (
          select from job_slot before
          where before.workspace_id = due.workspace_id and before.name = due.name and before.slot = due.slot
            and (before.finished_at is not null or before.claimed_at >= ${failedBefore}))
        order by workspace_id, name, slot
        on conflict (workspace_id, name, slot) do update set claimed_at = excluded.claimed_at
          where held.finished_at is null and held.claimed_at < ${failedBefore}
        returning workspace_id, name, slot
      ), jobs as (
        select ${QUEUE}.add_jobs(array(
          select ${jobSpec(Prisma.sql`json_agg(json_build_object('name', name, 'slot', slot) order by place)`)}
          from claimed join due using (workspace_id, name, slot)
          group by workspace_id))
      )
      select 1 from claimed where (select count(*) from jobs) < 0`;
  },
  putBack: async ({ workspaceId, runs }, afterMs) => {
    await prisma.$executeRaw`
      select ${QUEUE}.add_jobs(array[${jobSpec(Prisma.sql`${JSON.stringify(runs)}::json`, afterMs)}])
      from (values (${workspaceId}::text)) as put_back (workspace_id)`;
  },
});
