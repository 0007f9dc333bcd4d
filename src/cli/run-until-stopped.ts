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

/**
 * Starts something that serves on PORT, says where, and runs it until SIGTERM or Ctrl-C, or until an exception that nobody caught.
 * `signal` tells it to stop while it still starts.
 */
export const runUntilStopped = async (
  { port, host }: Pick<Config, 'port' | 'host'>,
  startIt: (signal: AbortSignal) => Promise<RunningBot>,
  started: (url: string) => readonly string[],
): Promise<void> => {
  const asked = stopAsked();
  // Also while it is still starting: nobody waits longer for the end.
  void asked.then(() => setTimeout(() => process.exit(EXIT.failure), STOP_WITHIN_MS).unref());
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
  if (running === undefined) return;
  for (const line of started(running.url)) say(line);
  const isBroken = await Promise.race([asked.then(() => false), guardProcess(running).then(() => true)]);
  if (isBroken) setTimeout(() => process.exit(EXIT.failure), STOP_WITHIN_MS).unref();
  await running.stop();
  if (isBroken) throw new CommandEnd(EXIT.failure, cliText.unforeseen);
};
