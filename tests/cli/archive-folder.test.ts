import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeEach, expect, test } from 'vitest';
import { writeFolder } from '../../src/cli/archive-folder.ts';
import { emptyDirectory } from './run.ts';

const PHOTO = 'photos/00000000-0000-4000-8000-000000000001.png';
const OTHER = 'photos/00000000-0000-4000-8000-000000000002.jpg';
const PAGES = { 'index.html': '一覧', 'style.css': '{}', 'feed.xml': '<id>tag:x:T0CITY:newsletter</id>' };
const FULL = { ...PAGES, '2026-03.html': '第3号', '2026-03.txt': '第3号', [PHOTO]: 'PNG' };

let folder: string;
beforeEach(() => {
  folder = emptyDirectory();
});

const write = (files: Readonly<Record<string, string>>, to = folder, archive = 'T0CITY') =>
  writeFolder(
    to,
    archive,
    Object.entries(files).map(([name, text]) => ({ path: name, content: async () => text })),
  );
const put = (name: string, text: string): void => {
  mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
  writeFileSync(path.join(folder, name), text);
};
const files = (): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name !== 'photos' && name !== '.kyodo-newsletter.json')
    .toSorted();
const done = (facts: object = {}) => ({ ok: true, value: { removed: [], left: [], ...facts } });
const refused = (kind: string, facts: object = {}) => ({ ok: false, error: { kind, ...facts } });

test('what belongs no more is removed, what others put there stays', async () => {
  put('robots.txt', 'よその物');
  put('photos/logo.png', 'よその物');
  put('2025-01.html', 'よその物');
  expect(await write(FULL)).toEqual(done());
  expect(await write(PAGES)).toEqual(done({ removed: ['2026-03.html', '2026-03.txt', PHOTO] }));
  expect(files()).toEqual(
    ['2025-01.html', 'photos/logo.png', 'robots.txt', ...Object.keys(PAGES)].toSorted(),
  );
  expect(await write(FULL)).toEqual(done());
  expect(readFileSync(path.join(folder, PHOTO), 'utf8')).toBe('PNG');
});

test('a file that somebody has changed since is left and told', async () => {
  await write(FULL);
  put(PHOTO, '差し替え');
  expect(await write(PAGES)).toEqual(done({ removed: ['2026-03.html', '2026-03.txt'], left: [PHOTO] }));
  expect(files()).toContain(PHOTO);
});

test('an archive of before there was a list is known by its feed, and cleared as well', async () => {
  for (const [name, text] of Object.entries({ ...FULL, [OTHER]: 'JPEG', 'よその物.txt': '' }))
    put(name, text);
  expect(await write(FULL)).toEqual(done({ removed: [OTHER] }));
  expect(files()).toEqual([...Object.keys(FULL), 'よその物.txt'].toSorted());
});

test('files of others are not written over, nor those of another archive', async () => {
  put('index.html', '課のページ');
  put(PHOTO, '課の写真');
  expect(await write(FULL)).toEqual(refused('others-files', { names: ['index.html', PHOTO] }));
  expect([files(), readFileSync(path.join(folder, 'index.html'), 'utf8')]).toEqual([
    ['index.html', PHOTO],
    '課のページ',
  ]);
  const elsewhere = path.join(emptyDirectory(), '新しい', 'フォルダ');
  await write(PAGES, elsewhere, 'T0OTHER');
  expect(await write(PAGES, elsewhere)).toEqual(refused('others-files', { names: Object.keys(PAGES) }));
});

test('a list that was written by hand has nothing else removed', async () => {
  await write(PAGES);
  const outside = path.join(folder, '..', `${path.basename(folder)}-outside.txt`);
  writeFileSync(outside, '');
  put('robots.txt', '');
  const names = [`../${path.basename(outside)}`, outside, 'robots.txt'];
  const listed = Object.fromEntries(names.map((name) => [name, '']));
  put('.kyodo-newsletter.json', JSON.stringify({ archive: 'T0CITY', files: { ...listed, ...PAGES } }));
  expect(await write(PAGES)).toEqual(done());
  expect([files().includes('robots.txt'), readFileSync(outside, 'utf8')]).toEqual([true, '']);
});

const PROGRAM = fileURLToPath(new URL('../..', import.meta.url));
test.each([
  ['', 'no-folder'],
  [' \t', 'no-folder'],
  ['a\0b', 'no-folder'],
  ['/', 'program-folder'],
  [homedir(), 'program-folder'],
  [path.dirname(homedir()), 'program-folder'],
  [PROGRAM, 'program-folder'],
  [path.join(PROGRAM, '..'), 'program-folder'],
  [path.join(PROGRAM, 'src'), 'program-folder'],
  [path.join(PROGRAM, 'docs', 'decisions'), 'program-folder'],
])('nothing is written into %j', async (to, kind) => {
  expect(await write(PAGES, to)).toEqual(refused(kind));
});

test('a way round to the program’s folder is one as well', async () => {
  symlinkSync(PROGRAM, path.join(folder, 'way'));
  expect(await write(PAGES, path.join(folder, 'way'))).toEqual(refused('program-folder'));
});
