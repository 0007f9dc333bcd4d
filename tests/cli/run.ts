import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runKyodo } from '../../src/cli/program.ts';
import { PROGRAM } from '../support/program.ts';

const directories: string[] = [];

/** A directory of its own, without the .env of whoever runs the tests. */
export const emptyDirectory = (): string => {
  const directory = mkdtempSync(path.join(tmpdir(), 'kyodo-cli-'));
  directories.push(directory);
  return directory;
};

/** How a command ended, and what it said. */
export type Ended = { readonly exit: number | null; readonly out: string; readonly err: string };

/** Environment variables by their names. */
export type Environment = Readonly<Record<string, string>>;

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
 * one takes seconds. That the process does the same is shown in `usage.process.test.ts`.
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

/** Removes every directory made here. */
export const cleanUp = (): void => {
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
