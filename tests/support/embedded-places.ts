import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { type EmbeddedServer, openEmbedded } from '../../src/db/embedded/embedded.ts';
import { runningServer } from '../../src/db/embedded/process.ts';
import { killEmbeddedProcesses } from './embedded-process.ts';

/** Root opens databases as somebody else. */
export const isRoot = process.getuid?.() === 0;
/** User and group that own nothing. */
export const NOBODY = 65_534;

/** Directories for databases, and the servers opened over them. */
export type EmbeddedPlaces = {
  /** Where all places are. */
  readonly root: string;
  /** The database that places are copied from. */
  readonly seed: string;
  /** A new place for a database: with one that was made before, or with nothing. */
  readonly place: (content: 'database' | 'nothing') => string;
  /** Opens a server, which `release` gives back. */
  readonly open: (directory: string, flags?: Readonly<Record<string, string>>) => Promise<EmbeddedServer>;
  /** Makes the seed: before all tests. */
  readonly prepare: () => Promise<void>;
  /** Ends what a test left open: after each test. */
  readonly release: () => Promise<void>;
  /** Ends what still runs and removes everything: after all tests. */
  readonly remove: () => void;
};

/** Places of one test file. */
export const createEmbeddedPlaces = (): EmbeddedPlaces => {
  const root = mkdtempSync(path.join(tmpdir(), 'kyodo-embedded-'));
  const seed = path.join(root, 'seed');
  const servers: EmbeddedServer[] = [];
  let directories = 0;
  return {
    root,
    seed,
    place: (content) => {
      directories += 1;
      const directory = path.join(root, `place-${directories}`);
      if (content === 'database') spawnSync('cp', ['-a', seed, directory]);
      return directory;
    },
    open: async (directory, flags = {}) => {
      const server = await openEmbedded(directory, { flags: { fsync: 'off', ...flags } });
      servers.push(server);
      return server;
    },
    prepare: async () => {
      const server = await openEmbedded(seed);
      await server.release();
    },
    release: async () => {
      killEmbeddedProcesses();
      await Promise.all(servers.splice(0).map((server) => server.release()));
    },
    remove: () => {
      for (const name of readdirSync(root)) {
        const pid = runningServer(path.join(root, name, 'postgres'));
        if (pid !== undefined) process.kill(pid, 'SIGKILL');
      }
      rmSync(root, { recursive: true, force: true });
    },
  };
};

/** What a server answers, as rows of values. */
export const ask = async (server: EmbeddedServer, sql: string): Promise<unknown> => {
  const client = new pg.Client(server.connection);
  await client.connect();
  try {
    return (await client.query({ text: sql, rowMode: 'array' })).rows;
  } finally {
    await client.end();
  }
};

/** Whether a process is there, whatever it is. */
export const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};
