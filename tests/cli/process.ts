import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { asPeopleStart } from '../support/program.ts';
import { type Ended, type Environment, emptyDirectory } from './run.ts';

const launched = new Set<ChildProcess>();

/** Starts the program in a process of its own; nothing of its standard output is read yet. */
export const launch = (
  words: readonly string[],
  environment: Environment,
  program: readonly string[] = asPeopleStart,
) => {
  const child = spawn(process.execPath, [...program, ...words], {
    cwd: emptyDirectory(),
    env: { ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  launched.add(child);
  let err = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  const ended = once(child, 'close').then((): number | null => {
    launched.delete(child);
    return child.exitCode;
  });
  return { child, ended, err: () => err };
};

/** Runs `kyodo WORDS` to its end in a process of its own, with these variables and no others. */
export const kyodoProcess = async (
  words: readonly string[],
  environment: Environment = {},
  program?: readonly string[],
): Promise<Ended> => {
  const { child, ended, err } = launch(words, environment, program);
  let out = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  return { exit: await ended, out, err: err() };
};

/** The practice workspace in a process of its own. */
export type PracticeProcess = {
  readonly url: string;
  /** Every web address that it has printed, on either of its outputs. */
  readonly addresses: () => readonly string[];
  /** Ends it as a power cut would. */
  readonly kill: () => Promise<void>;
  /** Asks it to stop; its exit status. */
  readonly stop: () => Promise<number | null>;
};

/** Runs `kyodo start`, or other words, until it says where the practice workspace is. */
export const startPracticeProcess = async (
  environment: Environment,
  words: readonly string[] = ['start'],
  program?: readonly string[],
): Promise<PracticeProcess> => {
  const { child, ended, err } = launch(words, { ...environment, PORT: '0' }, program);
  const out: string[] = [];
  const url = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      out.push(line);
      const [, found] = /^練習用ワークスペースを開きました:(\S+)$/u.exec(line) ?? [];
      if (found !== undefined) resolve(found);
    });
    void ended.then((status) => reject(new Error(`it ended with ${status}: ${err()}`)));
  });
  const end = (signal: NodeJS.Signals): Promise<number | null> => {
    child.kill(signal);
    return ended;
  };
  const addresses = () => [...out, err()].join('\n').match(/https?:\/\/[^\s"]+/gu) ?? [];
  return { url, addresses, kill: async () => void (await end('SIGKILL')), stop: () => end('SIGTERM') };
};

/** Ends what a failed test left running. */
export const endProcesses = (): void => {
  for (const child of launched) child.kill('SIGKILL');
};
