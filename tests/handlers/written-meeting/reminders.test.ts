import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { localDate } from '../../../src/domain/calendar/local-date.ts';
import type { Message } from '../../../src/sandbox/driver/messages-read.ts';
import { stepWrittenMeeting } from '../../../src/services/written-meeting/step.ts';
import { runJobsAt } from '../../support/jobs.ts';
import { type Practice, SECRETARY } from '../../support/practice.ts';
import { answerInWriting, askBody, CHAIR, GENERAL, startAskedBody, WELFARE } from '../asked-body.ts';
import { homeOf } from '../asked-city.ts';
import { actorOf, rowsOf, withDatabase } from '../steps.ts';

/** 回答期限のお知らせ: 3 and 1 working days before, to who has not answered, and never again to who has. */

const COPIED = 'U0STAFF';
const AGREED = { 案件1: '異議なし', 案件2: '確認しました' };

let practice: Practice;
let meeting: string;
beforeAll(async () => {
  practice = await startAskedBody();
  await rowsOf(practice, `update body_member set copied_to = '{${COPIED}}' where title = '福祉部長'`);
  meeting = await askBody(practice);
});
afterAll(async () => {
  expect(practice.slack.refusals).toEqual([]);
  await practice.stop();
});

const morning = async (day: string): Promise<void> => {
  await runJobsAt(practice, `${day}T09:00:00`);
  // What is not sent before the next morning would be told again on that.
  await vi.waitFor(
    async () =>
      expect(
        await rowsOf(
          practice,
          `select 1 from delivery where kind = 'morning' and state in ('planned', 'sending')`,
        ),
      ).toEqual([]),
    { timeout: 10_000, interval: 10 },
  );
};

/** For whom a morning message was planned on a day, by whom it was about. */
const told = async (day: string): Promise<readonly string[]> =>
  (
    await rowsOf(
      practice,
      `select d.recipient, l.ref from delivery d join morning_line l on l.delivery_id = d.id
       where d.subject = $1 and l.kind in ('written-meeting', 'written-told') order by d.recipient, l.position`,
      [`morning:${day}`],
    )
  ).map(({ recipient, ref }) => `${recipient} ${String(ref).split(':').at(-1)}`);

const answer = (person: string, position: number) =>
  answerInWriting(practice, person, { meeting, position }, AGREED);

test('not on the day of asking, nor on the days between', async () => {
  for (const day of ['2026-11-25', '2026-12-04']) await morning(day);
  expect(await told('2026-11-25')).toEqual([]);
  await answer(CHAIR, 1);
  expect(await told('2026-12-04')).toEqual([]);
});

let first: Message;
test('3 working days before to who has not answered, to 通知も受ける人, and for one without Slack to the secretariat', async () => {
  await morning('2026-12-07');
  expect(await told('2026-12-07')).toEqual([`${GENERAL} 2`, `${SECRETARY} 4`, `${COPIED} 3`, `${WELFARE} 3`]);
  first = await practice.slack.dm(GENERAL).next();
  expect([first.text, first.plain, first.buttons]).toEqual([
    '回答期限のお知らせ',
    [
      '回答期限のお知らせ',
      '次の件をお願いします。回答すると、ここに「済み」と表示されます。',
      '協働推進本部会議(書面開催)への回答をお願いします。',
      '文書番号:豊コ第80号',
      '期限:令和8年12月10日(木) あと3開庁日',
      '案件:2件',
      '問合せ:事務局',
    ].join('\n'),
    ['回答する'],
  ]);
  const copy = await practice.slack.dm(COPIED).next();
  expect([copy.plain, copy.buttons]).toEqual([
    [
      '回答期限のお知らせ',
      '協働推進本部会議(書面開催)',
      '文書番号:豊コ第80号',
      '期限:令和8年12月10日(木) あと3開庁日',
      '福祉部長 架空 花子さんにお願いしています。',
      '案件:2件',
      '問合せ:事務局',
    ].join('\n'),
    [],
  ]);
  // They owe nothing.
  expect((await homeOf(practice, COPIED)).text).not.toContain('書面開催');
  const own = await practice.slack.dm(SECRETARY).next();
  expect(own.buttons).toEqual(['代理入力', '文面をコピー']);
});

test('an answer from the message stands in it at once', async () => {
  const form = await (await practice.slack.person(GENERAL).press('回答する', { in: first })).opened();
  await form.fill(AGREED);
  await (await form.submit()).form?.close({ all: true });
  const { plain, buttons } = await practice.slack
    .dm(GENERAL)
    .until(({ ts, plain: now }) => ts === first.ts && now.includes('済み)'));
  expect([plain, buttons]).toEqual([
    [
      '回答期限のお知らせ(すべて済みました)',
      '協働推進本部会議(書面開催)(済み)',
      '文書番号:豊コ第80号',
      '回答を受け付けました。回答期限までは変更できます。',
      '問合せ:事務局',
    ].join('\n'),
    ['回答を見る・変更する'],
  ]);
});

test('1 working day before to who has still not; on the due day and after it to nobody', async () => {
  for (const day of ['2026-12-08', '2026-12-09', '2026-12-10', '2026-12-11', '2026-12-14'])
    await morning(day);
  expect(
    await Promise.all(['2026-12-08', '2026-12-09', '2026-12-10', '2026-12-11', '2026-12-14'].map(told)),
  ).toEqual([[], [`${SECRETARY} 4`, `${COPIED} 3`, `${WELFARE} 3`], [], [], []]);
  expect(await rowsOf(practice, 'select state from written_meeting')).toEqual([{ state: 'closed' }]);
});

test('reopened, only who has not answered is told by the new due day', async () => {
  const step = { step: 'reopen', dueOn: localDate('2026-12-21'), reason: '回答がそろわないため' } as const;
  const [row] = await rowsOf(practice, 'select revision from written_meeting');
  const opened = await withDatabase(practice, (db) =>
    stepWrittenMeeting(
      { clock: practice.clock, db },
      { meetingId: meeting, revision: Number(row?.revision), key: 'reopen' },
      step,
      actorOf(SECRETARY, 'secretariat'),
    ),
  );
  expect(opened.ok).toBe(true);
  for (const day of ['2026-12-15', '2026-12-16', '2026-12-17', '2026-12-18', '2026-12-21', '2026-12-22'])
    await morning(day);
  const days = await Promise.all(
    ['2026-12-15', '2026-12-16', '2026-12-17', '2026-12-18', '2026-12-21', '2026-12-22'].map(told),
  );
  const open = [`${SECRETARY} 4`, `${COPIED} 3`, `${WELFARE} 3`];
  // On the next morning the new due day, and then by that.
  expect(days).toEqual([[`${COPIED} 3`, `${WELFARE} 3`], open, [], open, [], []]);
});
