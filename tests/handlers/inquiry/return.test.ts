import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { localDate } from '../../../src/domain/calendar/local-date.ts';
import type { Form } from '../../../src/sandbox/driver/form.ts';
import { runJobsAt } from '../../support/jobs.ts';
import { type Practice, SECRETARY } from '../../support/practice.ts';
import {
  answersOf,
  ask,
  CHIEF,
  ELSEWHERE,
  homeOf,
  openAnswerForm,
  PROMOTER,
  pressAnywhere,
  startAskedCity,
  targetValueOf,
} from '../asked-city.ts';
import { auditOf, rowsOf } from '../steps.ts';

const ONLY_CHIEF =
  '恐れ入りますが、この操作は、部局の協働推進員(主任)と事務局が行います。事務局にご相談ください。';

let practice: Practice;
let inquiry: string;
let welfare: string;
beforeAll(async () => {
  practice = await startAskedCity();
  inquiry = await ask(practice, { collectBy: localDate('2026-12-08') });
  const [row] = await rowsOf(practice, "select id from department where name = '福祉部'");
  welfare = String(row?.id);
});
afterAll(async () => {
  expect(practice.slack.refusals).toEqual([]);
  await practice.stop();
});

const answer = async (words: string, person = PROMOTER): Promise<void> => {
  const form = await openAnswerForm(practice, person, inquiry, '福祉課');
  await form.fill({ 該当: '該当あり', 回答: words });
  const { form: kept } = await form.submit();
  await kept?.close();
};

const department = (person: string): Promise<Form> =>
  pressAnywhere(practice, person, 'inquiry-department.open', `${inquiry}:${welfare}`);

const openReturn = async (person: string): Promise<Form> =>
  pressAnywhere(practice, person, 'inquiry-return.open', await targetValueOf(practice, inquiry, '福祉課'));

test('the department stands with what is open first, and what may be done in each row', async () => {
  await answer('見守り活動');
  const view = await department(CHIEF);
  expect(view.text.split('\n')).toEqual([
    '部局の状況',
    '協働事業についての調査',
    '期限:令和8年12月10日(木) あと13開庁日',
    '回答1/3',
    '未回答2件(うち差戻し0件)、期限後0件',
    '部局のとりまとめ期限:令和8年12月8日(火)',
    '福祉部',
    '高齢課 協働推進員',
    '紙山 とおる(Slackでお知らせできません)',
    '未回答',
    '児童課 協働推進員',
    '未選任',
    '未回答',
    '福祉課 協働推進員',
    '青空 そら、同僚 ひかり',
    '回答済み 令和8年11月20日(金) 9:30 該当あり 見守り活動',
  ]);
  expect(view.buttons).toEqual([
    'とりまとめ完了',
    '代理入力',
    '担当を決める',
    '文面をコピー',
    '代理入力',
    '担当を決める',
    '文面をコピー',
    '回答を見る',
    '差し戻す',
    '最新の状態を表示',
  ]);
  await view.close();
  const home = await homeOf(practice, CHIEF);
  expect(home.text).toContain('福祉部:協働事業についての調査\n未回答 2件(3件中)');
});

test('とりまとめ完了 is kept with its time, and taken back', async () => {
  const view = await department(CHIEF);
  const asked = await (await view.press('とりまとめ完了')).opened();
  expect([asked.title, asked.submitText, asked.text.split('\n').slice(1, 3)]).toEqual([
    'とりまとめ完了',
    'とりまとめ完了',
    ['未回答2件(3件中)のまま、とりまとめ完了にします。', '福祉部:協働事業についての調査'],
  ]);
  const done = (await asked.submit({ twice: true })).form;
  expect(done?.text).toBe('とりまとめ完了にしました\nとりまとめ完了にしました。');
  await done?.close();
  await view.press('最新の状態を表示');
  await view.until(({ text }) => text.includes('とりまとめ完了にしました。(令和8年11月20日(金) 9:30)'));
  await view.press('取り消す');
  await view.until(({ buttons }) => buttons.includes('とりまとめ完了'));
  await view.close();
  expect((await auditOf(practice, CHIEF)).slice(-2)).toEqual(['collect-department', 'take-back-collected']);
});

