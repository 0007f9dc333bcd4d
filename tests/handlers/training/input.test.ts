import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { GUEST, type Practice, STAFF, startPractice } from '../../support/practice.ts';
import { chosen, countOf } from '../steps.ts';
import { openTrainingForm, PLAIN_TRAINING, PROGRAMMES } from './steps.ts';

const NOWHERE = '11111111-1111-4111-8111-111111111111';

describe('the form 研修を記録', () => {
  let practice: Practice;
  beforeAll(async () => {
    practice = await startPractice();
  });
  afterAll(async () => {
    expect(practice.slack.refusals).toEqual([]);
    await practice.stop();
  });

  test('offers the programmes of the year in order, その他 behind them, and its defaults', async () => {
    const form = await openTrainingForm(practice.secretary);
    expect([
      form.title,
      form.submitText,
      form.options('研修'),
      form.options('実施方法'),
      form.options('対象'),
    ]).toEqual([
      '研修を記録',
      '記録する',
      [...PROGRAMMES, 'その他'],
      ['集合', 'オンライン', '集合・オンライン併用', '動画配信'],
      ['定めない', '協働推進員全員(主任を含む)', '選ぶ'],
    ]);
    expect(form.values).toEqual({
      研修: null,
      その他の研修名: null,
      実施方法: null,
      開催日: null,
      終了日: null,
      報告書での日付: '年月日',
      会場: null,
      対象: '定めない',
      対象者: [],
      参加者数: null,
      受付: [],
    });
    await form.close();
  });

  test('opens from the shortcut and from the button too', async () => {
    const { secretary } = practice;
    const form = await (await secretary.shortcut('training.record')).opened();
    expect(form.title).toBe('研修を記録');
    await form.close();
    await secretary.command('/kyodo');
    const opened = await (await secretary.press('研修を記録', { in: await secretary.nextAnswer() })).opened();
    expect(opened.title).toBe('研修を記録');
    await opened.close();
  });

  test.each([
    [
      'その他 without a name',
      { 研修: 'その他' },
      { その他の研修名: '「その他」を選んだときは、研修の名称を入力してください。' },
    ],
    [
      'a name beside a programme',
      { その他の研修名: '別の研修' },
      { その他の研修名: '「その他」以外の研修を選んだときは、空欄にしてください。' },
    ],
    [
      '選ぶ without anybody',
      { 対象: '選ぶ' },
      { 対象者: '対象で「選ぶ」を選んだときは、対象者を選んでください。' },
    ],
    [
      'a guest among the 対象者',
      { 対象: '選ぶ', 対象者: [STAFF, GUEST] },
      { 対象者: '職員としてSlackに登録されていない方が含まれています。その方を外してください。' },
    ],
    [
      'an end before the start',
      { 終了日: '2026-09-30' },
      { 終了日: '終了日は、開催日以降の日を選んでください。' },
    ],
    [
      'an end of a 期限',
      { 終了日: '2026-10-02', 報告書での日付: '期限(…まで)' },
      { 終了日: '「期限(…まで)」と書面開催では、終了日を空欄にしてください。' },
    ],
    [
      'days over 31 March',
      { 開催日: '2027-03-30', 終了日: '2027-04-02' },
      {
        終了日: '令和8年度と令和9年度にまたがっています。3月31日までと4月1日からに分けて記録してください。',
      },
    ],
    [
      'a day before 平成元年度',
      { 開催日: '1989-03-31' },
      { 開催日: '平成元年度より前の日付は記録できません。日付を確かめてください。' },
    ],
  ])('says what is the matter with %s, and keeps the rest', async (_what, entries, errors) => {
    const form = await openTrainingForm(practice.secretary);
    await form.fill({ ...PLAIN_TRAINING, ...entries });
    expect(await form.submit()).toEqual({ closed: false, errors });
    expect([form.values.会場, await countOf(practice, 'training_session')]).toEqual(['第1会議室', 0]);
    await form.close();
  });

  test.each([
    ['programme', chosen(NOWHERE), { 研修: 'この研修の種類は見つかりませんでした。選び直してください。' }],
    ['programme', chosen('x'), { 研修: 'この内容は読み取れませんでした。入力し直してください。' }],
    ['way', chosen('telepathy'), { 実施方法: 'この内容は読み取れませんでした。入力し直してください。' }],
    ['audience', chosen('all'), { 対象: 'この内容は読み取れませんでした。入力し直してください。' }],
    ['invitees', ['<!channel>'], { 対象者: 'この内容は読み取れませんでした。入力し直してください。' }],
    ['headCount', '100000', { 参加者数: '99,999以下の数を入力してください。' }],
    ['headCount', '-1', { 参加者数: 'この内容は読み取れませんでした。入力し直してください。' }],
    ['headCount', '1.5', { 参加者数: 'この内容は読み取れませんでした。入力し直してください。' }],
    ['place', '場'.repeat(101), { 会場: '100文字以内で入力してください。' }],
    ['otherName', '名'.repeat(76), { その他の研修名: '75文字以内で入力してください。' }],
    ['heldOn', '2026-02-30', { 開催日: '実在する日付を選んでください。' }],
  ])('refuses a forged %s %s at its field', async (field, raw, errors) => {
    const form = await openTrainingForm(practice.secretary);
    await form.fill(PLAIN_TRAINING);
    form.force({ [field]: raw });
    expect(await form.submit()).toEqual({ closed: false, errors });
    await form.close();
  });
});
