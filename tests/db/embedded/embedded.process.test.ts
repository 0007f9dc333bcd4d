import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { openEmbedded } from '../../../src/db/embedded/embedded.ts';
import { runningServer } from '../../../src/db/embedded/process.ts';
import { ask, createEmbeddedPlaces, isAlive, isRoot, NOBODY } from '../../support/embedded-places.ts';
import { startEmbeddedProcess } from '../../support/embedded-process.ts';

const { root, seed, place, open, prepare, release, remove } = createEmbeddedPlaces();
beforeAll(prepare);
afterEach(release);
afterAll(remove);

const postmasterFile = (directory: string): string => path.join(directory, 'postgres/postmaster.pid');

describe('one server for one directory', () => {
  test('makes, starts and stops a database that opens no network port', async () => {
    const directory = place('nothing');
    const server = await open(directory);
    const { pid } = server;
    const owner = statSync(path.join(directory, 'postgres')).uid;

    expect({ how: server.how, connection: server.connection }).toEqual({
      how: 'started',
      connection: {
        host: path.join(directory, 'postgres'),
        port: 5432,
        user: 'kyodo',
        database: 'kyodo',
      },
    });
    expect(
      await ask(
        server,
        `select current_database(), current_setting('listen_addresses'), current_setting('TimeZone'), lower('ÄÖＡ')`,
      ),
    ).toEqual([['kyodo', '', 'UTC', 'äöａ']]);
    expect(owner === 0).toBe(false);
    expect(await server.release()).toBe(true);
    expect(existsSync(postmasterFile(directory))).toBe(false);
    await expect.poll(() => isAlive(pid)).toBe(false);
  });

  test('is shared by the bot and its command line, and the last one out stops it', async () => {
    const directory = place('database');
    const bot = await open(directory);
    const commandLine = startEmbeddedProcess(directory);
    expect(await commandLine.opened).toEqual({ how: 'found', pid: bot.pid });
    expect(await commandLine.release()).toBe(false);
    expect(await bot.release()).toBe(true);
    expect(await bot.release()).toBe(true);
  });

  test('is found again when the bot that started it was killed', async () => {
    const directory = place('database');
    const bot = startEmbeddedProcess(directory);
    const { how, pid } = await bot.opened;
    await bot.kill();
    const next = await open(directory);
    expect([how, next.how, next.pid]).toEqual(['started', 'found', pid]);
    expect(await next.release()).toBe(true);
    expect(runningServer(path.join(directory, 'postgres'))).toBeUndefined();
  });

  test('does not keep a process that forgets to give its share back', async () => {
    const directory = place('database');
    const forgetful = startEmbeddedProcess(directory, { leave: true });
    const { pid } = await forgetful.opened;
    expect(await forgetful.ended).toBe(0);
    expect((await open(directory)).pid).toBe(pid);
  });

  test.each(['nothing', 'database'] as const)(
    'is one when four processes start at the same moment over %s',
    async (content) => {
      const directory = place(content);
      const processes = [1, 2, 3, 4].map(() => startEmbeddedProcess(directory));
      const opened = await Promise.all(processes.map((process) => process.opened));
      expect(opened.map(({ how }) => how).toSorted()).toEqual(['found', 'found', 'found', 'started']);
      expect(new Set(opened.map(({ pid }) => pid)).size).toBe(1);

      const last = await Promise.all(processes.map((process) => process.release()));
      // Who lets go while the server is being stopped may find the last one's lock gone with its connection, and sees the server end too.
      expect(last).toContain(true);
      expect(readdirSync(directory)).toEqual(['postgres']);
    },
    60_000,
  );

  test('survives opening and closing by several users at once', async () => {
    const directory = place('database');
    const rounds = await Promise.all(
      Array.from({ length: 12 }, async () => {
        const server = await openEmbedded(directory, { flags: { fsync: 'off' } });
        const answer = await ask(server, 'select 1');
        await server.release();
        return answer;
      }),
    );
    expect(rounds).toEqual(Array.from({ length: 12 }, () => [[1]]));
    expect(runningServer(path.join(directory, 'postgres'))).toBeUndefined();
  }, 60_000);

  test('takes its share again when the connection that holds it is cut', async () => {
    const bot = await open(place('database'));
    const locks = `select count(*)::int from pg_locks where locktype = 'advisory' and granted`;
    await ask(
      bot,
      `select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and pid <> pg_backend_pid()`,
    );
    await expect.poll(() => ask(bot, locks), { timeout: 10_000 }).toEqual([[1]]);
    const commandLine = await openEmbedded(path.dirname(bot.connection.host));
    expect([commandLine.how, await commandLine.release()]).toEqual(['found', false]);
  });

  test('is started again when it is killed under a running bot', async () => {
    const directory = place('database');
    const bot = await open(directory);
    const before = bot.pid;
    process.kill(before, 'SIGKILL');
    await expect.poll(() => ask(bot, 'select 1').catch(() => []), { timeout: 15_000 }).toEqual([[1]]);
    expect(bot.pid).not.toBe(before);
    expect(await bot.release()).toBe(true);
  });

  test('is reached under a path too long for a socket', async () => {
    const directory = path.join(place('nothing'), 'とても長い名前のフォルダー'.repeat(4));
    mkdirSync(path.dirname(directory));
    spawnSync('cp', ['-a', seed, directory]);
    const server = await open(directory);
    const other = startEmbeddedProcess(directory);
    expect(await other.opened).toEqual({ how: 'found', pid: server.pid });
    expect(await ask(server, 'select 1')).toEqual([[1]]);
    expect([await other.release(), await server.release()]).toEqual([false, true]);
  });

  test.runIf(isRoot)('serves an ordinary user, who cannot use what root has made', async () => {
    const directory = place('nothing');
    chmodSync(root, 0o755);
    mkdirSync(directory);
    chownSync(directory, NOBODY, NOBODY);
    const ordinary = startEmbeddedProcess(directory, { uid: NOBODY });
    expect((await ordinary.opened).how).toBe('started');
    expect(await ordinary.release()).toBe(true);
    expect(statSync(path.join(directory, 'postgres')).uid).toBe(NOBODY);
  });

  test.runIf(isRoot)('runs as the owner of its directory when root opens it', async () => {
    const directory = place('database');
    spawnSync('chown', ['-R', '12345:12345', path.join(directory, 'postgres')]);
    const server = await open(directory);
    expect(statSync(`/proc/${server.pid}`).uid).toBe(12_345);
  });

  test('makes a database in a directory that is there but empty', async () => {
    const directory = place('nothing');
    mkdirSync(path.join(directory, 'postgres'), { recursive: true });
    mkdirSync(path.join(directory, 'postgres.new-killed'));
    expect((await open(directory)).how).toBe('started');
    expect(readdirSync(directory)).toEqual(['postgres']);
  });
});
