import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Sandbox } from '../../../src/sandbox/sandbox.ts';
import type { AppOptions } from '../../../src/sandbox/sandbox-options.ts';
import { call, type Listener, startCities, startListener } from '../cities.ts';

const BACK = 'http://127.0.0.1:1/slack/oauth_redirect';
const MINUTE_MS = 60_000;

let slack: Sandbox;
let bot: Listener;
let now: number;

const begin = async (app: AppOptions = {}): Promise<void> => {
  now = Date.parse('2026-11-24T09:00:00+09:00');
  slack = await startCities({
    now: () => new Date(now),
    app: { clientId: '1.2', clientSecret: 'geheim', ...app },
  });
  bot = await startListener(slack);
};
beforeEach(() => begin());
afterEach(async () => {
  await bot.stop();
  await slack.stop();
});
const beginAnew = async (app: AppOptions): Promise<void> => {
  await bot.stop();
  await slack.stop();
  await begin(app);
};

const asking = (changes: Readonly<Record<string, string>> = {}): string => {
  const wish = {
    client_id: '1.2',
    scope: 'chat:write,users:read',
    state: 's1',
    redirect_uri: BACK,
    ...changes,
  };
  return `${slack.authorizeUrl}?${new URLSearchParams(wish)}`;
};
const codeFor = (on: string, by: string): string =>
  new URL(slack.answer(asking(), { on, by })).searchParams.get('code') ?? '';
const credentials = { client_id: '1.2', client_secret: 'geheim' };
const exchange = (code: string, changes: object = {}) =>
  call(slack, '', 'oauth.v2.access', { ...credentials, code, redirect_uri: BACK, ...changes });
const refresh = (token: unknown) =>
  call(slack, '', 'oauth.v2.access', { ...credentials, grant_type: 'refresh_token', refresh_token: token });
const tokenOf = async (on: string, by: string): Promise<string> =>
  String((await exchange(codeFor(on, by))).access_token);

describe('an install', () => {
  it('in a workspace gives its token', async () => {
    const answer = await exchange(codeFor('T0MADA', 'U0MADA'));
    expect(answer).toEqual({
      status: 200,
      ok: true,
      app_id: 'A0KYODOBOT',
      authed_user: { id: 'U0MADA' },
      scope: 'chat:write,users:read',
      token_type: 'bot',
      access_token: expect.stringMatching(/^xoxb-/u),
      bot_user_id: 'U0KYODOBOT0MADA',
      team: { id: 'T0MADA', name: '未導入市' },
      enterprise: null,
      is_enterprise_install: false,
    });
    const token = String(answer.access_token);
    expect(slack.workspace('T0MADA').botToken).toBe(token);
    expect(await call(slack, token, 'auth.test')).toMatchObject({ team_id: 'T0MADA' });
    expect((await call(slack, token, 'users.lookupByEmail', { email: 'a@b.example' })).error).toBe(
      'missing_scope',
    );
    await slack.workspace('T0MADA').person('U0MADA').command('/kyodo');
    expect(bot.heard).toMatchObject([{ team_id: 'T0MADA', command: '/kyodo' }]);
  });

  it('in an organisation gives a token for all its workspaces', async () => {
    await slack.uninstall('E0TOSHI');
    expect(await exchange(codeFor('E0TOSHI', 'U0KENMU'))).toMatchObject({
      team: null,
      enterprise: { id: 'E0TOSHI', name: '都市' },
      is_enterprise_install: true,
    });
    const token = slack.workspace('T0KITA').botToken;
    expect(slack.workspace('T0MINAMI').botToken).toBe(token);
    expect((await call(slack, token, 'auth.teams.list')).teams).toEqual([
      { id: 'T0KITA', name: '北区' },
      { id: 'T0MINAMI', name: '南区' },
    ]);
    expect((await call(slack, 'xoxb-sakura', 'auth.teams.list')).teams).toEqual([
      { id: 'T0SAKURA', name: '桜市' },
    ]);
  });

  it('in one workspace of an organisation is of that workspace', async () => {
    await slack.uninstall('E0TOSHI');
    const token = await tokenOf('T0KITA', 'U0KENMU');
    expect(await call(slack, token, 'auth.test')).toMatchObject({
      team_id: 'T0KITA',
      enterprise_id: 'E0TOSHI',
      is_enterprise_install: false,
    });
    const outside = await call(slack, token, 'chat.postMessage', { channel: 'C0MINAMI', text: '外' });
    expect(outside.error).toBe('channel_not_found');
    await slack.workspace('T0KITA').person('U0KENMU').openHome();
    expect(bot.heard.at(-1)).toMatchObject({
      enterprise_id: 'E0TOSHI',
      authorizations: [{ team_id: 'T0KITA', enterprise_id: 'E0TOSHI', is_enterprise_install: false }],
    });
  });

  it('that is made once more gives the same token with the new scopes', async () => {
    const first = await tokenOf('T0MADA', 'U0MADA');
    expect(await tokenOf('T0MADA', 'U0MADA')).toBe(first);
  });
});

