import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Practice, startPractice } from '../../support/practice.ts';
import { bodyId, rowsOf, WORKSPACE } from '../steps.ts';
import { openPlan } from './steps.ts';

/** A year of 95 meetings: of one body, on days that are all different. */
const MEETINGS = 95;

let practice: Practice;
beforeAll(async () => {
  practice = await startPractice({ now: '2026-04-01T10:00:00+09:00' });
  await rowsOf(
    practice,
    `with made as (
       insert into meeting (workspace_id, id, body_id, fiscal_year, way, precision, held_on, attendees, attendees_without_slack,
         recorded_by, recorded_at, confirmed_at, held_confirmed_at)
       select $1, gen_random_uuid(), $2::uuid, 2025, 'onsite', 'day', date '2025-04-08' + 3 * n, '{}', '{}', 'U0SECRETARY', now(), now(), now()
       from generate_series(1, ${MEETINGS}) n returning workspace_id, id
     )
     insert into agenda_item (workspace_id, meeting_id, position, text, kind)
     select workspace_id, id, 1, '長い案件' || repeat('あ', 300), null from made`,
    [WORKSPACE, await bodyId(practice, '協働推進本部会議')],
  );
}, 60_000);
afterAll(async () => {
  expect(practice.slack.refusals).toEqual([]);
  await practice.stop();
});

test('a year of many is chosen page by page, back and forth, and recorded once on the last', async () => {
  const first = await openPlan(practice);
  expect([first.submitText, Object.keys(first.values).length]).toEqual(['次のページへ', 40]);
  expect(first.text).toContain('全95件のうち、1件目から40件目までです。');
  await first.fill({ 予定日1: '2026-05-10', 予定日2: null });
  const sent = await first.submit();
  expect(sent.errors).toEqual({});
  const second = await sent.form?.until(({ submitText }) => submitText !== '');
  if (second === undefined) throw new Error('there is a second page');
  expect(second.labels.filter((label) => label.startsWith('予定日'))).toContain('予定日80');
  await second.fill({ 予定日41: null });
  await second.press('前のページへ');
  const back = await second.until(({ text }) => text.includes('1件目から40件目'));
  expect(back.values).toMatchObject({ 予定日1: '2026-05-10', 予定日2: null });
  await back.fill({ 予定日3: '2027-04-01' });
  expect((await back.submit()).errors).toEqual({ 予定日3: expect.stringContaining('令和8年度の日') });
  await back.fill({ 予定日3: null });
  const again = await (await back.submit()).form?.until(({ text }) => text.includes('41件目から80件目'));
  expect(again?.values).toMatchObject({ 予定日41: null });
  const last = await (await again?.submit())?.form?.until(({ text }) => text.includes('81件目から95件目'));
  expect(last?.submitText).toBe('登録する');
  expect(await planned()).toEqual([]);
  const { form: done } = (await last?.submit()) ?? {};
  const days = await planned();
  expect(done?.text).toContain(`${days.length}件の予定を登録しました。`);
  expect(days).toContain('2026-05-10');
  expect(new Set(days).size).toBe(days.length);
  expect(
    await rowsOf(practice, "select count(*)::int as n from delivery where kind = 'schedule-recorded'"),
  ).toEqual([{ n: 1 }]);
});

const planned = async (): Promise<readonly unknown[]> =>
  (
    await rowsOf(
      practice,
      'select held_on::text as on from meeting where fiscal_year = 2026 order by held_on',
    )
  ).map(({ on }) => on);
