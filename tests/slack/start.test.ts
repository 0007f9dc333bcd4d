import { WebClient } from '@slack/web-api';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts';
import { createSlackLogger } from '../../src/slack/logger.ts';
import { SCOPES } from '../../src/slack/scopes.ts';
import { SlackStartError, waitForSlack } from '../../src/slack/start.ts';
import { hostOf } from '../../src/slack/trouble.ts';
import { slackStartText, troubleText } from '../../src/texts/slack-trouble.ts';
import { type NotSlack, startNotSlack } from '../support/not-slack.ts';

let not: NotSlack;
beforeAll(async () => {
  not = await startNotSlack();
});
afterAll(() => not.stop());

const nothing = (): void => undefined;

/** Waits for Slack there, is asked to stop at the third pause, and gives the pauses, the lines of the log, and how it ended. */
const startAt = async (slackApiUrl: string, token = 'xoxb-geheim') => {
  const stopping = new AbortController();
  const pauses: number[] = [];
  const lines: string[] = [];
  const client = new WebClient(token, {
    slackApiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: 300,
    logger: createSlackLogger({ info: nothing, warn: nothing, error: nothing }),
  });
  const ended = await waitForSlack(client, {
    log: { info: nothing, error: nothing, warn: (data) => void lines.push(JSON.stringify(data)) },
    time: {
      wait: async (ms) => {
        pauses.push(ms);
        if (pauses.length === 3) stopping.abort();
      },
    },
    signal: stopping.signal,
    describe: (trouble) => troubleText(trouble, hostOf(slackApiUrl), 'SLACK_BOT_TOKEN').what,
  }).catch((error: unknown) => error);
  return { pauses, lines, ended };
};

test.each([
  ['an unknown host', () => 'https://nowhere.invalid/api/', '「nowhere.invalid」が見つかりません'],
  ['a closed port', () => `http://${not.closed}/api/`, '接続を拒まれました'],
  ['no TLS', () => `https://${not.host}/page/`, '証明書を確かめられません(TLS)'],
  ['silence', () => `http://${not.host}/silent/`, '時間内に応答がありません'],
  ['a cut connection', () => `http://${not.host}/cut/`, '途中で切れました'],
  ['a proxy that wants a login', () => `http://${not.host}/login/`, '認証を求めています(407)'],
  ['a proxy’s page', () => `http://${not.host}/page/`, 'Slackではないものの応答'],
  ['a portal', () => `http://${not.host}/portal/`, 'Slackではないものの応答'],
  ['an outage', () => `http://${not.host}/down/`, '(HTTP 503)'],
  ['Slack’s own trouble', () => `http://${not.host}/internal_error/`, '(internal_error)'],
  ['a move of the workspace', () => `http://${not.host}/team_added_to_org/`, '(team_added_to_org)'],
])('%s is waited for, with a line for each try, until the bot is stopped', async (_what, url, told) => {
  const { pauses, lines, ended } = await startAt(url());
  expect(pauses).toEqual([1000, 2000, 4000]);
  expect(lines).toHaveLength(3);
  for (const line of lines) expect(line).toContain(told);
  expect(lines.join()).not.toContain('geheim');
  expect(ended).toMatchObject({ name: 'AbortError' });
});

test('a limit is waited for as long as Slack asks', async () => {
  expect((await startAt(`http://${not.host}/busy/`)).pauses).toEqual([30_000, 30_000, 30_000]);
});

/** What is printed when the start ends there. */
const printed = (ended: unknown): string =>
  ended instanceof SlackStartError ? slackStartText(ended.trouble, { host: not.host, ...ended }) : `${ended}`;

test.each([
  ['invalid_auth', 'SLACK_BOT_TOKEN がSlackに受け付けられません(invalid_auth)。'],
  ['not_authed', 'SLACK_BOT_TOKEN がSlackに届いていません(not_authed)。'],
  ['token_revoked', 'SLACK_BOT_TOKEN は取り消されています(token_revoked)。'],
  ['token_expired', 'SLACK_BOT_TOKEN は期限が切れています(token_expired)。'],
  ['account_inactive', 'SLACK_BOT_TOKEN のアプリかアカウントは停止されています(account_inactive)。'],
  ['missing_scope', 'SLACK_BOT_TOKEN の権限が足りません(missing_scope)。'],
  [
    'not_allowed_token_type',
    'SLACK_BOT_TOKEN に、種類の違うトークンが書かれています(not_allowed_token_type)。',
  ],
  ['app_access_restricted', 'Slackに断られました(app_access_restricted)。'],
])('%s is nothing to wait for: a person mends it, and reads what', async (word, sentence) => {
  const { pauses, ended } = await startAt(`http://${not.host}/${word}/`);
  expect([pauses, printed(ended).split('\n')[0]]).toEqual([[], sentence]);
});

test('scopes that the token lacks are named', async () => {
  const slack: Sandbox = await startSandbox({ scopes: SCOPES.filter((scope) => scope !== 'files:read') });
  const { ended } = await startAt(slack.apiUrl, slack.botToken);
  await slack.stop();
  expect(printed(ended)).toBe(
    [
      'SLACK_BOT_TOKEN の権限が足りません(missing_scope)。',
      '足りない権限:files:read',
      'manifest.json をSlackの管理画面「App Manifest」に貼り付け、アプリを再インストールしてください。',
    ].join('\n'),
  );
});
