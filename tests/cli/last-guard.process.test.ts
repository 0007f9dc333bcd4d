import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts';
import { killBotProcesses, startBotFor } from '../support/bot-process.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { ask } from '../support/desk.ts';
import { urlOf } from '../support/practice.ts';

let slack: Sandbox;
let database: TestDatabase;
beforeEach(async () => {
  database = await createTestDatabase();
  slack = await startSandbox({ channels: [{ id: 'C0LOG', name: '運用ログ' }] });
});
afterEach(async () => {
  killBotProcesses();
  await slack.stop();
  await database.drop();
});

/** Runs in the bot's process before the bot: it fails where nobody listens when it is told to. */
const FAILING = `
  process.on('SIGUSR2', () => void Promise.reject(new Error('left alone')));
  process.on('SIGHUP', () => { throw new Error('nobody caught it'); });
`;

test('what is thrown where nobody listens is logged and told; only an exception ends the bot, in order', async () => {
  const bot = await startBotFor(slack, {
    DATABASE_URL: urlOf(database.connection),
    LOG_CHANNEL: 'C0LOG',
    NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(FAILING)}`,
  });
  const url = await bot.url;
  const told = async () =>
    (
      await ask(database, `select sum(wanted - 1)::int as n from delivery where key like 'failure:process:%'`)
    )[0]?.n;
  bot.signal('SIGUSR2');
  await vi.waitFor(async () => expect(await told()).toBe(1), { timeout: 10_000 });
  expect(bot.output().out).toContain('left alone');
  expect((await fetch(`${url}/healthz`)).status).toBe(200);
  bot.signal('SIGHUP');
  expect(await bot.ended).toBe(3);
  expect(await told()).toBe(2);
  expect(bot.output().out).toContain('"msg":"stopped"');
  expect(bot.output().err).toBe(
    '予期しない不具合のため、ボットを止めました。起動し直してください。原因はログにあります。\n',
  );
}, 40_000);
