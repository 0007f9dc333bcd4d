import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { openEmbedded } from '../src/db/embedded/embedded.ts';
import { startBot } from '../src/main.ts';
import { type Sandbox, startSandbox } from '../src/sandbox/sandbox.ts';
import { killBotProcesses, startBotFor, startBotProcess } from './support/bot-process.ts';
import { createTestDatabase, type TestDatabase } from './support/database.ts';
import { ask } from './support/desk.ts';
import { type OwnServer, startOwnServer } from './support/own-server.ts';
import { SECRETARY, urlOf } from './support/practice.ts';

let slack: Sandbox;
let database: TestDatabase;
let dataDir: string;
beforeEach(async () => {
  database = await createTestDatabase();
  dataDir = mkdtempSync(path.join(tmpdir(), 'kyodo-main-'));
  slack = await startSandbox({
    people: [{ id: SECRETARY, real_name: '事務 局子', email: 'jimukyoku@city.example' }],
    patience: 10_000,
  });
});
afterEach(async () => {
  killBotProcesses();
  await slack.stop();
  await database.drop();
  rmSync(dataDir, { recursive: true, force: true });
});

const until = (holds: () => void | Promise<void>) => vi.waitFor(holds, { timeout: 15_000, interval: 20 });

/** A port somebody else listens on. */
const occupy = async (): Promise<{ readonly server: Server; readonly port: number }> => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { server, port };
};

const isServerRunning = (): boolean => existsSync(path.join(dataDir, 'postgres', 'postmaster.pid'));

const meeting = { 会議体: '協働推進本部会議', 開催方法: '対面', 開催日: '2023-08-10', 案件: '年間の予定' };

describe('a bot process', () => {
  test('stops on SIGTERM with 0, and its embedded database with it when nobody else uses it', async () => {
    const first = await startBotFor(slack, { DATA_DIR: dataDir });
    const second = await startBotFor(slack, { DATA_DIR: dataDir });
    first.signal('SIGTERM');
    expect(await first.ended).toBe(0);
    expect(isServerRunning()).toBe(true);
    expect((await fetch(`${await second.url}/readyz`)).status).toBe(200);
    const begun = performance.now();
    second.signal('SIGTERM');
    expect(await second.ended).toBe(0);
    expect(performance.now() - begun).toBeLessThan(10_000);
    expect([isServerRunning(), first.output().err, second.output().err]).toEqual([false, '', '']);
  }, 40_000);

  test('asked to stop while a form is being recorded, finishes it and takes nothing new', async () => {
    const bot = await startBotFor(slack, { DATABASE_URL: urlOf(database.connection) });
    const secretary = slack.person(SECRETARY);
    await secretary.command('/kyodo-meeting');
    const form = await secretary.nextForm();
    await form.fill(meeting);

    const holder = new pg.Client(database.connection);
    await holder.connect();
    await holder.query('begin; lock table meeting in exclusive mode');
    const submitted = form.submit();
    await until(async () => {
      const waiting = await ask(database, `select from pg_stat_activity where wait_event_type = 'Lock'`);
      expect(waiting).toHaveLength(1);
    });
    bot.signal('SIGTERM');
    await until(() => expect(fetch(`${bot.url}/healthz`)).rejects.toThrow());
    await holder.query('rollback');
    await holder.end();

    expect(await submitted).toMatchObject({ closed: true, errors: {} });
    expect(await bot.ended).toBe(0);
    expect(await ask(database, 'select way from meeting')).toEqual([{ way: 'onsite' }]);
  }, 40_000);

  test('asked to stop between the ack of a command and its form, still opens the form', async () => {
    const bot = await startBotFor(slack, { DATABASE_URL: urlOf(database.connection) });
    slack.faults.next('views.open', { status: 500 });
    const secretary = slack.person(SECRETARY);
    expect(await secretary.command('/kyodo-meeting')).toMatchObject({ status: 200 });
    bot.signal('SIGTERM');
    expect((await secretary.nextForm()).title).toBe('会議を記録');
    expect(await bot.ended).toBe(0);
  }, 40_000);

  test('whose port is taken says so in Japanese, ends with 3 and stops its embedded database', async () => {
    const { server, port } = await occupy();
    const bot = startBotProcess({
      SLACK_BOT_TOKEN: slack.botToken,
      SLACK_SIGNING_SECRET: slack.signingSecret,
      SLACK_API_URL: slack.apiUrl,
      DATA_DIR: dataDir,
      PORT: String(port),
    });
    expect(await bot.ended).toBe(3);
    expect(bot.output().err).toBe(
      `ポート${port}は使用中です。動いている協DOボットを終了するか、PORT に別の番号を指定してください。\n`,
    );
    expect(isServerRunning()).toBe(false);
    server.close();
  }, 40_000);

  test('that cannot reach its database ends with 3 and a sentence in Japanese', async () => {
    const bot = startBotProcess({
      SLACK_BOT_TOKEN: slack.botToken,
      SLACK_SIGNING_SECRET: slack.signingSecret,
      SLACK_API_URL: slack.apiUrl,
      DATABASE_URL: 'postgres://kyodo@127.0.0.1:1/kyodo',
      PORT: '0',
    });
    expect(await bot.ended).toBe(3);
    expect(bot.output().err).toMatch(/^処理を続けられませんでした。\n/u);
  }, 40_000);

  test('that cannot reach Slack waits, answers that it is not ready, and ends at once when it is asked to', async () => {
    const { server, port } = await occupy();
    server.close();
    const bot = startBotProcess({
      SLACK_BOT_TOKEN: slack.botToken,
      SLACK_SIGNING_SECRET: slack.signingSecret,
      SLACK_API_URL: 'https://nowhere.invalid/api/',
      DATABASE_URL: urlOf(database.connection),
      PORT: String(port),
    });
    await until(() => expect(bot.output().out).toContain('waiting for Slack'));
    expect(bot.output().out).toContain('Slackのホスト名「nowhere.invalid」が見つかりません');
    const statusOf = async ([method, path]: readonly string[]) =>
      (await fetch(`http://127.0.0.1:${port}/${path}`, { method: `${method}` })).status;
    const asked = ['GET healthz', 'GET readyz', 'POST slack/events'].map((each) => each.split(' '));
    expect(await Promise.all(asked.map(statusOf))).toEqual([200, 503, 503]);
    bot.signal('SIGTERM');
    expect(await bot.ended).toBe(0);
    expect(bot.output().err).toBe('');
  }, 40_000);

  test('whose token Slack does not take ends with 3 and says which', async () => {
    const bot = startBotProcess({
      SLACK_BOT_TOKEN: slack.botToken,
      SLACK_APP_TOKEN: 'xapp-unknown',
      SLACK_API_URL: slack.apiUrl,
      DATABASE_URL: urlOf(database.connection),
      PORT: '0',
    });
    expect(await bot.ended).toBe(3);
    expect(bot.output().err).toBe(
      'SLACK_APP_TOKEN がSlackに受け付けられません(invalid_auth)。\nSlackの管理画面「Basic Information」のアプリトークン(xapp-)を写し直してください。\n',
    );
  }, 40_000);
});

