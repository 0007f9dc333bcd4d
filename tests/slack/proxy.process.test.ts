import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest';
import { COMMANDS } from '../../src/handlers/features.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts';
import { kyodoProcess } from '../cli/process.ts';
import { type BotProcess, killBotProcesses, startBotProcess } from '../support/bot-process.ts';
import { CITY_AUTHORITY } from '../support/city-authority.ts';
import { type CityProxy, startCityProxy, startWall } from '../support/city-network.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { SECRETARY, urlOf } from '../support/practice.ts';
import { sentFile } from '../support/sent-file.ts';

vi.setConfig({ testTimeout: 120_000 });

const PASSWORD = 'p@ss:/#%';
const SAMPLE = readFileSync(new URL('../../prisma/sample/promoters.csv', import.meta.url));

const folder = mkdtempSync(path.join(tmpdir(), 'kyodo-proxy-'));
const authority = path.join(folder, 'shinai-ca.pem');
writeFileSync(authority, CITY_AUTHORITY.authority);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let proxy: CityProxy;
let wall: Awaited<ReturnType<typeof startWall>>;
let slack: Sandbox;
let database: TestDatabase;
beforeEach(async () => {
  database = await createTestDatabase();
  proxy = await startCityProxy({ login: `kyodo:${PASSWORD}` });
  wall = await startWall(proxy, () => Number(new URL(slack.url).port));
  slack = await startSandbox({
    publicUrl: wall.url,
    app: { clientId: '1.2', clientSecret: '0123456789' },
    people: [{ id: SECRETARY, real_name: '事務 局子', email: 'jimukyoku@city.example' }],
    commands: COMMANDS,
    patience: 20_000,
  });
});
afterEach(async () => {
  killBotProcesses();
  wall.stop();
  proxy.stop();
  await slack.stop();
  await database.drop();
});

const environment = (more: Readonly<Record<string, string>>): Readonly<Record<string, string>> => ({
  SLACK_BOT_TOKEN: slack.botToken,
  SLACK_API_URL: slack.apiUrl,
  HTTPS_PROXY: `http://kyodo:${encodeURIComponent(PASSWORD)}@${proxy.host}`,
  NODE_EXTRA_CA_CERTS: authority,
  SECRETARIAT: 'jimukyoku@city.example',
  DATABASE_URL: urlOf(database.connection),
  PORT: '0',
  ...more,
});

const HTTP = () => ({ SLACK_SIGNING_SECRET: slack.signingSecret });
const SOCKET = () => ({ SLACK_APP_TOKEN: slack.appToken });

/** A file goes in, one comes out, and messages go with them; gives the lines of the roster that came out. */
const bringFiles = async (): Promise<readonly string[]> => {
  const secretary = slack.person(SECRETARY);
  const form = await (await secretary.command('/kyodo-promoter', '取込')).opened();
  await form.fill({ ファイル: { name: 'meibo.csv', content: SAMPLE } });
  const { errors, form: preview } = await form.submit();
  expect(errors).toEqual({});
  await preview?.submit();
  await secretary.command('/kyodo-promoter');
  const list = await secretary.nextAnswer();
  await secretary.press('名簿をCSVで受け取る', { in: list });
  const sent = await slack.dm(SECRETARY).next(({ files }) => files.length > 0);
  const { text } = await sentFile({ slack }, sent);
  return text.trim().split('\r\n');
};

const ends = async (bot: BotProcess): Promise<void> => {
  bot.signal('SIGTERM');
  expect(await bot.ended).toBe(0);
  const { out, err } = bot.output();
  expect([err, `${out}${err}`.includes(PASSWORD), out.includes(encodeURIComponent(PASSWORD))]).toEqual([
    '',
    false,
    false,
  ]);
};

