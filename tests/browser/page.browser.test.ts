import type { Browser } from 'playwright-core';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { workerChromium } from '../support/chromium.ts';
import { type Practice, SECRETARY, STAFF, startPractice } from '../support/practice.ts';
import {
  buildPage,
  openScreen,
  PAGE_DIRECTORY,
  piecesOf,
  type Screen,
  submissions,
} from './practice-page.ts';

const PRACTICE_LINE = '練習用です。氏名はすべて架空のものです。実在の個人情報を入力しないでください。';

let browser: Browser;
let practice: Practice;
let screens: Screen[] = [];

/** Opens the page of a person; whatever it complains of fails the test in the end. */
const open = async (person: string, viewport?: { width: number; height: number }): Promise<Screen> => {
  const screen = await openScreen(browser, practice.slack.url, person, viewport);
  screens.push(screen);
  return screen;
};

beforeAll(async () => {
  await buildPage();
  browser = await workerChromium();
});
beforeEach(async () => {
  screens = [];
  practice = await startPractice({ pageDirectory: PAGE_DIRECTORY });
});
afterEach(async () => {
  for (const { page } of screens) await page.context().close();
  await practice.stop();
  expect(screens.flatMap(({ complaints }) => complaints)).toEqual([]);
  expect(practice.slack.refusals).toEqual([]);
});

/** Opens 会議を記録 and fills what it needs, with `items` as its 案件. */
const fillForm = async ({ say, dialog }: Screen, items: string): Promise<void> => {
  await say('/kyodo-meeting');
  await dialog.getByLabel('会議体').selectOption('協働推進本部会議');
  await dialog.getByRole('radio', { name: '対面', exact: true }).check();
  await dialog.getByLabel('開催日').fill('2023-07-03');
  await dialog.getByLabel('案件').fill(items);
};

test('what looks like markup is shown letter by letter, in the message and in the form', async () => {
  const hostile = `<!channel> & <b>太字</b> <img src=x onerror=alert(1)> *星* <@${SECRETARY}> &lt;`;
  const screen = await open(SECRETARY);
  const { page, dialog } = screen;
  await fillForm(screen, hostile);
  for (const label of ['日付欄の注記', '場所']) await dialog.getByLabel(label).fill(hostile);
  await dialog.getByRole('button', { name: '記録する' }).click();
  const [message] = await screen.messages(1);
  expect((await piecesOf(message)).slice(1, 3)).toEqual([
    ['協働推進本部会議', `開催日:令和5年7月3日(月) ${hostile}`, '開催方法:対面', `場所:${hostile}`].join(
      '\n',
    ),
    `(1)${hostile}`,
  ]);
  expect(await page.locator('li.message .blocks').locator('b, strong, img, a, .mention').count()).toBe(0);
  await page.getByRole('button', { name: '編集' }).click();
  expect(await dialog.getByLabel('案件').inputValue()).toBe(hostile);
});

test('a double click on 記録する makes one record and one message', async () => {
  const screen = await open(SECRETARY);
  await fillForm(screen, '方針');
  const both = submissions(screen, 2);
  await screen.dialog.getByRole('button', { name: '記録する' }).dblclick();
  expect((await both).map((answer) => answer.status())).toEqual([200, 200]);
  await screen.messages(1);
  await screen.say('/kyodo-meeting 一覧 R5');
  const [told, list, ...more] = await screen.messages(2);
  expect({ heading: (await piecesOf(told))[0], more: more.length }).toEqual({
    heading: '記録しました',
    more: 0,
  });
  expect(await list?.getByText(/^(No \d|【)/u).allTextContents()).toEqual(['No 1 令和5年7月3日\n(1)方針']);
});

test('each of two people sees only the list that was asked for by them', async () => {
  const [secretary, staff] = await Promise.all([open(SECRETARY), open(STAFF)]);
  for (const { page } of [secretary, staff])
    await page.getByRole('button', { name: '協働推進', exact: true }).click();
  await secretary.say('/kyodo-meeting 一覧 R5');
  await secretary.messages(1);
  await staff.say('/kyodo-meeting 一覧 R4');
  await staff.messages(1);
  // What both can see comes last: when it is there, nothing else is still on its way.
  await practice.slack.person(STAFF).message('よろしくお願いします', { channel: 'C0GENERAL' });
  const seen = async (screen: Screen): Promise<readonly (readonly string[])[]> =>
    Promise.all((await screen.messages(2)).map(async (message) => (await piecesOf(message)).slice(0, 1)));
  expect(await seen(secretary)).toEqual([['令和5年度の会議'], ['よろしくお願いします']]);
  expect(await seen(staff)).toEqual([['令和4年度の会議'], ['よろしくお願いします']]);
  expect(await secretary.page.getByText('あなただけに表示されています').count()).toBe(1);
  expect(await secretary.page.getByRole('button', { name: '開催なしを記録' }).count()).toBe(1);
  expect(await staff.page.getByRole('button', { name: '開催なしを記録' }).count()).toBe(0);
});

test('another person of the same page does not inherit the form that is open', async () => {
  const { page, dialog, say } = await open(SECRETARY);
  await say('/kyodo-meeting');
  await dialog.getByLabel('場所').fill('庁議室');
  await page.goto(`${practice.slack.url}/?person=${STAFF}`);
  await page.getByLabel('メッセージやコマンドを入力').waitFor();
  expect(await dialog.count()).toBe(0);
  expect(await page.getByLabel('操作する人').inputValue()).toBe(STAFF);
});

describe.each([
  ['wide', { width: 1280, height: 800 }],
  ['narrow', { width: 420, height: 800 }],
])('a %s window', (_width, viewport) => {
  test('keeps the practice line above every form and needs no scrolling sideways', async () => {
    const { page, dialog, say } = await open(SECRETARY, viewport);
    const line = page.getByText(PRACTICE_LINE);
    expect(await line.isVisible()).toBe(true);
    await say('/kyodo-meeting');
    await dialog.getByRole('heading', { name: '会議を記録' }).waitFor();
    const [above, below] = [await line.boundingBox(), await dialog.boundingBox()];
    expect((above?.y ?? 0) + (above?.height ?? Number.NaN)).toBeLessThanOrEqual(below?.y ?? Number.NaN);
    expect(await dialog.getByRole('button', { name: '記録する' }).isVisible()).toBe(true);
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBe(viewport.width);
  });
});
