import { execFileSync } from 'node:child_process';
import { truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { cleanUp, emptyDirectory, kyodo } from './run.ts';

afterAll(cleanUp);

const inDirectory = (name: string, make: (file: string) => void): string => {
  const file = path.join(emptyDirectory(), name);
  make(file);
  return file;
};

// A file is looked at before anything else is opened, so that these need no database.
test.each<[string, () => string, string]>([
  [
    'a pipe that nobody writes into',
    () => inDirectory('pipe.csv', (file) => execFileSync('mkfifo', [file])),
    'ふつうのファイルではありません',
  ],
  ['a device that never ends', () => '/dev/zero', 'ふつうのファイルではありません'],
  ['a folder', emptyDirectory, 'ふつうのファイルではありません'],
  ['what the system makes up while it is read', () => '/proc/kmsg', '取り込む行がありません。'],
  [
    'an empty file',
    () => inDirectory('empty.csv', (file) => writeFileSync(file, '')),
    '取り込む行がありません。',
  ],
  [
    'more than is read',
    () =>
      inDirectory('large.csv', (file) => {
        writeFileSync(file, '');
        truncateSync(file, 20 * 1024 * 1024 + 1);
      }),
    '20MBまでにしてください。',
  ],
  [
    'what would turn a terminal around',
    () => inDirectory('row.csv', (file) => writeFileSync(file, '氏名,\u001B[2J\u202Ex\n甲,乙\n')),
    '1行目 [2Jx:この見出しは使いません。',
  ],
])('%s is refused with a sentence', async (_what, fileOf, sentence) => {
  const { exit, out, err } = await kyodo(['import', 'people', fileOf()]);
  expect({ exit, out }).toEqual({ exit: 1, out: '' });
  expect(err).toContain(sentence);
});
