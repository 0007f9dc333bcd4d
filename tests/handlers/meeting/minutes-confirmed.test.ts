import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Message } from '../../../src/sandbox/driver/messages-read.ts';
import { type Practice, SECRETARY } from '../../support/practice.ts';
import { pressToOpen, rowsOf, send } from '../steps.ts';
import { DRAFT, holdMeeting, nextFile } from './held-meeting.ts';

/** 委員長確認済にする, taking it back, and what makes minutes (案) again. */

const CONFIRMED = '会議録_本部会議_令和8年10月1日.docx';

let practice: Practice;
let told: Message;
let meeting: string;

beforeAll(async () => {
  ({ practice, told, meeting } = await holdMeeting());
});
afterAll(async () => {
  expect(practice.slack.refusals).toEqual([]);
  await practice.stop();
});

const standing = async () => {
  const [row] = await rowsOf(practice, 'select chair_confirmed_at, revision from meeting');
  return row?.chair_confirmed_at === null ? '案' : '確認済';
};
/** The answer to 会議録, below which it is confirmed. */
const taken = async (): Promise<Message> => {
  await practice.secretary.press('会議録', { in: told });
  await nextFile(practice, SECRETARY);
  return practice.secretary.nextAnswer();
};
/** Presses a button of that answer, and gives what stands in its place then. */
const pressIn = async (answer: Message, action_id: string): Promise<Message> => {
  const action = { type: 'button', block_id: 'pressed', action_id, value: meeting };
  await practice.secretary.pressRaw({ in: answer, action });
  return practice.slack.until(({ ts, edited }) => ts === answer.ts && edited);
};
const confirm = async (): Promise<Message> => pressIn(await taken(), 'meeting.minutes.confirm');

const lastLine = async () =>
  (
    await rowsOf(
      practice,
      `select action, before->'chairConfirmed' as before, after->'chairConfirmed' as after from audit_line
       where subject = $1 order by id desc limit 1`,
      [`meeting:${meeting}`],
    )
  )[0];

test('one press takes (案) off the title, the head of the page and the name of the file; pressed twice it is the same', async () => {
  const [one, another] = [await taken(), await taken()];
  await pressIn(one, 'meeting.minutes.confirm');
  const confirmed = await pressIn(another, 'meeting.minutes.confirm');
  const [row] = await rowsOf(
    practice,
    `select count(*) as n from audit_line where action = 'confirm-minutes'`,
  );
  expect([await standing(), row?.n, await lastLine()]).toEqual([
    '確認済',
    '1',
    { action: 'confirm-minutes', before: false, after: true },
  ]);
  expect([
    confirmed.plain.replace(/令和8年11月24日\(火\) \d+:\d+/u, '(いつ)').split('\n'),
    confirmed.buttons,
  ]).toEqual([
    [
      '委員長確認済にしました',
      '(いつ)に委員長確認済にしました。会議録の(案)が外れます。',
      '会議の記録や内容を変えると、会議録は(案)に戻ります。',
    ],
    ['会議録', '取り消す'],
  ]);
  await practice.secretary.press('会議録', { in: confirmed });
  const { name, blocks, part } = await nextFile(practice, SECRETARY);
  const sent = await practice.slack.until(
    ({ ts, plain }) => ts === confirmed.ts && plain.startsWith('送信しました'),
  );
  expect([sent.plain.split('\n').length, sent.buttons]).toEqual([2, ['委員長確認済を取り消す']]);
  expect([name, blocks[0], part('word/header1.xml').includes('(案)')]).toEqual([
    CONFIRMED,
    '= 会議録',
    false,
  ]);
});

test('it can be taken back below the file, and then that has (案) again', async () => {
  const { secretary } = practice;
  const answer = await taken();
  await secretary.press('委員長確認済を取り消す', { in: answer });
  const takenBack = await practice.slack.until(({ ts, edited }) => ts === answer.ts && edited);
  expect([await standing(), takenBack.plain.split('\n'), takenBack.buttons, await lastLine()]).toEqual([
    '案',
    ['取り消しました', '委員長確認済を取り消しました。会議録は(案)に戻りました。'],
    ['会議録', '委員長確認済にする'],
    { action: 'take-back-minutes', before: true, after: false },
  ]);
  await secretary.press('会議録', { in: takenBack });
  expect((await nextFile(practice, SECRETARY)).name).toBe(DRAFT);
});

const NOTE = 'この会議の会議録は委員長確認済です。内容を変えて保存すると、会議録は(案)に戻ります。';

test('a change of the contents makes it (案) again; the form says so, and saving without a change does not', async () => {
  const { secretary } = practice;
  const before = await pressToOpen(secretary, '内容を記録', told);
  expect(before.text).not.toContain(NOTE);
  await before.close();
  await confirm();
  const same = await pressToOpen(secretary, '内容を記録', told);
  expect(same.text).toContain(NOTE);
  expect(await send(same, {})).toEqual({});
  expect(await standing()).toBe('確認済');
  const changed = await pressToOpen(secretary, '内容を記録', told);
  expect(await send(changed, { '決定事項・要点': '修正のうえ決定した。' })).toEqual({});
  expect([await standing(), await lastLine()]).toEqual([
    '案',
    { action: 'record-meeting-contents', before: true, after: false },
  ]);
});

test('so does a change of 場所, in 会議を編集', async () => {
  const { secretary } = practice;
  await confirm();
  const same = await pressToOpen(secretary, '編集', told);
  expect(same.text).toContain(NOTE);
  expect(await send(same, {})).toEqual({});
  expect(await standing()).toBe('確認済');
  expect(await send(await pressToOpen(secretary, '編集', told), { 場所: '第二庁舎' })).toEqual({});
  expect([await standing(), await lastLine()]).toEqual([
    '案',
    { action: 'edit-meeting', before: true, after: false },
  ]);
});

test('a form that was opened before the chair confirmed is not kept over it', async () => {
  const form = await pressToOpen(practice.secretary, '内容を記録', told);
  await confirm();
  const errors = await send(form, { '決定事項・要点': '別のこと' });
  expect(Object.keys(errors)).toHaveLength(1);
  expect(await standing()).toBe('確認済');
  await form.close();
});
