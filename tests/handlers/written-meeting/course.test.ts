import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Practice, SECRETARY } from '../../support/practice.ts';
import { homeOf, pressAnywhere } from '../asked-city.ts';
import { rowsOf } from '../steps.ts';
import { AWAY, BODY, CHAIR, COPIED, startWrittenCity, WELFARE } from '../written-city.ts';
import { AGREED, answer, begin, cardOf, openFor } from './course-steps.ts';

/** What the secretariat does to a 書面開催 that was sent, and that what was posted follows. */

let practice: Practice;
beforeAll(async () => {
  practice = await startWrittenCity('2026-11-26T10:00:00+09:00');
});
afterAll(async () => {
  expect(practice.slack.refusals).toEqual([]);
  await practice.stop();
});

const ON_PAPER = { ...AGREED, 受けた方法: '紙', 受けた日: '2026-11-26' };

const stateOf = async (meeting: string) =>
  (
    await rowsOf(
      practice,
      'select state, due_on::text as due, due_before::text as before, end_reason as reason from written_meeting where id = $1',
      [meeting],
    )
  )[0];

describe('回答期限を変更', () => {
  let meeting: string;
  beforeAll(async () => {
    meeting = await begin(practice, '豊コ第91号');
  });

  test('needs a day to come and a reason; a closing day stays, with the working day after it', async () => {
    const form = await openFor(practice, 'extend', meeting);
    expect([form.title, form.submitText, form.labels]).toEqual([
      '回答期限を変更',
      '変更を保存する',
      ['新しい回答期限', '理由'],
    ]);
    expect(form.text).toContain(`${BODY}(書面開催)\n回答期限:令和8年12月10日(木)`);
    await form.fill({ 新しい回答期限: '2026-11-26', 理由: '資料を差し替えるため' });
    expect(Object.keys((await form.submit()).errors)).toEqual(['新しい回答期限']);
    await form.fill({ 新しい回答期限: '2026-12-12' });
    const { form: warned } = await form.submit();
    expect(warned?.text).toContain(
      '回答期限の令和8年12月12日(土)は閉庁日です。期限はそのままですが、次の開庁日は令和8年12月14日(月)です。',
    );
    await warned?.close({ all: true });
    expect(await stateOf(meeting)).toEqual({
      state: 'open',
      due: '2026-12-12',
      before: '2026-12-10',
      reason: '',
    });
  });

  test('stands in 開催案内 of all who have it, and on Home', async () => {
    for (const person of [CHAIR, WELFARE, COPIED])
      await cardOf(
        practice,
        person,
        '豊コ第91号',
        '回答期限:令和8年12月12日(土)\n期限が変わりました(前の期限:令和8年12月10日(木))。',
      );
    expect((await homeOf(practice)).text).toContain('回答期限:令和8年12月12日(土)');
  });
});

describe('案件を訂正', () => {
  let meeting: string;
  beforeAll(async () => {
    meeting = await begin(practice, '豊コ第92号');
    await answer(practice, meeting, [CHAIR, 1], {
      ...AGREED,
      案件1: '異議あり',
      案件1への意見: '時期が早い',
    });
    await answer(practice, meeting, [SECRETARY, 3], ON_PAPER);
  });

  test('fills in the 案件 that is chosen, and wants another one, one alone', async () => {
    const form = await openFor(practice, 'amend', meeting);
    expect([form.title, form.submitText, form.labels]).toEqual([
      '案件を訂正',
      '訂正する',
      ['案件', '訂正後の案件', '理由'],
    ]);
    expect(form.options('案件')).toEqual(['(1)市の調査・検討について(審議)', '(2)年間スケジュールについて']);
    await form.fill({ 理由: '誤記があったため' });
    await form.fill({ 案件: '(2)年間スケジュールについて' });
    await form.until(({ values }) => values.訂正後の案件 === '年間スケジュールについて');
    await form.fill({ 案件: '(1)市の調査・検討について(審議)' });
    await form.until(({ values }) => values.訂正後の案件 === '市の調査・検討について(審議)');
    expect(form.values.理由).toBe('誤記があったため');
    expect((await form.submit()).errors).toEqual({
      訂正後の案件: '内容が変わっていません。訂正後の案件を入力してください。',
    });
    await form.fill({ 訂正後の案件: '一つ\n二つ' });
    expect((await form.submit()).errors).toEqual({ 訂正後の案件: '案件は1件だけ入力してください。' });
    await form.fill({ 訂正後の案件: '市の調査・検討(改)について(審議)' });
    const { form: done } = await form.submit();
    expect(done?.text).toContain('案件1を訂正しました。回答済みだった2名に、改めて回答をお願いします。');
    expect(done?.text).toContain(
      'Slackを使っていない方(環境部長 紙山 とおる)には、別途ご連絡のうえ、代理入力をお願いします。',
    );
    await done?.close({ all: true });
  });

  test('stands in 開催案内; who had answered that 案件 is asked again, for it alone, and who had not as before', async () => {
    const asked = await cardOf(practice, CHAIR, '豊コ第92号', '改めて回答をお願いします。');
    expect(asked.plain).toContain('(1)市の調査・検討(改)について(審議)');
    expect(asked.buttons).toEqual(['回答する', '予定表に追加']);
    const other = await cardOf(practice, WELFARE, '豊コ第92号', '(1)市の調査・検討(改)について(審議)');
    expect(other.plain).not.toContain('改めて');
    const progress = await pressAnywhere(practice, SECRETARY, 'written-progress.open', meeting);
    expect(progress.text).toContain('回答0/4名');
    expect(progress.text).toContain('副市長 髙田 一郎\n未回答(案件1)');
    expect(progress.text).toContain('福祉部長 架空 花子\n未回答\n');
    await progress.close({ all: true });
    const form = await pressAnywhere(practice, CHAIR, 'written-answer.open', `${meeting}:1`);
    expect(form.values).toMatchObject({ 案件1: null, 案件2: '確認しました' });
    expect(form.text).toContain('この案件は訂正されました。お手数ですが、改めて回答をお願いします。');
    await form.close({ all: true });
  });
});

