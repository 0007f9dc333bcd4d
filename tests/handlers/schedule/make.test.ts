import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Practice, SECRETARY, STAFF, startPractice } from '../../support/practice.ts';
import { actorOf, auditOf, countOf, recordAs, rowsOf } from '../steps.ts';
import { openMake, openPlan, recordBaseYear } from './steps.ts';

let practice: Practice;
beforeEach(async () => {
  practice = await startPractice({ now: '2026-04-06T10:00:00+09:00' });
  await recordBaseYear(practice);
}, 60_000);
afterEach(async () => {
  expect(practice.slack.refusals).toEqual([]);
  await practice.stop();
});

/** 予定 as the record has them. */
const planned = () =>
  rowsOf(
    practice,
    `select name, held_on::text as on, held_until::text as until, precision::text, way::text from (
       select b.name, held_on, held_until, precision, way::text from meeting m
         join body_year b on b.workspace_id = m.workspace_id and b.body_id = m.body_id where m.held_on > '2026-04-06'
       union all select coalesce(p.name, s.other_name), held_on, held_until, precision, way::text from training_session s
         left join programme_year p on p.workspace_id = s.workspace_id and p.programme_id = s.programme_id where s.held_on > '2026-04-06'
     ) every order by held_on`,
  );
const nextMessage = () =>
  practice.slack.dm(SECRETARY).next(({ plain }) => plain.startsWith('令和8年度の年間'));

test('the years are offered: from January on the next one, before that this one, and the one before as base', async () => {
  expect((await openMake(practice)).values).toEqual({ 年度: '令和8年度', 基にする年度: '令和7年度' });
  practice.clock.set('2027-01-04T10:00:00+09:00');
  expect((await openMake(practice)).values).toEqual({ 年度: '令和9年度', 基にする年度: '令和8年度' });
});

test('each occasion has its proposal: working days, the distance kept, promoters sooner, and a month to be chosen', async () => {
  const plan = await openPlan(practice);
  expect(plan.title).toBe('年間スケジュールの案');
  expect(plan.values).toEqual({
    予定日1: '2026-08-07',
    予定日2: '2026-07-03',
    予定日3: '2026-10-21',
    予定日4: null,
    予定日5: '2026-06-18',
    年月だけの予定: [],
  });
  for (const words of [
    '令和7年度:令和7年8月8日まで 開催案内送付(書面開催)',
    '令和6年度実施状況報告書について(報告)',
    '協働推進本部会議幹事会(令和8年7月3日まで)の24開庁日後です。',
    '案:令和8年7月から9月まで(日を選んでください)',
    '役割を早く知っていただけるよう、6月からの案にしています。',
  ])
    expect(plan.text).toContain(words);
});

test('confirmed, they are 予定 in one transaction, with one message, however often it is sent', async () => {
  const plan = await openPlan(practice);
  await plan.fill({ 予定日3: '2026-10-22', 年月だけの予定: ['日が空欄のものを、年月の予定として登録する'] });
  const { form: done } = await plan.submit({ twice: true });
  expect(done?.text).toContain('5件の予定を登録しました。');
  expect(await planned()).toEqual([
    { name: '協働推進員研修', on: '2026-06-18', until: null, precision: 'day', way: 'onsite' },
    {
      name: '係長級・技能長昇格前研修',
      on: '2026-07-01',
      until: '2026-09-01',
      precision: 'month',
      way: 'video',
    },
    { name: '協働推進本部会議幹事会', on: '2026-07-03', until: null, precision: 'until', way: 'written' },
    { name: '協働推進本部会議', on: '2026-08-07', until: null, precision: 'until', way: 'written' },
    { name: '協働事業成案化検討会議', on: '2026-10-22', until: null, precision: 'day', way: 'onsite' },
  ]);
  const message = await nextMessage();
  for (const line of [
    '5件の予定です。',
    '令和8年6月18日 市民会館 【予定】協働推進員研修',
    '令和8年8月7日まで 開催案内送付(書面開催) 【予定】協働推進本部会議',
    '令和8年10月22日 【予定】協働事業成案化検討会議',
  ])
    expect(message.plain).toContain(line);
  expect(
    await rowsOf(practice, "select count(*)::int as n from delivery where kind = 'schedule-recorded'"),
  ).toEqual([{ n: 1 }]);
  expect(
    await rowsOf(
      practice,
      "select text from agenda_item i join meeting m on m.id = i.meeting_id where m.held_on = '2026-08-07' order by position",
    ),
  ).toEqual([
    { text: '協働推進本部会議の年間スケジュールについて' },
    { text: '令和7年度実施状況報告書について' },
  ]);
  expect((await auditOf(practice, SECRETARY)).filter((action) => action === 'record-schedule')).toHaveLength(
    5,
  );
});

