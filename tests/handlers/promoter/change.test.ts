import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Practice, SECRETARY, STAFF } from '../../support/practice.ts';
import { meanwhile } from '../meanwhile.ts';
import { auditOf, rowsOf } from '../steps.ts';
import { openFrom, PROMOTER, register, rosterOf, rowsShown, startWithRoster } from './steps.ts';

let practice: Practice;
beforeEach(async () => {
  practice = await startWithRoster([
    { department: '市民協働部', section: '総務課' },
    { department: '福祉部', section: '福祉課', name: '青空 そら', slackId: PROMOTER },
    { department: '福祉部', section: '長寿課', name: '花園 さくら', endsOn: '2026-12-28' },
  ]);
});
afterEach(async () => {
  expect(practice.slack.refusals).toEqual([]);
  await practice.stop();
});

const rows = async (day = '') => rowsShown(await rosterOf(practice.slack.person(STAFF), day));
const MEANWHILE = meanwhile();
const GONE = 'この記録は、すでに取り消されています。一覧で今の状態をご確認ください。';

test('変更 opens the form as the appointment stands', async () => {
  const form = await openFrom(practice, '変更', '花園 さくら');
  expect([form.title, form.submitText, form.values]).toEqual([
    '推進員を編集',
    '変更を保存する',
    {
      職員: null,
      氏名: '花園 さくら',
      メール: null,
      役割: '推進員',
      部局: '福祉部',
      新しい部局: null,
      '課・室等': '長寿課',
      任期開始日: '2026-04-01',
      任期終了日: '2026-12-28',
      変更の理由: null,
    },
  ]);
  await form.close();
  expect((await openFrom(practice, '変更', '青空 そら')).values).toMatchObject({
    職員: PROMOTER,
    氏名: null,
  });
});

test('a change holds, and what stood before is in the form and in the audit log with the reason', async () => {
  const form = await openFrom(practice, '変更', '花園 さくら');
  await form.fill({
    役割: '協働推進員(主任)',
    部局: '市民協働部',
    '課・室等': '総務課',
    任期終了日: null,
    変更の理由: '<b>訂正</b>',
  });
  expect((await form.submit()).errors).toEqual({});
  expect(form.text.split('\n')[1]).toBe('登録の内容を変更しました。');
  await form.close();
  expect(await rows()).toEqual([
    '市民協働部',
    '総務課 協働推進員(主任) 花園 さくら',
    '福祉部',
    '福祉課 青空 そら',
    '長寿課 未選任',
  ]);
  const again = await openFrom(practice, '変更', '花園 さくら');
  expect(again.text.split('\n').slice(-2)).toEqual([
    'これまでの変更',
    '令和8年11月24日(火) 10:00 @事務 局子 変更前:役割 推進員、部局 福祉部、課・室等 長寿課、任期終了日 令和8年12月28日(月) 理由:<b>訂正</b>',
  ]);
  await again.close();
});

test('another person is another appointment: the former one is cancelled', async () => {
  const form = await openFrom(practice, '変更', '花園 さくら');
  await form.fill({ 氏名: null, 職員: STAFF });
  expect((await form.submit()).errors).toEqual({});
  await form.close();
  expect((await rows()).at(-1)).toBe('長寿課 職員 太郎(令和8年12月28日(月)まで)');
  expect(
    await rowsOf(
      practice,
      `select p.name, a.cancelled_at is not null as cancelled, a.guide_wanted
         from appointment a join person p on p.id = a.person_id join section s on s.id = a.section_id
         where s.name = '長寿課' order by cancelled desc`,
    ),
  ).toEqual([
    { name: '花園 さくら', cancelled: true, guide_wanted: false },
    { name: '職員 太郎', cancelled: false, guide_wanted: true },
  ]);
  expect((await openFrom(practice, '変更', '職員 太郎')).text).toContain('変更前:氏名 花園 さくら');
});

test('of two who change the same, the second is told and undoes nothing', async () => {
  const first = await openFrom(practice, '変更', '花園 さくら');
  await first.close();
  const late = await openFrom(practice, '変更', '花園 さくら');
  const { viewId } = late;
  await rowsOf(practice, "update appointment set revision = revision + 1 where ends_on = '2026-12-28'");
  await late.fill({ 任期終了日: '2026-11-30' });
  expect([(await late.submit()).errors, viewId]).toEqual([{ 職員: MEANWHILE }, late.viewId]);
  await late.close();
  expect((await rows()).at(-1)).toBe('長寿課 花園 さくら(令和8年12月28日(月)まで)');
});

test('a change may not put somebody where they are already', async () => {
  await register(practice, {
    職員: PROMOTER,
    役割: '推進員',
    部局: '市民協働部',
    '課・室等': '総務課',
    任期開始日: '2026-04-01',
  });
  const form = await openFrom(practice, '変更', '花園 さくら');
  await form.fill({ 氏名: null, 職員: PROMOTER, '課・室等': '福祉課' });
  expect((await form.submit()).errors).toEqual({
    任期開始日:
      '青空 そらさんは、この期間に福祉課の協働推進員としてすでに登録されています。職員と期間を確かめてください。',
  });
});

test('記録を取り消す takes an error out of every roster and keeps the row with the reason', async () => {
  const form = await openFrom(practice, '記録を取り消す', '青空 そら');
  expect([form.title, form.labels, form.text.includes('福祉課 協働推進員 青空 そら')]).toEqual([
    '記録を取り消す',
    ['理由'],
    true,
  ]);
  await form.fill({ 理由: '入力の誤り' });
  expect((await form.submit()).errors).toEqual({});
  await form.close();
  expect([(await rows()).at(2), (await rows('令和8年5月1日')).at(2)]).toEqual(['福祉部', '福祉部']);
  expect(await rows()).toContain('福祉課 未選任');
  expect(
    await rowsOf(practice, "select reason, after from audit_line where action = 'cancel-appointment'"),
  ).toEqual([{ reason: '入力の誤り', after: { cancelled: true } }]);
  expect(await rowsOf(practice, 'select count(*)::int as n from appointment')).toEqual([{ n: 2 }]);
});

test('what was cancelled can not be changed, and who no longer is a promoter has no form of one', async () => {
  const form = await openFrom(practice, '変更', '青空 そら');
  await rowsOf(practice, 'update appointment set cancelled_at = now()');
  await form.fill({ 任期終了日: '2026-11-30' });
  expect((await form.submit()).errors).toEqual({ 職員: GONE });
  expect(await auditOf(practice, SECRETARY)).toEqual([]);
});
