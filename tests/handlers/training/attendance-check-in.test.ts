import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Message } from '../../../src/sandbox/driver/messages-read.ts';
import { GUEST, type Practice, SECRETARY, STAFF, startPractice } from '../../support/practice.ts';
import { empty } from '../emptied.ts';
import { answerTo, auditOf, chosen, countOf, post, rowsOf, submission } from '../steps.ts';
import { addPerson, recordTraining } from './steps.ts';

const WRONG =
  'このコードでは受け付けられませんでした。開催日に、会場で案内されたコードを入力してください。例:/kyodo-training 受付 382-945';
const TOO_MANY = '続けて入力されたため、受付を休んでいます。1分ほどおいてから、もう一度入力してください。';
const COLLEAGUE = 'U0COLLEAGUE';

let practice: Practice;
/** Today's session by its id. */
const todays = async (): Promise<string> =>
  String(
    (
      await rowsOf(practice, 'select id from training_session where code = $1', [
        codes.today.replace('-', ''),
      ])
    )[0]?.id,
  );

/** Of today's session, of one that is over, of one to come, and of one that was cancelled. */
const codes = { today: '', over: '', toCome: '', cancelled: '' };
beforeAll(async () => {
  practice = await startPractice({
    people: [{ id: COLLEAGUE, real_name: '同僚 三郎', email: 'doryo@city.example' }],
  });
  for (const [name, day] of [
    ['over', '2026-11-23'],
    ['toCome', '2026-11-25'],
    ['cancelled', '2026-11-24'],
    ['today', '2026-11-24'],
  ] as const) {
    const told = await recordTraining(practice, { 開催日: day, 受付: ['受付コードを発行する'] });
    codes[name] = /受付コード (\d{3}-\d{3})/u.exec(told.plain)?.[1] ?? '';
    if (name === 'cancelled')
      await rowsOf(practice, 'update training_session set cancelled_at = now() where code = $1', [
        codes.cancelled.replace('-', ''),
      ]);
  }
});
afterEach(async () => {
  await empty(practice, 'wrong_code, attendance');
  practice.clock.set('2026-11-24T10:00:00+09:00');
});
afterAll(async () => {
  expect(practice.slack.refusals).toEqual([]);
  await practice.stop();
});

const type = (code: string, who = STAFF, word = '受付'): Promise<Message> =>
  answerTo(practice.slack.person(who), '/kyodo-training', `${word} ${code}`);

const history = () =>
  rowsOf(
    practice,
    `select p.slack_id, a.state, array_agg(e.state::text || ' ' || e.source || ' ' || e.by order by e.id) as history
     from attendance a join person p on p.id = a.person_id
       join attendance_event e on e.person_id = a.person_id and e.session_id = a.session_id
     group by p.slack_id, a.session_id, a.person_id, a.state order by p.slack_id`,
  );

