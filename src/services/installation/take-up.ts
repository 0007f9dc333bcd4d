import { plainStaff } from '../../domain/actor.ts';
import { succeed } from '../../domain/result.ts';
import { subjectOf } from '../../domain/subject.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** Which workspace is to be served by which installation, and who installed that. */
export type TakenUp = {
  readonly workspaceId: string;
  readonly installationId: string;
  readonly installedBy: string;
};

/**
 * Has a workspace of the record served by an installation, new or taken up again: what was planned while it was set aside is on
 * its way again. Gives whether it is served by that one now: its own goes before that of its organisation.
 */
export const takeUpWorkspace = async (
  { clock, db }: ServiceDeps,
  { workspaceId, installationId, installedBy }: TakenUp,
): Promise<boolean> => {
  const act = {
    actor: plainStaff(workspaceId, installedBy),
    action: 'take-up-workspace',
    at: clock.now(),
  };
  const taken = await db.act<boolean, never>(act, async (record) => {
    if ((await record.serveBy(installationId)) === 'own-lives') return succeed(false);
    await record.audit({ subject: subjectOf('workspace', workspaceId), after: { installationId } });
    await record.deliveries.recover();
    return succeed(true);
  });
  return taken.ok && taken.value;
};