test('given a second time, nothing is filled in, and nothing is made', async () => {
  await (await openPlan(practice)).submit();
  await nextMessage();
  const before = await planned();
  const again = await openPlan(practice);
  expect(again.values).toMatchObject({ 予定日1: null, 予定日2: null, 予定日3: null, 予定日5: null });
  expect(again.text).toContain('すでに記録があります:令和8年8月7日まで');
  expect((await again.submit()).errors).toEqual({
    予定日1: '予定日が1つも入っていません。登録する予定の日を選んでください。',
  });
  expect(await planned()).toEqual(before);
});

test('what another records meanwhile is not made a second time, and it is said', async () => {
  const plan = await openPlan(practice);
  await recordAs(practice, actorOf('U0COLLEAGUE', 'secretariat'), {
    body: '協働事業成案化検討会議',
    heldOn: '2026-10-21',
  });
  await rowsOf(
    practice,
    `insert into training_session (workspace_id, id, programme_id, fiscal_year, way, precision, held_on, recorded_by, recorded_at, confirmed_at)
     select workspace_id, gen_random_uuid(), programme_id, 2026, way, 'day', '2026-06-18', 'U0COLLEAGUE', now(), now()
     from training_session where held_on = '2026-01-15'`,
  );
  const { form: done } = await plan.submit();
  expect(done?.text).toContain('2件の予定を登録しました。');
  expect(done?.text).toContain('2件は、同じ会議体・研修の同じ日の記録がすでにあるため、登録していません。');
  expect((await planned()).map(({ on }) => on)).toEqual([
    '2026-06-18',
    '2026-07-03',
    '2026-08-07',
    '2026-10-21',
  ]);
});

test('what can not be says so at its field, and nothing is recorded', async () => {
  const plan = await openPlan(practice);
  const errorsOf = async (entries: Parameters<typeof plan.fill>[0]) => {
    await plan.fill(entries);
    return (await plan.submit()).errors;
  };
  const before = await countOf(practice, 'meeting');
  expect(await errorsOf({ 予定日1: '2027-04-01' })).toEqual({
    予定日1: '令和8年度の日(4月1日から翌年3月31日まで)を選んでください。',
  });
  expect(await errorsOf({ 予定日1: '2026-04-06' })).toEqual({
    予定日1: '予定日は、今日より後の日を選んでください。登録しないときは空欄にしてください。',
  });
  const [{ id } = {}] = await rowsOf(practice, "select id from meeting where held_on = '2025-10-15'");
  await rowsOf(practice, 'update meeting set cancelled_at = now() where id = $1', [id]);
  expect(await errorsOf({ 予定日1: '2026-08-07' })).toEqual({
    予定日3: expect.stringContaining('基にした記録が取り消されました。'),
  });
  expect(await countOf(practice, 'meeting')).toBe(before);
  expect(await countOf(practice, "delivery where kind = 'schedule-recorded'")).toBe(0);
});

test.each([
  [{ 年度: '令和7年度' }, '年度', 'これからの予定を作るので、今年度か、その後の年度を入力してください。'],
  [{ 年度: 'いつか' }, '年度', expect.stringContaining('令和5年度')],
  [{ 基にする年度: 'R8' }, '基にする年度', '「年度」より前の年度を入力してください。'],
  [
    { 基にする年度: '2020' },
    '基にする年度',
    expect.stringContaining('令和2年度には、基にできる会議や研修の記録がありません。'),
  ],
])('%o is refused at %s', async (entries, label, sentence) => {
  const form = await openMake(practice);
  await form.fill(entries);
  expect((await form.submit()).errors).toEqual({ [label]: sentence });
});

test('is for the secretariat alone', async () => {
  const staff = practice.slack.person(STAFF);
  await staff.command('/kyodo');
  const menu = await staff.nextAnswer();
  expect(menu.buttons).not.toContain('年間スケジュールを作成');
  await staff.pressRaw({
    in: menu,
    action: { type: 'button', block_id: 'pressed', action_id: 'schedule.new', value: 'new' },
  });
  expect((await staff.nextAnswer()).plain).toContain('事務局');
});

test('the message follows its 予定: cancelled, they are no longer counted', async () => {
  await (await openPlan(practice)).submit();
  const message = await nextMessage();
  const [{ id } = {}] = await rowsOf(practice, "select id from meeting where held_on = '2026-10-21'");
  const form = await (
    await practice.secretary.pressRaw({
      in: message,
      action: { type: 'button', block_id: 'pressed', action_id: 'meeting.cancel', value: String(id) },
    })
  ).opened();
  await form.fill({ 理由: '日程の都合' });
  await form.submit();
  const changed = await practice.slack.until(
    ({ ts, plain }) => ts === message.ts && plain.includes('3件の予定です。'),
  );
  expect(changed.plain).toContain('【取消し】協働事業成案化検討会議');
});
