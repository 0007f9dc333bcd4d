import { expect, test } from 'vitest';
import { MEETING_WAYS } from '../../src/domain/meeting/meeting.ts';
import type { Practice } from '../support/practice.ts';
import { piecesOf, type Screen } from './practice-page.ts';
import { eachPracticeScreen } from './practice-screen.ts';

const shown = eachPracticeScreen();

const BUTTONS = ['内容を記録', '編集', '記録を取り消す', '対応事項を登録', '会議録'];

/** Every field of the open form with what stands in it. */
const filledIn = async ({ dialog }: Screen): Promise<Readonly<Record<string, string | null>>> => {
  const fields = await dialog.locator('.field').all();
  const entries = fields.map(async (field) => {
    const name = await field.locator('label, legend > span').first().textContent();
    const typed = field.locator(':scope > input, :scope > textarea');
    const chosen = field.locator('.choice:has(input:checked) label, option:checked');
    return [name, (await typed.count()) === 1 ? await typed.inputValue() : await chosen.textContent()];
  });
  return Object.fromEntries(await Promise.all(entries));
};

test('a written meeting is recorded from the first key to the message without the mouse', async () => {
  const { page, dialog, focused, tabTo } = shown.screen;
  const keys = page.keyboard;
  expect(await focused()).toBe('メッセージやコマンドを入力');
  await keys.type('/kyodo-meeting');
  await keys.press('Enter');
  await dialog.getByRole('heading', { name: '会議を記録' }).waitFor();
  await dialog.locator('select:focus').waitFor();
  expect(await focused()).toBe('会議体');
  await keys.press('ArrowDown');
  await tabTo('開催方法');
  await keys.press('Space');
  for (const _way of ['オンライン', '対面・オンライン併用', '書面開催']) await keys.press('ArrowDown');
  await dialog.getByRole('radio', { name: '期限(…まで)', checked: true }).waitFor();
  expect(await focused()).toBe('開催方法');
  await tabTo('開催日');
  // In which order the digits of a day are typed is the browser's own affair.
  await dialog.getByLabel('開催日').fill('2023-08-10');
  await tabTo('日付欄の注記');
  await keys.insertText('開催案内送付');
  await tabTo('場所');
  await keys.insertText('庁議室');
  await tabTo('記録する');
  await keys.press('Enter');

  const error = dialog.getByRole('alert');
  await error.getByText('この項目は必須です。').waitFor();
  expect({ errors: await error.count(), at: await focused() }).toEqual({ errors: 1, at: '案件' });
  await keys.insertText('(1)');
  await tabTo('記録する');
  await keys.press('Enter');
  await error.getByText('案件を1行に1件ずつ入力してください。').waitFor();
  expect({ errors: await error.count(), at: await focused() }).toEqual({ errors: 1, at: '案件' });
  expect(await filledIn(shown.screen)).toEqual({
    会議体: '協働推進本部会議',
    開催方法: '書面開催',
    開催日: '2023-08-10',
    終了日: '',
    報告書での日付: '期限(…まで)',
    日付欄の注記: '開催案内送付',
    場所: '庁議室',
    案件: '(1)',
  });

  await keys.press('ControlOrMeta+A');
  await keys.insertText('協働推進本部会議の年間スケジュールについて(審議)');
  await keys.press('Enter');
  await keys.insertText('協働の取組みの調査について');
  await tabTo('記録する');
  await keys.press('Enter');
  const [recorded] = await shown.screen.messages(1);
  expect(await piecesOf(recorded)).toEqual([
    '記録しました',
    ['協働推進本部会議', '回答期限:令和5年8月10日(木) 開催案内送付', '開催方法:書面開催', '場所:庁議室'].join(
      '\n',
    ),
    '(1)協働推進本部会議の年間スケジュールについて(審議)\n(2)協働の取組みの調査について',
    '令和5年度の記録',
    ...BUTTONS,
  ]);
  await dialog.waitFor({ state: 'detached' });
  await page.locator('textarea:focus').waitFor();
  expect(await focused()).toBe('メッセージやコマンドを入力');
});

