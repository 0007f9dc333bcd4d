import type { WorkspaceRecord } from '../../db/database.ts';
import { trusted } from '../../domain/actor.ts';
import { foundNoChange, type RunCounts, runOf } from '../../domain/delivery/run-report.ts';
import { joinParts } from '../../domain/parts.ts';
import { succeed } from '../../domain/result.ts';
import { logChannelOf } from '../../domain/settings.ts';
import { subjectOf } from '../../domain/subject.ts';
import type { Workspace } from '../identify.ts';
import type { ServiceDeps } from '../service-deps.ts';

type ReportDeps = ServiceDeps & { readonly workspace: Pick<Workspace, 'id' | 'logChannel'> };

/** A run of a job that has counted. */
type FinishedRun = { readonly name: string; readonly slot: Date; readonly counts: RunCounts };

const keyOf = (name: string, slot: Date): string => joinParts('job-report', runOf(name, slot));

const WEEK_MS = 7 * 24 * 60 * 60 * 1000;

/** Keys of a job's reports are in the order of its slots. */
const isToldThisWeek = ({ deliveries }: WorkspaceRecord, { name, slot }: FinishedRun): Promise<boolean> =>
  deliveries.isAnyBetween(keyOf(name, new Date(slot.getTime() - WEEK_MS)), keyOf(name, slot));

/**
 * Plans what 運用ログ is told of a run of a job; where none is set, nothing. The message goes on counting as the run's do. That
 * nothing has changed is told once a week, so that the job is known to run.
 */
export const reportRun = async (
  { clock, db, workspace }: ReportDeps,
  { name, slot, counts }: FinishedRun,
): Promise<void> => {
  const { id: workspaceId, logChannel } = workspace;
  const record = db.record(workspaceId);
  const channel = logChannelOf(await record.settings.read(), logChannel);
  if (channel === null) return;
  if (foundNoChange(counts) && (await isToldThisWeek(record, { name, slot, counts }))) return;
  const at = clock.now();
  const actor = trusted(workspaceId, 'job:report-run', 'job');
  await db.act<null, never>({ actor, action: 'report-run', at }, async ({ deliveries }) => {
    const subject = subjectOf('run', runOf(name, slot));
    await deliveries.plan({ key: keyOf(name, slot), kind: 'job-report', recipient: channel, subject }, at);
    return succeed(null);
  });
};
