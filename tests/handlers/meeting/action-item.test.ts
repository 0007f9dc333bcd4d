import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Form } from '../../../src/sandbox/driver/form.ts';
import type { Message } from '../../../src/sandbox/driver/messages-read.ts';
import { runJobsAt } from '../../support/jobs.ts';
import { type Practice, SECRETARY, STAFF } from '../../support/practice.ts';
import { COLLEAGUE, homeOf, NEWCOMER, PROMOTER, pressAnywhere, startAskedCity } from '../asked-city.ts';
import { NOWHERE } from '../forgery.ts';
import { answerTo, meetingIds, pressToOpen, recordByForm, rowsOf } from '../steps.ts';

/** 対応事項, from the meeting at which something is promised to the next one, as people see it. */

const SURVEY = '先進市の例を調べる';
const LEAFLET = 'ちらしの案をまとめる';

let practice: Practice;
let told: Message;
beforeAll(async () => {
  practice = await startAskedCity();
  told = await recordByForm(practice, { 開催日: '2026-11-19' });
});
afterAll(async () => {
  expect(practice.slack.refusals).toEqual([]);
  await practice.stop();
});

const dmOf = (person: string) => practice.slack.dm(person);
const morningOf = (person: string, fits: (message: Message) => boolean) =>
  dmOf(person).until((message) => message.text.startsWith('回答・確認のお願い') && fits(message));
const morningsOf = (person: string): number =>
  dmOf(person).messages.filter(({ text }) => text.startsWith('回答・確認のお願い')).length;
const listOf = async (person: string): Promise<Message> =>
  answerTo(practice.slack.person(person), '/kyodo-meeting', '対応事項');
const idOf = async (text: string): Promise<string> =>
  String((await rowsOf(practice, 'select id from action_item where text = $1', [text]))[0]?.id);
const done = async (form: Form): Promise<Form> => {
  const { errors, form: next } = await form.submit();
  expect(errors).toEqual({});
  if (next === undefined) throw new Error('nothing was said of it');
  return next;
};

test('is registered from 記録しました, for a section or a person, until a day to come', async () => {
  const form = await pressToOpen(practice.secretary, '対応事項を登録', told);
  expect([form.title, form.submitText, form.labels]).toEqual([
    '対応事項を登録',
    '登録する',
    ['内容', '担当の課・室等', '担当の職員', '期限'],
  ]);
  await form.fill({ 内容: SURVEY, 期限: '2026-11-20' });
  expect((await form.submit()).errors).toEqual({
    期限: '令和8年11月20日(金)より後の日を選んでください。',
  });
  await form.fill({ 期限: '2026-12-10' });
  expect((await form.submit()).errors).toEqual({
    '担当の課・室等': '担当の課・室等か、担当の職員を選んでください。',
  });
  await form.fill({ '担当の課・室等': '福祉部 福祉課', 担当の職員: STAFF });
  expect((await form.submit()).errors).toEqual({
    担当の職員: '担当の課・室等を選んだときは、担当の職員を空欄にしてください。',
  });
  await form.fill({ 担当の職員: null });
  const kept = await done(form);
  expect([kept.title, kept.text]).toEqual(['登録しました', expect.stringContaining('担当:福祉部 福祉課')]);
  await kept.press('続けて登録');
  const again = await kept.until(({ submitText }) => submitText !== '');
  await again.fill({ 内容: LEAFLET, 担当の職員: NEWCOMER, 期限: '2026-12-12' });
  const warned = await done(again);
  expect(warned.text).toContain('担当:新人 まことさん');
  expect(warned.text).toContain(
    '期限の令和8年12月12日(土)は閉庁日です。次の開庁日は令和8年12月14日(月)です。',
  );
  await warned.close({ all: true });
});

test('the section is found by typing a part of its name, and what it is called is checked when it is sent', async () => {
  const form = await pressToOpen(practice.secretary, '対応事項を登録', told);
  expect(await form.offered('担当の課・室等', '公園　環境部')).toEqual(['環境部 公園課']);
  await form.fill({ 内容: '掲示板を直す', '担当の課・室等': '環境部 公園課', 期限: '2026-12-10' });
  await rowsOf(practice, "update section set ended_on = '2026-11-19' where name = '公園課'");
  const refused = { '担当の課・室等': 'この課・室等は見つかりませんでした。選び直してください。' };
  expect((await form.submit()).errors).toEqual(refused);
  // What was never offered may come back.
  form.force({ sectionId: { selected_option: { value: NOWHERE } } });
  expect((await form.submit()).errors).toEqual(refused);
  await form.close({ all: true });
  await rowsOf(practice, "update section set ended_on = null where name = '公園課'");
});

