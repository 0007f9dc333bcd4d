import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Practice, startPractice } from '../../support/practice.ts';
import { putRoster, type RosterLine } from '../../support/promoters.ts';
import { homeOf, openAnswerForm } from '../asked-city.ts';
import { answerTo, rowsOf, WORKSPACE, withDatabase } from '../steps.ts';

/** 環境課 has a 主任 and a 推進員: what is the section's is asked of it once, with what is counted and told of it. */

const CHIEF = 'U0CHIEF';
const PROMOTER = 'U0PROMOTER';
const PARK = 'U0PARK';
const SUCCESSOR = 'U0SUCCESSOR';
const ROSTER: readonly RosterLine[] = [
  { department: '環境部', section: '環境課', name: '主任 一郎', slackId: CHIEF, role: 'chief' },
  { department: '環境部', section: '環境課', name: '推進 二郎', slackId: PROMOTER },
  {
    department: '環境部',
    section: '環境課',
    name: '後任 五子',
    slackId: SUCCESSOR,
    startsOn: '2026-12-03',
  },
  { department: '環境部', section: '公園課', name: '推進 三子', slackId: PARK },
];

let practice: Practice;
beforeAll(async () => {
  practice = await startPractice({
    now: '2026-11-24T10:00:00+09:00',
    people: ROSTER.flatMap(({ slackId: id, name: real_name = '' }) =>
      id === undefined ? [] : [{ id, real_name }],
    ),
  });
  await withDatabase(practice, (db) => putRoster(db, WORKSPACE, ROSTER, practice.clock.now()));
});
afterAll(async () => {
  expect(practice.slack.refusals).toEqual([]);
  await practice.stop();
});

/** Asks everybody at once; what 送信の確認 and the view after it say, and the inquiry's id. */
const send = async (title: string, answerForm: string, dueOn = '2026-11-26') => {
  const form = await (await practice.secretary.command('/kyodo-inquiry', '作成')).opened();
  await form.fill({
    件名: title,
    内容: '該当する事業をお知らせください。',
    区分: 'その他',
    回答期限: dueOn,
    対象: '協働推進員全員(主任を含む)',
    回答形式: answerForm,
    送信: '今すぐ送る',
  });
  const { form: confirmation } = await form.submit();
  const confirmed = confirmation?.text;
  const sent = (await confirmation?.submit())?.form;
  const [row] = await rowsOf(practice, 'select id from inquiry where title = $1', [title]);
  const said = [confirmed, sent?.text].join('\n');
  await sent?.close({ all: true });
  return { id: String(row?.id), said };
};

const toldOf = (title: string) =>
  rowsOf(
    practice,
    `select distinct d.recipient from inquiry i join delivery d on d.subject = 'inquiry:' || i.id
     where i.title = $1 and d.kind = 'inquiry-asked' order by d.recipient`,
    [title],
  );

test('確認のみ is asked of 主任 and 推進員 each, and the count says how many sections they are of', async () => {
  const { id, said } = await send('各自の確認', '確認のみ', '2026-12-24');
  expect(said).toContain('協働推進員3名(2課・室等)に照会します。お知らせが届くのは3名です。');
  expect(said).toContain('協働推進員3名(2課・室等)への照会を、送り始めました。');
  expect(await toldOf('各自の確認')).toEqual([CHIEF, PARK, PROMOTER].map((recipient) => ({ recipient })));
  expect((await answerTo(practice.secretary, '/kyodo-inquiry', '状況 1')).plain).toContain(
    '照会先3件(2課・室等) 回答0件・未回答3件',
  );
  await rowsOf(practice, "update inquiry set state = 'cancelled', ended_at = now() where id = $1", [id]);
});

test('what the section answers is asked once: counted once, escalated as one, and answered for both', async () => {
  const { id, said } = await send('課の調査', '該当の有無と記述');
  expect(said).toContain('協働推進員2名(2課・室等)に照会します。お知らせが届くのは2名です。');
  await practice.slack.dm(PROMOTER).next(({ plain }) => plain.includes('課の調査'));
  expect(await toldOf('課の調査')).toEqual([PARK, PROMOTER].map((recipient) => ({ recipient })));
  expect((await answerTo(practice.secretary, '/kyodo-inquiry', '状況 2')).plain).toContain(
    '照会先2件 回答0件・未回答2件',
  );
  const home = await homeOf(practice, CHIEF);
  expect(home.text).toContain('未回答 2件(2件中)');
  expect(home.buttons).not.toContain('回答する');
  // Three working days past the due day the 主任 hears of each section once.
  practice.clock.set('2026-12-01T09:00:00+09:00');
  const escalated = await practice.slack.dm(CHIEF).next(({ plain }) => plain.includes('課の調査'));
  expect(escalated.plain).toContain('課の調査 部局の未回答:環境課 1件、公園課 1件');
  // The 主任 of the section may answer for it, and then nobody owes it any more.
  const form = await openAnswerForm(practice, CHIEF, id, '環境課');
  expect(form.title).toBe('照会に回答');
  await form.fill({ 該当: '該当なし' });
  expect((await form.submit()).errors).toEqual({});
  await practice.slack
    .dm(PROMOTER)
    .until(({ plain }) => plain.includes('課の調査') && plain.includes('回答を受け付けました'));
  expect((await answerTo(practice.secretary, '/kyodo-inquiry', '状況 2')).plain).toContain(
    '照会先2件 回答1件・未回答1件',
  );
  expect((await homeOf(practice, CHIEF)).text).toContain('未回答 1件(2件中)');
});

test('where the 推進員 goes it is with the 主任 of the section, as their own, then with the successor', async () => {
  await rowsOf(
    practice,
    "update appointment set ends_on = '2026-12-01' where role = 'promoter' and starts_on < '2026-12-01' and section_id = (select id from section where name = '環境課')",
  );
  practice.clock.set('2026-12-01T10:00:00+09:00');
  await send('引き継ぐ調査', '件数', '2026-12-10');
  await practice.slack.dm(PROMOTER).next(({ plain }) => plain.includes('引き継ぐ調査'));
  practice.clock.set('2026-12-02T09:00:00+09:00');
  const told = await practice.slack.dm(CHIEF).next(({ plain }) => plain.includes('引き継ぐ調査'));
  expect(told.plain).toContain('環境部 環境課の分です。');
  expect(told.plain).not.toContain('未選任');
  const form = await (await practice.slack.person(CHIEF).press('回答する', { in: told })).opened();
  expect(form.title).toBe('照会に回答');
  await form.close({ all: true });
  practice.clock.set('2026-12-03T09:00:00+09:00');
  await practice.slack.dm(SUCCESSOR).next(({ plain }) => plain.includes('引き継ぐ調査'));
  expect((await homeOf(practice, CHIEF)).buttons).not.toContain('回答する');
});

test('a vacant section falls to the 主任, and 送信の確認 says so though no 主任 is asked', async () => {
  await withDatabase(practice, (db) =>
    putRoster(db, WORKSPACE, [{ department: '福祉部', section: '児童課' }], practice.clock.now()),
  );
  await rowsOf(
    practice,
    "update appointment set ends_on = '2026-11-30' where starts_on < '2026-12-01' and role = 'promoter' and section_id = (select id from section where name = '公園課')",
  );
  const { said } = await send('空席のある調査', '件数', '2026-12-10');
  expect(said).toContain('協働推進員1名(3課・室等)に照会します。');
  expect(said).toContain('・環境部 公園課(未選任)→ 協働推進員(主任)');
  expect(said).toContain('・福祉部 児童課(未選任)→ 事務局');
});
