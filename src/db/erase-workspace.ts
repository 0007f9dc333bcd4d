import { z } from 'zod';
import { type Result, refuse, succeed } from '../domain/result.ts';
import { type Client, type Prismatic, servingName } from './client.ts';
import { Prisma } from './generated/client.ts';
import {
  countJobs,
  type Holdings,
  jobsOf,
  QUEUE_SCHEMAS,
  readHoldings,
  tableNamed,
  workspaceTables,
} from './workspace-holdings.ts';

/** Why nothing is erased: there is no such workspace, a bot works with its token, or jobs of it are running at this moment. */
export type ErasureProblem =
  | { readonly kind: 'no-workspace' | 'bot-at-work' }
  | { readonly kind: 'jobs-running'; readonly count: number };

/** A large city is erased in seconds; nobody waits behind it but who would write to that city. */
const WITHIN_MS = 10 * 60 * 1000;

const Found = z.array(z.unknown());
/** Carries the refusal out of the transaction, of which nothing stays then. */
class Refused extends Error {
  readonly problem: ErasureProblem;
  constructor(problem: ErasureProblem) {
    super('refused');
    this.problem = problem;
  }
}

const isServed = async (prisma: Prismatic, workspaceId: string): Promise<boolean> => {
  const connections = Found.parse(
    await prisma.$queryRaw`
      select pid from pg_stat_activity
      where datname = current_database() and application_name = ${servingName(workspaceId)}`,
  );
  return connections.length > 0;
};

/** Takes jobs out of the queue, and the names that only they bore; those that run can't be taken out. */
const eraseJobs = async (prisma: Prismatic, workspaceId: string): Promise<void> => {
  for (const queue of QUEUE_SCHEMAS)
    await prisma.$queryRaw`select count(*)::int from ${queue}.complete_jobs(array(${jobsOf(queue, workspaceId)}))`;
  const running = await countJobs(prisma, workspaceId);
  if (running > 0) throw new Refused({ kind: 'jobs-running', count: running });
  // The queue's own cleaning would take out the names of all that rest just now, which other processes have in mind.
  for (const queue of QUEUE_SCHEMAS) {
    await prisma.$executeRaw`
      delete from ${queue}._private_job_queues where ${workspaceId} = any(regexp_split_to_array(queue_name, '[:-]'))`;
    await prisma.$executeRaw`
      delete from ${queue}._private_tasks where ${workspaceId} = any(regexp_split_to_array(identifier, '[:-]'))`;
  }
};

/** The rows of all tables at once, since PostgreSQL asks only at the end of a statement who still refers to what. */
const eraseRows = async (prisma: Prismatic, workspaceId: string): Promise<void> => {
  // Audit lines go with the workspace itself, and no other way: a trigger sees to it.
  const tables = (await workspaceTables(prisma)).filter((name) => name !== 'audit_line').map(tableNamed);
  const deletions = tables.map(
    (table) => Prisma.sql`${table} as (delete from ${table} where workspace_id = ${workspaceId})`,
  );
  await prisma.$executeRaw`with ${Prisma.join(deletions, ', ')} select 1`;
  const { installationId } = await prisma.workspace.delete({ where: { id: workspaceId } });
  // Its own, and that of its organisation unless that serves others.
  await prisma.installation.deleteMany({
    where: { id: { in: [workspaceId, installationId ?? workspaceId] }, workspaces: { none: {} } },
  });
};

/**
 * Erases a workspace: every row, file and job of it, the installation that serves nobody else, and nothing of another, in one transaction. Gives what there was. Who
 * writes to it at the same moment is waited for or, coming later, fails.
 */
export const eraseWorkspace = async (
  prisma: Client,
  workspaceId: string,
): Promise<Result<Holdings, ErasureProblem>> => {
  try {
    const erased = await prisma.$transaction(
      async (transaction) => {
        // Every row of it refers to this one, in the end: nothing can be added from here on.
        const held =
          await transaction.$queryRaw`select id from workspace where id = ${workspaceId} for update`;
        if (Found.parse(held).length === 0) throw new Refused({ kind: 'no-workspace' });
        if (await isServed(transaction, workspaceId)) throw new Refused({ kind: 'bot-at-work' });
        const holdings = await readHoldings(transaction, workspaceId);
        await eraseJobs(transaction, workspaceId);
        await eraseRows(transaction, workspaceId);
        return holdings;
      },
      { timeout: WITHIN_MS },
    );
    return succeed(erased);
  } catch (error) {
    if (error instanceof Refused) return refuse(error.problem);
    throw error;
  }
};
