import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Form } from '../../../src/sandbox/driver/form.ts';
import { GUEST, type Practice, SECRETARY, STAFF } from '../../support/practice.ts';
import {
  answersOf,
  ask,
  CHIEF,
  ELSEWHERE,
  homeOf,
  NEWCOMER,
  openAnswerForm,
  PROMOTER,
  pressAnywhere,
  SUCCESSOR,
  startAskedCity,
  targetValueOf,
} from '../asked-city.ts';
import { auditOf, rowsOf } from '../steps.ts';

const HINT = '病気や家庭の事情など、個人の事情は書かないでください。';

let practice: Practice;
let inquiry: string;
beforeAll(async () => {
  practice = await startAskedCity();
  inquiry = await ask(practice);
});
afterAll(async () => {
  expect(practice.slack.refusals).toEqual([]);
  await practice.stop();
});

const press = async (person: string, action: string, section = '福祉課'): Promise<Form> =>
  pressAnywhere(practice, person, action, await targetValueOf(practice, inquiry, section));

const delegate = async (section = '福祉課') =>
  (
    await rowsOf(
      practice,
      `select p.name, p.slack_id from inquiry_target t join section s on s.id = t.section_id
       left join person p on p.id = t.delegate_id where t.inquiry_id = $1 and s.name = $2`,
      [inquiry, section],
    )
  )[0];

test('the 主任 is asked to name somebody, and until then it stays with the one who asks', async () => {
  const form = await press(PROMOTER, 'inquiry-delegate.open');
  expect([form.title, form.labels, form.submitText]).toEqual([
    '担当の変更を依頼',
    ['候補の職員', 'ひとこと'],
    '送信する',
  ]);
  expect(form.text).toContain(HINT);
  await form.fill({ 候補の職員: GUEST });
  expect((await form.submit()).errors).toEqual({
    候補の職員: '職員としてSlackに登録されている方を選んでください。',
  });
  await form.fill({ 候補の職員: STAFF, ひとこと: 'この事業の担当です <@U0CHIEF>' });
  const { form: done } = await form.submit({ twice: true });
  expect(done?.text).toContain('担当が決まるまでは、引き続きご担当ください。');
  await done?.close();
  expect(await delegate()).toEqual({ name: null, slack_id: null });
  expect((await homeOf(practice, PROMOTER)).text).toContain('協働事業についての調査');

  const asked = await practice.slack.dm(CHIEF).next(({ plain }) => plain.includes('担当の変更の依頼'));
  expect(asked.plain.split('\n').slice(1)).toEqual([
    '協働事業についての調査:福祉部 福祉課の担当の変更を頼まれています。',
    '期限:令和8年12月10日(木) あと13開庁日',
    '依頼した方:@青空 そら',
    '候補の職員:@職員 太郎',
    'ひとこと:この事業の担当です <@U0CHIEF>',
    '問合せ:事務局',
  ]);
  expect(asked.buttons).toEqual(['担当を決める']);
  expect(await rowsOf(practice, "select recipient from delivery where kind = 'delegate-asked'")).toEqual([
    { recipient: CHIEF },
  ]);
});

test('who was named is told at once in office hours, and answers as one of the section', async () => {
  const asked = practice.slack.dm(CHIEF).messages.find(({ plain }) => plain.includes('担当の変更の依頼'));
  const form = await (
    await practice.slack.person(CHIEF).press('担当を決める', asked === undefined ? {} : { in: asked })
  ).opened();
  expect([form.title, form.values]).toEqual(['担当を決める', { 担当の職員: STAFF }]);
  const { form: done } = await form.submit({ twice: true });
  expect(done?.text).toContain('担当を職員 太郎さんに決めました。ご本人にお知らせしました。');
  await done?.close();
  expect(await delegate()).toEqual({ name: '職員 太郎', slack_id: STAFF });

  const told = await practice.slack.dm(STAFF).next();
  expect(told.plain).toContain('照会への回答のお願い');
  expect(told.plain).toContain('福祉部 福祉課の分です。');
  await practice.slack.dm(CHIEF).until(({ plain }) => plain.includes('今の担当:職員 太郎'));
  expect((await homeOf(practice, PROMOTER)).text).not.toContain('協働事業についての調査');
  expect((await homeOf(practice, STAFF)).text).toContain('協働事業についての調査');
  const answer = await (await practice.slack.person(STAFF).press('回答する', { in: told })).opened();
  expect(answer.title).toBe('照会に回答');
  await answer.fill({ 該当: '該当あり', 回答: '担当者の答え' });
  await (await answer.submit()).form?.close();
  expect((await answersOf(practice, inquiry, '福祉課')).map(({ by, text }) => [by, text])).toEqual([
    [STAFF, '担当者の答え'],
  ]);
  expect((await auditOf(practice, STAFF)).at(-1)).toBe('answer-inquiry');
});

