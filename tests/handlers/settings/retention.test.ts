import pino from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Practice, SECRETARY, startPractice } from '../../support/practice.ts';
import { putRoster } from '../../support/promoters.ts';
import { pressToOpen, rowsOf, send, WORKSPACE, withDatabase } from '../steps.ts';

const TARO = { name: '山田 太郎', slackId: 'U0TARO', email: 'taro@city.example' } as const;
const TITLE = '保存期間の過ぎたもの';

/** All that the bot logs, whatever the level. */
const logged: string[] = [];

let practice: Practice;
beforeAll(async () => {
  practice = await startPractice({
    now: '2034-04-03T10:00:00+09:00',
    log: pino({ level: 'trace' }, { write: (line) => void logged.push(line) }),
  });
  await withDatabase(practice, (db) =>
    putRoster(
      db,
      WORKSPACE,
      [{ department: '総務部', section: '総務課', ...TARO, startsOn: '2023-04-01', endsOn: '2024-03-31' }],
      practice.clock.now(),
    ),
  );
});
afterAll(async () => {
  expect(practice.slack.refusals).toEqual([]);
  await practice.stop();
});

const openSettings = async () => (await practice.secretary.command('/kyodo', '設定')).opened();
const homeText = async (): Promise<string> => {
  await practice.secretary.openHome();
  return (await practice.secretary.homeUntil(({ text }) => text !== '')).text;
};
const openList = async () => {
  const form = await openSettings();
  return (await form.press(TITLE)).opened();
};

test('in April the Home tab says that something is past, and the list says whose, how much and what stays', async () => {
  expect(await homeText()).toContain('保存期間(10年)を過ぎた個人の情報があります。');
  const list = await openList();
  expect(list.text).toContain('令和6年3月31日(日)までの個人の情報');
  expect(list.text).toContain(TARO.name);
  expect(list.text).toContain('協働推進員の登録: 1件');
  expect(list.text).toContain('第5章の数と文章');
});

test('that morning the secretariat is told how much is past, not whose, and the button opens the list', async () => {
  // 1 April 2034 is a Saturday.
  await practice.minute();
  const told = await practice.slack.dm(SECRETARY).until(({ text }) => text.startsWith(TITLE));
  expect(told.plain).toContain('令和5年度まで(令和6年3月31日(日)まで)のものです。');
  expect(told.plain).toContain('氏名などを消す方: 1名');
  expect(told.plain).not.toContain(TARO.name);
  expect((await pressToOpen(practice.secretary, TITLE, told)).text).toContain(TARO.name);
});

test('without the tick nothing is erased, and with it nobody is known any more', async () => {
  const list = await openList();
  expect(await send(list, {})).toEqual({ 確認: 'この項目は必須です。' });
  expect(
    await rowsOf(practice, 'select name from person where erased_at is null and name = $1', [TARO.name]),
  ).toHaveLength(1);
  await list.fill({ 確認: ['元に戻せないことを確認しました'] });
  const done = await list.submit();
  expect(done.form?.text).toContain('氏名などを消した方: 1名');
  expect(await rowsOf(practice, 'select 1 from person where name = $1', [TARO.name])).toEqual([]);
  await practice.secretary.homeUntil(({ text }) => !text.includes('保存期間(10年)'));
  await expect
    .poll(() => practice.slack.messages(SECRETARY).map(({ plain }) => plain))
    .toContainEqual(expect.stringContaining('いまは残っていないか、保存期間の中です。'));
});

test('the log had said neither the name nor the address, while they were there or when they went', () => {
  expect(logged.length).toBeGreaterThan(5);
  expect(logged.filter((line) => line.includes(TARO.name) || line.includes(TARO.email))).toEqual([]);
});

test('保存期間 0 keeps everything', async () => {
  const form = await openSettings();
  expect(await send(form, { 問合せ先: '内線0000', 保存期間: '0' })).toEqual({});
  const list = await openList();
  expect(list.text).toContain('保存期間が0年のため、消すものはありません。');
});
