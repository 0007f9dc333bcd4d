import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Form } from '../../../src/sandbox/driver/form.ts';
import { type OpinionLine, putOpinionLines } from '../../support/opinion-lines.ts';
import { type Practice, SECRETARY } from '../../support/practice.ts';
import {
  CHIEF,
  ELSEWHERE,
  homeOf,
  openAnswerForm,
  PROMOTER,
  pressAnywhere,
  startAskedCity,
} from '../asked-city.ts';
import { rowsOf, WORKSPACE, withDatabase } from '../steps.ts';

/** 評価・意見 of the year before are asked of their 関係課. */

let practice: Practice;
let ids: Readonly<Record<string, string>>;
const put = (lines: readonly OpinionLine[]) =>
  withDatabase(practice, (db) => putOpinionLines(db.record(WORKSPACE), lines, practice.clock.now()));
beforeAll(async () => {
  practice = await startAskedCity('2026-11-20T08:30:00+09:00');
  ids = await put([
    { number: '1', sections: ['福祉課', '環境課'] },
    { number: '2', sections: ['福祉課'] },
    { number: '3', sections: ['児童課'] },
    { number: '4', sections: [] },
  ]);
});
afterAll(async () => {
  expect(practice.slack.refusals).toEqual([]);
  await practice.stop();
});

const askAll = (): Promise<Form> => pressAnywhere(practice, SECRETARY, 'opinion-ask.all', '2025');
const askOne = (number: string): Promise<Form> =>
  pressAnywhere(practice, SECRETARY, 'opinion-ask.one', `${ids[number]}:2025`);

/** 送信の確認 of a filled form, once it is there. */
const confirmationOf = async (form: Form): Promise<Form> => {
  const { form: shown, errors } = await form.submit();
  if (shown === undefined) throw new Error(JSON.stringify(errors));
  return shown.until(({ title }) => title === '送信の確認');
};

/** What each section is asked about by an inquiry. */
const questionsOf = (inquiry: unknown) =>
  rowsOf(
    practice,
    `select s.name as section, string_agg(o.number, ',' order by q.position) as asked
     from inquiry_question q join section s on s.id = q.section_id join opinion o on o.id = q.opinion_id
     where q.inquiry_id = $1 group by s.name order by s.name`,
    [inquiry],
  );

const latest = async () =>
  (await rowsOf(practice, 'select id, title, state, duty, answer_form from inquiry order by number desc'))[0];

test('all of a year are asked at once: each section is asked about its own, and answers each', async () => {
  const form = await askAll();
  expect([form.title, form.submitText, form.labels]).toEqual([
    '調査・検討を依頼',
    '送信する',
    ['回答期限', '依頼文', '送信'],
  ]);
  expect(form.text).toContain('評価・意見3件を、3課・室等にお願いします。');
  expect(form.text).toContain('No 4は、関係課がないため、お願いしません。');
  await form.fill({ 回答期限: '2026-11-20' });
  expect((await form.submit()).errors).toMatchObject({ 回答期限: expect.stringContaining('より後の日') });
  await form.fill({ 回答期限: '2026-12-10', 送信: '今すぐ送る' });
  const confirmation = await confirmationOf(form);
  for (const part of [
    '対象:関係課',
    '・福祉部 福祉課:No 1、No 2',
    '・福祉部 児童課:No 3',
    '・環境部 環境課:No 1',
    '・福祉部 児童課(未選任)→ 協働推進員(主任)',
    '期限:令和8年12月10日(木)',
  ])
    expect(confirmation.text).toContain(part);
  await (await (await confirmation.press('自分に試し送信')).opened()).close();
  const trial = await practice.slack.dm(SECRETARY).next(({ plain }) => plain.includes('試し送信'));
  expect(trial.plain).toContain('市民公益活動推進委員会から、令和7年度の実施状況について');
  await confirmation.submit();
  const inquiry = await latest();
  expect(inquiry).toMatchObject({
    title: '令和7年度の評価・意見についての調査・検討',
    state: 'open',
    duty: 'opinions',
    answer_form: 'words',
  });
  expect(await questionsOf(inquiry?.id)).toEqual([
    { section: '児童課', asked: '3' },
    { section: '環境課', asked: '1' },
    { section: '福祉課', asked: '1,2' },
  ]);

  // The section sees its own whole, and no other's.
  const message = await practice.slack.dm(PROMOTER).next(({ plain }) => plain.includes('評価・意見'));
  const answer = await (await practice.slack.person(PROMOTER).press('回答する', { in: message })).opened();
  expect([answer.title, answer.labels]).toEqual(['照会に回答', ['No 1 への回答', 'No 2 への回答']]);
  expect(answer.text).toContain('No 1 項目1(意見)\n評価・意見1の文');
  expect(answer.text).not.toContain('評価・意見3の文');
  await answer.fill({ 'No 1 への回答': '研修の対象を広げます。' });
  expect(Object.keys((await answer.submit()).errors)).toEqual(['No 2 への回答']);
  await answer.fill({ 'No 2 への回答': '様式を見直します。' });
  const kept = await answer.submit();
  expect(kept.form?.text).toContain('No 1\n研修の対象を広げます。\n\nNo 2\n様式を見直します。');
  const parts = `select o.number, p.text from inquiry_answer_part p join opinion o on o.id = p.opinion_id
    join inquiry_target t on t.answer_id = p.answer_id where t.inquiry_id = $1 order by o.number`;
  expect(await rowsOf(practice, parts, [inquiry?.id])).toEqual([
    { number: '1', text: '研修の対象を広げます。' },
    { number: '2', text: '様式を見直します。' },
  ]);

  // Opened again it is filled with what was said; the 主任 enters for the vacant section what came by telephone.
  const again = await openAnswerForm(practice, PROMOTER, String(inquiry?.id), '福祉課');
  expect(again.values).toMatchObject({ 'No 1 への回答': '研修の対象を広げます。' });
  const behalf = await openAnswerForm(practice, CHIEF, String(inquiry?.id), '児童課');
  expect([behalf.title, behalf.labels]).toEqual(['代理入力', ['No 3 への回答', '受けた方法', '受けた日']]);
  await behalf.fill({ 'No 3 への回答': '続けます。', 受けた方法: '電話', 受けた日: '2026-11-19' });
  expect((await behalf.submit()).form?.text).toContain('代理入力(令和8年11月19日(木)に電話で受けました)');
});

