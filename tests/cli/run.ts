import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { runKyodo } from '../../src/cli/program.ts';

const PROGRAM = fileURLToPath(new URL('../../src/cli/kyodo.ts', import.meta.url));

const directories: string[] = [];

/** A directory of its own, without the .env of whoever runs the tests. */
export const emptyDirectory = (): string => {
  const directory = mkdtempSync(path.join(tmpdir(), 'kyodo-cli-'));
  directories.push(directory);
  return directory;
};

/** How a command ended, and what it said. */
export type Ended = { readonly exit: number | null; readonly out: string; readonly err: string };

type Environment = Readonly<Record<string, string>>;

const launched = new Set<ChildProcess>();

/** Starts the program in a process of its own; nothing of its standard output is read yet. */
export const launch = (words: readonly string[], environment: Environment) => {
  const child = spawn(process.execPath, ['--import', import.meta.resolve('tsx'), PROGRAM, ...words], {
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

/** The same in a process of its own, as people run it. */
export const kyodoProcess = async (
  words: readonly string[],
  environment: Environment = {},
): Promise<Ended> => {
  const { child, ended, err } = launch(words, environment);
  let out = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  return { exit: await ended, out, err: err() };
};

/** Catches what is written to a stream; gives it back when it is let go. */
const caught = (stream: NodeJS.WriteStream) => {
  const { write } = stream;
  let said = '';
  stream.write = (chunk: string | Uint8Array): boolean => {
    said += typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8');
    return true;
  };
  return (): string => {
    stream.write = write;
    return said;
  };
};

let last: Promise<unknown> = Promise.resolve();

/**
 * Runs `kyodo WORDS` to its end, with these variables and no others, in the directory `where`, one after the other: in this process, because starting
 * one takes seconds. That the process does the same is shown where `kyodoProcess` runs.
 */
export const kyodo = (
  words: readonly string[],
  environment: Environment = {},
  where: string = emptyDirectory(),
): Promise<Ended> => {
  const run = last.then(async (): Promise<Ended> => {
    const [directory, variables] = [process.cwd(), process.env];
    process.chdir(where);
    process.env = { ...environment };
    const [out, err] = [caught(process.stdout), caught(process.stderr)];
    const exit = await runKyodo([process.execPath, PROGRAM, ...words]).finally(() => {
      process.chdir(directory);
      process.env = variables;
    });
    return { exit, out: out(), err: err() };
  });
  last = run.catch(() => undefined);
  return run;
};

/** The practice workspace in a process of its own. */
export type PracticeProcess = {
  readonly url: string;
  /** Ends it as a power cut would. */
  readonly kill: () => Promise<void>;
  /** Asks it to stop; its exit status. */
  readonly stop: () => Promise<number | null>;
};

/** Runs `kyodo start`, or other words, until it says where the practice workspace is. */
export const startPracticeProcess = async (
  environment: Environment,
  words: readonly string[] = ['start'],
): Promise<PracticeProcess> => {
  const { child, ended, err } = launch(words, { ...environment, PORT: '0' });
  const url = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const [, found] = /^練習用ワークスペースを開きました:(\S+)$/u.exec(line) ?? [];
      if (found !== undefined) resolve(found);
    });
    void ended.then((status) => reject(new Error(`it ended with ${status}: ${err()}`)));
  });
  const end = (signal: NodeJS.Signals): Promise<number | null> => {
    child.kill(signal);
    return ended;
  };
  return { url, kill: async () => void (await end('SIGKILL')), stop: () => end('SIGTERM') };
};

/** Ends what a failed test left running, and removes every directory made here. */
export const cleanUp = (): void => {
  for (const child of launched) child.kill('SIGKILL');
  for (const directory of directories) rmSync(directory, { recursive: true, force: true });
};

/** A file of past meetings, made of rows of cells or of bytes. */
export const csvFile = (content: readonly (readonly string[])[] | Uint8Array): string => {
  const file = path.join(emptyDirectory(), 'meetings.csv');
  const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
  const bytes =
    content instanceof Uint8Array
      ? content
      : content.map((cells) => `${cells.map(quoted).join(',')}\r\n`).join('');
  writeFileSync(file, bytes);
  return file;
};

/** The headers of `MEETINGS_2023`. */
export const HEADERS = ['会議体', '開催方法', '開催日', '日付欄の注記', '案件'] as const;

const SURVEY = '市民公益活動推進委員会の評価・意見に対する市の調査・検討について(審議)';

/** The meetings of fiscal 2023 as a file has them, 本部会議 by its short name. */
export const MEETINGS_2023: readonly (readonly string[])[] = [
  [
    '協働推進本部会議幹事会',
    '不明',
    '令和5年7月7日まで',
    '',
    '協働推進本部会議幹事会の年間スケジュールについて',
  ],
  ['本部会議', '書面開催', '令和5年8月10日', '開催案内送付', '協働推進本部会議の年間スケジュールについて'],
  ['協働推進本部会議幹事会', '不明', '令和5年11月8日まで', '', SURVEY],
  ['本部会議', '書面開催', 'R5.12.8', '開催案内送付', SURVEY],
];

/** The table rows that chapter 5 prints of them. */
export const ROWS_2023 = [
  '| 1 | 令和5年8月10日まで 開催案内送付(書面開催) | (1)協働推進本部会議の年間スケジュールについて |',
  `| 2 | 令和5年12月8日まで 開催案内送付(書面開催) | (1)${SURVEY} |`,
  '| 1 | 令和5年7月7日まで | (1)協働推進本部会議幹事会の年間スケジュールについて |',
  `| 2 | 令和5年11月8日まで | (1)${SURVEY} |`,
] as const;

/** The rows of the tables in a chapter, headings left out. */
export const tableRows = (markdown: string): readonly string[] =>
  markdown.split('\n').filter((line) => /^\| \d/u.test(line));
