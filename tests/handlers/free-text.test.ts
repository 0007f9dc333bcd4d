import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Message } from '../../src/sandbox/driver/messages-read.ts';
import { GUEST, type Practice, STAFF, STRANGER, startPractice } from '../support/practice.ts';
import { putRoster } from '../support/promoters.ts';
import { rowsOf, WORKSPACE, withDatabase } from './steps.ts';

const PROMOTER = 'U0PROMOTER';
const ANSWER =
  'このメッセージでは回答を受け付けていません。下のボタンからお願いします。お問合せは事務局まで。';
const SECRET = '来週の会議を欠席します';

let practice: Practice;
beforeEach(async () => {
  practice = await startPractice({
    now: '2026-11-21T22:00:00+09:00',
    people: [{ id: PROMOTER, real_name: '新任 二郎' }],
  });
});
afterEach(async () => {
  expect(practice.slack.refusals).toEqual([]);
  await practice.stop();
});

const answers = (person: string): readonly Message[] =>
  practice.slack.messages(person).filter(({ plain }) => plain === ANSWER);
const nextAnswer = (person: string): Promise<Message> =>
  practice.slack.dm(person).next(({ plain }) => plain === ANSWER);

/** Every table of the database that has the words anywhere in a row. */
const tablesWith = async (words: string): Promise<readonly unknown[]> => {
  const tables = await rowsOf(
    practice,
    `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
     where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
  );
  const each = tables.map(
    ({ name }) => `select '${String(name)}' as name from ${String(name)} t where t::text like $1`,
  );
  const found = await rowsOf(practice, each.join(' union '), [`%${words}%`]);
  return found.map(({ name }) => name);
};

test('is answered at once, at night too, with the buttons of what is open, and is kept nowhere', async () => {
  const staff = practice.slack.person(STAFF);
  await staff.message(SECRET);
  const answer = await nextAnswer(STAFF);
  expect([answer.text, answer.buttons]).toEqual([ANSWER, ['お願いとボタンを表示']]);
  expect(await tablesWith(SECRET)).toEqual([]);
  expect(await tablesWith('free-text-answer')).not.toEqual([]);
  await staff.press('お願いとボタンを表示', { in: answer });
  expect((await staff.nextAnswer()).plain).toContain('協DOボット');
});

test('is answered once when Slack repeats the event, and each message of its own', async () => {
  const event = { type: 'message', channel: 'D0STAFF', channel_type: 'im', user: STAFF, text: SECRET };
  const first = { ...event, ts: '1795000000.000100', event_ts: '1795000000.000100' };
  const second = { ...event, ts: '1795000001.000200', event_ts: '1795000001.000200' };
  for (const each of [first, first, first]) expect(await practice.slack.event(each)).toBe(200);
  await nextAnswer(STAFF);
  expect(await practice.slack.event(second)).toBe(200);
  await nextAnswer(STAFF);
  expect(answers(STAFF)).toHaveLength(2);
});

test.each([GUEST, STRANGER])('of %s is not answered, nor that of a bot', async (outsider) => {
  await practice.slack.person(outsider).message(SECRET);
  const ofBot = {
    type: 'message',
    channel: 'D0STAFF',
    channel_type: 'im',
    user: STAFF,
    bot_id: 'B0BOT',
    text: SECRET,
    ts: '1795000000.000100',
  };
  await practice.slack.event(ofBot);
  await practice.slack.event({ ...ofBot, bot_id: undefined, subtype: 'message_changed' });
  await practice.slack.event({ ...ofBot, bot_id: undefined, channel_type: 'channel' });
  await practice.slack.person(STAFF).message(SECRET);
  await nextAnswer(STAFF);
  expect([answers(outsider), answers(STAFF).length]).toEqual([[], 1]);
  expect(await rowsOf(practice, 'select recipient from delivery')).toEqual([{ recipient: STAFF }]);
});

test('of one with a guide to confirm brings that button too, and 問合せ先 as it is set', async () => {
  await withDatabase(practice, (db) =>
    putRoster(
      db,
      WORKSPACE,
      [{ department: '福祉部', section: '福祉課', name: '新任 二郎', slackId: PROMOTER }],
      practice.clock.now(),
    ),
  );
  await rowsOf(practice, 'update appointment set guide_wanted = true, guide_planned_at = now()');
  await rowsOf(
    practice,
    `insert into settings (workspace_id, contact) values ('${WORKSPACE}', 'コミュニティ政策課 内線0000')`,
  );
  const promoter = practice.slack.person(PROMOTER);
  await promoter.message(SECRET);
  const answer = await practice.slack.dm(PROMOTER).next();
  expect([answer.plain, answer.buttons]).toEqual([
    ANSWER.replace('事務局', 'コミュニティ政策課 内線0000'),
    ['役割のご案内を確認しました', 'お願いとボタンを表示'],
  ]);
  await promoter.press('役割のご案内を確認しました', { in: answer });
  await practice.slack.until(({ plain }) => plain.includes('「確認しました」を押していただきました。'));
  expect(await rowsOf(practice, 'select guide_confirmed_at is not null as done from appointment')).toEqual([
    { done: true },
  ]);
});
