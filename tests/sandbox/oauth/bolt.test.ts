import { App, HTTPReceiver, type Installation, LogLevel } from '@slack/bolt';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Sandbox } from '../../../src/sandbox/sandbox.ts';
import { call, startCities } from '../cities.ts';

let slack: Sandbox;
let receiver: HTTPReceiver;
let url: string;
let stored: Map<string, Installation>;

/** An app of many workspaces, as Bolt makes one. */
beforeEach(async () => {
  slack = await startCities();
  stored = new Map();
  const { clientId, clientSecret, signingSecret, authorizeUrl, apiUrl: slackApiUrl } = slack;
  const idOf = (each: Pick<Installation, 'team' | 'enterprise'>): string =>
    each.team?.id ?? each.enterprise?.id ?? '';
  receiver = new HTTPReceiver({
    clientId,
    clientSecret,
    signingSecret,
    stateSecret: 'state',
    scopes: ['commands', 'chat:write'],
    logLevel: LogLevel.ERROR,
    installerOptions: { authorizationUrl: authorizeUrl, clientOptions: { slackApiUrl } },
    installationStore: {
      storeInstallation: async (installation) => void stored.set(idOf(installation), installation),
      fetchInstallation: async ({ teamId = '', enterpriseId = '', isEnterpriseInstall }) => {
        const found = stored.get(isEnterpriseInstall ? enterpriseId : teamId);
        if (found === undefined) throw new Error('not installed');
        return found as Installation<'v2', boolean>;
      },
    },
  });
  const app = new App({ receiver, clientOptions: { slackApiUrl }, logLevel: LogLevel.ERROR });
  app.command('/kyodo', async ({ ack, client, command }) => {
    await ack();
    await client.chat.postMessage({ channel: command.user_id, text: `受けました ${command.team_id}` });
  });
  const address = (await receiver.start(0)).address();
  url = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
  slack.connectHttp({ url });
});
afterEach(async () => {
  await receiver.stop();
  await slack.stop();
});

it('is installed in a workspace, and answers there', async () => {
  const ended = await slack.install(`${url}/slack/install`, { on: 'T0MADA', by: 'U0MADA' });
  expect(ended.status).toBe(200);
  expect([...stored.keys()]).toEqual(['T0MADA']);
  expect(stored.get('T0MADA')).toMatchObject({ user: { id: 'U0MADA' }, bot: { id: 'B0KYODOBOT0MADA' } });
  const mada = slack.workspace('T0MADA');
  await mada.person('U0MADA').command('/kyodo');
  expect((await mada.dm('U0MADA').next()).text).toBe('受けました T0MADA');
});

it('is installed in an organisation, and answers somebody where they ask', async () => {
  await slack.install(`${url}/slack/install`, { on: 'E0TOSHI', by: 'U0KENMU' });
  expect(stored.get('E0TOSHI')).toMatchObject({ isEnterpriseInstall: true });
  for (const team of ['T0MINAMI', 'T0KITA']) {
    await slack.workspace(team).person('U0KENMU').command('/kyodo');
    expect((await slack.workspace(team).dm('U0KENMU').next()).text).toBe(`受けました ${team}`);
  }
});

it('is not installed after a no', async () => {
  expect((await slack.install(`${url}/slack/install`, 'no')).status).not.toBe(200);
  expect(stored.size).toBe(0);
  await expect(slack.install(`${url}/nowhere`, 'no')).rejects.toThrow('no way to install');
});

it('is installed by a person on the page that asks', async () => {
  const begun = await fetch(`${url}/slack/install`);
  const [, link = ''] = /href="([^"]*authorize[^"]*)"/u.exec(await begun.text()) ?? [];
  const address = link.replaceAll('&amp;', '&');
  const page = await (await fetch(address)).text();
  expect(page).toContain('<option value="T0MADA/U0MADA">U0MADA</option>');
  expect(page).toContain('chat:write');
  const press = (form: Readonly<Record<string, string>>) =>
    fetch(address, { method: 'POST', redirect: 'manual', body: new URLSearchParams(form) });
  const yes = await press({ who: 'T0KITA/U0KENMU', where: 'organisation', answer: 'yes' });
  expect(yes.headers.get('location')).toMatch(/\/slack\/oauth_redirect\?code=.+&state=.+/u);
  const no = await press({ who: 'T0MADA/U0MADA', where: 'workspace', answer: 'no' });
  expect(no.headers.get('location')).toContain('error=access_denied');
  expect((await press({ who: 'T0MADA/U0MADA', where: 'organisation', answer: 'yes' })).status).toBe(400);
  expect((await press({ who: 'T0MADA/U0NOBODY', where: 'workspace', answer: 'yes' })).status).toBe(400);
  expect((await fetch(`${slack.authorizeUrl}?client_id=x`)).status).toBe(400);
  const foreign = await fetch(address, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: 'http://elsewhere.example' },
    body: new URLSearchParams({ who: 'T0MADA/U0MADA', where: 'workspace', answer: 'yes' }),
  });
  expect(foreign.status).toBe(400);
});

it('keeps its secrets off the wire that the page shows', async () => {
  await slack.install(`${url}/slack/install`, { on: 'T0MADA', by: 'U0MADA' });
  const wires = await Promise.all(
    ['T0SAKURA', 'T0MADA'].map(async (team) =>
      (await fetch(`${slack.url}/sandbox/wire?team=${team}`)).text(),
    ),
  );
  expect(wires.join('')).toContain('oauth.v2.access');
  expect(wires.join('')).not.toContain(slack.workspace('T0MADA').botToken);
  expect(wires.join('')).not.toContain(slack.clientSecret);
  expect((await call(slack, slack.workspace('T0MADA').botToken, 'auth.test')).ok).toBe(true);
});
