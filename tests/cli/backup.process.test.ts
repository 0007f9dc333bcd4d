import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, expect, test, vi } from 'vitest';
import { bundled } from '../../src/cli/bundle.mjs';
import { type EmbeddedServer, openEmbedded } from '../../src/db/embedded/embedded.ts';
import { runningServer } from '../../src/db/embedded/process.ts';
import { ask, isRoot, NOBODY } from '../support/embedded-places.ts';
import { asPeopleStart } from '../support/program.ts';
import { endProcesses, kyodoProcess, launch, startPracticeProcess } from './process.ts';
import { cleanUp, emptyDirectory } from './run.ts';

// Starting a bot and making a backup take their time on a busy machine.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 120_000 });

const servers: EmbeddedServer[] = [];
afterEach(async () => {
  endProcesses();
  await Promise.all(servers.splice(0).map((server) => server.release()));
});
afterAll(cleanUp);

const open = async (dataDir: string): Promise<EmbeddedServer> => {
  const server = await openEmbedded(dataDir);
  servers.push(server);
  return server;
};

const newPlace = () => {
  const directory = emptyDirectory();
  return {
    environment: { DATA_DIR: path.join(directory, 'data'), LOG_LEVEL: 'silent' },
    file: path.join(directory, 'backup.tar.gz'),
    folder: directory,
  };
};

/** Writes one row after the other, makes and drops tables meanwhile, until it is told to stop; how many were acknowledged. */
const startWriting = async (server: EmbeddedServer) => {
  const client = new pg.Client(server.connection);
  client.on('error', () => {});
  await client.connect();
  await client.query('create table written (id int primary key, what text)');
  let acknowledged = 0;
  let goesOn = true;
  const ended = (async () => {
    while (goesOn) {
      const id = acknowledged + 1;
      await client.query('insert into written values ($1, repeat($2, 200))', [id, `第${id}号`]);
      acknowledged = id;
      if (id % 20 === 0)
        await client.query(`drop table if exists passing; create table passing as select * from written`);
      if (id % 50 === 0) await client.query('update written set what = what where id % 7 = 0');
    }
  })().catch(() => undefined);
  return {
    acknowledged: () => acknowledged,
    stop: async () => {
      goesOn = false;
      await ended;
      await client.end().catch(() => undefined);
    },
  };
};

/** Many megabytes, so that a backup is not over before something can happen to it. */
const fill = (server: EmbeddedServer) =>
  ask(server, 'create table filling as select gen_random_uuid() from generate_series(1, 800000)');

const killServer = (dataDir: string): void => {
  const pid = runningServer(path.join(dataDir, 'postgres'));
  if (pid !== undefined) process.kill(pid, 'SIGKILL');
};

/** A backup on its way: its file has begun, and has no name yet. */
const startBackup = async (environment: Readonly<Record<string, string>>, file: string) => {
  const backup = launch(['backup', file], environment);
  const unfinished = (): readonly string[] =>
    readdirSync(path.dirname(file)).filter((name) => name.endsWith('.part'));
  await expect
    .poll(() => unfinished().map((name) => statSync(path.join(path.dirname(file), name)).size)[0] ?? 0, {
      interval: 2,
    })
    .toBeGreaterThan(0);
  return backup;
};

test('a backup taken under load holds every acknowledged record when the disk is gone', async () => {
  const { environment, file } = newPlace();
  const bot = await startPracticeProcess(environment);
  const before = await kyodoProcess(['report', '2026'], environment);
  const server = await open(environment.DATA_DIR);
  const writing = await startWriting(server);
  await expect.poll(writing.acknowledged).toBeGreaterThan(100);
  const atBegin = writing.acknowledged();
  const backup = await kyodoProcess(['backup', file], environment);
  expect({ exit: backup.exit, err: backup.err }).toEqual({ exit: 0, err: '' });
  expect(backup.out).toMatch(/^.+ にバックアップを作りました\(\d+\.\dMB\)。\n$/u);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect((await fetch(`${bot.url}/readyz`)).status).toBe(200);

  await bot.kill();
  killServer(environment.DATA_DIR);
  await writing.stop();
  await Promise.all(servers.splice(0).map((one) => one.release()));
  killServer(environment.DATA_DIR);
  rmSync(environment.DATA_DIR, { recursive: true });

  const restored = await kyodoProcess(['restore', file], environment);
  expect({ exit: restored.exit, err: restored.err }).toEqual({ exit: 0, err: '' });
  const after = await kyodoProcess(['report', '2026'], environment);
  expect(after).toEqual(before);
  const anew = await startPracticeProcess(environment);
  expect((await fetch(`${anew.url}/readyz`)).status).toBe(200);
  const [[count, highest, whole] = []] = (await ask(
    await open(environment.DATA_DIR),
    `select count(*)::int, max(id), bool_and(what = repeat('第' || id || '号', 200)) from written`,
  )) as [number, number, boolean][];
  // One after the other: none is lacking in between, and what came while it was made is there, too.
  expect({ count, whole }).toEqual({ count: highest, whole: true });
  expect(count).toBeGreaterThan(atBegin);
});

