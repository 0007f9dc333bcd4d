import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type EmbeddedServer, openEmbedded } from '../../src/db/embedded/embedded.ts';
import { COMMANDS } from '../../src/handlers/features.ts';
import { type RunningBot, startBot } from '../../src/main.ts';
import type { Form } from '../../src/sandbox/driver/form.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts';
import { ask } from '../support/embedded-places.ts';
import { createQuickMachine, createTestClock, SECRETARY } from '../support/practice.ts';
import { fillMeeting, PLAIN_MEETING } from './steps.ts';

// A server that finds no room falls, and comes back when there is some.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const disk = mkdtempSync(path.join(tmpdir(), 'kyodo-disk-'));
const canMount = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=140m,mode=755', 'tmpfs', disk]).status === 0;
const dataDir = path.join(disk, 'data');
const ballast = path.join(disk, 'ballast');

let slack: Sandbox;
let bot: RunningBot | undefined;
/** The same server once more, to write beside the bot. */
let server: EmbeddedServer;

beforeAll(async () => {
  if (!canMount) return;
  const clock = createTestClock('2026-11-24T10:00:00+09:00');
  slack = await startSandbox({
    now: clock.now,
    people: [{ id: SECRETARY, real_name: '事務 局子', email: 'jimukyoku@city.example' }],
    commands: COMMANDS,
  });
  bot = await startBot(
    {
      slack: { mode: 'http', botToken: slack.botToken, signingSecret: slack.signingSecret },
      slackApiUrl: slack.apiUrl,
      databaseUrl: undefined,
      dataDir,
      port: 0,
      host: '127.0.0.1',
      secretariat: ['jimukyoku@city.example'],
      logLevel: 'silent',
    },
    { clock, machine: createQuickMachine() },
  );
  slack.connectHttp({ url: bot.url });
  server = await openEmbedded(dataDir);
});
afterAll(async () => {
  await server?.release();
  await bot?.stop();
  await slack?.stop();
  if (canMount) spawnSync('umount', ['-l', disk]);
  rmSync(disk, { recursive: true, force: true });
});

/** Writes until PostgreSQL can't. */
const fill = async (): Promise<void> => {
  const { bavail, bsize } = statfsSync(disk);
  writeFileSync(ballast, Buffer.alloc(bavail * bsize - 1_000_000));
  const client = new pg.Client(server.connection);
  client.on('error', () => {});
  await client.connect();
  // Into the log of writes alone: when its next file of 16 MB finds no room, the server falls.
  const write = `select pg_logical_emit_message(false, 'ballast', repeat('0', 1000000))`;
  for (let isFull = false; !isFull; )
    isFull = await client.query(write).then(
      () => false,
      () => true,
    );
  await client.end().catch(() => undefined);
};

const opened = async (heldOn: string): Promise<Form> => {
  const form = await (await slack.person(SECRETARY).command('/kyodo-meeting')).opened();
  await fillMeeting(form, { ...PLAIN_MEETING, 開催日: heldOn, 案件: `案件 ${heldOn}` });
  return form;
};

const recorded = (): Promise<unknown> => ask(server, 'select text from agenda_item order by text');

describe.runIf(canMount)('a disk that fills while the bot runs', () => {
  test('what can’t be written is refused with a sentence, nothing acknowledged is lost, and it goes on when there is room', async () => {
    const acknowledged = await opened('2026-10-01');
    expect((await acknowledged.submit()).closed).toBe(true);
    const waiting = await opened('2026-10-02');
    await fill();

    const refused = await waiting.submit();
    expect({ closed: refused.closed, said: Object.values(refused.errors) }).toEqual({
      closed: false,
      said: [expect.stringMatching(/^保存する場所に空きがないため、記録していません。入力は残っています。/u)],
    });
    const readyz = await fetch(`${bot?.url}/readyz`);
    expect(readyz.status).toBe(503);

    rmSync(ballast);
    await expect
      .poll(async () => (await waiting.submit()).closed, { timeout: 60_000, interval: 500 })
      .toBe(true);
    expect(await recorded()).toEqual([['案件 2026-10-01'], ['案件 2026-10-02']]);
  });
});