test('what was asked is not asked twice by mistake; a 関係課 that came later is asked alone', async () => {
  expect((await askAll()).text).toContain('No 4には関係課がありません。');
  expect((await askOne('2')).text).toContain('No 2は、関係課のすべてに、すでにお願いしています。');
  const elsewhere = await openAnswerForm(practice, ELSEWHERE, String((await latest())?.id), '環境課');
  expect(elsewhere.labels).toEqual(['No 1 への回答']);
  await rowsOf(
    practice,
    `insert into opinion_section (workspace_id, opinion_id, section_id, position)
     select workspace_id, $1, id, 2 from section where name = '環境課'`,
    [ids['2']],
  );
  const form = await askOne('2');
  expect(form.text).toContain('評価・意見1件を、1課・室等にお願いします。');
  await form.fill({ 送信: '下書きのまま保存' });
  await form.submit();
  const draft = await latest();
  expect(await questionsOf(draft?.id)).toEqual([{ section: '環境課', asked: '2' }]);

  // What was shown is what is sent: not once an opinion was cancelled meanwhile.
  const home = await (await homeOf(practice)).until(({ text }) => text.includes('照会の下書き'));
  const continued = await (await home.press('続きを書く')).opened();
  expect([continued.title, continued.values.送信]).toEqual(['調査・検討を依頼', '次の開庁日の9時に送る']);
  await continued.fill({ 送信: '今すぐ送る' });
  const confirmation = await confirmationOf(continued);
  const cancelled = 'update opinion set cancelled_at = $2::timestamptz where id = $1';
  await rowsOf(practice, cancelled, [ids['2'], '2026-11-20T08:40:00+09:00']);
  const refused = await confirmation.submit();
  expect(refused.form?.text).toContain('お願いする評価・意見や関係課が変わりました。');
  await refused.form?.close();
  await rowsOf(practice, cancelled, [ids['2'], null]);
  expect((await confirmation.submit()).form?.text).toContain('への照会を、送り始めました。');
  expect(await latest()).toMatchObject({ id: draft?.id, state: 'open' });
});

test('what was asked about stays in its year, in which its answers are gathered; all else is corrected', async () => {
  const edit = await pressAnywhere(practice, SECRETARY, 'opinion.edit', String(ids['3']));
  await edit.fill({ 年度: '令和6年度', 項目: '第5章 前文' });
  expect((await edit.submit()).errors).toEqual({
    年度: expect.stringContaining('関係課に調査・検討をお願いしているため、年度は変えられません。'),
  });
  await edit.fill({ 年度: '令和7年度' });
  expect((await edit.submit()).form?.title).toBe('変更を保存しました');
});

