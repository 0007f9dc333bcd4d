import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, lstatSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import path from 'node:path';
import { createInterface } from 'node:readline';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { binariesReadableBy, findBinaries } from '../../../src/db/embedded/binaries.ts';
import { directoryArgument, SERVER_ENVIRONMENT } from '../../../src/db/embedded/directory.ts';
import { openEmbedded } from '../../../src/db/embedded/embedded.ts';
import { EmbeddedDatabaseError } from '../../../src/db/embedded/problem.ts';
import { serverUser } from '../../../src/db/embedded/user.ts';
import { ask, createEmbeddedPlaces } from '../../support/embedded-places.ts';

const { place, prepare, release, remove } = createEmbeddedPlaces();
beforeAll(prepare);
afterEach(release);
afterAll(remove);

/** A file the server's own user may read and replace. */
const lay = (directory: string, name: string, content: string): void => {
  const file = path.join(directory, name);
  const { uid, gid } = statSync(directory);
  writeFileSync(file, content, { mode: 0o600 });
  chownSync(file, uid, gid);
};

/** Every file below `directory` with what would show that it was touched. */
const contents = (directory: string): readonly string[] =>
  readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .toSorted()
    .map((name) => {
      const { ino, size, mtimeMs } = lstatSync(path.join(directory, name));
      return [name, ino, size, mtimeMs].join(' ');
    });

describe('a server of which only the socket is seen from here', () => {
  interface Answer {
    readonly code: string;
    readonly message: string;
  }

  /** PostgreSQL's message `E`: its length, then fields of a letter and a text, each text and the whole closed by a zero. */
  const errorResponse = ({ code, message }: Answer): Buffer => {
    const fields = Buffer.from(`SFATAL\0VFATAL\0C${code}\0M${message}\0\0`);
    const head = Buffer.alloc(5, 'E');
    head.writeInt32BE(fields.length + 4, 1);
    return Buffer.concat([head, fields]);
  };

  /** A place whose server lives among other processes, and how often that one has been asked so far. */
  const servedElsewhere = async (answer: Buffer | undefined) => {
    const parent = place('database');
    const directory = path.join(parent, 'postgres');
    lay(directory, 'postmaster.pid', `${spawnSync('true').pid}\n/data/postgres\n1690000000\n5432\n.\n`);
    const lines = new Set<Socket>();
    const server = createServer((socket) => {
      lines.add(socket);
      socket.on('error', () => {});
      socket.once('data', () => answer !== undefined && socket.end(answer));
    });
    server.listen(path.join(directory, '.s.PGSQL.5432'));
    await once(server, 'listening');
    onTestFinished(() => {
      server.close();
      for (const socket of lines) socket.destroy();
    });
    return { parent, directory, asked: () => lines.size };
  };

  const answers: Readonly<Record<string, Answer | undefined>> = {
    'is starting or recovering': { code: '57P03', message: 'the database system is starting up' },
    'is stopping': { code: '57P03', message: 'the database system is shutting down' },
    'has no connection left': { code: '53300', message: 'sorry, too many clients already' },
    'says nothing': undefined,
  };

  test.each(Object.entries(answers))(
    'is waited for and then given up, and nothing touched, when it %s',
    async (_, answer) => {
      const elsewhere = await servedElsewhere(answer && errorResponse(answer));
      const before = contents(elsewhere.parent);
      const said: string[] = [];
      const opening = openEmbedded(elsewhere.parent, { limitMs: 1200, log: (line) => said.push(line) });
      await expect(opening).rejects.toEqual(
        new EmbeddedDatabaseError({
          kind: 'no-answer',
          path: elsewhere.directory,
          reason: answer?.message ?? 'timeout expired',
        }),
      );
      expect(elsewhere.asked()).toBeGreaterThan(1);
      expect(said).toEqual([]);
      expect(contents(elsewhere.parent)).toEqual(before);
    },
  );
});

