import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { COMMANDS } from '../../src/handlers/features.ts';
import { axeViolations } from '../support/axe.ts';
import { GUEST, SECRETARY, STAFF } from '../support/practice.ts';
import { eachPracticeScreen } from './practice-screen.ts';

/** A morning's work on the practice page by keyboard alone: nothing here clicks, checks or fills. */

const DEPUTY = 'U0DEPUTY';

const shown = eachPracticeScreen({
  secretariat: ['jimukyoku@city.example', 'fuku@city.example'],
  people: [{ id: DEPUTY, real_name: '事務 副子', email: 'fuku@city.example' }],
});

const press = async (...keys: readonly string[]): Promise<void> => {
  for (const key of keys) await shown.screen.page.keyboard.press(key);
};

/** Clean in light and in dark. */
const expectNoViolations = async (page: Page): Promise<void> => {
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme });
    expect({ colorScheme, found: await axeViolations(page) }).toEqual({ colorScheme, found: [] });
  }
};

/** Goes from wherever the focus is to 操作する人, chooses `person` there, and comes back to the box to type in. */
const become = async (person: string): Promise<void> => {
  const { page, tabTo } = shown.screen;
  await tabTo('操作する人');
  const chosen = (): Promise<string> => page.getByLabel('操作する人').inputValue();
  await press('Home');
  for (let steps = 0; (await chosen()) !== person && steps < 10; steps += 1) await press('ArrowDown');
  expect(await chosen()).toBe(person);
  await tabTo('メッセージやコマンドを入力');
};

/** Types into the box, key by key. */
const type = async (text: string): Promise<void> => {
  await shown.screen.page.keyboard.type(text);
  await press('Enter');
};

test('a meeting is recorded, refused at a field, edited by another, refused to a guest and read on Home', async () => {
  const { page, dialog, tabTo, focused } = shown.screen;
  await page.keyboard.type('/kyodo-m');
  await page.getByRole('option', { name: '/kyodo-meeting', selected: true }).waitFor();
  await expectNoViolations(page);
  await press('Enter');
  expect(await page.getByLabel('メッセージやコマンドを入力').inputValue()).toBe('/kyodo-meeting ');
  await press('Enter');
  await dialog.locator('select:focus').waitFor();
  await press('ArrowDown');
  await tabTo('開催方法');
  await press('Space');
  await tabTo('開催日');
  // The order of the parts is the browser's own affair; this one goes on to the next by itself.
  await page.keyboard.type('07032026');
  expect(await dialog.getByLabel('開催日').inputValue()).toBe('2026-07-03');
  await tabTo('場所');
  await page.keyboard.type('庁議室');
  await tabTo('案件');
  await page.keyboard.type('(1)');
  await tabTo('記録する');
  await press('Enter');
  await dialog.getByRole('alert').getByText('案件を1行に1件ずつ入力してください。').waitFor();
  expect([await focused(), await dialog.getByLabel('案件').inputValue()]).toEqual(['案件', '(1)']);
  expect(await dialog.getByLabel('場所').inputValue()).toBe('庁議室');
  await expectNoViolations(page);
  await page.keyboard.type('年間の予定について');
  await tabTo('記録する');
  await press('Enter');
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('heading', { name: '記録しました' }).waitFor();
  await expectNoViolations(page);

  await become(DEPUTY);
  await type('/kyodo-meeting 一覧');
  await page.getByText('(1)年間の予定について').waitFor();
  await page.locator('body').press('Tab');
  await tabTo('編集');
  await press('Enter');
  await dialog.getByRole('heading', { name: '会議を編集' }).waitFor();
  await tabTo('場所');
  await press('End');
  await page.keyboard.type('(2階)');
  await tabTo('変更の理由');
  await page.keyboard.type('場所の追記');
  await tabTo('変更を保存する');
  await press('Enter');
  await dialog.waitFor({ state: 'detached' });

  const told = await shown.practice.slack.dm(SECRETARY).until(({ edited }) => edited);
  expect(told.plain).toContain('場所:庁議室(2階)');

  await become(GUEST);
  await type('/kyodo-meeting');
  await page.getByText('このボットは市の職員のためのものです。').waitFor();
  expect(await dialog.count()).toBe(0);

  await become(STAFF);
  await tabTo('メッセージ');
  await press('ArrowLeft');
  await page.getByRole('tabpanel', { name: 'ホーム' }).waitFor();
  await tabTo('会議の一覧');
  await expectNoViolations(page);
  await press('Enter');
  await dialog.getByText('No 1 令和8年7月3日').waitFor();
  await expectNoViolations(page);
  await press('Escape');
  await dialog.waitFor({ state: 'detached' });
  expect(await focused()).toBe('会議の一覧');
});

test('what is typed right after a form was closed goes into the box, from the first key on', async () => {
  const { page, dialog, focused } = shown.screen;
  // The caret stands in no text in the one form, and in one in the other.
  const FORMS = [
    ['/kyodo-meeting', 'select:focus'],
    ['/kyodo-digest', 'input:focus'],
  ] as const;
  for (const [command, first] of [...FORMS, ...FORMS]) {
    await type(command);
    await dialog.locator(first).waitFor();
    await press('Escape');
    await page.keyboard.type('/kyodo-training');
    expect([await focused(), await page.getByLabel('メッセージやコマンドを入力').inputValue()]).toEqual([
      'メッセージやコマンドを入力',
      '/kyodo-training',
    ]);
    await press('Enter');
    await dialog.getByRole('heading', { name: '研修を記録' }).waitFor();
    await press('Escape');
  }
});

test('commands are offered, chosen by arrow, put away by Esc, and Tab goes on where there is nothing to take', async () => {
  const { page, focused } = shown.screen;
  const box = page.getByLabel('メッセージやコマンドを入力');
  const offers = page.getByRole('listbox', { name: 'コマンドの候補' });
  const offered = (): Promise<readonly string[]> => offers.locator('strong').allTextContents();
  await page.keyboard.type('/kyodo');
  expect(await offered()).toEqual(COMMANDS.map(({ command }) => command));
  expect(await offers.getByRole('option', { selected: true }).count()).toBe(0);
  await press('ArrowUp', 'ArrowDown', 'ArrowDown', 'Tab');
  expect(await box.inputValue()).toBe('/kyodo-meeting ');
  expect(await offered()).toEqual([]);
  await press('ControlOrMeta+A', 'Backspace');
  await page.keyboard.type('/kyodo-t');
  expect(await offered()).toEqual(['/kyodo-training']);
  await press('Escape');
  expect(await offered()).toEqual([]);
  await press('Tab');
  expect([await focused(), await box.inputValue()]).toEqual(['送信', '/kyodo-t']);
});
