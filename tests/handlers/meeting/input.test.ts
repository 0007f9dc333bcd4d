import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Practice, SECRETARY, startPractice } from '../../support/practice.ts';
import {
  answerTo,
  bodyId,
  chosen,
  countOf,
  fillMeeting,
  openMeetingForm,
  PLAIN_MEETING,
  pressToOpen,
  recordByForm,
} from '../steps.ts';

const HOSTILE = '<!channel> & <b>';
const CROWD = Array.from({ length: 200 }, (_none, index) => `U0CROWD${String(index).padStart(3, '0')}`);

describe('what can not be recorded is said at its field, and what was typed stays', () => {
  let practice: Practice;
  beforeAll(async () => {
    practice = await startPractice();
  });
  afterEach(async () => {
    await practice.secretary.form?.close();
    expect(await countOf(practice, 'meeting')).toBe(0);
    expect(practice.slack.refusals).toEqual([]);
  });
  afterAll(() => practice.stop());

  const NO_ITEMS = { 案件: '案件を1行に1件ずつ入力してください。' };
  const NO_END = { 終了日: '「期限(…まで)」と書面開催では、終了日を空欄にしてください。' };
  const NO_DAY = { 開催日: '実在する日付を選んでください。' };
  const TOO_EARLY = { 開催日: '平成元年度より前の日付は記録できません。日付を確かめてください。' };

  test.each([
    [
      'a range over 31 March',
      { 開催日: '2024-03-30', 終了日: '2024-04-02' },
      {
        終了日: '令和5年度と令和6年度にまたがっています。3月31日までと4月1日からに分けて記録してください。',
      },
    ],
    [
      'months over 31 March',
      { 開催日: '2024-03-01', 終了日: '2024-04-30', 報告書での日付: '年月' },
      {
        終了日: '令和5年度と令和6年度にまたがっています。3月31日までと4月1日からに分けて記録してください。',
      },
    ],
    [
      'an end before the start',
      { 開催日: '2023-08-10', 終了日: '2023-08-09' },
      { 終了日: '終了日は、開催日以降の日を選んでください。' },
    ],
    [
      'an end with 期限',
      { 開催日: '2023-08-10', 終了日: '2023-08-12', 報告書での日付: '期限(…まで)' },
      NO_END,
    ],
    ['an end with 書面開催', { 開催方法: '書面開催', 開催日: '2023-08-10', 終了日: '2023-08-12' }, NO_END],
    [
      'an end with 書面開催 for which 年月日 was chosen again',
      { 開催方法: '書面開催', 開催日: '2023-08-10', 終了日: '2023-08-12', 報告書での日付: '年月日' },
      NO_END,
    ],
    ['31 March 1989, of 昭和63年度', { 開催日: '1989-03-31' }, TOO_EARLY],
    ['a day of 明治', { 開催日: '1900-01-01' }, TOO_EARLY],
    ['案件 of spaces', { 案件: ' 　 ' }, NO_ITEMS],
    ['案件 of empty lines', { 案件: '\n\n　\n' }, NO_ITEMS],
    ['案件 of numbers alone', { 案件: '1.\n(2)\n（３）\n④\n・' }, NO_ITEMS],
  ])('%s', async (_what, entries, errors) => {
    const form = await openMeetingForm(practice);
    await fillMeeting(form, { ...PLAIN_MEETING, ...entries });
    const values = form.values;
    expect(await form.submit()).toEqual({ closed: false, errors });
    expect([form.isOpen, form.values, form.errors]).toEqual([true, values, errors]);
  });

  const UNREADABLE = 'この内容は読み取れませんでした。入力し直してください。';
  test.each([
    ['a day that never was', { heldOn: '2023-02-29' }, NO_DAY],
    ['a word for a day', { heldOn: '明日' }, NO_DAY],
    ['no day', { heldOn: null }, { 開催日: 'この項目を選んでください。' }],
    ['an end that never was', { heldUntil: '2023-04-31' }, { 終了日: '実在する日付を選んでください。' }],
    ['no 案件', { items: null }, { 案件: 'この項目を入力してください。' }],
    ['an empty 案件', { items: { value: '' } }, NO_ITEMS],
    [
      'a 案件 of 3,001 characters',
      { items: 'あ'.repeat(3001) },
      { 案件: '3,000文字以内で入力してください。' },
    ],
    [
      'a note of 101 characters',
      { note: '注'.repeat(101) },
      { 日付欄の注記: '100文字以内で入力してください。' },
    ],
    ['a place of 101 characters', { place: '場'.repeat(101) }, { 場所: '100文字以内で入力してください。' }],
    ['no body', { bodyId: null }, { 会議体: 'この項目を選んでください。' }],
    ['a body that is none', { bodyId: chosen('本部会議') }, { 会議体: UNREADABLE }],
    [
      'a body of nowhere',
      { bodyId: chosen('11111111-1111-4111-8111-111111111111') },
      { 会議体: 'この会議体は見つかりませんでした。選び直してください。' },
    ],
    ['a way that is none', { way: chosen('telepathy') }, { 開催方法: UNREADABLE }],
    ['a precision that is none', { precision: chosen('century') }, { 報告書での日付: UNREADABLE }],
    [
      'everything at once',
      { heldOn: '2023-13-01', items: 'あ'.repeat(3001), way: null },
      { ...NO_DAY, 案件: '3,000文字以内で入力してください。', 開催方法: 'この項目を選んでください。' },
    ],
  ])('sent by force: %s', async (_what, forced, errors) => {
    const form = await openMeetingForm(practice);
    await fillMeeting(form, PLAIN_MEETING);
    form.force(forced);
    expect(await form.submit({ force: true })).toEqual({ closed: false, errors });
    expect([form.isOpen, form.values.場所 ?? null]).toEqual([true, 'place' in forced ? forced.place : null]);
  });

  test('sent by force: a common effort, which has a text instead of meetings', async () => {
    const form = await openMeetingForm(practice);
    await fillMeeting(form, PLAIN_MEETING);
    form.force({ bodyId: chosen(await bodyId(practice, 'NATSにおける市民公益活動推進の連携')) });
    expect(await form.submit()).toEqual({
      closed: false,
      errors: {
        会議体:
          'この会議体は文章だけを掲載する「取組み」のため、会議を記録できません。ほかの会議体を選んでください。',
      },
    });
  });
});

