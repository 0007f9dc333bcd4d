import pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Practice, SECRETARY, startPractice } from '../../support/practice.ts';
import {
  answerTo,
  auditOf,
  bodyId,
  chosen,
  countOf,
  fillMeeting,
  openMeetingForm,
  PLAIN_MEETING,
  pressToOpen,
  recordByForm,
} from '../steps.ts';

let practice: Practice;
beforeEach(async () => {
  practice = await startPractice();
});
afterEach(async () => {
  expect(practice.slack.refusals).toEqual([]);
  await practice.stop();
});

const open = async () => (await practice.secretary.command('/kyodo-meeting', '開催なし')).opened();

const recordNone = async (body: string, year: string) => {
  const form = await open();
  await form.fill({ '会議体・研修': body, 年度: year });
  expect(await form.submit({ twice: true })).toEqual({ closed: true, errors: {} });
  return practice.slack.dm(SECRETARY).next();
};

test('the form offers the bodies that meet, the programmes behind them, and the present year', async () => {
  const form = await open();
  expect([form.options('会議体・研修'), form.values]).toEqual([
    [
      '協働推進本部会議',
      '協働推進本部会議幹事会',
      '協働事業成案化検討会議',
      '豊能地区市町NPO担当課長連絡会議',
      '豊能地区市町合同研修',
      '新規採用職員ステップ研修',
      '係長級・技能長昇格前研修',
      '協働推進員研修',
    ],
    { '会議体・研修': null, 年度: '令和8年度', 理由: null },
  ]);
});

test('it is recorded once, shown in the list, and taken back with a reason', async () => {
  const { secretary, slack } = practice;
  const told = await recordNone('豊能地区市町合同研修', 'R5');
  expect([told.plain, told.buttons]).toEqual([
    '記録しました\n豊能地区市町合同研修:令和5年度は開催なし',
    ['記録を取り消す'],
  ]);
  const list = await answerTo(secretary, '/kyodo-meeting', '一覧 令和5年度');
  expect(list.plain).toContain('豊能地区市町合同研修\n令和5年度は開催なし');
  expect(await auditOf(practice, SECRETARY)).toEqual(['record-did-not-meet']);

  const cancel = await pressToOpen(secretary, '記録を取り消す', list);
  expect(cancel.text).toContain('豊能地区市町合同研修 令和5年度は開催なし');
  await cancel.fill({ 理由: '実際は開催した' });
  expect(await cancel.submit({ twice: true })).toEqual({ closed: true, errors: {} });
  const updated = await slack.dm(SECRETARY).until(({ edited }) => edited);
  expect([updated.ts, updated.plain, updated.buttons]).toEqual([
    told.ts,
    '記録を取り消しました\n豊能地区市町合同研修:令和5年度は開催なし',
    [],
  ]);
  expect(await auditOf(practice, SECRETARY)).toEqual(['record-did-not-meet', 'cancel-did-not-meet']);
  practice.clock.set('2026-11-25T10:00:00+09:00');
  expect((await recordNone('豊能地区市町合同研修', '2023')).ts).not.toBe(told.ts);
});

test.each([
  ['来年', '年度を読み取れませんでした。「令和5年度」「R5」「5年度」「2023」のように入力してください。'],
  ['令和9年度', 'まだ始まっていない年度は、開催なしと記録できません。年度が始まってから記録してください。'],
])('the year %s is refused at its field', async (year, sentence) => {
  const form = await open();
  await form.fill({ '会議体・研修': '豊能地区市町合同研修', 年度: year });
  expect(await form.submit()).toEqual({ closed: false, errors: { 年度: sentence } });
  expect([form.values.年度, await countOf(practice, 'did_not_meet')]).toEqual([year, 0]);
});

test('the same body and year is refused a second time', async () => {
  await recordNone('豊能地区市町合同研修', '2023');
  const form = await open();
  await form.fill({ '会議体・研修': '豊能地区市町合同研修', 年度: '２０２３年度' });
  expect((await form.submit()).errors).toEqual({
    '会議体・研修':
      '豊能地区市町合同研修は「令和5年度は開催なし」とすでに記録されています。もう一度記録する必要はありません。',
  });
});

test('it is refused while a meeting stands, naming that; not any more when that is cancelled', async () => {
  const told = await recordByForm(practice, { 会議体: '豊能地区市町合同研修', 開催日: '2023-08-10' });
  const form = await open();
  await form.fill({ '会議体・研修': '豊能地区市町合同研修', 年度: '令和5年度', 理由: '中止のため' });
  expect(await form.submit()).toEqual({
    closed: false,
    errors: {
      '会議体・研修':
        '豊能地区市町合同研修には令和5年8月10日の会議が記録されています。開催なしとするときは、先にその記録を取り消してください。',
    },
  });
  expect(form.values.理由).toBe('中止のため');
  await form.close();
  const cancel = await pressToOpen(practice.secretary, '記録を取り消す', told);
  await cancel.fill({ 理由: '誤り' });
  await cancel.submit();
  await recordNone('豊能地区市町合同研修', '令和5年度');
});

test('a meeting is refused while 開催なし stands for its year, naming that; in another year it is not', async () => {
  await recordNone('協働推進本部会議', '令和5年度');
  const form = await openMeetingForm(practice);
  await fillMeeting(form, { ...PLAIN_MEETING, 開催日: '2024-03-31' });
  const errors = {
    開催日:
      '協働推進本部会議は「令和5年度は開催なし」と記録されています。会議を記録するときは、先に一覧からその記録を取り消してください。',
  };
  expect(await form.submit()).toEqual({ closed: false, errors });
  await form.fill({ 開催日: '2024-04-01' });
  expect(await form.submit()).toEqual({ closed: true, errors: {} });

  const edit = await pressToOpen(practice.secretary, '編集', await practice.slack.dm(SECRETARY).next());
  await edit.fill({ 開催日: '2024-03-31' });
  expect(await edit.submit()).toEqual({ closed: false, errors });
});

test('a common effort and a forged body are refused at the field', async () => {
  const form = await open();
  await form.fill({ 年度: '2023' });
  form.force({ subject: chosen(`body:${await bodyId(practice, 'NATSにおける市民公益活動推進の連携')}`) });
  expect((await form.submit()).errors).toEqual({
    '会議体・研修':
      'この会議体は文章だけを掲載する「取組み」のため、会議を記録できません。ほかの会議体を選んでください。',
  });
  form.force({ subject: chosen('training:1') });
  expect((await form.submit()).errors).toEqual({
    '会議体・研修': 'この内容は読み取れませんでした。入力し直してください。',
  });
  form.force({ subject: chosen('body:11111111-1111-4111-8111-111111111111') });
  expect((await form.submit()).errors).toEqual({
    '会議体・研修': 'この会議体は見つかりませんでした。選び直してください。',
  });
});

test('while no body holds meetings and there is no programme, a sentence says so instead of a form without a choice', async () => {
  const client = new pg.Client(practice.database.connection);
  await client.connect();
  await client.query(`update body_year set kind = 'effort'`);
  await client.query('delete from programme_year');
  await client.end();
  const sentence = '会議を記録できる会議体がありません。先に「会議体を登録」から登録してください。';
  for (const words of ['開催なし', ''])
    expect((await answerTo(practice.secretary, '/kyodo-meeting', words)).plain).toBe(sentence);
});