test.each([
  ['HTTP', HTTP],
  ['Socket Mode', SOCKET],
] as const)(
  'over %s all that goes to Slack goes through the proxy with its password, files too, and nothing by another way',
  async (_mode, tokens) => {
    const bot = startBotProcess(environment(tokens()));
    const url = await bot.url;
    if (tokens === HTTP) slack.connectHttp({ url });
    else await expect.poll(() => slack.socket.connections()).toBe(2);
    expect(await bringFiles()).toHaveLength(113);
    expect(slack.refusals).toEqual([]);
    const made = slack.calls.map(({ method }) => method);
    expect(made).toEqual(expect.arrayContaining(['auth.test', 'files.info', 'files.getUploadURLExternal']));
    await ends(bot);
    expect([...new Set(proxy.led())]).toEqual([new URL(wall.url).host]);
    expect([wall.direct(), proxy.turnedAway()]).toEqual([0, 0]);
  },
);

test('what OAuth exchanges goes through the proxy', async () => {
  const bot = startBotProcess(
    environment({
      SLACK_BOT_TOKEN: '',
      ...HTTP(),
      SLACK_CLIENT_ID: slack.clientId,
      SLACK_CLIENT_SECRET: slack.clientSecret,
      SLACK_STATE_SECRET: '0123456789abcdef',
      TOKEN_KEY: Buffer.alloc(32, 7).toString('base64'),
    }),
  );
  const url = await bot.url;
  slack.connectHttp({ url });
  const { status } = await slack.install(`${url}/slack/install`, { on: slack.team.id, by: SECRETARY });
  expect([status, slack.calls.map(({ method }) => method)]).toEqual([
    200,
    expect.arrayContaining(['oauth.v2.access']),
  ]);
  await ends(bot);
  expect([...new Set(proxy.led()), wall.direct()]).toEqual([new URL(wall.url).host, 0]);
});

const doctor = (more: Readonly<Record<string, string>> = {}) =>
  kyodoProcess(['doctor'], environment({ ...SOCKET(), ...more }));

test('doctor says that it goes through the proxy, without a password, and reaches Slack and Socket Mode', async () => {
  const { exit, out, err } = await doctor();
  expect({ exit, err, slack: out.trim().split('\n').slice(-4) }).toEqual({
    exit: 0,
    err: '',
    slack: [
      `[ 正常 ] Slackへは、プロキシ「${proxy.host}」を通ってつなぎます`,
      '[ 正常 ] Slackに接続できました(練習用ワークスペース)',
      '[ 正常 ] Slackの権限は足りています',
      '[ 正常 ] Socket Mode の接続先に届きました',
    ],
  });
  expect(wall.direct()).toBe(0);
});

test('a command that asks Slack for its people goes through the proxy', async () => {
  const words = ['job', 'check-people', '--at', '2026-11-30T06:00', '--dry-run'];
  const { exit, err } = await kyodoProcess(words, environment(SOCKET()));
  expect({ exit, err }).toEqual({ exit: 0, err: '' });
  expect(slack.calls.map(({ method }) => method)).toEqual(
    expect.arrayContaining(['auth.test', 'users.list']),
  );
  expect([...new Set(proxy.led()), wall.direct()]).toEqual([new URL(wall.url).host, 0]);
});

test('without the authority of the city doctor says which certificate it can’t check, and what to set', async () => {
  const { exit, out } = await doctor({ NODE_EXTRA_CA_CERTS: '' });
  expect({ exit, slack: out.trim().split('\n').slice(-3) }).toEqual({
    exit: 3,
    slack: [
      `[ 正常 ] Slackへは、プロキシ「${proxy.host}」を通ってつなぎます`,
      `[要対応] 「${new URL(wall.url).host}」の証明書を確かめられません(TLS)`,
      '         → 通信を検査する機器があるときは、その証明書のファイルを NODE_EXTRA_CA_CERTS に指定してください。この機械の時計も確かめてください。',
    ],
  });
});

test('a bot whose login the proxy does not take waits and says so, and never tells the password', async () => {
  const bot = startBotProcess(
    environment({
      ...HTTP(),
      HTTPS_PROXY: `http://kyodo:${encodeURIComponent(`${PASSWORD}2`)}@${proxy.host}`,
    }),
  );
  await vi.waitFor(() => expect(bot.output().out).toContain('waiting for Slack'), 20_000);
  expect(bot.output().out).toContain('プロキシが認証を求めています(407)');
  await ends(bot);
  expect([wall.direct(), proxy.led()]).toEqual([0, []]);
});