test('whoever hurries past 書面開催 with the arrow keys is left with 年月日', async () => {
  const { page, dialog, say, tabTo } = shown.screen;
  await say('/kyodo-meeting');
  await dialog.locator('select:focus').waitFor();
  await tabTo('開催方法');
  await page.keyboard.press('Space');
  for (const _way of MEETING_WAYS.slice(1)) await page.keyboard.press('ArrowDown');
  // The bot answers every choice with an update of the form; 書面開催 is the last but one.
  const updates = () => shown.practice.slack.calls.filter(({ method }) => method === 'views.update').length;
  await shown.practice.secretary.form?.until(() => updates() === MEETING_WAYS.length);
  await dialog.getByRole('radio', { name: '年月日', checked: true }).waitFor();
  expect(await filledIn(shown.screen)).toMatchObject({ 開催方法: '不明', 報告書での日付: '年月日' });
});

/** Records a meeting of one day as the secretariat would, beside the page, which shows it by itself. */
const recordBeside = async ({ secretary }: Practice): Promise<void> => {
  await secretary.command('/kyodo-meeting');
  const form = await secretary.nextForm();
  await form.fill({ 会議体: '協働推進本部会議幹事会', 開催方法: '対面', 開催日: '2023-07-03', 案件: '方針' });
  expect(await form.submit()).toMatchObject({ closed: true });
};

/** Presses a button of the only message and sends the form that it opens, after `fill`. */
const changeBy = async (button: string, title: string, fill: () => Promise<void>): Promise<void> => {
  const { page, dialog } = shown.screen;
  await page.locator('li.message').getByRole('button', { name: button, exact: true }).click();
  await dialog.getByRole('heading', { name: title }).waitFor();
  await fill();
  await dialog.locator('button[type=submit]').click();
  await dialog.waitFor({ state: 'detached' });
};

test('a record gets its contents, is edited and taken back, and its message follows', async () => {
  await recordBeside(shown.practice);
  const { page, dialog } = shown.screen;
  const [message] = await shown.screen.messages(1);
  const day = '開催日:令和5年7月3日(月)\n開催方法:対面';

  await changeBy('内容を記録', '会議の内容を記録', async () => {
    await dialog.getByLabel('時刻').fill('14時から15時30分まで');
    await dialog.getByRole('checkbox', { name: '職員 太郎' }).check();
    await dialog.getByLabel('Slack未利用の出席者').fill('総務課長 山田花子');
    await dialog.getByLabel('決定事項・要点').fill('方針のとおり進める。');
  });
  await page.getByText('会議の内容を記録済みです(出席者2名)。').waitFor();

  await changeBy('編集', '会議を編集', async () => {
    expect(await filledIn(shown.screen)).toMatchObject({ 開催日: '2023-07-03', 開催方法: '対面', 場所: '' });
    await dialog.getByLabel('場所').fill('第一会議室');
    await dialog.getByLabel('変更の理由').fill('場所の追記');
  });
  await page.getByText('場所:第一会議室').waitFor();
  expect(await piecesOf(message)).toEqual([
    '記録しました',
    `協働推進本部会議幹事会\n${day}\n場所:第一会議室`,
    '(1)方針',
    '令和5年度の記録',
    '会議の内容を記録済みです(出席者2名)。',
    ...BUTTONS,
  ]);

  await changeBy('記録を取り消す', '記録を取り消す', () =>
    dialog.getByLabel('理由').fill('二重の記録のため'),
  );
  await page.getByRole('heading', { name: '記録を取り消しました' }).waitFor();
  expect(await piecesOf(message)).toEqual([
    '記録を取り消しました',
    '協働推進本部会議幹事会の記録を取り消しました。理由:二重の記録のため',
    '令和5年7月3日',
    expect.stringMatching(/までは、「元に戻す」で元に戻せます。$/u),
    '元に戻す',
  ]);
});

test('the list of a year shows the record, and a button of it opens the form to edit', async () => {
  await recordBeside(shown.practice);
  await shown.screen.messages(1);
  await shown.screen.say('/kyodo-meeting 一覧 R5');
  const [, list] = await shown.screen.messages(2);
  expect(await list?.locator('.block-header').allTextContents()).toEqual([
    '令和5年度の会議',
    '協働推進本部会議',
    '協働推進本部会議幹事会',
    '協働事業成案化検討会議',
    '豊能地区市町NPO担当課長連絡会議',
    '豊能地区市町合同研修',
  ]);
  await list?.getByText('No 1 令和5年7月3日\n(1)方針').waitFor();
  await list?.getByRole('button', { name: '編集' }).click();
  await shown.screen.dialog.locator('.field').first().waitFor();
  expect(await filledIn(shown.screen)).toMatchObject({ 会議体: '協働推進本部会議幹事会', 案件: '方針' });
});