test('once it is answered nobody is asked or named any more', async () => {
  const sentence = 'できませんでした\nこの照会は、すでに回答されています。担当の変更は不要です。';
  for (const [person, action] of [
    [PROMOTER, 'inquiry-delegate.open'],
    [CHIEF, 'inquiry-delegate.name'],
  ] as const) {
    const refused = await press(person, action);
    expect(refused.text).toBe(sentence);
    await refused.close();
  }
});

test('without a 主任 the secretariat is asked; out of office hours who is named hears on the next morning', async () => {
  const form = await press(ELSEWHERE, 'inquiry-delegate.open', '環境課');
  await (await form.submit()).form?.close();
  const asked = await practice.slack.dm(SECRETARY).next(({ plain }) => plain.includes('担当の変更の依頼'));
  expect(asked.plain).not.toContain('ひとこと');
  practice.clock.set('2026-11-20T18:00:00+09:00');
  const naming = await (await practice.slack.person(SECRETARY).press('担当を決める', { in: asked })).opened();
  await naming.fill({ 担当の職員: NEWCOMER });
  const { form: done } = await naming.submit();
  expect(done?.text).toContain('次の開庁日の朝に、ご本人にお知らせします。');
  expect(await rowsOf(practice, 'select 1 from delivery where recipient = $1', [NEWCOMER])).toEqual([]);
  // Mon 23 is a holiday.
  practice.clock.set('2026-11-24T09:00:00+09:00');
  const told = await practice.slack.dm(NEWCOMER).next();
  expect(told.plain).toContain('回答・確認のお願い(1件)');
  expect(told.plain).toContain('環境部 環境課の分です。');
});

test('担当を元に戻す gives it back to the section, and who was named may answer no more', async () => {
  const [row] = await rowsOf(practice, "select id from department where name = '環境部'");
  const value = `${inquiry}:${row?.id}`;
  const view = await pressAnywhere(practice, SECRETARY, 'inquiry-department.open', value);
  expect(view.text).toContain('環境課 協働推進員\n新人 まこと(この照会の担当)\n未回答');
  await view.press('担当を元に戻す');
  await view.until(({ text }) => text.includes('環境課 協働推進員\n隣部 三郎\n未回答'));
  await view.close();
  expect(await delegate('環境課')).toEqual({ name: null, slack_id: null });
  await practice.slack
    .dm(NEWCOMER)
    .until(({ plain }) => plain.includes('環境部 環境課の分は、隣部 三郎さんにお願いしています。'));
  const refused = await press(NEWCOMER, 'inquiry-answer.open', '環境課');
  expect(refused.text).toContain('協働推進員と事務局が行います');
  await refused.close();
  expect((await homeOf(practice, ELSEWHERE)).text).toContain('協働事業についての調査');
});

test('a successor is told once of what was answered, and may change it', async () => {
  const answer = await openAnswerForm(practice, ELSEWHERE, inquiry, '環境課');
  await answer.fill({ 該当: '該当あり', 回答: '前任の答え' });
  await (await answer.submit()).form?.close();
  const [held] = await rowsOf(
    practice,
    `select a.id from appointment a join person p on p.id = a.person_id where p.slack_id = $1`,
    [ELSEWHERE],
  );
  const [person] = await rowsOf(practice, 'select id from person where slack_id = $1', [SUCCESSOR]);
  await rowsOf(practice, 'update appointment set person_id = $2 where id = $1', [held?.id, person?.id]);
  practice.clock.set('2026-11-25T09:00:00+09:00');
  const told = await practice.slack.dm(SUCCESSOR).next(({ plain }) => plain.includes('回答済み'));
  const form = await (
    await practice.slack.person(SUCCESSOR).press('回答を見る・変更する', { in: told })
  ).opened();
  expect([form.title, form.values]).toEqual([
    '照会に回答',
    { 該当: '該当あり', 回答: '前任の答え', 添付: [] },
  ]);
});
