import path from 'node:path';
import type { Config } from '../config.ts';
import type { RunningBot } from '../main.ts';
import { cliText } from '../texts/cli.ts';
import { guardProcess } from './last-guard.ts';
import { CommandEnd, EXIT, say } from './output.ts';

const STOP_WITHIN_MS = 9500;

/** Resolves when the process is asked to stop. */
const stopAsked = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve());
  });

/** What is said meanwhile. */
type Said = {
  readonly preparing: string;
  readonly started: (url: string) => string;
  readonly notice?: string;
};

/** For a person who sits before a terminal. Where nobody does, a log needs no more than where it serves. */
const sayToPerson = (...lines: readonly string[]): void => {
  if (process.stdout.isTTY) for (const line of lines) say(line);
};

/** Where the record is, without a password. */
const placeOf = ({ databaseUrl, dataDir }: Config): string => {
  if (databaseUrl === undefined) return path.resolve(dataDir);
  const { host, pathname } = new URL(databaseUrl);
  return `${host}${pathname}`;
};

/**
 * Starts something that serves on PORT, says where, and runs it until SIGTERM or Ctrl-C, or until an exception that nobody caught.
 * `signal` tells it to stop while it still starts.
 */
export const runUntilStopped = async (
  config: Config,
  startIt: (signal: AbortSignal) => Promise<RunningBot>,
  { preparing, started, notice }: Said,
): Promise<void> => {
  const { port, host } = config;
  sayToPerson(preparing);
  const asked = stopAsked();
  // Also while it is still starting: nobody waits longer for the end.
  void asked.then(() => setTimeout(() => process.exit(EXIT.failure), STOP_WITHIN_MS).unref());
  // The terminal has written ^C.
  void asked.then(() => sayToPerson('', cliText.ending));
  const stopping = new AbortController();
  void asked.then(() => stopping.abort());
  const running = await startIt(stopping.signal).catch((error: unknown) => {
    // It was asked to stop before it was there.
    if (stopping.signal.aborted) return undefined;
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'EADDRINUSE') throw new CommandEnd(EXIT.failure, cliText.portTaken(port));
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
      throw new CommandEnd(EXIT.failure, cliText.hostUnusable(host));
    throw error;
  });
  if (running === undefined) return sayToPerson(cliText.ended);
  say(started(running.url));
  sayToPerson(cliText.recordIn(placeOf(config)), cliText.toEnd, cliText.toLook);
  if (notice !== undefined) say(notice);
  const isBroken = await Promise.race([asked.then(() => false), guardProcess(running).then(() => true)]);
  if (isBroken) setTimeout(() => process.exit(EXIT.failure), STOP_WITHIN_MS).unref();
  await running.stop();
  if (!isBroken) sayToPerson(cliText.ended);
  if (isBroken) throw new CommandEnd(EXIT.failure, cliText.unforeseen);
};