describe('whatever else is typed is recorded as it is', () => {
  let practice: Practice;
  beforeEach(async () => {
    practice = await startPractice({
      people: CROWD.map((id) => ({ id, real_name: `委員 ${id.slice(-3)}` })),
    });
  });
  afterEach(async () => {
    expect(practice.slack.refusals).toEqual([]);
    await practice.stop();
  });

  const sixty = Array.from({ length: 60 }, (_none, index) => `案件その${index + 1}について`);
  test.each([
    ['signs that would call everyone', [HOSTILE], [`(1)${HOSTILE}`]],
    ['an escape typed by hand', ['&lt;!here&gt; @channel *太字*'], ['(1)&lt;!here&gt; @channel *太字*']],
    ['emoji', ['🗾👨‍👩‍👧 :tada: 協働🎌'], ['(1)🗾👨‍👩‍👧 :tada: 協働🎌']],
    ['60 案件', sixty, sixty.map((item, index) => `(${index + 1})${item}`)],
  ])('%s: the message says it, and the edit form and the list hold it', async (_what, items, printed) => {
    const entries = { 日付欄の注記: HOSTILE, 場所: HOSTILE, 案件: items.join('\n') };
    const told = await recordByForm(practice, entries);
    expect([told.plain.split('\n').slice(5, -1), told.text]).toEqual([
      printed,
      '記録しました:協働推進本部会議 令和8年10月1日 &lt;!channel&gt; &amp; &lt;b&gt;',
    ]);
    expect(told.plain).toContain(`場所:${HOSTILE}`);
    const form = await pressToOpen(practice.secretary, '編集', told);
    expect(form.values).toMatchObject(entries);
    const list = await answerTo(practice.secretary, '/kyodo-meeting', '一覧');
    expect(list.plain).toContain(`No 1 令和8年10月1日 ${HOSTILE}\n${printed[0]}`);
  });

  test.each([
    ['one line of exactly 3,000 characters', 'あ'.repeat(3000)],
    ['3,000 characters in 1,000 lines', '議案\n'.repeat(1000)],
    ['1,500 emoji', '🎌'.repeat(1500)],
  ])('%s: the message is shortened, the edit form is not', async (_what, items) => {
    const told = await recordByForm(practice, { 案件: items });
    expect(told.plain.length).toBeLessThan(3100);
    expect(told.plain).toMatch(/(…|ほか\d+件)\n令和8年度の記録$/u);
    expect(told.plain).not.toMatch(/\p{Surrogate}/u);
    const form = await pressToOpen(practice.secretary, '編集', told);
    expect(form.values.案件).toBe(items.trim());
    await answerTo(practice.secretary, '/kyodo-meeting', '一覧');
  });

  test('200 people are too many for one field, which says so; 100 and words in every field are kept', async () => {
    const told = await recordByForm(practice, {});
    const form = await pressToOpen(practice.secretary, '内容を記録', told);
    const entries = {
      時刻: HOSTILE,
      出席者: CROWD.slice(0, 100),
      Slack未利用の出席者: `${HOSTILE}\n町会長 🎌`,
      '欠席・代理出席': `${HOSTILE} 代理 ${HOSTILE} ${HOSTILE}\n豊中太郎 欠席`,
      '決定事項・要点': `${HOSTILE}\n`.repeat(100).trim(),
      '資料・会議録の保存先': HOSTILE,
    };
    await form.fill(entries);
    form.force({ attendees: CROWD });
    const errors = { 出席者: '100名までにしてください。ほかの方は、氏名を入力する欄に書いてください。' };
    expect(await form.submit()).toEqual({ closed: false, errors });
    expect(form.values).toEqual({ ...entries, 出席者: CROWD });

    await form.fill({ 出席者: entries.出席者 });
    expect(await form.submit()).toEqual({ closed: true, errors: {} });
    const updated = await practice.slack.dm(SECRETARY).until(({ edited }) => edited);
    expect(updated.plain).toMatch(/会議の内容を記録済みです\(出席者102名\)。$/u);
    expect((await pressToOpen(practice.secretary, '内容を記録', updated)).values).toEqual(entries);
  });

  test('1,000 absent people: their form opens again', async () => {
    const told = await recordByForm(practice, {});
    const form = await pressToOpen(practice.secretary, '内容を記録', told);
    const absent = Array.from({ length: 1000 }, (_none, index) => `欠${index % 10}`)
      .join('\n')
      .slice(0, 2999);
    await form.fill({ '欠席・代理出席': absent });
    expect(await form.submit()).toEqual({ closed: true, errors: {} });
    const updated = await practice.slack.dm(SECRETARY).until(({ edited }) => edited);
    const again = await pressToOpen(practice.secretary, '内容を記録', updated);
    expect(again.values['欠席・代理出席']).toBe(absent);
  });

  test('reasons for a change, a cancellation and 開催なし', async () => {
    const { secretary, slack } = practice;
    const told = await recordByForm(practice, { 日付欄の注記: HOSTILE, 場所: HOSTILE, 案件: HOSTILE });
    const edit = await pressToOpen(secretary, '編集', told);
    await edit.fill({ 日付欄の注記: '', 場所: '', 案件: '別の案件', 変更の理由: HOSTILE });
    expect(await edit.submit()).toEqual({ closed: true, errors: {} });
    const updated = await slack.dm(SECRETARY).until(({ edited }) => edited);
    const again = await pressToOpen(secretary, '編集', updated);
    expect(again.text).toContain(
      `変更前:令和8年10月1日 ${HOSTILE}、場所 ${HOSTILE}、案件 (1)${HOSTILE} 理由:${HOSTILE}`,
    );
    await again.close();

    const cancel = await pressToOpen(secretary, '記録を取り消す', updated);
    await cancel.fill({ 理由: HOSTILE });
    expect(await cancel.submit()).toEqual({ closed: true, errors: {} });
    await slack.dm(SECRETARY).until(({ plain }) => plain.includes(`取り消しました。理由:${HOSTILE}`));

    const none = await (await secretary.command('/kyodo-meeting', 'none')).opened();
    await none.fill({ '会議体・研修': '協働推進本部会議幹事会', 理由: HOSTILE });
    expect(await none.submit()).toEqual({ closed: true, errors: {} });
    const noted = await slack.dm(SECRETARY).next();
    expect(noted.plain).toBe('記録しました\n協働推進本部会議幹事会:令和8年度は開催なし');
  });
});
