import { spawn, spawnSync } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, type Stats, statSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { contentOf, giveTo, writeAccess } from './access.ts';
import type { Binaries } from './binaries.ts';
import { directoryArgument, SERVER_ENVIRONMENT } from './directory.ts';
import { LINE_PREFIX } from './lines.ts';
import { collectLines } from './output.ts';
import { EmbeddedDatabaseError, errorCode } from './problem.ts';
import type { SystemUser } from './user.ts';

const POLL_MS = 5;

/**
 * Settings of the server on a small machine; `openEmbedded` can override each. A bot takes 31 connections at most: there is room for three,
 * as when two are replaced one by one, and for commands.
 */
const SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  shared_buffers: '32MB',
  max_connections: '100',
  io_method: 'sync',
  max_logical_replication_workers: '0',
  max_worker_processes: '2',
  // A morning fills tables that were empty: until PostgreSQL has counted them it reads them whole for each row.
  autovacuum_naptime: '10s',
  // A backup of the running server needs the WAL that it is made of.
  wal_level: 'replica',
  max_wal_senders: '0',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  logging_collector: 'off',
  log_line_prefix: LINE_PREFIX,
  log_checkpoints: 'off',
  // The details of an error and the text of a statement hold what people typed: names and addresses stay out of the log.
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
};

const statOf = (file: string): Stats | undefined => {
  try {
    return statSync(file);
  } catch {
    return undefined;
  }
};

/** Twelve hexadecimal digits that name a directory on this machine, whatever path leads to it. */
export const directoryIdentity = (directory: string): string => {
  const { dev, ino } = statSync(directory);
  return createHash('sha256').update(`${dev}:${ino}`).digest('hex').slice(0, 12);
};

const commandLine = (pid: number): string => {
  if (process.platform === 'linux') {
    const command = contentOf(`/proc/${pid}/comm`)?.trim();
    // A process that has ended but was not collected by its parent has a name and no arguments left.
    const words = contentOf(`/proc/${pid}/cmdline`);
    return command === 'postgres' && words !== undefined ? words : '';
  }
  const run = spawnSync('ps', ['-p', String(pid), '-o', 'command='], { encoding: 'utf8' });
  return run.status === 0 && /postgres/.test(run.stdout) ? run.stdout : '';
};

/**
 * Whether process `pid` is the server of `directory`. Its number alone proves nothing: after a restart of the machine or
 * the container it may be anyone's. Our servers carry the directory's identity as their cluster name; a PostgreSQL someone
 * started by hand is told by its working directory, and counts as this one's server where that may not be read.
 */
const servesDirectory = (pid: number, directory: string): boolean => {
  const words = commandLine(pid);
  if (words === '') return false;
  const name = /cluster_name=kyodo-([0-9a-f]{12})/.exec(words)?.[1];
  if (name !== undefined) return name === directoryIdentity(directory);
  const there = statOf(`/proc/${pid}/cwd`);
  const here = statOf(directory);
  return there === undefined || (there.dev === here?.dev && there.ino === here.ino);
};

const firstNumber = (content: string | undefined): number | undefined => {
  const number = Number.parseInt(content ?? '', 10);
  return number > 0 ? number : undefined;
};

/** The process id of the server of `directory`, be it ready, starting or stopping; undefined when there is none. */
export const runningServer = (directory: string): number | undefined => {
  const pid = firstNumber(contentOf(path.join(directory, 'postmaster.pid')));
  return pid !== undefined && servesDirectory(pid, directory) ? pid : undefined;
};

const isReady = (directory: string, pid: number | undefined): boolean => {
  const lines = contentOf(path.join(directory, 'postmaster.pid'))?.split('\n') ?? [];
  return firstNumber(lines[0]) === pid && lines[7]?.trim() === 'ready';
};

/** Removes `file` if it still says `judged`: moved away first, so that a server which has just written its own keeps it. */
const discard = (file: string, judged: string): void => {
  const aside = `${file}.${randomUUID()}`;
  try {
    renameSync(file, aside);
    if (readFileSync(aside, 'utf8') !== judged) linkSync(aside, file);
  } catch (error) {
    if (!['ENOENT', 'EEXIST'].includes(errorCode(error))) throw error;
  }
  rmSync(aside, { force: true });
};

/**
 * Takes away the lock files of a server that is no more. PostgreSQL does so itself unless their process id now belongs to
 * another living process of the same user, which it cannot tell from a server.
 */
const discardStaleLocks = (directory: string): void => {
  for (const name of ['postmaster.pid', '.s.PGSQL.5432.lock']) {
    const file = path.join(directory, name);
    const content = contentOf(file);
    const pid = firstNumber(content);
    if (content !== undefined && pid !== undefined && !servesDirectory(pid, directory))
      discard(file, content);
  }
};

/** PostgreSQL gave way to another server over the same data, or to what is left of one: worth another look. */
const GAVE_WAY = /lock file ".*" already exists|is still in use/;

/** What is needed to start a server. */
export interface ServerPlan {
  readonly directory: string;
  readonly binaries: Binaries;
  readonly user: SystemUser | undefined;
  readonly flags: Readonly<Record<string, string>>;
  readonly log: (line: string) => void;
}

/**
 * Starts the server over `plan.directory` and waits until it takes connections, at most until `deadline` (in milliseconds
 * of the process's own clock). False when it gave way to another one.
 * Throws EmbeddedDatabaseError with PostgreSQL's last lines. The server outlives this process.
 */
export const startServer = async (plan: ServerPlan, deadline: number): Promise<boolean> => {
  const { directory, binaries, user, flags, log } = plan;
  if (user !== undefined) giveTo(directory, user);
  writeAccess(directory, user);
  discardStaleLocks(directory);
  const settings = { ...SETTINGS, ...flags, cluster_name: `kyodo-${directoryIdentity(directory)}` };
  const server = spawn(
    path.join(binaries.directory, 'bin/postgres'),
    [
      '-D',
      directoryArgument(directory),
      '-k',
      '.',
      ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    ],
    // A group of its own: Ctrl+C in the terminal is for the bot, which then stops the server in order.
    { ...user, env: SERVER_ENVIRONMENT, cwd: directory, detached: true, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const { closed, output, detach } = collectLines(server, log);
  let ended = false;
  const end = closed.then(() => {
    ended = true;
  });
  while (!ended && !isReady(directory, server.pid) && performance.now() < deadline) {
    await Promise.race([end, delay(POLL_MS)]);
  }
  detach();
  if (!ended) return true;
  const lines = output();
  if (GAVE_WAY.test(lines.join('\n'))) return false;
  throw new EmbeddedDatabaseError({ kind: 'start-failed', path: directory, output: lines });
};

/**
 * Asks the server of `directory` to cut its connections, write everything down and end, and waits for it, at most `limitMs`.
 * False when there is no server we may stop, e.g. one in another container that shares the directory.
 */
export const stopServer = async (directory: string, limitMs: number): Promise<boolean> => {
  const pid = runningServer(directory);
  if (pid === undefined) return false;
  try {
    process.kill(pid, 'SIGINT');
  } catch {
    return false;
  }
  const deadline = performance.now() + limitMs;
  while (servesDirectory(pid, directory) && performance.now() < deadline) await delay(POLL_MS);
  return true;
};