test('its form for changes shows the section it has, which is offered though it has ended', async () => {
  await rowsOf(practice, "update section set ended_on = '2026-11-19' where name = '福祉課'");
  const form = await pressAnywhere(practice, SECRETARY, 'action-item.edit', await idOf(SURVEY));
  const shown = form.values['担当の課・室等'];
  expect([shown, ...(await form.offered('担当の課・室等', '福祉課'))]).toEqual(
    Array(2).fill('福祉部 福祉課'),
  );
  await (await done(form)).close({ all: true });
  await rowsOf(practice, "update section set ended_on = null where name = '福祉課'");
});

test('stands on the Home tab of who is responsible at once, and all of them on that of the secretariat', async () => {
  const [own, person, secretariat, other] = [
    await homeOf(practice, PROMOTER),
    await homeOf(practice, NEWCOMER),
    await homeOf(practice, SECRETARY),
    await homeOf(practice, STAFF),
  ];
  expect(own.text).toContain(
    `対応事項:${SURVEY}\n期限:令和8年12月10日(木) あと13開庁日\n福祉部 福祉課の分です。`,
  );
  expect([own.text.includes(LEAFLET), person.text.includes(SURVEY)]).toEqual([false, false]);
  expect(person.text).toContain(`対応事項:${LEAFLET}`);
  expect(secretariat.text).toContain('対応事項(2件)');
  expect(secretariat.text).toContain(`・${SURVEY} 期限:令和8年12月10日(木) 福祉部 福祉課`);
  expect(secretariat.text).toContain(`・${LEAFLET} 期限:令和8年12月12日(土) 新人 まことさん`);
  expect(other.text).not.toMatch(/対応事項/u);
});

test('is listed for those who may see it, and for nobody else', async () => {
  const [secretariat, promoter, staff] = [
    await listOf(SECRETARY),
    await listOf(PROMOTER),
    await answerTo(practice.slack.person(STAFF), '/kyodo-meeting', 'actions'),
  ];
  const shown = ({ plain }: Message) => [SURVEY, LEAFLET].filter((text) => plain.includes(text));
  expect([shown(secretariat), shown(promoter), shown(staff)]).toEqual([[SURVEY, LEAFLET], [SURVEY], []]);
  expect(staff.plain).toContain('表示できる対応事項はありません。');
  expect([secretariat.buttons.slice(0, 2), promoter.buttons]).toEqual([
    ['済みにする', '編集'],
    ['済みにする'],
  ]);
});

test('is asked 3 working days before its day, of both who serve for the section; settled with a word it is so for both', async () => {
  await runJobsAt(practice, '2026-12-04T09:00:00');
  await runJobsAt(practice, '2026-12-07T09:00:00');
  const asked = await morningOf(PROMOTER, ({ plain }) => plain.includes(SURVEY));
  expect(asked.plain).toContain(`対応事項:${SURVEY}\n期限:令和8年12月10日(木) あと3開庁日`);
  expect(asked.plain).toContain('協働推進本部会議 令和8年11月19日の対応事項です。');
  expect(asked.buttons).toEqual(['済みにする', '翌開庁日に再通知']);
  await morningOf(COLLEAGUE, ({ plain }) => plain.includes(SURVEY));
  expect([morningsOf(PROMOTER), morningsOf(COLLEAGUE), morningsOf(NEWCOMER)]).toEqual([1, 1, 0]);

  const form = await pressToOpen(practice.slack.person(PROMOTER), '済みにする', asked);
  expect([form.title, form.submitText, form.labels]).toEqual([
    '対応事項を済みにする',
    '済みにする',
    ['ひとこと'],
  ]);
  await form.fill({ ひとこと: '3市の例を資料にまとめました' });
  const settled = await done(form);
  expect([settled.title, settled.text]).toEqual([
    '済みにしました',
    expect.stringContaining(`「${SURVEY}」を令和8年12月7日(月) 9:00に済みにしました。`),
  ]);
  await settled.close({ all: true });
  for (const person of [PROMOTER, COLLEAGUE]) {
    const now = await morningOf(person, ({ plain }) => plain.includes('(済み)'));
    expect(now.plain).toContain('ひとこと:3市の例を資料にまとめました');
    expect(now.buttons).toEqual(['取り消す']);
  }
  // Of what is done nobody is reminded, and it is in no list any more.
  await runJobsAt(practice, '2026-12-09T09:00:00');
  expect([morningsOf(PROMOTER), (await listOf(SECRETARY)).plain.includes(SURVEY)]).toEqual([1, false]);
});

test('taken back it is asked again, on the days it has', async () => {
  const before = await morningOf(PROMOTER, ({ plain }) => plain.includes('(済み)'));
  const person = practice.slack.person(PROMOTER);
  await person.press('取り消す', { in: before });
  expect((await person.nextAnswer()).plain).toContain('元に戻しました');
  await morningOf(PROMOTER, ({ buttons }) => buttons.includes('済みにする'));
  await runJobsAt(practice, '2026-12-10T09:00:00');
  const again = await morningOf(PROMOTER, ({ plain }) => plain.includes('本日が期限です'));
  expect(again.plain).toContain(SURVEY);
  await person.press('翌開庁日に再通知', { in: again });
  await morningOf(PROMOTER, ({ plain }) =>
    plain.includes('令和8年12月11日(金)の朝に、もう一度お知らせします。'),
  );
});

