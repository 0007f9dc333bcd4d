import { trusted } from '../../domain/actor.ts';
import { joinParts } from '../../domain/parts.ts';
import { succeed } from '../../domain/result.ts';
import { logChannelOf } from '../../domain/settings.ts';
import { subjectOf } from '../../domain/subject.ts';
import type { Household } from '../identify.ts';
import type { ServiceDeps } from '../service-deps.ts';

type ReportDeps = ServiceDeps & { readonly household: Pick<Household, 'workspaceId' | 'logChannel'> };

/** Plans what 運用ログ is told of a run of a job; where none is set, nothing. The message goes on counting as the run's do. */
export const reportRun = async ({ clock, db, household }: ReportDeps, run: string): Promise<void> => {
  const { workspaceId, logChannel } = household;
  const channel = logChannelOf(await db.record(workspaceId).settings.read(), logChannel);
  if (channel === null) return;
  const at = clock.now();
  const actor = trusted(workspaceId, 'job:report-run', 'job');
  await db.act<null, never>({ actor, action: 'report-run', at }, async (record) => {
    await record.deliveries.plan(
      {
        key: joinParts('job-report', run),
        kind: 'job-report',
        recipient: channel,
        subject: subjectOf('run', run),
      },
      at,
    );
    return succeed(null);
  });
};