describe('a code', () => {
  test('records who types it, in any width and by any of its words, and says what was recorded; again, it changes nothing', async () => {
    const first = await type(codes.today);
    expect([first.plain, first.buttons, first.ephemeral]).toEqual([
      '受講を記録しました\n協働推進員研修\n令和8年11月24日 第1会議室\n令和8年11月24日(火) 10:00に「出席」を記録しました。',
      ['取り消す'],
      true,
    ]);
    practice.clock.set('2026-11-24T10:05:00+09:00');
    const wide = codes.today.replace(/\d/gu, (digit) => String.fromCodePoint(0xff10 + Number(digit)));
    for (const [code, word] of [
      [codes.today.replace('-', ''), 'checkin'],
      [wide.replace('-', 'ー'), '出席'],
      [codes.today.replace('-', ' '), '受講'],
    ] as const)
      expect((await type(code, STAFF, word)).plain).toBe(
        'すでに記録されています\n協働推進員研修\n令和8年11月24日 第1会議室\n令和8年11月24日(火) 10:00に「出席」を記録しています。',
      );
    expect(await history()).toEqual([
      { slack_id: STAFF, state: 'present', history: [`present code ${STAFF}`] },
    ]);
    expect(await rowsOf(practice, 'select name, email from person where slack_id = $1', [STAFF])).toEqual([
      { name: '職員 太郎', email: 'shokuin@city.example' },
    ]);
  });

  test('is taken back by its own person on the session’s days, which is kept, and can be typed again', async () => {
    const person = practice.slack.person(STAFF);
    const told = await type(codes.today);
    await person.press('取り消す', { in: told });
    const taken = await practice.slack.until(({ ts, edited }) => ts === told.ts && edited);
    expect([taken.plain.split('\n').at(-1), taken.buttons]).toEqual([
      '令和8年11月24日(火) 10:00に取り消し、「欠席」としました。受講されたときは、もう一度コードを入力してください。',
      [],
    ]);
    const again = await type(codes.today);
    const session = await todays();
    const action = {
      type: 'button',
      block_id: 'checked-in',
      action_id: 'attendance.take-back-check-in',
      value: session,
    };
    // Somebody else's button is about themselves: there is nothing of theirs.
    const colleague = practice.slack.person(COLLEAGUE);
    const mine = await answerTo(colleague, '/kyodo-training', '一覧');
    await colleague.pressRaw({ in: mine, action });
    await colleague.nextAnswer();
    practice.clock.set('2026-11-25T00:30:00+09:00');
    await person.press('取り消す', { in: again });
    expect((await person.nextAnswer(({ ts }) => ts !== again.ts)).plain).toBe(
      '恐れ入りますが、この操作は事務局が行います。事務局にご相談ください。',
    );
    expect(await history()).toEqual([
      {
        slack_id: STAFF,
        state: 'present',
        history: [`present code ${STAFF}`, `absent code ${STAFF}`, `present code ${STAFF}`],
      },
    ]);
  });

  test('gives somebody known by address alone their account, and leaves 一部出席 as others recorded it', async () => {
    const id = await addPerson(practice, null, '同僚 三郎');
    await rowsOf(practice, `update person set email = 'doryo@city.example' where id = $1`, [id]);
    const session = await todays();
    await rowsOf(
      practice,
      `insert into attendance (workspace_id, session_id, person_id, state, note, updated_at)
       values ('T0PRACTICE', $1, $2, 'partial', '前半', now())`,
      [session, id],
    );
    expect((await type(codes.today, COLLEAGUE)).plain).toContain('「一部出席」を記録しました。');
    expect(await history()).toEqual([
      { slack_id: COLLEAGUE, state: 'partial', history: [`partial code ${COLLEAGUE}`] },
    ]);
    expect(await countOf(practice, `person where email = 'doryo@city.example'`)).toBe(1);
  });

  test('and the organiser at the same moment make one attendance with both in its history', async () => {
    const session = await todays();
    const form = submission(SECRETARY, {
      id: 'V0MOMENT',
      callbackId: 'attendance.record',
      fields: {
        session: chosen(session),
        mode: chosen('chosen'),
        state: chosen('present'),
        people: { type: 'multi_users_select', selected_users: [STAFF] },
      },
    });
    await Promise.all([type(codes.today), post(practice, form)]);
    const [only, ...others] = await history();
    expect([others, only?.state, String(only?.history).split(',').toSorted()]).toEqual([
      [],
      'present',
      [`present code ${STAFF}`, `present organiser ${SECRETARY}`],
    ]);
  });
});

describe('a wrong code', () => {
  test('an expired, a future, a cancelled and an impossible one are all answered by one sentence and record nothing', async () => {
    const guess = codes.today.startsWith('0') ? '222222' : '000000';
    for (const code of [codes.over, codes.toCome, codes.cancelled, guess])
      expect((await type(code)).plain).toBe(WRONG);
    for (const code of ['', '111-111', '協働', '382-9455', `'; drop table attendance`])
      expect((await type(code, COLLEAGUE)).plain).toBe(WRONG);
    expect([await history(), await countOf(practice, 'attendance')]).toEqual([[], 0]);
  });

  test('typed five times in a minute closes the desk to that person alone until the minute is over, also to the right one', async () => {
    for (const second of [0, 10, 20, 30, 40]) {
      practice.clock.set(`2026-11-24T10:00:${String(second).padStart(2, '0')}+09:00`);
      expect((await type('222-222')).plain).toBe(WRONG);
    }
    for (const second of ['41', '59']) {
      practice.clock.set(`2026-11-24T10:00:${second}+09:00`);
      expect((await type(codes.today)).plain).toBe(TOO_MANY);
    }
    expect((await type(codes.today, COLLEAGUE)).plain).toContain('受講を記録しました');
    practice.clock.set('2026-11-24T10:01:01+09:00');
    expect((await type(codes.today)).plain).toContain('受講を記録しました');
    expect((await history()).map(({ slack_id }) => slack_id)).toEqual([COLLEAGUE, STAFF]);
  });

  test('sent ten times at once is tried five times', async () => {
    const person = practice.slack.person(STAFF);
    await Promise.all(Array.from({ length: 10 }, () => person.command('/kyodo-training', '受付 222-222')));
    const answers: string[] = [];
    for (let index = 0; index < 10; index += 1) answers.push((await person.nextAnswer()).plain);
    expect(answers.toSorted()).toEqual([...Array(5).fill(WRONG), ...Array(5).fill(TOO_MANY)].toSorted());
  });
});

test('a guest checks in nowhere', async () => {
  expect((await type(codes.today, GUEST)).plain).toBe(
    '恐れ入りますが、このボットは市の職員のためのものです。',
  );
  expect(await countOf(practice, 'attendance')).toBe(0);
  expect(await auditOf(practice, GUEST)).toEqual(['refused /kyodo-training']);
});
