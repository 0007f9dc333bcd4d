import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runJobsAt } from '../../support/jobs.ts';
import { type Practice, SECRETARY } from '../../support/practice.ts';
import { rowsOf } from '../steps.ts';
import { AWAY, BODY, CHAIR, COPIED, startWrittenCity, WELFARE } from '../written-city.ts';
import { AGREED, answer, begin, openFor } from './course-steps.ts';

/** What is told of 案件を訂正, of a new 回答期限 and of 中止: to whom it concerns, each once, and to nobody else. */

let practice: Practice;
beforeAll(async () => {
  practice = await startWrittenCity('2026-11-26T10:00:00+09:00');
});
afterAll(async () => {
  expect(practice.slack.refusals).toEqual([]);
  await practice.stop();
});

/** Who is told by messages of a kind about a 書面開催, in the order of their ids. */
const toldOf = async (kind: string, meeting: string) =>
  (
    await rowsOf(
      practice,
      'select recipient, state from delivery where kind = $1 and subject like $2 order by recipient',
      [kind, `written-meeting:${meeting}%`],
    )
  ).map(({ recipient, state }) => `${String(recipient)} ${String(state)}`);

/** The same, once they stand so. */
const until = (kind: string, meeting: string, told: readonly string[]) =>
  expect.poll(() => toldOf(kind, meeting), { timeout: 15_000 }).toEqual(told);

/** No message is under way, and so many wait for their hour. */
const heldBack = (count: unknown) =>
  expect
    .poll(
      () =>
        rowsOf(
          practice,
          `select count(*) filter (where not_before is not null)::int as waiting,
             count(*) filter (where not_before is null or state = 'sending')::int as moving
           from delivery where state in ('planned', 'sending') or state = 'sent' and wanted <> shown`,
        ),
      { timeout: 15_000 },
    )
    .toEqual([{ waiting: count, moving: 0 }]);

const amend = async (meeting: string, text: string) => {
  const form = await openFor(practice, 'amend', meeting);
  await form.fill({ 案件: form.options('案件')[0] ?? '' });
  await form.until(({ values }) => values.訂正後の案件 !== null);
  await form.fill({ 訂正後の案件: text, 理由: '数字に誤りがあったため' });
  await (await form.submit({ twice: true })).form?.close({ all: true });
};

describe('案件を訂正', () => {
  let meeting: string;
  beforeAll(async () => {
    meeting = await begin(practice, '豊コ第81号');
    await answer(practice, meeting, [CHAIR, 1]);
    await answer(practice, meeting, [AWAY, 4]);
  });

  test('reaches who had answered, with the words and the reason, and who is told too; nobody else', async () => {
    await amend(meeting, '市の調査・検討(改)について(審議)');
    const told = await practice.slack.dm(CHAIR).next(({ plain }) => plain.includes('案件の訂正'));
    expect(told.text).toBe(`案件の訂正のお知らせ(書面開催) ${BODY}`);
    expect(told.plain).toContain(
      '案件1を次のとおり訂正しました。先にいただいた回答は、この案件については集計に入りません。お手数ですが、改めて回答をお願いいたします。\n市の調査・検討(改)について(審議)\n理由:数字に誤りがあったため',
    );
    expect(told.buttons).toEqual(['回答する']);
    const copy = await practice.slack.dm(COPIED).next(({ plain }) => plain.includes('案件の訂正'));
    expect(copy.buttons).toEqual([]);
    await practice.slack.dm(AWAY).next(({ plain }) => plain.includes('案件の訂正'));
    await until('written-meeting-amended', meeting, [`${CHAIR} sent`, `${COPIED} sent`, `${AWAY} sent`]);
  });

  test('once it is answered the message has no question any more', async () => {
    await answer(practice, meeting, [CHAIR, 1]);
    const told = await practice.slack
      .dm(CHAIR)
      .until(({ plain, buttons }) => plain.includes('案件の訂正') && !buttons.includes('回答する'));
    expect(told.plain).not.toContain('改めて');
  });

  test('outside of office hours it waits for the morning, and what was amended again by then is told once', async () => {
    practice.clock.set('2026-11-26T19:00:00+09:00');
    await amend(meeting, '市の調査・検討(再)について(審議)');
    await amend(meeting, '市の調査・検討(再々)について(審議)');
    await heldBack(expect.any(Number));
    const before = practice.slack.dm(CHAIR).messages.filter(({ plain }) => plain.includes('案件の訂正'));
    expect(before).toHaveLength(1);
    practice.clock.set('2026-11-27T09:00:00+09:00');
    await practice.minute();
    const told = await practice.slack
      .dm(CHAIR)
      .next(({ plain }) => plain.includes('案件の訂正') && plain.includes('(再々)'));
    expect(told.buttons).toEqual(['回答する']);
    await heldBack(0);
    const cards = practice.slack.dm(CHAIR).messages.filter(({ plain }) => plain.includes('案件の訂正'));
    expect(cards).toHaveLength(2);
    expect(cards[0]?.plain).toContain('案件1は、その後あらためて訂正しました。');
  });
});