describe('an answer given back', () => {
  test('is open again until the next working day at the earliest, and the one who answers is told why', async () => {
    // The morning is over: it would ask for the answer that is given back, in a later message.
    await runJobsAt(practice, '2026-12-10T10:00:00');
    const form = await openReturn(CHIEF);
    expect([form.title, form.labels, form.submitText]).toEqual(['回答を差し戻す', ['理由'], '送信する']);
    await form.fill({ 理由: '活動の時期も書いてください' });
    const { form: done } = await form.submit({ twice: true });
    expect(done?.text).toContain('新しい期限は令和8年12月11日(金)です。');
    await done?.close();
    const told = await practice.slack.dm(PROMOTER).next(({ plain }) => plain.includes('回答の差戻し'));
    // 差戻し is said once, with whom it comes from.
    expect(told.plain).toContain('お手数ですが、もう一度ご回答ください。');
    expect(told.plain.match(/[^\n]*差し戻されました[^\n]*/gu)).toEqual([
      '主任 一郎さん(協働推進員(主任))から回答が差し戻されました。理由:活動の時期も書いてください',
    ]);
    expect(told.plain).toContain('期限:令和8年12月11日(金)');
    expect(told.plain).toContain('理由:活動の時期も書いてください');
    expect(told.plain).toContain('問合せ:事務局');
    expect(told.buttons[0]).toBe('回答する');
    expect(
      await rowsOf(practice, "select recipient from delivery where kind = 'inquiry-returned' order by 1"),
    ).toEqual([{ recipient: 'U0COLLEAGUE' }, { recipient: PROMOTER }]);

    const again = await (await practice.slack.person(PROMOTER).press('回答する', { in: told })).opened();
    expect(again.text).toContain('回答が差し戻されました。理由:活動の時期も書いてください');
    expect(again.values).toMatchObject({ 該当: '該当あり', 回答: '見守り活動' });
    await again.fill({ 回答: '見守り活動(通年)' });
    const { form: kept } = await again.submit();
    expect(kept?.text).toContain('回答を受け付けました。');
    await kept?.close();
    await practice.slack
      .dm(PROMOTER)
      .until(({ plain }) => plain.includes('回答の差戻し') && plain.includes('回答を受け付けました'));
    expect((await answersOf(practice, inquiry, '福祉課')).map(({ text, counts }) => [text, counts])).toEqual([
      ['見守り活動', false],
      ['見守り活動(通年)', true],
    ]);
  });

  test('out of office hours nobody is told before 9 of the next working day', async () => {
    practice.clock.set('2026-12-11T18:30:00+09:00');
    const form = await openReturn(SECRETARY);
    await form.fill({ 理由: 'もう一度お願いします' });
    const { form: done } = await form.submit();
    expect(done?.text).toContain('新しい期限は令和8年12月14日(月)です。');
    await done?.close();
    const waiting = () =>
      rowsOf(
        practice,
        `select state, not_before from delivery where kind = 'inquiry-returned' and recipient = $1
         order by planned_at desc limit 1`,
        [PROMOTER],
      );
    await expect
      .poll(async () => (await waiting())[0]?.not_before)
      .toEqual(new Date('2026-12-14T09:00:00+09:00'));
  });

  test('is none where there is none, and after the closing', async () => {
    const none = await openReturn(CHIEF);
    expect(none.text).toBe(
      'できませんでした\nこの課・室等の回答は、まだありません。最新の状態をご確認ください。',
    );
    await none.close();
    await answer('三度目');
    const form = await openReturn(CHIEF);
    await form.fill({ 理由: '遅すぎた理由' });
    await rowsOf(practice, "update inquiry set state = 'closed'");
    expect((await form.submit()).errors).toEqual({
      理由: 'この照会は締め切られました。入力は残っていますので、必要なときは事務局にご相談ください。',
    });
    await form.close();
    const view = await department(SECRETARY);
    expect(view.text).toContain('この照会は締め切られました。');
    expect(view.buttons).toEqual(['回答を見る', '回答を見る', '回答を見る', '最新の状態を表示']);
    await view.close();
    await rowsOf(practice, "update inquiry set state = 'open'");
  });
});

test('回答を見る shows what counts and what was said before', async () => {
  const value = await targetValueOf(practice, inquiry, '福祉課');
  const shown = await pressAnywhere(practice, CHIEF, 'inquiry-answer.show', value);
  const [, current = ''] = shown.text.split('今の回答\n');
  expect(current.split('\n').map((line) => line.replace(/令和.*@青空 そら/u, 'WHEN'))).toEqual([
    '該当あり',
    '三度目',
    'WHEN',
    'これまでの回答',
    'WHEN:該当あり、見守り活動(通年)',
    'WHEN:該当あり、見守り活動',
  ]);
  await shown.close();
});

test('who is 不在 hears of it on the morning on which they are back', async () => {
  practice.clock.set('2026-12-14T10:00:00+09:00');
  await rowsOf(
    practice,
    `insert into away_period (workspace_id, id, person_id, starts_on, ends_on, recorded_by, recorded_at)
     select workspace_id, gen_random_uuid(), id, '2026-12-14', '2026-12-16', 'cli:test', now()
     from person where slack_id = $1`,
    [PROMOTER],
  );
  const form = await openReturn(CHIEF);
  await form.fill({ 理由: '四度目をお願いします' });
  await (await form.submit()).form?.close();
  const rows = await rowsOf(
    practice,
    `select recipient, not_before from delivery
     where kind = 'inquiry-returned' and key like '%2026-12-14T01:00:00%' order by 1`,
  );
  expect(rows.map(({ recipient, not_before }) => [recipient, not_before])).toEqual([
    ['U0COLLEAGUE', null],
    [PROMOTER, new Date('2026-12-17T09:00:00+09:00')],
  ]);
});

test.each([PROMOTER, ELSEWHERE])('%s neither gives back nor sees the department', async (person) => {
  const known = (await auditOf(practice, person)).length;
  for (const open of [department, openReturn]) {
    const refused = await open(person);
    expect(refused.text).toBe(`できませんでした\n${ONLY_CHIEF}`);
    await refused.close();
  }
  expect((await auditOf(practice, person)).slice(known)).toEqual([
    'refused read-department-inquiry',
    'refused open-oversight',
  ]);
});
