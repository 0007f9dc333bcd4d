import { WebAPIRequestError, WebClient } from '@slack/web-api';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { mustBeMended } from '../../src/domain/slack/trouble.ts';
import { createSlackLogger } from '../../src/slack/logger.ts';
import { hostOf, troubleOf } from '../../src/slack/trouble.ts';
import { troubleText } from '../../src/texts/slack-trouble.ts';
import { type NotSlack, startNotSlack } from '../support/not-slack.ts';

const TOKEN = 'xoxb-geheim';

let not: NotSlack;
beforeAll(async () => {
  not = await startNotSlack();
});
afterAll(() => not.stop());

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
  ['a closed port', () => `http://${not.closed}/api/`, 'refused', '接続を拒まれました'],
  ['no TLS where it should be', () => `https://${not.host}/page/`, 'tls', '証明書を確かめられません(TLS)'],
  ['silence', () => `http://${not.host}/silent/`, 'time-out', '時間内に応答がありません'],
  ['a cut connection', () => `http://${not.host}/cut/`, 'cut', '途中で切れました'],
  [
    'a proxy that wants a login',
    () => `http://${not.host}/login/`,
    'proxy-login',
    'プロキシが認証を求めています(407)',
  ],
  ['a proxy that forbids', () => `http://${not.host}/forbidden/`, 'page', 'Slackではないものの応答'],
  ['a portal', () => `http://${not.host}/portal/`, 'page', 'Slackではないものの応答'],
  ['a page', () => `http://${not.host}/page/`, 'page', 'Slackではないものの応答'],
  ['an outage', () => `http://${not.host}/down/`, 'status', 'エラーを返しています(HTTP 503)'],
  ['a limit', () => `http://${not.host}/busy/`, 'limited', '30秒待つよう'],
  [
    'a word nobody knows',
    () => `http://${not.host}/brand_new_word/`,
    'word',
    'Slackに断られました(brand_new_word)',
  ],
])('%s is told by its own sentence, and may pass', async (_what, url, kind, sentence) => {
  const trouble = troubleOf(await failureOf(url()));
  expect([trouble.kind, mustBeMended(trouble)]).toEqual([kind, false]);
  const told = Object.values(troubleText(trouble, hostOf(url()), 'SLACK_BOT_TOKEN')).join('\n');
  expect(told).toContain(sentence);
  expect(told).not.toContain('geheim');
});

test.each([
  ['token_revoked', 'SLACK_BOT_TOKEN は取り消されています(token_revoked)'],
  ['missing_scope', 'SLACK_BOT_TOKEN の権限が足りません(missing_scope)'],
])('%s has to be mended, and is named', async (how, sentence) => {
  const trouble = troubleOf(await failureOf(`http://${not.host}/${how}/`));
  expect(mustBeMended(trouble)).toBe(true);
  expect(troubleText(trouble, not.host, 'SLACK_BOT_TOKEN').what).toBe(sentence);
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
  ['two addresses that refuse', { errors: [{ code: 'ECONNREFUSED' }, { code: 'ECONNREFUSED' }] }, 'refused'],
  ['something new', { code: 'EWEATHER' }, 'other'],
])('%s', (_what, cause, kind) => {
  expect(troubleOf(failed(cause))).toEqual({ kind });
});

test('a host is named without user and password', () => {
  expect(hostOf('https://kyodo:geheim@proxy.example:8443/api/')).toBe('proxy.example:8443');
});
