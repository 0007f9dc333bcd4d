import { z } from 'zod';
import { type ApiMethod, apiMethod } from './call.ts';

/** `api.test`, `auth.test` and `apps.connections.open`: who am I, and where do I connect. */
export const authMethods: Readonly<Record<string, ApiMethod>> = {
  'api.test': apiMethod(z.object({}), () => ({ ok: true, args: {} }), { token: 'none' }),

  'auth.test': apiMethod(z.object({}), (_args, { workspace: { team, bot } }) => ({
    ok: true,
    url: `https://${team.domain}.slack.com/`,
    team: team.name,
    user: 'kyodo_bot',
    team_id: team.id,
    user_id: bot.userId,
    bot_id: bot.botId,
    is_enterprise_install: false,
  })),

  'apps.connections.open': apiMethod(
    z.object({}),
    (_args, { socketUrl }) => ({ ok: true, url: socketUrl() }),
    {
      token: 'app',
    },
  ),
};
