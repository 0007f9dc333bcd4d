import type { ChildProcessByStdio } from 'node:child_process';
import { Socket } from 'node:net';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

const KEPT_LINES = 20;

/** What a program says, and its end. */
export interface ProgramOutput {
  /** The exit status when the program has ended and everything it said was read; null when a signal or no start ended it. */
  readonly closed: Promise<number | null>;
  /** The last lines so far, at most 20. */
  readonly output: () => readonly string[];
  /** Lets this process end while the program runs on. */
  readonly detach: () => void;
}

/** Reads the error output of `program` line by line; each line is also given to `log`. */
export const collectLines = (
  program: ChildProcessByStdio<null, null, Readable>,
  log: (line: string) => void = () => {},
): ProgramOutput => {
  const lines: string[] = [];
  const keep = (line: string): void => {
    lines.push(line);
    if (lines.length > KEPT_LINES) lines.shift();
    log(line);
  };
  createInterface({ input: program.stderr }).on('line', keep);
  const closed = new Promise<number | null>((resolve) => {
    program.once('close', resolve);
    program.once('error', (error) => {
      keep(error.message);
      resolve(null);
    });
  });
  const detach = (): void => {
    program.unref();
    if (program.stderr instanceof Socket) program.stderr.unref();
  };
  return { closed, output: () => [...lines], detach };
};
