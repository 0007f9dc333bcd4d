import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { png } from '../support/archived.ts';
import { type Desk, openDesk } from '../support/desk.ts';
import { urlOf } from '../support/practice.ts';
import { emptyDirectory, kyodo } from './run.ts';

const PHOTO = randomUUID();
const ARTICLE = randomUUID();
const ISSUE = randomUUID();

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk('2026-11-26T10:00:00+09:00');
  const at = desk.clock.now();
  const by = desk.secretary.id;
  const { articles, newsletterIssues, storedFiles } = desk.record;
  await storedFiles.keep(PHOTO, { name: '公園.png', bytes: png(90, 90) }, { by, at });
  const facts = {
    title: '公園づくり',
    body: '本文です:tada: :kyodo-chan:',
    category: 'example',
    link: '',
    photoText: '植樹する市民',
  } as const;
  await articles.create(ARTICLE, facts, { by, at, source: null, photo: { id: PHOTO, slackId: 'F0PHOTO' } });
  const issue = {
    fiscalYear: 2026,
    number: 3,
    articleIds: [ARTICLE],
    parts: [],
    greeting: '',
    channels: [],
    publishAt: at,
  };
  await newsletterIssues.create(ISSUE, issue, { by, at });
  await newsletterIssues.putCourse(ISSUE, { state: 'published', publishedAt: at });
});
afterAll(() => desk.stop());

const run = (words: readonly string[]) => kyodo(words, { DATABASE_URL: urlOf(desk.database.connection) });

test('writes the pages, the feed, the text for mail and the photos of what is published', async () => {
  const directory = path.join(emptyDirectory(), '協DO');
  expect(await run(['newsletter', 'export', directory])).toEqual({
    exit: 0,
    out: `1号を ${directory} に書き出しました。\n`,
    err: '',
  });
  expect(readdirSync(directory).toSorted()).toEqual([
    '.kyodo-newsletter.json',
    '2026-03.html',
    '2026-03.txt',
    'feed.xml',
    'index.html',
    'photos',
    'style.css',
  ]);
  expect(readFileSync(path.join(directory, `photos/${PHOTO}.png`))).toEqual(Buffer.from(png(90, 90)));
  expect(readFileSync(path.join(directory, '2026-03.html'), 'utf8')).toContain(
    `src="photos/${PHOTO}.png" alt="植樹する市民"`,
  );
  for (const name of ['2026-03.html', '2026-03.txt'])
    expect(readFileSync(path.join(directory, name), 'utf8')).toMatch(/本文です🎉(?:<|\r)/u);
});

test('the photo of an article that was withdrawn goes, what others put there stays', async () => {
  const directory = emptyDirectory();
  await run(['newsletter', 'export', directory]);
  writeFileSync(path.join(directory, 'robots.txt'), '');
  await desk.record.articles.putCourse(ARTICLE, { withdrawnAt: desk.clock.now() });
  expect(await run(['newsletter', 'export', directory])).toEqual({
    exit: 0,
    out: `1号を ${directory} に書き出しました。\n取り下げた記事の写真など、今の号にないファイルを1個除きました。\n`,
    err: '',
  });
  expect(readdirSync(path.join(directory, 'photos'))).toEqual([]);
  expect(readdirSync(directory)).toContain('robots.txt');
});

test('without a folder nothing is written', async () => {
  expect(await run(['newsletter', 'export', ''])).toEqual({
    exit: 1,
    out: '',
    err: '書き出すフォルダーを指定してください。例:newsletter export ./きょうどう通信\n',
  });
});

test('a folder that cannot be written is told, and so is another word than export', async () => {
  const file = path.join(emptyDirectory(), 'file');
  expect((await run(['newsletter', 'export', `/dev/null/${path.basename(file)}`])).exit).toBe(1);
  expect(await run(['newsletter', 'import', file])).toMatchObject({ exit: 2, out: '' });
});
