import type { Database } from '../../src/db/database.ts';
import type { Installation } from '../../src/db/installations.ts';
import type { Clock } from '../../src/domain/clock.ts';
import { createTokenSeal } from '../../src/oauth/token-seal.ts';
import type { SandboxWorkspace } from '../../src/sandbox/sandbox-workspace.ts';
import { takeUpWorkspace } from '../../src/services/installation/take-up.ts';
import { prepareWorkspace } from '../../src/services/settings/prepare-workspace.ts';
import { SCOPES } from '../../src/slack/scopes.ts';
import { SECRETARY } from './practice.ts';

/** The key by which the tokens of these tests are sealed. */
export const TOKEN_KEY = Buffer.alloc(32, 'k');

/** Keeps the app as installed by the secretary, where no bot runs that could take it in. */
export const putInstallation = async (
  db: Database,
  clock: Clock,
  { id, kind, botToken }: Pick<Installation, 'id' | 'kind'> & { readonly botToken: string },
  { botId, userId, appId }: SandboxWorkspace['bot'],
): Promise<void> => {
  const seal = createTokenSeal(TOKEN_KEY);
  await db.installations.save({
    id,
    kind,
    botToken: seal.seal(botToken, { installationId: id, column: 'bot_token' }),
    keyId: seal.keyId,
    botId,
    botUserId: userId,
    appId,
    scopes: SCOPES,
    installedBy: SECRETARY,
    installedAt: clock.now(),
  });
  if (kind !== 'workspace') return;
  await prepareWorkspace({ clock, db }, id);
  await takeUpWorkspace({ clock, db }, { workspaceId: id, installationId: id, installedBy: SECRETARY });
};