describe('受付を終了 and 再開', () => {
  let meeting: string;
  beforeAll(async () => {
    meeting = await begin(practice, '豊コ第93号');
  });

  test('before its day is over it waits for all', async () => {
    for (const [person, position] of [
      [CHAIR, 1],
      [WELFARE, 2],
    ] as const)
      await answer(practice, meeting, [person, position]);
    const refused = await openFor(practice, 'close', meeting);
    expect(refused.text).toContain('まだ回答していない方が2人います。');
    await refused.close({ all: true });
    await answer(practice, meeting, [SECRETARY, 3], ON_PAPER);
    await answer(practice, meeting, [AWAY, 4]);
    const form = await openFor(practice, 'close', meeting);
    expect([form.title, form.submitText]).toEqual(['回答の受付を終了', '受付を終了']);
    expect(form.text).toContain('回答4/4名で、回答の受付を終了します。');
    const { form: done } = await form.submit();
    expect(done?.text).toContain('回答の受付を終了しました。');
    await done?.close({ all: true });
    expect(await stateOf(meeting)).toMatchObject({ state: 'closed' });
    await cardOf(practice, CHAIR, '豊コ第93号', '回答の受付を終了しました。');
  });

  test('Home offers 結果をまとめる, 再開 and 中止 then; reopened it takes answers, and nobody who has answered is asked', async () => {
    const home = await homeOf(practice);
    expect(home.text).toContain(`${BODY}(書面開催) 受付終了`);
    const form = await openFor(practice, 'reopen', meeting);
    expect([form.title, form.submitText, form.values]).toEqual([
      '書面開催の受付を再開',
      '再開する',
      { 新しい回答期限: null, 理由: null },
    ]);
    await form.fill({ 新しい回答期限: '2026-12-17', 理由: '追加の資料があるため' });
    expect(await form.submit()).toMatchObject({ closed: true, errors: {} });
    expect(await stateOf(meeting)).toMatchObject({ state: 'open', due: '2026-12-17', before: '2026-12-10' });
    await cardOf(practice, CHAIR, '豊コ第93号', '回答済みです。');
    const sent = await rowsOf(practice, `select count(*)::int as n from delivery where subject like $1`, [
      `written-meeting:${meeting}%`,
    ]);
    expect(sent).toEqual([{ n: 4 }]);
  });

  test('closed by the end of its day, 開催案内 says so', async () => {
    practice.clock.set('2026-12-18T00:00:30+09:00');
    await practice.minute();
    await cardOf(practice, CHAIR, '豊コ第93号', '回答の受付を終了しました。');
    practice.clock.set('2026-11-26T10:30:00+09:00');
  });
});

describe('中止', () => {
  test('asks the reason, which stands in 開催案内, and no answer is kept after it', async () => {
    const meeting = await begin(practice, '豊コ第94号');
    await answer(practice, meeting, [CHAIR, 1]);
    const form = await openFor(practice, 'cancel', meeting);
    expect([form.title, form.submitText]).toEqual(['書面開催を中止', '中止する']);
    expect(form.text).toContain('回答済み1名・未回答3名の書面開催を中止します。');
    expect(Object.keys((await form.submit({ force: true })).errors)).toEqual(['理由']);
    await form.fill({ 理由: '対面で開催するため' });
    const { form: done } = await form.submit({ twice: true });
    expect(done?.text).toContain('書面開催を中止しました。');
    await done?.close({ all: true });
    expect(await stateOf(meeting)).toMatchObject({ state: 'cancelled', reason: '対面で開催するため' });
    for (const person of [CHAIR, WELFARE, COPIED])
      expect(
        (
          await cardOf(
            practice,
            person,
            '豊コ第94号',
            'この書面開催は中止しました。\n理由:対面で開催するため',
          )
        ).buttons,
      ).toEqual([]);
    const refused = await pressAnywhere(practice, WELFARE, 'written-answer.open', `${meeting}:2`);
    expect(refused.labels).toEqual([]);
    await refused.close({ all: true });
    expect((await homeOf(practice)).text).not.toContain('中止');
    const late = await openFor(practice, 'extend', meeting);
    expect(late.labels).toEqual([]);
  });
});

test('この記録の変更 shows every step with its reason', async () => {
  const [row] = await rowsOf(practice, `select id from written_meeting where document_number = '豊コ第93号'`);
  const progress = await pressAnywhere(practice, SECRETARY, 'written-progress.open', String(row?.id));
  const history = await (await progress.press('この記録の変更')).opened();
  for (const part of [
    '書面開催を開始',
    '書面開催の受付を終了',
    '状態:回答受付中 → 受付終了',
    '書面開催の受付を再開',
    '状態:受付終了 → 回答受付中',
    '回答期限:令和8年12月10日(木) → 令和8年12月17日(木)',
    '理由:追加の資料があるため',
  ])
    expect(history.text).toContain(part);
  // What was answered is in none of its lines.
  expect(history.text).not.toMatch(/異議/u);
  await history.close({ all: true });
  const [amended] = await rowsOf(
    practice,
    `select id from written_meeting where document_number = '豊コ第92号'`,
  );
  const other = await pressAnywhere(practice, SECRETARY, 'written-progress.open', String(amended?.id));
  expect((await (await other.press('この記録の変更')).opened()).text).toContain(
    '案件:市の調査・検討について → 市の調査・検討(改)について',
  );
});