describe('the question', () => {
  it('is refused for another app, another way back and no scope', () => {
    const word = (changes: Readonly<Record<string, string>>) => () =>
      slack.answer(asking(changes), { on: 'T0MADA', by: 'U0MADA' });
    expect(word({ client_id: 'other' })).toThrow('invalid_client_id');
    expect(word({ redirect_uri: 'https://elsewhere.example/' })).toThrow('bad_redirect_uri');
    expect(word({ scope: '' })).toThrow('invalid_scope');
  });

  it('leads back only to where the app is registered', async () => {
    await beginAnew({ redirectUrls: ['https://kyodo.example/slack'] });
    const back = (redirect_uri: string) => () =>
      slack.answer(asking({ redirect_uri }), { on: 'T0MADA', by: 'U0MADA' });
    expect(back('https://kyodo.example/slack/oauth_redirect')()).toMatch(
      /^https:\/\/kyodo\.example\/slack\/oauth_/u,
    );
    expect(back('https://kyodo.example/slackers')).toThrow('bad_redirect_uri');
    expect(back(BACK)).toThrow('bad_redirect_uri');
  });

  it('brings a no back, with the state', () => {
    expect(slack.answer(asking(), 'no')).toBe(`${BACK}?error=access_denied&state=s1`);
  });
});

describe('a code', () => {
  it('serves once, for ten minutes, the app alone and the same way back', async () => {
    const code = codeFor('T0MADA', 'U0MADA');
    const error = async (changes: object) => (await exchange(code, changes)).error;
    expect(await error({ client_id: 'other' })).toBe('invalid_client_id');
    expect(await error({ client_secret: 'guess' })).toBe('bad_client_secret');
    expect(await error({ redirect_uri: `${BACK}/x` })).toBe('bad_redirect_uri');
    expect(await error({ redirect_uri: undefined })).toBe('bad_redirect_uri');
    expect(await error({ code: 'guess' })).toBe('invalid_code');
    expect(await error({ grant_type: 'password' })).toBe('invalid_grant_type');
    expect((await exchange(code)).ok).toBe(true);
    expect(await error({})).toBe('code_already_used');
    const late = codeFor('T0MADA', 'U0MADA');
    now += 10 * MINUTE_MS + 1;
    expect((await exchange(late)).error).toBe('invalid_code');
  });

  it('is exchanged by an app that names itself in the header', async () => {
    const response = await fetch(`${slack.apiUrl}oauth.v2.access`, {
      method: 'POST',
      headers: { authorization: `Basic ${Buffer.from('1.2:geheim').toString('base64')}` },
      body: new URLSearchParams({ code: codeFor('T0MADA', 'U0MADA'), redirect_uri: BACK }),
    });
    expect(await response.json()).toMatchObject({ ok: true });
  });
});

describe('tokens that rotate', () => {
  beforeEach(() => beginAnew({ rotatesTokens: true }));

  it('expire after twelve hours', async () => {
    const { access_token: token, expires_in: seconds } = await exchange(codeFor('T0MADA', 'U0MADA'));
    expect(token).toMatch(/^xoxe\.xoxb-/u);
    expect(seconds).toBe(12 * 60 * 60);
    const error = async () => (await call(slack, String(token), 'auth.test')).error;
    now += 12 * 60 * MINUTE_MS - 1;
    expect(await error()).toBeUndefined();
    now += 1;
    expect(await error()).toBe('token_expired');
    expect((await call(slack, 'xoxb-sakura', 'auth.test')).ok).toBe(true);
  });

  it('are followed by others, for a refresh token that serves once', async () => {
    const first = await exchange(codeFor('T0MADA', 'U0MADA'));
    now += 12 * 60 * MINUTE_MS;
    const second = await refresh(first.refresh_token);
    expect(second).toMatchObject({ ok: true, team: { id: 'T0MADA' }, expires_in: 12 * 60 * 60 });
    expect((await call(slack, String(second.access_token), 'auth.test')).ok).toBe(true);
    expect((await refresh(first.refresh_token)).error).toBe('invalid_refresh_token');
    expect((await refresh(second.refresh_token)).ok).toBe(true);
  });

  it('are followed by none where the app was removed', async () => {
    const { refresh_token: token } = await exchange(codeFor('T0MADA', 'U0MADA'));
    await slack.uninstall('T0MADA');
    expect((await refresh(token)).error).toBe('invalid_refresh_token');
  });
});