test('a section all of whose 評価・意見 were cancelled owes no answer, until one is restored', async () => {
  ids = { ...ids, ...(await put([{ number: '5', sections: ['環境課'] }])) };
  const form = await askOne('5');
  await form.fill({ 送信: '今すぐ送る' });
  await (await confirmationOf(form)).submit();
  const owes = async () => (await homeOf(practice, ELSEWHERE)).text.includes('調査・検討(No 5)');
  expect(await owes()).toBe(true);
  const cancel = await pressAnywhere(practice, SECRETARY, 'opinion.cancel', String(ids['5']));
  expect(cancel.text).toContain(
    '1課・室等に、調査・検討をお願いしています。取り消すと、回答は要らなくなります。',
  );
  await cancel.fill({ 理由: '重ねて登録したため' });
  const cancelled = (await cancel.submit()).form;
  expect(await owes()).toBe(false);
  await cancelled?.press('元に戻す');
  await expect.poll(owes).toBe(true);
});

test('前年度からの継続 is asked about by its year and number, which may be another’s of this year', async () => {
  const carried = await put([{ number: '1', fiscalYear: 2024, sections: ['福祉課'] }]);
  await withDatabase(practice, (db) =>
    db
      .record(WORKSPACE)
      .opinions.putYear(
        String(carried['1']),
        2024,
        { consideration: '続けます。', response: 'continuing', responseWhen: '', meetingIds: [] },
        { by: SECRETARY, at: practice.clock.now() },
      ),
  );
  const form = await pressAnywhere(practice, SECRETARY, 'opinion-ask.one', `${carried['1']}:2025`);
  expect(form.text).toContain('令和6年度 No 1 項目1');
  expect(form.values.依頼文).toContain('前年度から継続しているものも含みます。');
  await form.fill({ 送信: '今すぐ送る' });
  await (await confirmationOf(form)).submit();
  expect((await latest())?.title).toBe('令和7年度の評価・意見についての調査・検討(令和6年度 No 1)');
  const again = await pressAnywhere(practice, SECRETARY, 'opinion-ask.one', `${carried['1']}:2025`);
  expect(again.text).toContain('令和6年度 No 1は、関係課のすべてに、すでにお願いしています。');
});

test('thirty of one section are answered on three pages: what was typed stays, and only the last gives the answer', async () => {
  const numbers = Array.from({ length: 30 }, (_, index) => String(index + 101));
  await put(numbers.map((number) => ({ number, words: '意'.repeat(2000), sections: ['環境課'] })));
  const form = await askAll();
  await form.fill({ 送信: '今すぐ送る' });
  await (await confirmationOf(form)).submit();
  const inquiry = String((await latest())?.id);
  const answered = async () =>
    (
      await rowsOf(
        practice,
        `select t.answer_id is not null as answered, count(p.opinion_id)::int as parts,
           (select count(*)::int from inquiry_part_draft d where d.inquiry_id = t.inquiry_id) as drafts
         from inquiry_target t left join inquiry_answer_part p on p.answer_id = t.answer_id
         where t.inquiry_id = $1 group by t.inquiry_id, t.answer_id`,
        [inquiry],
      )
    )[0];
  const fillPage = async (page: Form): Promise<Form> => {
    for (const label of page.labels) await page.fill({ [label]: `${label}です` });
    const { form: shown, errors } = await page.submit();
    if (shown === undefined) throw new Error(JSON.stringify(errors));
    return shown;
  };
  const isPage = (page: number) => (shown: Form) => shown.text.includes(`3ページ中${page}ページ目`);
  const first = await openAnswerForm(practice, ELSEWHERE, inquiry, '環境課');
  expect([first.submitText, first.labels.length]).toEqual(['次のページへ', 10]);
  const second = await (await fillPage(first)).until(isPage(2));
  expect(second.labels[0]).toBe('No 111 への回答');
  expect(await answered()).toEqual({ answered: false, parts: 0, drafts: 10 });
  await second.close();

  // Another day it goes on with what was typed.
  const again = await openAnswerForm(practice, ELSEWHERE, inquiry, '環境課');
  expect(again.values['No 101 への回答']).toBe('No 101 への回答です');
  expect(again.text).toContain('途中まで入力した回答が残っています。');
  const third = await (await fillPage(await (await fillPage(again)).until(isPage(2)))).until(isPage(3));
  expect(third.submitText).toBe('回答する');
  expect((await fillPage(third)).text).toContain('回答を受け付けました。');
  expect(await answered()).toEqual({ answered: true, parts: 30, drafts: 0 });
});
