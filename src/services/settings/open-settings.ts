import type { Actor } from '../../domain/actor.ts';
import { isSecretariat } from '../../domain/permission.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { logChannelOf, MOST_SECRETARIAT, type Settings } from '../../domain/settings.ts';
import type { People } from '../../slack/people.ts';
import type { Workspace } from '../identify.ts';
import { secretariatOf } from '../secretariat.ts';
import type { ServiceDeps } from '../service-deps.ts';

type OpenDeps = ServiceDeps & { readonly people: People; readonly workspace: Workspace };

/** Whom the environment names, as far as their accounts are known: ids, people of the record, and the one who asks. */
const knownIdsOf =
  ({ db }: OpenDeps, actor: Actor): People['idsOf'] =>
  async (named) => {
    const { people } = db.record(actor.workspaceId);
    const emails = named.filter((name) => name.includes('@'));
    const ids = named.filter((name) => !name.includes('@')).map((id) => id.toUpperCase());
    const known = await Promise.all(emails.map((email) => people.findByEmail(email)));
    return [...new Set([actor.id, ...ids, ...known.flatMap((person) => person?.slackId ?? [])])];
  };

/**
 * Opens 設定 for the secretariat, as the form is to begin: 事務局 are those of the moment, also while the environment names
 * them, and 運用ログ is that of the environment until the form was first saved.
 */
export const openSettings = async (deps: OpenDeps, actor: Actor): Promise<Result<Settings, Refusal>> => {
  const { clock, db, people, workspace } = deps;
  const opened = await db.look<Settings, Refusal>(
    { actor, action: 'open-settings', at: clock.now() },
    async (record) =>
      isSecretariat(actor)
        ? succeed(await record.settings.read())
        : refuse({ kind: 'not-allowed', who: 'secretariat' }),
  );
  if (!opened.ok) return opened;
  const settings = opened.value;
  const asKnown = { hasLeft: people.hasLeft, idsOf: knownIdsOf(deps, actor) };
  const secretariat = await secretariatOf({ people: asKnown, workspace }, settings);
  return succeed({
    ...settings,
    secretariat: secretariat.slice(0, MOST_SECRETARIAT),
    logChannel: logChannelOf(settings, workspace.logChannel),
  });
};
