import { trusted } from '../../domain/actor.ts';
import { succeed } from '../../domain/result.ts';
import { subjectOf } from '../../domain/subject.ts';
import type { ServiceDeps } from '../service-deps.ts';

/**
 * Ends an installation because of what Slack said, in its own word: nothing is sent any more to the workspaces that it served,
 * their record and what was planned for them stay. Gives those workspaces; none where it had ended before, or is not known.
 */
export const endInstallation = async (
  { clock, db }: ServiceDeps,
  installationId: string,
  because: string,
): Promise<readonly string[]> => {
  const at = clock.now();
  const workspaces = (await db.installations.end(installationId, { at, because })) ?? [];
  for (const workspaceId of workspaces)
    await db.act(
      { actor: trusted(workspaceId, 'bot', 'job'), action: 'set-aside-workspace', at },
      async (record) => {
        await record.audit({
          subject: subjectOf('workspace', workspaceId),
          after: { installationId, because },
        });
        return succeed(null);
      },
    );
  return workspaces;
};
