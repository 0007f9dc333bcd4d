import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { z } from 'zod';
import manifest from '../../package.json' with { type: 'json' };
import { startSandbox } from '../../src/sandbox/sandbox.ts';
import { createTestDatabase } from '../support/database.ts';
import { SECRETARY, urlOf } from '../support/practice.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const read = (file: string): unknown => JSON.parse(readFileSync(`${ROOT}/${file}`, 'utf8'));

const Hooks = z.object({
  hooks: z.object({ 'get-manifest': z.string(), start: z.string() }),
  config: z.looseObject({ 'sdk-managed-connection-enabled': z.literal(true) }),
});
const { hooks } = Hooks.parse(read('.slack/hooks.json'));

/** Slack's command line cuts at spaces, and asks no shell. */
const wordsOf = (hook: string): readonly [string, readonly string[]] => {
  const [program = '', ...words] = hook.split(' ');
  return [program, words];
};

test('Slack’s command line gets the manifest, and the bot as npm start starts it', () => {
  const [program, words] = wordsOf(hooks['get-manifest']);
  const { stdout, status } = spawnSync(program, words, { cwd: ROOT, encoding: 'utf8' });
  expect([status, JSON.parse(stdout)]).toEqual([0, read('manifest.json')]);
  expect(`exec ${hooks.start}`).toBe(manifest.scripts.start);
  expect(read('.slack/config.json')).toEqual({ manifest: { source: 'local' } });
});

test('the bot that Slack’s command line starts connects with the tokens it is given', async () => {
  const database = await createTestDatabase();
  const slack = await startSandbox({
    people: [{ id: SECRETARY, real_name: '事務 局子', email: 'jimukyoku@city.example' }],
  });
  const [program, words] = wordsOf(hooks.start);
  const bot = spawn(program, words, {
    cwd: ROOT,
    env: {
      PATH: path.dirname(process.execPath),
      SLACK_APP_TOKEN: slack.appToken,
      SLACK_BOT_TOKEN: slack.botToken,
      SLACK_API_URL: slack.apiUrl,
      SECRETARIAT: 'jimukyoku@city.example',
      DATABASE_URL: urlOf(database.connection),
      PORT: '0',
    },
    stdio: 'ignore',
  });
  const ended = new Promise<number | null>((resolve) => bot.once('close', resolve));
  try {
    await expect.poll(() => slack.socket.connections(), { timeout: 20_000 }).toBeGreaterThan(0);
    bot.kill('SIGTERM');
    expect(await ended).toBe(0);
  } finally {
    bot.kill('SIGKILL');
    await slack.stop();
    await database.drop();
  }
}, 60_000);
