import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import { isRoot, NOBODY } from '../support/embedded-places.ts';

// A process takes its time to start on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const OTHER = isRoot ? { uid: NOBODY, gid: NOBODY } : {};
const scratch = realpathSync(mkdtempSync(path.join(tmpdir(), 'kyodo-bundle-')));
chmodSync(scratch, 0o755);
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const LATER = `import { fileURLToPath } from 'node:url';
export const place = fileURLToPath(new URL('../../prisma', import.meta.url));
`;
/** Says a word, the words it was given, a place beside a source, and in what process that is; or fails. */
const programSaying = (word: string): string => `import pg from 'pg';
type Said = { readonly word: string };
const said: Said = { word: '${word}' };
const [, , ...words] = process.argv;

if (words.includes('失敗')) throw new Error(said.word);
const { place } = await import('../deep/later.ts');
process.stdout.write(JSON.stringify({ ...said, words, place, pid: process.pid, pg: typeof pg.Pool }));
`;

let root = '';
beforeEach(() => {
  // A program of two files that is started as the bot is.
  root = mkdtempSync(path.join(scratch, 'app-'));
  chmodSync(root, 0o755);
  for (const folder of ['src/cli', 'src/deep', 'prisma'])
    mkdirSync(path.join(root, folder), { recursive: true });
  for (const file of ['package.json', 'prisma/schema.prisma', 'src/cli/kyodo.mjs', 'src/cli/bundle.mjs'])
    cpSync(path.join(ROOT, file), path.join(root, file));
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(root, 'node_modules'));
  writeFileSync(path.join(root, 'src/deep/later.ts'), LATER);
  writeFileSync(path.join(root, 'src/cli/kyodo.ts'), programSaying('はじめ'));
});

type Ended = { readonly exit: unknown; readonly said: unknown; readonly err: string };

const start = async (
  words: readonly string[] = [],
  as: { readonly uid?: number; readonly gid?: number } = {},
): Promise<Ended> => {
  const child = spawn(process.execPath, [path.join(root, 'src/cli/kyodo.mjs'), ...words], {
    stdio: ['ignore', 'pipe', 'pipe'],
    ...as,
  });
  const [out, err, [exit]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close'),
  ]);
  const { pid, ...said } = out === '' ? {} : JSON.parse(out);
  // Nobody stands between whoever sends a signal and the program.
  if (pid !== undefined) expect(pid).toBe(child.pid);
  return { exit, said, err };
};
const answer = (word: string, ...words: readonly string[]): Ended => ({
  exit: 0,
  said: { word, words, place: path.join(root, 'prisma'), pg: 'function' },
  err: '',
});
const made = (): readonly string[] => readdirSync(path.join(root, 'dist'));
const withoutWriting = (): void => {
  for (const folder of [root, path.join(root, 'dist')]) chmodSync(folder, 0o555);
};

test('two that start first at the same moment make one bundle, which is left as it is from then on', async () => {
  expect(await Promise.all([start(['一']), start(['二'])])).toEqual([
    answer('はじめ', '一'),
    answer('はじめ', '二'),
  ]);
  const [bundle = '', ...others] = made();
  expect(others).toEqual([]);
  const { ino, mtimeMs } = statSync(path.join(root, 'dist', bundle, 'kyodo.mjs'));
  expect(await start()).toEqual(answer('はじめ'));
  expect(statSync(path.join(root, 'dist', bundle, 'kyodo.mjs'))).toMatchObject({ ino, mtimeMs });
});

test('what the sources say is what runs, whatever their times are; what is a day old goes', async () => {
  const source = path.join(root, 'src/cli/kyodo.ts');
  await start();
  const [first = ''] = made();
  utimesSync(path.join(root, 'dist', first), new Date(0), new Date(0));
  const { atime, mtime } = statSync(source);
  writeFileSync(source, programSaying('つぎは'));
  utimesSync(source, atime, mtime);
  expect(await start()).toEqual(answer('つぎは'));
  expect(made()).toHaveLength(1);
  // Back again: it is not the old one that was left lying.
  writeFileSync(source, programSaying('はじめ'));
  expect(await start()).toEqual(answer('はじめ'));
  expect(made()).toHaveLength(2);
});

test('an error names the line of the source', async () => {
  const { exit, err } = await start(['失敗']);
  expect(exit).toBe(1);
  expect(err).toContain(`at <anonymous> (${path.join(root, 'src/cli/kyodo.ts')}:6:`);
});

test('made ahead, it runs where and as whom nothing can be written, and where all of it was moved to', async () => {
  await start();
  const moved = `${root}-moved`;
  renameSync(root, moved);
  root = moved;
  for (const file of ['kyodo.ts', 'kyodo.mjs'])
    utimesSync(path.join(root, 'src/cli', file), new Date(), new Date());
  withoutWriting();
  expect(await start(['別の人'], OTHER)).toEqual(answer('はじめ', '別の人'));
});

test('where it is missing and cannot be made, that is said', async () => {
  await start();
  writeFileSync(path.join(root, 'src/deep/later.ts'), `${LATER}export const more = 1;\n`);
  const before = made();
  withoutWriting();
  const { exit, said, err } = await start([], OTHER);
  expect({ exit, said }).toEqual({ exit: 3, said: {} });
  expect(err).toMatch(/^プログラムを組み立てられません。.*npm run prepare.*\n.*EACCES.*\n$/u);
  expect(made()).toEqual(before);
});

test('a program of tests that takes what a bundle does not know of is refused', async () => {
  writeFileSync(path.join(root, 'src/deep/later.ts'), `export { place } from '../../beside.ts';\n`);
  writeFileSync(path.join(root, 'beside.ts'), `export const place = '';\n`);
  const { exit, err } = await start();
  expect(exit).toBe(3);
  expect(err).toContain('may not import beside.ts');
});