describe('a server that recovers after it was killed', () => {
  /** As in another container: process numbers, shared memory and lock names of its own over the same files. */
  const APART = 'unshare --user --map-current-user --pid --ipc --net --fork --kill-child'.split(' ');
  const canBeApart = ((): boolean => {
    const [command = '', ...args] = [...APART, 'true'];
    const user = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
    return spawnSync(command, args, { ...user, cwd: '/' }).status === 0;
  })();

  interface Running {
    readonly process: ChildProcess;
    readonly said: readonly string[];
  }

  /** A server over `directory` that is not ours. */
  const serve = (directory: string, prefix: readonly string[], settings: readonly string[]): Running => {
    const user = serverUser(directory);
    const program = path.join(binariesReadableBy(findBinaries(), user).directory, 'bin/postgres');
    const [command = '', ...args] = [
      ...prefix,
      program,
      ...['-D', directoryArgument(directory), '-k', '.'],
      ...['listen_addresses=', 'fsync=off', ...settings].flatMap((setting) => ['-c', setting]),
    ];
    const server = spawn(command, args, {
      ...user,
      env: SERVER_ENVIRONMENT,
      cwd: directory,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    onTestFinished(() => {
      server.kill('SIGKILL');
    });
    const said: string[] = [];
    createInterface({ input: server.stderr }).on('line', (line) => said.push(line));
    return { process: server, said };
  };

  /** The first value of `sql`, or the code of why there is none. */
  const query = async (directory: string, sql: string): Promise<unknown> => {
    const client = new pg.Client({ host: directory, port: 5432, user: 'kyodo', database: 'kyodo' });
    client.on('error', () => {});
    try {
      await client.connect();
      return (await client.query({ text: sql, rowMode: 'array' })).rows[0]?.[0];
    } catch (error) {
      return error instanceof Error && 'code' in error ? error.code : error;
    } finally {
      await client.end();
    }
  };

  /** Recovers, but not before there is a file `go`. */
  const WAITING = ['hot_standby=off', 'restore_command=until [ -e go ]; do sleep 0.02; done; false'];

  const wheres: readonly (readonly [string, readonly string[]])[] = [
    ['here', []],
    ...(canBeApart ? [['in another container', APART] as const] : []),
  ];

  test.each(wheres)(
    'is waited for and found: %s',
    async (_, prefix) => {
      const parent = place('database');
      const directory = path.join(parent, 'postgres');
      // Set apart as it is here, that server does not know who we are.
      lay(directory, 'pg_hba.conf', 'local all kyodo trust\n');
      const first = serve(directory, prefix, []);
      await expect.poll(() => query(directory, 'select 1'), { timeout: 15_000 }).toBe(1);
      await query(directory, `create table kept as select 'written before the kill' as what`);
      const killed = once(first.process, 'close');
      first.process.kill('SIGKILL');
      await killed;

      lay(directory, 'recovery.signal', '');
      const second = serve(directory, prefix, WAITING);
      await expect.poll(() => query(directory, 'select 1'), { timeout: 15_000 }).toBe('57P03');
      const lock = statSync(path.join(directory, 'postmaster.pid')).ino;
      const started: string[] = [];
      const opening = openEmbedded(parent, { log: (line) => started.push(line) });
      const refusals = () => second.said.filter((line) => line.includes('FATAL')).length;
      const before = refusals();
      await expect.poll(refusals, { timeout: 15_000 }).toBeGreaterThan(before + 3);
      lay(directory, 'go', '');

      const server = await opening;
      expect(server.how).toBe('found');
      expect(await ask(server, 'select what from kept')).toEqual([['written before the kill']]);
      expect(started).toEqual([]);
      expect(statSync(path.join(directory, 'postmaster.pid')).ino).toBe(lock);
      expect(second.process.exitCode).toBeNull();
      await server.release();
    },
    60_000,
  );
});
