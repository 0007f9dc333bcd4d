import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type Practice, SECRETARY, startPractice } from '../../support/practice.ts';
import { empty } from '../emptied.ts';
import { answerTo, auditOf, chosen, countOf, pressToOpen } from '../steps.ts';
import { openTrainingForm, PLAIN_TRAINING, PROGRAMMES, recordNone, recordTraining } from './steps.ts';

const NAME = '協働推進員研修';
const COLLEAGUE = 'U0COLLEAGUE';
const DONE = { closed: true, errors: {} };

let practice: Practice;
beforeAll(async () => {
  practice = await startPractice({
    people: [{ id: COLLEAGUE, real_name: '同僚 三郎' }],
    secretariat: ['jimukyoku@city.example', COLLEAGUE.toLowerCase()],
  });
});
afterEach(async () => {
  await empty(practice, 'training_session, programme_not_held, delivery');
});
afterAll(async () => {
  expect(practice.slack.refusals).toEqual([]);
  await practice.stop();
});

const open = async () => (await practice.secretary.command('/kyodo-meeting', '開催なし')).opened();

test('the form offers the bodies that meet, then the programmes, each under its heading', async () => {
  const form = await open();
  expect(form.options('会議体・研修')).toEqual([
    '協働推進本部会議',
    '協働推進本部会議幹事会',
    '協働事業成案化検討会議',
    '豊能地区市町NPO担当課長連絡会議',
    '豊能地区市町合同研修',
    ...PROGRAMMES,
  ]);
  await form.close();
});

test('開催なし of a programme is recorded once, shown in the list, and taken back with a reason', async () => {
  const { secretary, slack } = practice;
  const known = (await auditOf(practice, SECRETARY)).length;
  const told = await recordNone(practice, NAME, 'R5');
  expect([told.plain, told.buttons]).toEqual([
    '記録しました\n協働推進員研修:令和5年度は開催なし',
    ['記録を取り消す'],
  ]);
  const list = await answerTo(secretary, '/kyodo-training', '一覧 令和5年度');
  expect(list.plain).toContain('協働推進員研修\n令和5年度は開催なし');

  const cancel = await pressToOpen(secretary, '記録を取り消す', list);
  expect(cancel.text).toContain('協働推進員研修 令和5年度は開催なし');
  await cancel.fill({ 理由: '実際は開催した' });
  expect(await cancel.submit({ twice: true })).toEqual(DONE);
  const updated = await slack.dm(SECRETARY).until(({ ts, edited }) => ts === told.ts && edited);
  expect([updated.plain, updated.buttons]).toEqual([
    '記録を取り消しました\n協働推進員研修:令和5年度は開催なし',
    [],
  ]);
  expect([
    await countOf(practice, 'programme_not_held'),
    (await auditOf(practice, SECRETARY)).slice(known),
  ]).toEqual([0, ['record-did-not-meet', 'cancel-did-not-meet']]);
});

test('a training is refused while 開催なし stands for its year, naming that; in another year it is not', async () => {
  await recordNone(practice, NAME, '令和5年度');
  const errors = {
    開催日:
      '協働推進員研修は「令和5年度は開催なし」と記録されています。研修を記録するときは、先に一覧からその記録を取り消してください。',
  };
  const form = await openTrainingForm(practice.secretary);
  await form.fill({ ...PLAIN_TRAINING, 開催日: '2024-03-31' });
  expect(await form.submit()).toEqual({ closed: false, errors });
  await form.fill({ 開催日: '2024-04-01' });
  expect(await form.submit()).toEqual(DONE);
  const told = await practice.slack.dm(SECRETARY).next(({ plain }) => plain.includes('令和6年4月1日'));
  const edit = await pressToOpen(practice.secretary, '編集', told);
  await edit.fill({ 開催日: '2024-03-31' });
  expect(await edit.submit()).toEqual({ closed: false, errors });
  await edit.fill({ 研修: 'その他', その他の研修名: '別の研修' });
  expect(await edit.submit()).toEqual(DONE);
});

test('開催なし is refused while a training stands, naming that; not any more when that is cancelled', async () => {
  const told = await recordTraining(practice, { 開催日: '2024-01-10', 報告書での日付: '年月' });
  const form = await open();
  await form.fill({ '会議体・研修': NAME, 年度: '令和5年度', 理由: '中止のため' });
  expect(await form.submit()).toEqual({
    closed: false,
    errors: {
      '会議体・研修':
        '協働推進員研修には令和6年1月の研修が記録されています。開催なしとするときは、先にその記録を取り消してください。',
    },
  });
  expect(form.values.理由).toBe('中止のため');
  await form.close();
  const cancel = await pressToOpen(practice.secretary, '記録を取り消す', told);
  await cancel.fill({ 理由: '誤り' });
  expect(await cancel.submit()).toEqual(DONE);
  await recordNone(practice, NAME, '令和5年度');
  const again = await open();
  await again.fill({ '会議体・研修': NAME, 年度: '２０２３年度' });
  expect((await again.submit()).errors).toEqual({
    '会議体・研修':
      '協働推進員研修は「令和5年度は開催なし」とすでに記録されています。もう一度記録する必要はありません。',
  });
  await again.close();
});

test.each([
  [
    'programme:11111111-1111-4111-8111-111111111111',
    'この研修の種類は見つかりませんでした。選び直してください。',
  ],
  ['programme:1', 'この内容は読み取れませんでした。入力し直してください。'],
  ['training:11111111-1111-4111-8111-111111111111', 'この内容は読み取れませんでした。入力し直してください。'],
])('a forged %s is refused at the field', async (value, sentence) => {
  const form = await open();
  await form.fill({ 年度: '2023' });
  form.force({ subject: chosen(value) });
  expect((await form.submit()).errors).toEqual({ '会議体・研修': sentence });
  await form.close();
});

test('of two at the same moment, a training and 開催なし, one is recorded', async () => {
  const [training, none] = [await openTrainingForm(practice.slack.person(COLLEAGUE)), await open()];
  await training.fill({ ...PLAIN_TRAINING, 開催日: '2022-06-01' });
  await none.fill({ '会議体・研修': NAME, 年度: '2022' });
  const outcomes = await Promise.all([training.submit(), none.submit()]);
  expect(outcomes.filter(({ closed }) => closed)).toHaveLength(1);
  expect(
    (await countOf(practice, 'training_session')) + (await countOf(practice, 'programme_not_held')),
  ).toBe(1);
});
