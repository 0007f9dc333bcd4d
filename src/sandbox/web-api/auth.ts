import { z } from 'zod';
import { isOrganisationWide } from '../acts/line.ts';
import { type ApiMethod, apiMethod } from './call.ts';

/** `api.test`, `auth.test` and `apps.connections.open`: who am I, and where do I connect. */
export const authMethods: Readonly<Record<string, ApiMethod>> = {
  'api.test': apiMethod(z.object({}), () => ({ ok: true, args: {} }), { token: 'none' }),

  'auth.test': apiMethod(z.object({}), (_args, context) => {
    const { team, enterprise, bot } = context.workspace;
    const isWide = isOrganisationWide(context);
    // A token of an organisation is of no team: Slack tells the organisation in its place.
    const told = isWide && enterprise !== undefined ? enterprise : team;
    return {
      ok: true,
      url: `https://${told.domain}${isWide ? '.enterprise' : ''}.slack.com/`,
      team: told.name,
      user: 'kyodo_bot',
      team_id: told.id,
      user_id: bot.userId,
      bot_id: bot.botId,
      ...(enterprise === undefined ? {} : { enterprise_id: enterprise.id }),
      is_enterprise_install: isWide,
    };
  }),

  'apps.connections.open': apiMethod(
    z.object({}),
    (_args, { socketUrl }) => ({ ok: true, url: socketUrl() }),
    {
      token: 'app',
    },
  ),
};