describe('a bot that cannot start', () => {
  const connections = async (): Promise<unknown> =>
    (
      await ask(
        database,
        'select count(*)::int as open from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
      )
    )[0]?.open;

  const config = () =>
    ({
      slackApiUrl: slack.apiUrl,
      databaseUrl: urlOf(database.connection),
      dataDir,
      port: 0,
      host: '127.0.0.1',
      secretariat: [],
      logLevel: 'silent',
    }) as const;

  test('because its port is taken, leaves nothing open', async () => {
    const { server, port } = await occupy();
    const { botToken, signingSecret } = slack;
    const starting = startBot({ ...config(), port, slack: { mode: 'http', botToken, signingSecret } });
    await expect(starting).rejects.toMatchObject({ code: 'EADDRINUSE' });
    await until(async () => expect(await connections()).toBe(0));
    server.close();
  });

  test('because a migration fails, leaves the embedded database to its other users', async () => {
    const embedded = await openEmbedded(dataDir);
    await ask(embedded, 'create table workspace (somebody text)');
    const { botToken, signingSecret } = slack;
    const { databaseUrl: _, ...rest } = config();
    const slackConfig = { mode: 'http', botToken, signingSecret } as const;
    await expect(startBot({ ...rest, databaseUrl: undefined, slack: slackConfig })).rejects.toThrow();
    expect(await embedded.release()).toBe(true);
  });

  test.each(['apps.connections.open', 'auth.test'])(
    'because Slack refuses %s, leaves nothing open',
    async (method) => {
      slack.faults.next(method, { error: 'invalid_auth' }, 4);
      const { botToken, appToken } = slack;
      const starting = startBot({ ...config(), slack: { mode: 'socket', botToken, appToken } });
      await expect(starting).rejects.toMatchObject({ trouble: { word: 'invalid_auth' } });
      await until(async () => expect(await connections()).toBe(0));
      expect(slack.socket.connections()).toBe(0);
    },
  );
});

describe('/readyz', () => {
  let server: OwnServer;
  beforeAll(async () => {
    server = await startOwnServer();
  });
  afterAll(() => server.stop());

  test('answers 503 while the database is away and 200 when it is back, and the bot works again', async () => {
    const bot = await startBotFor(slack, { DATABASE_URL: urlOf(server.connection) });
    const ready = async () => {
      const answer = await fetch(`${await bot.url}/readyz`);
      return [answer.status, await answer.json()];
    };
    const READY = { ready: true, database: true, slack: true, clock: true };
    expect(await ready()).toEqual([200, READY]);
    await server.goDown();
    await until(async () =>
      expect(await ready()).toEqual([503, { ...READY, ready: false, database: false }]),
    );
    expect((await fetch(`${await bot.url}/healthz`)).status).toBe(200);
    await server.comeBack();
    await until(async () => expect(await ready()).toEqual([200, READY]));

    const secretary = slack.person(SECRETARY);
    await secretary.command('/kyodo-meeting');
    const form = await secretary.nextForm();
    await form.fill(meeting);
    expect(await form.submit()).toMatchObject({ closed: true, errors: {} });
    expect((await slack.dm(SECRETARY).next()).plain).toMatch(/^記録しました/u);
    bot.signal('SIGTERM');
    expect(await bot.ended).toBe(0);
  }, 60_000);
});
