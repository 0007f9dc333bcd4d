import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebAPIRequestError, WebClient } from '@slack/web-api';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { mustBeMended } from '../../src/domain/slack-trouble.ts';
import { createSlackLogger } from '../../src/slack/logger.ts';
import { hostOf, troubleOf } from '../../src/slack/trouble.ts';
import { troubleText } from '../../src/texts/slack-trouble.ts';

const TOKEN = 'xoxb-geheim';

/** How something that is not Slack, or Slack in trouble, answers. */
const ANSWERS: Readonly<Record<string, (response: ServerResponse) => void>> = {
  silent: () => undefined,
  cut: (response) => response.destroy(),
  login: (response) => response.writeHead(407, { 'proxy-authenticate': 'Basic realm="x"' }).end(),
  forbidden: (response) => response.writeHead(403).end('<html>blocked</html>'),
  portal: (response) => response.writeHead(302, { location: 'http://portal.example/' }).end(),
  page: (response) => response.end(`<html>${TOKEN}</html>`),
  down: (response) => response.writeHead(503).end(),
  busy: (response) => response.writeHead(429, { 'retry-after': '30' }).end(),
  revoked: (response) => response.end('{"ok":false,"error":"token_revoked"}'),
  unscoped: (response) => response.end('{"ok":false,"error":"missing_scope"}'),
  unheard: (response) => response.end('{"ok":false,"error":"brand_new_word"}'),
};

let server: Server;
let host: string;
let closed: string;
beforeAll(async () => {
  server = createServer((request, response) => ANSWERS[(request.url ?? '').split('/')[1] ?? '']?.(response));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  host = `127.0.0.1:${port}`;
  const gone = createServer();
  await once(gone.listen(0, '127.0.0.1'), 'listening');
  closed = `127.0.0.1:${(gone.address() as AddressInfo).port}`;
  gone.close();
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const nothing = (): void => undefined;
const failureOf = (slackApiUrl: string): Promise<unknown> =>
  new WebClient(TOKEN, {
    slackApiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: 300,
    logger: createSlackLogger({ info: nothing, warn: nothing, error: nothing }),
  }).auth
    .test()
    .then(nothing, (error: unknown) => error);

test.each([
  [
    'an unknown host',
    () => 'https://nowhere.invalid/api/',
    'unknown-host',
    'ホスト名「nowhere.invalid」が見つかりません',
  ],
  ['a closed port', () => `http://${closed}/api/`, 'refused', '接続を拒まれました'],
  ['no TLS where it should be', () => `https://${host}/page/`, 'tls', '証明書を確かめられません(TLS)'],
  ['silence', () => `http://${host}/silent/`, 'time-out', '時間内に応答がありません'],
  ['a cut connection', () => `http://${host}/cut/`, 'cut', '途中で切れました'],
  [
    'a proxy that wants a login',
    () => `http://${host}/login/`,
    'proxy-login',
    'プロキシが認証を求めています(407)',
  ],
  ['a proxy that forbids', () => `http://${host}/forbidden/`, 'page', 'Slackではないものの応答'],
  ['a portal', () => `http://${host}/portal/`, 'page', 'Slackではないものの応答'],
  ['a page', () => `http://${host}/page/`, 'page', 'Slackではないものの応答'],
  ['an outage', () => `http://${host}/down/`, 'status', 'エラーを返しています(HTTP 503)'],
  ['a limit', () => `http://${host}/busy/`, 'limited', '30秒待つよう'],
  ['a word nobody knows', () => `http://${host}/unheard/`, 'word', 'Slackに断られました(brand_new_word)'],
])('%s is told by its own sentence, and may pass', async (_what, url, kind, sentence) => {
  const trouble = troubleOf(await failureOf(url()));
  expect([trouble.kind, mustBeMended(trouble)]).toEqual([kind, false]);
  const told = Object.values(troubleText(trouble, hostOf(url()), 'SLACK_BOT_TOKEN')).join('\n');
  expect(told).toContain(sentence);
  expect(told).not.toContain('geheim');
});

test.each([
  ['revoked', 'SLACK_BOT_TOKEN は取り消されています(token_revoked)'],
  ['unscoped', 'SLACK_BOT_TOKEN の権限が足りません(missing_scope)'],
])('a token that is %s has to be mended, and is named', async (how, sentence) => {
  const trouble = troubleOf(await failureOf(`http://${host}/${how}/`));
  expect(mustBeMended(trouble)).toBe(true);
  expect(troubleText(trouble, host, 'SLACK_BOT_TOKEN').what).toBe(sentence);
});

/** As Node and its fetch tell of what can't be brought about here. */
const failed = (cause: object): Error =>
  new WebAPIRequestError(new TypeError('fetch failed', { cause: Object.assign(new Error('x'), cause) }));

test.each([
  ['an own authority’s certificate', { code: 'SELF_SIGNED_CERT_IN_CHAIN' }, 'tls'],
  ['an unknown issuer', { code: 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY' }, 'tls'],
  ['an expired certificate', { code: 'CERT_HAS_EXPIRED' }, 'tls'],
  ['another name in the certificate', { code: 'ERR_TLS_CERT_ALTNAME_INVALID' }, 'tls'],
  ['no resolver', { code: 'EAI_AGAIN' }, 'unknown-host'],
  ['no way', { code: 'ENETUNREACH' }, 'unreachable'],
  ['no answer to the connection', { code: 'UND_ERR_CONNECT_TIMEOUT' }, 'time-out'],
  ['a tunnel refused', { message: 'Proxy response (407) !== 200 when HTTP Tunneling' }, 'proxy-login'],
  ['two addresses that refuse', { errors: [{ code: 'ECONNREFUSED' }, { code: 'ECONNREFUSED' }] }, 'refused'],
  ['something new', { code: 'EWEATHER' }, 'other'],
])('%s', (_what, cause, kind) => {
  expect(troubleOf(failed(cause))).toEqual({ kind });
});

test('a host is named without user and password', () => {
  expect(hostOf('https://kyodo:geheim@proxy.example:8443/api/')).toBe('proxy.example:8443');
});
