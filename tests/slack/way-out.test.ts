import { WebClient } from '@slack/web-api';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts';
import { createSlackLogger } from '../../src/slack/logger.ts';
import { hostOf, troubleOf } from '../../src/slack/trouble.ts';
import { createWayOut, type ProxySettings } from '../../src/slack/way-out.ts';
import { openConnection } from '../../src/socket-mode/connection.ts';
import { troubleText } from '../../src/texts/slack-trouble.ts';
import { type CityProxy, startCityProxy, startWall } from '../support/city-network.ts';
import { type NotSlack, startNotSlack } from '../support/not-slack.ts';

const LOGIN = 'kyodo:geheim';

let not: NotSlack;
let slack: Sandbox;
let wall: Awaited<ReturnType<typeof startWall>>;
let proxies: Readonly<Record<'open' | 'portal' | 'locked' | 'forbids' | 'lost' | 'mute' | 'tls', CityProxy>>;
beforeAll(async () => {
  not = await startNotSlack();
  slack = await startSandbox();
  proxies = {
    open: await startCityProxy(),
    portal: await startCityProxy({ answer: 302 }),
    locked: await startCityProxy({ login: 'kyodo:other' }),
    forbids: await startCityProxy({ answer: 403 }),
    lost: await startCityProxy({ answer: 502 }),
    mute: await startCityProxy({ answer: 'silence' }),
    tls: await startCityProxy({ overTls: true }),
  };
  wall = await startWall(proxies.open, () => Number(new URL(slack.url).port));
});
afterAll(async () => {
  for (const { stop } of Object.values(proxies)) stop();
  wall.stop();
  not.stop();
  await slack.stop();
});

const logger = createSlackLogger({
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
});

const over = (proxy: ProxySettings, slackApiUrl = `${wall.url}/api/`) => {
  const { fetch, proxyUsed } = createWayOut(proxy);
  const client = new WebClient('xoxb-1', {
    slackApiUrl,
    fetch,
    logger,
    retryConfig: { retries: 0 },
    timeout: 1_000,
  });
  return { client, proxyUsed };
};

const failureOf = (proxy: ProxySettings): Promise<unknown> =>
  over(proxy)
    .client.auth.test()
    .catch((error: unknown) => error);

test.each([
  ['a proxy of no known name', () => 'http://nowhere.invalid:8080', 'のホスト名が見つかりません'],
  ['a port at which there is none', () => `http://${not.closed}`, 'に接続を拒まれました'],
  ['none that speaks TLS', () => `https://${proxies.open.host}`, 'の証明書を確かめられません(TLS)'],
  ['one of an unknown authority', () => `https://${proxies.tls.host}`, 'の証明書を確かめられません(TLS)'],
  ['one without a word', () => `http://${proxies.mute.host}`, 'から時間内に応答がありません'],
  ['one that forbids Slack', () => `http://${proxies.forbids.host}`, 'への通信を許していません(403)'],
  ['one that finds no way', () => `http://${proxies.lost.host}`, 'に届きません(502)'],
  ['one that wants a login', () => `http://${proxies.locked.host}`, 'プロキシが認証を求めています(407)'],
  ['one that wants another', () => `http://${LOGIN}@${proxies.locked.host}`, '認証を求めています(407)'],
  ['one that shows a page', () => `http://${proxies.portal.host}`, 'への通信を許していません(302)'],
  ['one that hangs up', () => `http://${not.host}`, 'との通信が途中で切れました'],
  ['Slack behind one, by a certificate of the city', () => `http://${proxies.open.host}`, '証明書を確かめ'],
])('%s is told by its own sentence, without a password', async (_what, url, sentence) => {
  const error = await failureOf({ url: url(), except: '' });
  const told = Object.values(troubleText(troubleOf(error), hostOf(wall.url), 'SLACK_BOT_TOKEN')).join('\n');
  expect(told).toContain(sentence);
  expect(`${told}${JSON.stringify(error)}${String(error)}`).not.toContain('geheim');
  expect(wall.direct()).toBe(0);
});

test('a host of NO_PROXY is gone to straight, and so is what is not encrypted', async () => {
  const proxy = { url: `http://${not.closed}`, except: 'other.example,.localhost' };
  const straight = over(proxy);
  expect(troubleOf(await straight.client.auth.test().catch((error: unknown) => error)).kind).toBe('cut');
  expect([wall.direct(), straight.proxyUsed()]).toEqual([1, undefined]);
  const plain = over({ ...proxy, except: '' }, slack.apiUrl);
  expect(await plain.client.api.test()).toMatchObject({ ok: true });
  expect(plain.proxyUsed()).toBeUndefined();
});

test('a proxy that hangs up is asked once, not again and again', async () => {
  const asked = not.lines();
  await failureOf({ url: `http://${not.host}`, except: '' });
  expect(not.lines() - asked).toBe(1);
});

test('what keeps a web socket from Slack is told as for any call', async () => {
  const { socketWay } = createWayOut({ url: `http://${LOGIN}@${proxies.forbids.host}`, except: '' });
  const connection = openConnection({
    appToken: 'xapp-1',
    clientOptions: {
      fetch: async () => Response.json({ ok: true, url: `${wall.url.replace('https', 'wss')}/link` }),
    },
    logger,
    receive: () => undefined,
    ...(socketWay === undefined ? {} : { socketWay }),
  });
  const error = await connection.opened.catch((reason: unknown) => reason);
  expect(troubleOf(error)).toEqual({ kind: 'proxy-status', proxy: proxies.forbids.host, status: 403 });
});