test('a backup that is killed leaves the bot alone and nothing under its name, and the next one is made', async () => {
  const { environment, file, folder } = newPlace();
  const server = await open(environment.DATA_DIR);
  await fill(server);
  const { child, ended } = await startBackup(environment, file);
  const second = await kyodoProcess(['backup', `${file}.2`], environment);
  child.kill('SIGKILL');
  await ended;
  expect(second).toEqual({
    exit: 3,
    out: '',
    err: 'ほかのバックアップを作っているところです。終わってから、もう一度実行してください。バックアップは作られていません。\n',
  });
  expect(readdirSync(folder).toSorted()).toEqual([
    expect.stringMatching(/^backup\.tar\.gz\.[0-9a-f]+\.part$/u),
    'data',
  ]);
  // The server lets go of what it kept for it.
  await expect.poll(() => ask(server, 'select count(*)::int from pg_replication_slots')).toEqual([[0]]);
  expect((await kyodoProcess(['backup', file], environment)).exit).toBe(0);
  expect(readdirSync(folder).toSorted()).toEqual(['backup.tar.gz', 'data']);
});

test('a backup whose server is killed fails and leaves nothing', async () => {
  const { environment, file, folder } = newPlace();
  const server = await open(environment.DATA_DIR);
  await fill(server);
  const { ended, err } = await startBackup(environment, file);
  killServer(environment.DATA_DIR);
  expect(await ended).toBe(3);
  expect(err()).toContain('データベースを終わりまで読めませんでした');
  expect(readdirSync(folder)).toEqual(['data']);
});

test('a backup is made to its end when the bot is killed meanwhile', async () => {
  const { environment, file } = newPlace();
  const bot = await startPracticeProcess(environment, ['sandbox', '--empty']);
  await fill(await open(environment.DATA_DIR));
  const { ended } = await startBackup(environment, file);
  await bot.kill();
  expect(await ended).toBe(0);
  const other = { ...environment, DATA_DIR: path.join(emptyDirectory(), 'data') };
  expect((await kyodoProcess(['restore', file], other)).exit).toBe(0);
  expect(await ask(await open(other.DATA_DIR), 'select count(*)::int from filling')).toEqual([[800_000]]);
});

test('putting back that is killed leaves no record, and is done anew', async () => {
  const { environment, file } = newPlace();
  const server = await open(environment.DATA_DIR);
  await fill(server);
  expect((await kyodoProcess(['backup', file], environment)).exit).toBe(0);
  const dataDir = path.join(emptyDirectory(), 'data');
  const { child, ended } = launch(['restore', file], { ...environment, DATA_DIR: dataDir });
  const begun = (): boolean => existsSync(dataDir) && readdirSync(dataDir).length > 0;
  await expect.poll(begun, { interval: 2 }).toBe(true);
  child.kill('SIGKILL');
  await ended;
  expect(readdirSync(dataDir)).toEqual([expect.stringMatching(/^postgres\.new-/u)]);
  expect((await kyodoProcess(['restore', file], { ...environment, DATA_DIR: dataDir })).exit).toBe(0);
  expect(readdirSync(dataDir)).toEqual(['postgres']);
  expect(await ask(await open(dataDir), 'select count(*)::int from filling')).toEqual([[800_000]]);
});

test.runIf(isRoot)(
  'users other than root make a backup and put it back, those without a name too',
  async () => {
    // Who may write in the program's folder makes the bundle; others only run it.
    await bundled();
    const nameless = 2345;
    const run = async (
      uid: number,
      directory: string,
      ...words: readonly string[]
    ): Promise<number | null> => {
      const child = spawn(process.execPath, [...asPeopleStart, ...words], {
        uid,
        gid: uid,
        cwd: directory,
        env: { HOME: directory, DATA_DIR: path.join(directory, 'data'), LOG_LEVEL: 'silent' },
        stdio: 'ignore',
      });
      await once(child, 'close');
      return child.exitCode;
    };
    const ownedBy = (uid: number): string => {
      const directory = emptyDirectory();
      chmodSync(directory, 0o755);
      chownSync(directory, uid, uid);
      return directory;
    };
    const [one, other] = [ownedBy(NOBODY), ownedBy(nameless)];
    const file = path.join(one, 'a.tar.gz');
    expect(await run(NOBODY, one, 'report', '2026')).toBe(0);
    expect(await run(NOBODY, one, 'backup', file)).toBe(0);
    expect(statSync(file)).toMatchObject({ uid: NOBODY, mode: 0o100600 });
    chownSync(file, nameless, nameless);
    expect(await run(nameless, other, 'restore', file)).toBe(0);
    expect(await run(nameless, other, 'report', '2026')).toBe(0);
    const notHis = spawnSync('find', [other, '!', '-uid', String(nameless)], { encoding: 'utf8' });
    expect(notHis.stdout).toBe('');
  },
);
