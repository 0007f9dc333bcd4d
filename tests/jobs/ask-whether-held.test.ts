import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { createKeptLog } from '../support/desk.ts';
import { channelsOf, peopleOf, runDueJobs } from '../support/jobs.ts';
import { type Practice, SECRETARY, STAFF, startPractice } from '../support/practice.ts';

const BODY = '協働推進本部会議';
const ASKED = '予定どおり実施されましたか';

/** How the morning message begins while one thing is open in it. */
const TITLE = '回答・確認のお願い(1件)';

let practice: Practice;
let db: Database;
beforeEach(async () => {
  practice = await startPractice({ now: '2023-08-02T10:00:00+09:00' });
  db = practice.database.db;
});
afterEach(async () => {
  expect(practice.slack.refusals).toEqual([]);
  await practice.stop();
});

/** The moment comes, and the jobs are looked at. */
const at = async (now: string): Promise<void> => {
  practice.clock.set(`${now}+09:00`);
  const workspace = { id: practice.slack.team.id, secretariat: [SECRETARY] };
  await runDueJobs(practice.database, {
    clock: practice.clock,
    db,
    workspace,
    log: createKeptLog(),
    people: peopleOf(practice),
    channels: channelsOf(practice),
  });
};

const record = async (開催日: string, person = SECRETARY): Promise<void> => {
  const someone = practice.slack.person(person);
  await someone.command('/kyodo-meeting');
  const form = await someone.nextForm();
  await form.fill({ 会議体: BODY, 開催方法: '対面', 開催日, 案件: '年間の予定' });
  expect(await form.submit()).toMatchObject({ closed: true, errors: {} });
  await practice.slack.dm(person).next(({ plain }) => plain.startsWith('記録しました'));
};

/** The questions the secretary has before her. */
const questions = () =>
  practice.slack
    .messages(SECRETARY)
    .filter(({ plain }) => plain.startsWith(TITLE) && plain.includes(ASKED))
    .map(({ plain, buttons }) => ({
      says: plain.split('\n').find((line) => line.includes(ASKED)),
      buttons,
    }));

const nextQuestion = () =>
  practice.slack.dm(SECRETARY).next(({ plain }) => plain.startsWith(TITLE) && plain.includes(ASKED));

test('a meeting entered for Thu 10 August is asked about once, on Mon 14 August at 9:00', async () => {
  await record('2023-08-10');
  for (const now of [
    '2023-08-10T09:00:00',
    '2023-08-10T16:59:00',
    '2023-08-11T09:00:00',
    '2023-08-12T09:00:00',
    '2023-08-14T08:59:00',
  ])
    await at(now);
  expect(questions()).toEqual([]);
  await at('2023-08-14T09:00:00');
  await nextQuestion();
  await at('2023-08-15T09:00:00');
  await at('2023-08-16T09:00:00');
  // A later meeting's question comes after whatever the days before have brought.
  await record('2023-08-17');
  await at('2023-08-18T09:00:00');
  await nextQuestion();
  expect(questions()).toEqual([
    {
      says: '協働推進本部会議(令和5年8月10日)は予定どおり実施されましたか。下のボタンからお知らせください。',
      buttons: ['実施を確認', '日程を変更', '中止'],
    },
    {
      says: '協働推進本部会議(令和5年8月17日)は予定どおり実施されましたか。下のボタンからお知らせください。',
      buttons: ['実施を確認', '日程を変更', '中止'],
    },
  ]);
});

test.each([
  { heldOn: '2023-08-01', why: 'its day had passed when it was entered' },
  { heldOn: '2023-08-02', why: 'it was entered on its day' },
])('a meeting of $heldOn is not asked about: $why', async ({ heldOn }) => {
  await record(heldOn);
  await record('2023-08-03');
  await at('2023-08-03T09:00:00');
  await at('2023-08-04T09:00:00');
  expect((await nextQuestion()).plain).toContain('令和5年8月3日');
  expect(questions()).toHaveLength(1);
});

test('who was away on the morning is asked until 17:00, or on the next working day', async () => {
  await record('2023-08-10');
  await at('2023-08-14T17:00:00');
  expect(questions()).toEqual([]);
  await at('2023-08-15T16:59:00');
  await nextQuestion();
  expect(questions()).toHaveLength(1);
});

test('a bot that was down on the morning asks by itself when it starts again before 17:00', async () => {
  await record('2023-08-10');
  practice.clock.set('2023-08-14T13:00:00+09:00');
  await practice.restart();
  await nextQuestion();
  expect(questions()).toHaveLength(1);
});

