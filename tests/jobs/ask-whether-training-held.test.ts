import { WebClient } from '@slack/web-api';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import type { Message } from '../../src/sandbox/driver/messages-read.ts';
import { createChannels } from '../../src/slack/channels.ts';
import { createPeople } from '../../src/slack/people.ts';
import { empty } from '../handlers/emptied.ts';
import { pressToOpen, rowsOf } from '../handlers/steps.ts';
import { recordTraining } from '../handlers/training/steps.ts';
import { createKeptLog } from '../support/desk.ts';
import { runDueJobs } from '../support/jobs.ts';
import { type Practice, SECRETARY, STAFF, startPractice } from '../support/practice.ts';

const ASKED = '予定どおり実施されましたか';

let practice: Practice;
let db: Database;
beforeAll(async () => {
  practice = await startPractice({ now: '2023-08-01T10:00:00+09:00' });
  db = practice.database.db;
});
afterEach(async () => {
  await empty(practice, 'training_session, delivery, job_slot');
  practice.clock.set('2023-08-01T10:00:00+09:00');
});
afterAll(async () => {
  expect(practice.slack.refusals).toEqual([]);
  await practice.stop();
});

/** The moment comes, and the jobs are looked at. */
const at = async (now: string): Promise<void> => {
  practice.clock.set(`${now}+09:00`);
  const { clock, slack } = practice;
  const workspace = { id: slack.team.id, secretariat: [SECRETARY] };
  const people = createPeople(new WebClient(slack.botToken, { slackApiUrl: slack.apiUrl }), clock);
  const channels = createChannels(new WebClient(slack.botToken, { slackApiUrl: slack.apiUrl }));
  await runDueJobs(practice.database, { clock, db, people, channels, workspace, log: createKeptLog() });
};
const nextQuestion = () => practice.slack.dm(SECRETARY).next(({ plain }) => plain.includes(ASKED));
const planned = () =>
  rowsOf(practice, `select ref from morning_line where kind = 'held-training' order by ref`);
const becomes = ({ ts }: Message, words: string) =>
  practice.slack.dm(SECRETARY).until((message) => message.ts === ts && message.plain.includes(words));

test.each([
  // Fri 11 August is 山の日.
  [
    'one day',
    { 開催日: '2023-08-10' },
    ['2023-08-10', '2023-08-12'],
    '2023-08-14',
    '令和5年8月10日 第1会議室',
  ],
  [
    'several days',
    { 開催日: '2023-08-07', 終了日: '2023-08-09' },
    ['2023-08-08', '2023-08-09'],
    '2023-08-10',
    '令和5年8月7日から9日まで 第1会議室',
  ],
  [
    'a month',
    { 開催日: '2023-09-10', 報告書での日付: '年月' },
    ['2023-09-11', '2023-09-29'],
    '2023-10-02',
    '令和5年9月 第1会議室',
  ],
])(
  'of %s it is asked about once, on the working day after its last day',
  async (_what, entries, before, day, printed) => {
    await recordTraining(practice, entries);
    for (const early of before) await at(`${early}T09:00:00`);
    expect(await planned()).toEqual([]);
    await at(`${day}T09:00:00`);
    const asked = await nextQuestion();
    expect([asked.plain, asked.buttons]).toEqual([
      [
        '回答・確認のお願い(1件)',
        '次の件をお願いします。回答すると、ここに「済み」と表示されます。',
        `協働推進員研修(${printed})は予定どおり実施されましたか。下のボタンからお知らせください。`,
        '問合せ:事務局',
      ].join('\n'),
      ['実施を確認', '日程を変更', '中止'],
    ]);
    await at('2023-10-10T09:00:00');
    expect(await planned()).toHaveLength(1);
  },
);

test('実施を確認 says when, and can be taken back; somebody else is refused', async () => {
  await recordTraining(practice, { 開催日: '2023-08-10' });
  await at('2023-08-14T09:00:00');
  const asked = await nextQuestion();
  const staff = practice.slack.person(STAFF);
  await staff.press('実施を確認', { in: asked });
  expect((await staff.nextAnswer()).plain).toContain('記録した人');
  await practice.secretary.press('実施を確認', { in: asked });
  const confirmed = await becomes(asked, '実施を確認しました');
  expect(confirmed.plain).toContain('令和5年8月14日(月) 9:00に実施を確認しました。');
  expect(confirmed.buttons).toEqual(['取り消す']);
  await practice.secretary.press('取り消す', { in: confirmed });
  await becomes(asked, ASKED);
});

test('日程を変更 to a day to come has it asked about again after that', async () => {
  await recordTraining(practice, { 開催日: '2023-08-10' });
  await at('2023-08-14T09:00:00');
  const asked = await nextQuestion();
  const form = await pressToOpen(practice.secretary, '日程を変更', asked);
  await form.fill({ 開催日: '2023-08-24' });
  expect(await form.submit()).toEqual({ closed: true, errors: {} });
  expect((await becomes(asked, '日程を変更しました')).buttons).toEqual([]);
  await at('2023-08-25T09:00:00');
  expect((await nextQuestion()).plain).toContain('令和5年8月24日');
});

test('中止 takes the record back with its reason', async () => {
  await recordTraining(practice, { 開催日: '2023-08-10' });
  await at('2023-08-14T09:00:00');
  const asked = await nextQuestion();
  const form = await pressToOpen(practice.secretary, '中止', asked);
  await form.fill({ 理由: '台風のため' });
  expect(await form.submit()).toEqual({ closed: true, errors: {} });
  const cancelled = await becomes(asked, '記録を取り消しました');
  expect([cancelled.plain.includes('理由:台風のため'), cancelled.buttons]).toEqual([true, []]);
});

test('an edit that leaves the date alone on the day does not stand for 実施を確認; one cancelled is not asked about', async () => {
  const told = await recordTraining(practice, { 開催日: '2023-08-10' });
  const other = await recordTraining(practice, { 開催日: '2023-08-10', 会場: '別の会場' });
  const cancel = await pressToOpen(practice.secretary, '記録を取り消す', other);
  await cancel.fill({ 理由: '重複' });
  await cancel.submit();
  practice.clock.set('2023-08-10T09:30:00+09:00');
  const form = await pressToOpen(practice.secretary, '編集', told);
  await form.fill({ 会場: '大会議室' });
  expect(await form.submit()).toEqual({ closed: true, errors: {} });
  await at('2023-08-14T09:00:00');
  expect((await nextQuestion()).plain).toContain('大会議室');
  expect(await planned()).toHaveLength(1);
});
