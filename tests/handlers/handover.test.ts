import { afterAll, beforeAll, expect, test } from 'vitest';
import { runJobsAt } from '../support/jobs.ts';
import { type Practice, SECRETARY, STAFF, startPractice } from '../support/practice.ts';
import { putRoster } from '../support/promoters.ts';
import { readFile } from '../support/read-file.ts';
import { sentFile } from '../support/sent-file.ts';
import { answerTo, auditOf, recordByForm, rowsOf, WORKSPACE, withDatabase } from './steps.ts';

/** `/kyodo 引継`: what a successor needs, as a file in one's own messages. */

const PROMOTER = 'U0PROMOTER';
const CHIEF = 'U0CHIEF';
const NEW = 'U0NEW';
const people = [
  { id: PROMOTER, real_name: '青空 そら', email: 'sora@city.example' },
  { id: CHIEF, real_name: '主任 一郎', email: 'ichiro@city.example' },
  { id: NEW, real_name: '新任 花子', email: 'shinnin@city.example' },
];
const roster = [
  {
    department: '福祉部',
    section: '福祉課',
    name: '青空 そら',
    slackId: PROMOTER,
    email: 'sora@city.example',
  },
  {
    department: '福祉部',
    section: '福祉総務課',
    role: 'chief',
    name: '主任 一郎',
    slackId: CHIEF,
    email: 'ichiro@city.example',
  },
] as const;

let practice: Practice;
beforeAll(async () => {
  practice = await startPractice({ now: '2026-11-24T10:00:00+09:00', people });
  await withDatabase(practice, (db) =>
    putRoster(db, WORKSPACE, roster, new Date('2026-04-01T09:00:00+09:00')),
  );
  const form = await (await practice.secretary.command('/kyodo-promoter', '登録')).opened();
  await form.fill({
    職員: NEW,
    役割: '推進員',
    部局: '福祉部',
    '課・室等': '高齢課',
    任期開始日: '2026-11-25',
  });
  expect((await form.submit()).errors).toEqual({});
  await recordByForm(practice, { 開催日: '2026-12-10', 案件: '年間スケジュールについて' });
});
afterAll(async () => {
  expect(practice.slack.refusals).toEqual([]);
  await practice.stop();
});

const dm = (id: string) => practice.slack.dm(id);
const filesIn = (id: string): number => dm(id).messages.filter(({ files }) => files.length > 0).length;

test('the secretariat gets the file as Word: the message that it is made becomes the message that it is there', async () => {
  const answer = await answerTo(practice.secretary, '/kyodo', '引継');
  expect(answer.plain).toContain('引継資料(事務局)を作成しています。協DOボットとのメッセージに届きます。');
  const sent = await dm(SECRETARY).next(({ files }) => files.length > 0);
  const { name, bytes } = await sentFile(practice, sent);
  expect(name).toBe('引継資料(事務局)_令和8年11月24日.docx');
  const told = await dm(SECRETARY).until(({ text }) => text === '引継資料(事務局)を作成しました。');
  expect(told.edited).toBe(true);
  const read = await readFile(bytes, 'docx');
  const words = JSON.stringify(read);
  expect(read.title).toBe('引継資料(事務局)');
  expect(words).toContain('令和8年12月10日(木)');
  // 事務局 is named by the environment here: in 設定 there is nobody yet.
  expect(words).toContain('事務 局子さん');
});

test('asked for twice at once it is made once', async () => {
  practice.clock.set('2026-11-24T10:05:00+09:00');
  const before = filesIn(SECRETARY);
  await practice.secretary.command('/kyodo', 'handover');
  await practice.secretary.command('/kyodo', 'handover');
  await dm(SECRETARY).next(({ files }) => files.length > 0);
  await practice.bot.settled();
  expect(filesIn(SECRETARY)).toBe(before + 1);
});

test('where Slack takes no file it says so in the same place, and may be tried again at once', async () => {
  practice.clock.set('2026-11-24T10:10:00+09:00');
  const mended = practice.slack.faults.always('files.completeUploadExternal', { error: 'internal_error' });
  const before = filesIn(SECRETARY);
  await practice.secretary.command('/kyodo', '引継');
  const told = await dm(SECRETARY).until(({ text }) => text.includes('を作成できませんでした。'));
  mended();
  await practice.secretary.press('もう一度作成', { in: told });
  await dm(SECRETARY).next(({ files }) => files.length > 0);
  expect(filesIn(SECRETARY)).toBe(before + 1);
});

test('a 推進員 gets the file of their section, a 主任 that of the department', async () => {
  for (const [id, title] of [
    [PROMOTER, '引継資料(福祉部 福祉課)'],
    [CHIEF, '引継資料(福祉部)'],
  ] as const) {
    const answer = await answerTo(practice.slack.person(id), '/kyodo', '引継');
    expect(answer.plain).toContain(`${title}を作成しています。`);
    const sent = await dm(id).next(({ files }) => files.length > 0);
    const { name, bytes } = await sentFile(practice, sent);
    expect(name).toBe(`${title}_令和8年11月24日.docx`);
    expect((await readFile(bytes, 'docx')).title).toBe(title);
  }
});

test('役割のご案内 has 引継資料を見る: the file of the section to which one was appointed, for that person alone', async () => {
  await runJobsAt(practice, '2026-11-25T09:00:00');
  const guide = await dm(NEW).next(({ plain }) => plain.startsWith('協働推進員の役割のご案内'));
  expect(guide.buttons).toContain('引継資料を見る');
  await practice.slack.person(NEW).press('引継資料を見る', { in: guide });
  const sent = await dm(NEW).next(({ files }) => files.length > 0);
  expect((await sentFile(practice, sent)).name).toBe('引継資料(福祉部 高齢課)_令和8年11月25日.docx');
  const appointment = await rowsOf(
    practice,
    `select a.id from appointment a join person p on p.id = a.person_id where p.slack_id = $1`,
    [NEW],
  );
  const action = {
    type: 'button',
    block_id: 'handover',
    action_id: 'handover.see',
    value: String(appointment[0]?.id),
  };
  const staff = practice.slack.person(STAFF);
  await staff.pressRaw({ in: await answerTo(staff, '/kyodo'), action });
  expect((await staff.nextAnswer()).plain).toContain('恐れ入りますが');
  expect(filesIn(STAFF)).toBe(0);
});

test('anybody else is refused in one sentence, and that is noted', async () => {
  const staff = practice.slack.person(STAFF);
  const answer = await answerTo(staff, '/kyodo', '引継');
  expect(answer.plain).toBe(
    '恐れ入りますが、この操作は、協働推進員と事務局が行います。事務局にご相談ください。',
  );
  expect(filesIn(STAFF)).toBe(0);
  expect((await auditOf(practice, STAFF)).at(-1)).toBe('refused take-handover');
});