test('実施を確認 says so with a way back, and taking it back asks again', async () => {
  await record('2023-08-10');
  await at('2023-08-14T09:00:00');
  const asked = await nextQuestion();
  const { slack, secretary } = practice;
  const until = (words: string) =>
    slack.dm(SECRETARY).until(({ ts, plain }) => ts === asked.ts && plain.includes(words));
  await secretary.press('実施を確認', { in: asked });
  const confirmed = await until('実施を確認しました');
  expect(confirmed.buttons).toEqual(['取り消す']);
  expect(confirmed.plain).toContain('令和5年8月14日(月) 9:00に実施を確認しました。');
  await secretary.press('取り消す', { in: asked });
  expect((await until(ASKED)).buttons).toEqual(['実施を確認', '日程を変更', '中止']);
  await secretary.press('実施を確認', { in: asked });
  await until('実施を確認しました');
  await at('2023-08-15T09:00:00');
  expect(slack.messages(SECRETARY)).toHaveLength(2);
});

test('日程を変更 to a later day is told in place of the question, and asked about after that day', async () => {
  await record('2023-08-10');
  await at('2023-08-14T09:00:00');
  const asked = await nextQuestion();
  const { slack, secretary } = practice;
  await secretary.press('日程を変更', { in: asked });
  const form = await secretary.nextForm();
  expect(form.values).toMatchObject({ 開催日: '2023-08-10', 案件: '年間の予定' });
  await form.fill({ 開催日: '2023-08-24', 変更の理由: '台風のため' });
  expect(await form.submit()).toMatchObject({ closed: true, errors: {} });
  const moved = await slack
    .dm(SECRETARY)
    .until(({ ts, plain }) => ts === asked.ts && plain.includes('令和5年8月24日'));
  expect(moved.plain).toContain('日程を変更しました:協働推進本部会議 令和5年8月24日');
  expect(moved.buttons).toEqual([]);
  await at('2023-08-15T09:00:00');
  await at('2023-08-24T09:00:00');
  expect(questions()).toEqual([]);
  await at('2023-08-25T09:00:00');
  expect((await nextQuestion()).plain).toContain('令和5年8月24日');
});

test('日程を変更 to a day that has passed settles the question', async () => {
  await record('2023-08-10');
  await at('2023-08-14T09:00:00');
  const asked = await nextQuestion();
  const { slack, secretary } = practice;
  await secretary.press('日程を変更', { in: asked });
  const form = await secretary.nextForm();
  await form.fill({ 開催日: '2023-08-09' });
  expect(await form.submit()).toMatchObject({ closed: true, errors: {} });
  const settled = await slack
    .dm(SECRETARY)
    .until(({ ts, plain }) => ts === asked.ts && plain.includes('実施を確認しました'));
  expect(settled.plain).toContain('令和5年8月9日');
});

test('中止 takes the record back with its reason', async () => {
  await record('2023-08-10');
  await at('2023-08-14T09:00:00');
  const asked = await nextQuestion();
  const { slack, secretary } = practice;
  await secretary.press('中止', { in: asked });
  const form = await secretary.nextForm();
  expect(form.title).toBe('記録を取り消す');
  await form.fill({ 理由: '台風のため' });
  expect(await form.submit()).toMatchObject({ closed: true, errors: {} });
  const cancelled = await slack
    .dm(SECRETARY)
    .until(({ ts, plain }) => ts === asked.ts && plain.includes('記録を取り消しました'));
  expect(cancelled.plain).toContain('理由:台風のため');
  expect(cancelled.buttons).toEqual([]);
});

test('a meeting cancelled before its day is not asked about', async () => {
  await record('2023-08-10');
  const { secretary } = practice;
  await secretary.press('記録を取り消す');
  const form = await secretary.nextForm();
  await form.fill({ 理由: '重複' });
  await form.submit();
  await record('2023-08-11');
  await at('2023-08-14T09:00:00');
  expect((await nextQuestion()).plain).toContain('令和5年8月11日');
  expect(questions()).toHaveLength(1);
});

test('somebody else who presses 実施を確認 is refused in a sentence, and the question stays', async () => {
  await record('2023-08-10');
  await at('2023-08-14T09:00:00');
  const asked = await nextQuestion();
  const staff = practice.slack.person(STAFF);
  await staff.press('実施を確認', { in: asked });
  expect((await staff.nextAnswer()).plain).toContain('記録した人');
  expect(questions()).toHaveLength(1);
});

test('an edit that leaves the date alone, even on the day, does not stand for 実施を確認', async () => {
  await record('2023-08-10');
  practice.clock.set('2023-08-10T09:30:00+09:00');
  const told = await practice.slack.dm(SECRETARY).until(({ plain }) => plain.startsWith('記録しました'));
  const form = await (await practice.secretary.press('編集', { in: told })).opened();
  await form.fill({ 案件: '年間の予定\n当日の追加' });
  expect(await form.submit()).toEqual({ closed: true, errors: {} });
  await at('2023-08-14T09:00:00');
  await nextQuestion();
  expect(questions()).toHaveLength(1);
});
