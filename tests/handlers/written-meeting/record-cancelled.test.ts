import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Form } from '../../../src/sandbox/driver/form.ts';
import { type Practice, SECRETARY } from '../../support/practice.ts';
import { homeOf, pressAnywhere } from '../asked-city.ts';
import { rowsOf } from '../steps.ts';
import { AWAY, CHAIR, COPIED, startWrittenCity, WELFARE } from '../written-city.ts';
import { answer, begin, cardOf } from './course-steps.ts';

/** The record of a 書面開催 is cancelled after 結果を通知する: what was told of it says so, and 元に戻す brings back all of it. */

let practice: Practice;
let meeting: string;
let recordId: string;
beforeEach(async () => {
  practice = await startWrittenCity('2026-11-26T10:00:00+09:00');
  meeting = await begin(practice, '豊コ第61号');
  await answer(practice, meeting, [CHAIR, 1]);
});
afterEach(async () => {
  expect(practice.slack.refusals).toEqual([]);
  await practice.stop();
});

const CANCELLED = 'この会議の記録を取り消しました。';
const TITLE = '書面開催の結果のお知らせ';

/** The result is told, by `fill` at once or on the next morning, after the end of the due day. */
const announceAt = async (now: string, fill: Readonly<Record<string, string>> = {}): Promise<void> => {
  practice.clock.set(now);
  await practice.minute();
  await expect
    .poll(() => rowsOf(practice, 'select state from written_meeting where id = $1', [meeting]))
    .toEqual([{ state: 'closed' }]);
  const form = await pressAnywhere(practice, SECRETARY, 'written-result.open', meeting);
  await form.fill({ 案件1の結果: '承認' });
  const { form: confirmation } = await form.submit();
  await confirmation?.fill(fill);
  await (await confirmation?.submit())?.form?.close({ all: true });
  const [row] = await rowsOf(practice, 'select record_id as id from written_meeting where id = $1', [
    meeting,
  ]);
  recordId = String(row?.id);
};

const cancelForm = (): Promise<Form> => pressAnywhere(practice, SECRETARY, 'meeting.cancel', recordId);
const cancel = async (form: Form): Promise<void> => {
  await form.fill({ 理由: '結果の誤り' });
  await (await form.submit({ twice: true })).form?.close({ all: true });
};
const restore = async (): Promise<void> =>
  (await pressAnywhere(practice, SECRETARY, 'meeting.restore', recordId)).close();

const noticesOf = async () =>
  (
    await rowsOf(
      practice,
      `select recipient, state from delivery where kind like 'written-result%' order by recipient`,
    )
  ).map(({ recipient, state }) => `${String(recipient)} ${String(state)}`);

const ALL = [CHAIR, COPIED, AWAY, WELFARE];

test('once it was told, 結果通知, 開催案内, Home and the answer say that it was cancelled, and 元に戻す brings them back', async () => {
  await announceAt('2026-12-11T10:00:00+09:00');
  const told = await practice.slack.dm(CHAIR).next(({ plain }) => plain.startsWith(TITLE));
  expect(told.plain).toContain('結果:承認');
  await expect.poll(noticesOf).toEqual(ALL.map((id) => `${id} sent`));

  const form = await cancelForm();
  // 記録しました, 開催案内 of four and 結果通知 of four.
  expect(form.text).toContain('届いているお知らせ9件は、取り消したことが分かるように書き換わります。');
  await cancel(form);
  for (const who of ALL) {
    const after = await practice.slack
      .dm(who)
      .until(({ plain }) => plain.startsWith(TITLE) && plain.includes(CANCELLED));
    expect(after.plain).not.toContain('承認');
    expect((await cardOf(practice, who, '豊コ第61号', CANCELLED)).plain).not.toContain(
      '結果をお知らせしました',
    );
  }
  const home = await homeOf(practice, CHAIR);
  expect(home.text).toContain(CANCELLED);
  expect(home.buttons).not.toContain('結果を見る');
  const shown = await pressAnywhere(practice, CHAIR, 'written-answer.open', `${meeting}:1`);
  expect(shown.text).toContain('この会議の記録を取り消しました。回答の変更はできません。');
  await shown.close({ all: true });

  await restore();
  for (const who of ALL) {
    await practice.slack.dm(who).until(({ plain }) => plain.startsWith(TITLE) && plain.includes('結果:承認'));
    await cardOf(practice, who, '豊コ第61号', '結果をお知らせしました。');
  }
  expect((await homeOf(practice, CHAIR)).buttons).toContain('結果を見る');
  expect(await noticesOf()).toEqual(ALL.map((id) => `${id} sent`));
});

test('cancelled before its notices have left, nobody reads that it was told; restored later, all are told, once', async () => {
  await announceAt('2026-12-11T18:10:00+09:00');
  await cancel(await cancelForm());
  practice.clock.set('2026-12-14T09:00:00+09:00');
  await practice.minute();
  await expect.poll(noticesOf).toEqual(ALL.map((id) => `${id} dropped`));
  await practice.slack
    .dm(WELFARE)
    .until(({ plain }) => plain.startsWith('開催案内') && !plain.includes('結果をお知らせしました'));

  practice.clock.set('2026-12-14T10:00:00+09:00');
  await restore();
  for (const who of ALL)
    await practice.slack.dm(who).next(({ plain }) => plain.startsWith(TITLE) && plain.includes('結果:承認'));
  await expect.poll(noticesOf).toEqual(ALL.map((id) => `${id} sent`));
  await cardOf(practice, WELFARE, '豊コ第61号', '結果をお知らせしました。');
});
