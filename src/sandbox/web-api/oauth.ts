import { z } from 'zod';
import type { Installation } from '../oauth/installations.ts';
import { type ApiAnswer, type ApiContext, type ApiMethod, apiMethod, failure, flagArgument } from './call.ts';

/** What Slack answers when it hands out tokens. */
const tokensOf = (installation: Installation, { oauth, workspace }: ApiContext): ApiAnswer => {
  const { id, by, scopes, token, refreshToken, expiresAt } = installation;
  const [hosted] = oauth.workspaces(id);
  if (hosted === undefined) return failure('team_not_found');
  const { team, enterprise, bot } = hosted.workspace;
  const isWide = team.id !== id;
  return {
    ok: true,
    app_id: bot.appId,
    authed_user: { id: by },
    scope: scopes.join(','),
    token_type: 'bot',
    access_token: token,
    bot_user_id: bot.userId,
    ...(refreshToken === undefined || expiresAt === undefined
      ? {}
      : {
          refresh_token: refreshToken,
          expires_in: Math.round((expiresAt - workspace.now().getTime()) / 1000),
        }),
    team: isWide ? null : { id: team.id, name: team.name },
    enterprise: enterprise === undefined ? null : { id: enterprise.id, name: enterprise.name },
    is_enterprise_install: isWide,
  };
};

const Credentials = z.looseObject({ client_id: z.string().optional(), client_secret: z.string().optional() });
const Exchange = Credentials.extend({
  grant_type: z.string().default('authorization_code'),
  code: z.string().default(''),
  redirect_uri: z.string().optional(),
  refresh_token: z.string().default(''),
});

/** How the app gets its tokens, and loses them. */
export const oauthMethods: Readonly<Record<string, ApiMethod>> = {
  'oauth.v2.access': apiMethod(
    Exchange,
    (args, context) => {
      const { oauth } = context;
      const problem = oauth.problemWith(args);
      if (problem !== undefined) return failure(problem);
      if (args.grant_type === 'refresh_token') {
        const refreshed = oauth.installations.refresh(args.refresh_token);
        return refreshed === undefined ? failure('invalid_refresh_token') : tokensOf(refreshed, context);
      }
      if (args.grant_type !== 'authorization_code') return failure('invalid_grant_type');
      const granted = oauth.redeem(args.code, args.redirect_uri);
      if (typeof granted === 'string') return failure(granted);
      return tokensOf(oauth.installations.install(granted.on, granted), context);
    },
    { token: 'none' },
  ),

  'auth.teams.list': apiMethod(z.object({}), (_args, { oauth, installation }) => ({
    ok: true,
    teams: oauth
      .workspaces(installation()?.id ?? '')
      .map(({ workspace: { team } }) => ({ id: team.id, name: team.name })),
    response_metadata: { next_cursor: '' },
  })),

  'auth.revoke': apiMethod(
    z.object({ test: flagArgument.optional() }),
    ({ test }, { oauth, installation }) => {
      if (test !== true) void oauth.end(installation()?.id ?? '', 'token_revoked');
      return { ok: true, revoked: test !== true };
    },
  ),

  'apps.uninstall': apiMethod(Credentials, (args, { oauth, installation }) => {
    const problem = oauth.problemWith(args);
    if (problem !== undefined) return failure(problem);
    void oauth.end(installation()?.id ?? '', 'account_inactive');
    return { ok: true };
  }),
};
