import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { bundled } from '../../src/cli/bundle.mjs';

const Opened = z.object({ how: z.enum(['started', 'found']), pid: z.number() });
const Released = z.object({ last: z.boolean() });

const PROGRAM = await bundled('tests/support/embedded-child.ts');

/** Another process that uses an embedded database. */
export interface EmbeddedProcess {
  readonly opened: Promise<z.infer<typeof Opened>>;
  /** Has it give its share back; whether it was the last. */
  release(): Promise<boolean>;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
  /** Its exit status, when it ends by itself. */
  readonly ended: Promise<number | null>;
}

const running = new Set<ChildProcess>();

/** Starts one; `uid` (and the group of the same number) only when we are root. */
export const startEmbeddedProcess = (
  directory: string,
  { leave = false, uid }: { readonly leave?: boolean; readonly uid?: number } = {},
): EmbeddedProcess => {
  const child = spawn(process.execPath, [PROGRAM, directory, ...(leave ? ['leave'] : [])], {
    stdio: ['pipe', 'pipe', 'inherit'],
    ...(uid === undefined ? {} : { uid, gid: uid }),
  });
  running.add(child);
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const answer = async (): Promise<unknown> => {
    const { value, done } = await lines.next();
    if (done) throw new Error('The process ended without an answer.');
    return JSON.parse(value);
  };
  const ended = once(child, 'close').then((): number | null => {
    running.delete(child);
    return child.exitCode;
  });
  const opened = answer().then((value) => Opened.parse(value));
  return {
    opened,
    ended,
    release: async () => {
      await opened;
      child.stdin.write('\n');
      const { last } = Released.parse(await answer());
      await ended;
      return last;
    },
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
};

/** Ends what a failed test left running. */
export const killEmbeddedProcesses = (): void => {
  for (const child of running) child.kill('SIGKILL');
};