describe('a new 回答期限', () => {
  test('is told on the next morning to who has not answered, once, and to who has answered never', async () => {
    practice.clock.set('2026-11-30T10:00:00+09:00');
    const meeting = await begin(practice, '豊コ第82号');
    await answer(practice, meeting, [CHAIR, 1]);
    const form = await openFor(practice, 'extend', meeting);
    await form.fill({ 新しい回答期限: '2026-12-21', 理由: '検討の時間をとるため' });
    expect(await form.submit()).toMatchObject({ closed: true, errors: {} });
    for (const day of ['2026-12-01', '2026-12-02']) {
      await runJobsAt(practice, `${day}T09:00:00`);
    }
    const lines = await rowsOf(
      practice,
      `select d.recipient, split_part(d.key, ':', 3) as day, l.due_on::text as due from morning_line l
       join delivery d on d.id = l.delivery_id where l.ref like $1 and d.recipient <> $2 order by d.recipient`,
      [`written-meeting:${meeting}:%`, SECRETARY],
    );
    expect(lines).toEqual([
      { recipient: AWAY, day: '2026-12-01', due: '2026-12-21' },
      { recipient: WELFARE, day: '2026-12-01', due: '2026-12-21' },
    ]);
  });
});

describe('中止', () => {
  const cancel = async (meeting: string) => {
    const form = await openFor(practice, 'cancel', meeting);
    await form.fill({ 理由: '対面で開催するため' });
    await (await form.submit({ twice: true })).form?.close({ all: true });
  };

  test('is told with its reason to all whom 開催案内 has reached, once, also over another start of the bot', async () => {
    practice.clock.set('2026-12-02T19:00:00+09:00');
    const meeting = await begin(practice, '豊コ第83号');
    await answer(practice, meeting, [CHAIR, 1], AGREED);
    await cancel(meeting);
    // Nothing leaves in the evening; what is planned is in the record, whatever becomes of the process.
    await heldBack(4);
    await practice.restart();
    expect(await toldOf('written-meeting-cancelled', meeting)).toEqual(
      [CHAIR, COPIED, AWAY, WELFARE].map((id) => `${id} planned`),
    );
    practice.clock.set('2026-12-03T09:00:00+09:00');
    await practice.minute();
    const told = await practice.slack.dm(WELFARE).next(({ plain }) => plain.includes('書面開催の中止'));
    expect(told.plain).toContain(
      `書面開催の中止のお知らせ\n${BODY}(書面開催)\n文書番号:豊コ第83号\nこの書面開催は中止しました。回答は不要です。\n理由:対面で開催するため`,
    );
    expect(told.buttons).toEqual([]);
    await until(
      'written-meeting-cancelled',
      meeting,
      [CHAIR, COPIED, AWAY, WELFARE].map((id) => `${id} sent`),
    );
  });

  test('before 開催案内 has left nobody is told anything', async () => {
    practice.clock.set('2026-12-03T10:00:00+09:00');
    const form = await (await practice.secretary.command('/kyodo-meeting', '書面')).opened();
    await form.fill({ 会議体: BODY });
    await form.until(({ values }) => values.Slack未利用の回答者 !== null);
    await form.fill({
      文書番号: '豊コ第84号',
      案件: '年間スケジュールについて',
      回答期限: '2026-12-17',
      送信: '次の開庁日の9時に送る',
    });
    const confirmation = await (await form.submit()).form?.until(({ submitText }) => submitText !== '');
    await (await confirmation?.submit())?.form?.close({ all: true });
    const [row] = await rowsOf(
      practice,
      `select id from written_meeting where document_number = '豊コ第84号'`,
    );
    const meeting = String(row?.id);
    await cancel(meeting);
    practice.clock.set('2026-12-04T09:00:00+09:00');
    await practice.minute();
    await until(
      'written-meeting-asked',
      meeting,
      [CHAIR, COPIED, AWAY, WELFARE].map((id) => `${id} dropped`),
    );
    expect(await toldOf('written-meeting-cancelled', meeting)).toEqual([]);
  });
});
