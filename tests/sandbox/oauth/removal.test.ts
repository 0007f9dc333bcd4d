import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Sandbox } from '../../../src/sandbox/sandbox.ts';
import { call, type Listener, startCities, startListener } from '../cities.ts';

let slack: Sandbox;
let bot: Listener;

beforeEach(async () => {
  slack = await startCities({ app: { clientId: '1.2', clientSecret: 'geheim' } });
  bot = await startListener(slack);
});
afterEach(async () => {
  await bot.stop();
  await slack.stop();
});

const errorOf = async (token: string): Promise<string | undefined> =>
  (await call(slack, token, 'auth.test')).error;

it('a city that removes the app tells the bot, and its token is no good any more', async () => {
  await slack.uninstall('T0KAEDE');
  expect(bot.heard).toMatchObject([
    { team_id: 'T0KAEDE', event: { type: 'tokens_revoked', tokens: { bot: ['U0KYODOBOT0KAEDE'] } } },
    {
      team_id: 'T0KAEDE',
      event: { type: 'app_uninstalled' },
      authorizations: [{ team_id: 'T0KAEDE', is_enterprise_install: false }],
    },
  ]);
  expect(await errorOf('xoxb-kaede')).toBe('account_inactive');
  expect(await errorOf('xoxb-sakura')).toBeUndefined();
  expect(() => slack.workspace('T0KAEDE').botToken).toThrow('not installed');
  await slack.workspace('T0KAEDE').person('U0JIMU').command('/kyodo');
  await slack.uninstall('T0KAEDE');
  expect(bot.heard).toHaveLength(2);
});

it('an organisation that removes the app names no team, and loses it in all its workspaces', async () => {
  await slack.uninstall('E0TOSHI');
  expect(bot.heard.at(-1)).toMatchObject({
    team_id: null,
    enterprise_id: 'E0TOSHI',
    event: { type: 'app_uninstalled' },
    authorizations: [{ enterprise_id: 'E0TOSHI', team_id: null, is_enterprise_install: true }],
  });
  expect(await errorOf('xoxb-toshi')).toBe('account_inactive');
  expect(() => slack.workspace('T0MINAMI').botToken).toThrow('not installed');
});

it('revoked tokens are one event, and another word', async () => {
  await slack.revokeTokens('T0KAEDE');
  expect(bot.heard).toMatchObject([{ event: { type: 'tokens_revoked' } }]);
  expect(await errorOf('xoxb-kaede')).toBe('token_revoked');
});

it('the app revokes its token and removes itself', async () => {
  expect(await call(slack, 'xoxb-kaede', 'auth.revoke', { test: true })).toMatchObject({
    ok: true,
    revoked: false,
  });
  expect(await errorOf('xoxb-kaede')).toBeUndefined();
  expect(await call(slack, 'xoxb-kaede', 'auth.revoke')).toMatchObject({ ok: true, revoked: true });
  expect(await errorOf('xoxb-kaede')).toBe('token_revoked');

  const uninstall = (secret: string) =>
    call(slack, 'xoxb-sakura', 'apps.uninstall', { client_id: '1.2', client_secret: secret });
  expect((await uninstall('guess')).error).toBe('bad_client_secret');
  expect(await errorOf('xoxb-sakura')).toBeUndefined();
  expect((await uninstall('geheim')).ok).toBe(true);
  expect(await errorOf('xoxb-sakura')).toBe('account_inactive');
});

it('the next install has a new token; the old one stays dead', async () => {
  await slack.uninstall('T0KAEDE');
  const wish = { client_id: '1.2', scope: 'chat:write', redirect_uri: 'http://127.0.0.1:1/' };
  const back = slack.answer(`${slack.authorizeUrl}?${new URLSearchParams(wish)}`, {
    on: 'T0KAEDE',
    by: 'U0JIMU',
  });
  await call(slack, '', 'oauth.v2.access', {
    client_id: '1.2',
    client_secret: 'geheim',
    redirect_uri: wish.redirect_uri,
    code: new URL(back).searchParams.get('code'),
  });
  expect(await errorOf(slack.workspace('T0KAEDE').botToken)).toBeUndefined();
  expect(await errorOf('xoxb-kaede')).toBe('account_inactive');
});