test('stands in the form of the next meeting of the body, with how it stands, and not in that of its own', async () => {
  const settle = await pressAnywhere(practice, SECRETARY, 'action-item.settle', await idOf(SURVEY));
  await (await done(settle)).close({ all: true });
  practice.clock.set('2026-12-11T10:00:00+09:00');
  const next = await recordByForm(practice, { 開催日: '2026-12-10' });
  const form = await pressToOpen(practice.secretary, '内容を記録', next);
  expect(form.text).toContain('前回からの対応事項');
  expect(form.text).toContain(`・${SURVEY}\n担当:福祉部 福祉課 期限:令和8年12月10日(木) 済み(`);
  expect(form.text).toContain(`・${LEAFLET}\n担当:新人 まことさん 期限:令和8年12月12日(土) 対応中`);
  await form.close({ all: true });
  const [first = ''] = await meetingIds(practice);
  const own = await pressAnywhere(practice, SECRETARY, 'meeting.contents', first);
  expect([own.text.includes('前回からの対応事項'), own.text.includes('この会議の対応事項')]).toEqual([
    false,
    true,
  ]);
  await own.close({ all: true });
  // After the next meeting what was settled before it is not told any more.
  practice.clock.set('2026-12-15T10:00:00+09:00');
  const third = await recordByForm(practice, { 開催日: '2026-12-14' });
  const last = await pressToOpen(practice.secretary, '内容を記録', third);
  expect([last.text.includes(LEAFLET), last.text.includes(SURVEY)]).toEqual([true, true]);
  await last.close({ all: true });
  await rowsOf(practice, "update action_item set settled_at = '2026-12-09T10:00:00+09:00' where text = $1", [
    SURVEY,
  ]);
  const later = await pressToOpen(practice.secretary, '内容を記録', third);
  expect([later.text.includes(LEAFLET), later.text.includes(SURVEY)]).toEqual([true, false]);
  await later.close({ all: true });
});

test('given up with a reason, it says so where it was asked, and can be restored', async () => {
  await runJobsAt(practice, '2026-12-15T10:05:00');
  const asked = await morningOf(NEWCOMER, ({ plain }) => plain.includes('期限を過ぎています'));
  expect(asked.plain).toContain(`対応事項:${LEAFLET}`);
  const drop = await pressAnywhere(practice, SECRETARY, 'action-item.drop', await idOf(LEAFLET));
  expect([drop.title, drop.submitText]).toEqual(['対応事項を取りやめる', '取りやめる']);
  await drop.fill({ 理由: '催しが中止になったため' });
  const dropped = await done(drop);
  expect(dropped.buttons).toContain('元に戻す');
  const now = await morningOf(NEWCOMER, ({ plain }) => plain.includes('取りやめになりました'));
  expect([now.plain.includes('理由:催しが中止になったため'), now.buttons]).toEqual([true, []]);
  await dropped.press('元に戻す');
  await morningOf(NEWCOMER, ({ buttons }) => buttons.includes('済みにする'));
  await practice.secretary.form?.close({ all: true });
});

test('of a meeting whose record is taken back nothing is owed, until that is restored', async () => {
  const [first = ''] = await meetingIds(practice);
  const cancel = await pressAnywhere(practice, SECRETARY, 'meeting.cancel', first);
  expect(cancel.text).toContain('対応中の対応事項1件のお知らせも止まります。');
  await cancel.fill({ 理由: '重複のため' });
  await cancel.submit();
  const now = await morningOf(NEWCOMER, ({ plain }) => plain.includes('この会議の記録は取り消されました'));
  expect([now.text, now.buttons]).toEqual(['回答・確認のお願い(すべて済みました)', []]);
  expect((await homeOf(practice, NEWCOMER)).text).not.toContain(LEAFLET);
  const list = await answerTo(practice.secretary, '/kyodo', 'ヘルプ');
  const action = { type: 'button', block_id: 'x', action_id: 'meeting.restore', value: first };
  await practice.secretary.pressRaw({ in: list, action });
  await practice.secretary.nextAnswer();
  await morningOf(NEWCOMER, ({ buttons }) => buttons.includes('済みにする'));
});

test('nothing is promised at a meeting to come', async () => {
  const coming = await recordByForm(practice, { 開催日: '2027-02-01' });
  expect(coming.buttons).not.toContain('対応事項を登録');
  const id = String((await rowsOf(practice, "select id from meeting where held_on = '2027-02-01'"))[0]?.id);
  const refused = await pressAnywhere(practice, SECRETARY, 'action-item.open', id);
  expect(refused.text).toContain('これから開く会議には、対応事項を登録できません。');
});
