import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Practice } from '../../support/practice.ts';
import { rowsOf } from '../steps.ts';
import { AWAY, BODY, CHAIR, startWrittenCity } from '../written-city.ts';

/** When 開催案内 leaves, and when it does not any more. */

let practice: Practice;
beforeAll(async () => {
  practice = await startWrittenCity('2026-11-19T15:00:00+09:00');
});
afterAll(async () => {
  expect(practice.slack.refusals).toEqual([]);
  await practice.stop();
});

const send = async (number: string): Promise<void> => {
  const form = await (await practice.secretary.command('/kyodo-meeting', '書面')).opened();
  await form.fill({ 会議体: BODY });
  await form.until(({ values }) => values.Slack未利用の回答者 !== null);
  await form.fill({ 文書番号: number, 案件: '市の調査・検討について(審議)', 回答期限: '2026-12-10' });
  const confirmation = await (await form.submit()).form?.until(({ submitText }) => submitText !== '');
  await (await confirmation?.submit())?.form?.close({ all: true });
};

const isAt = async (moment: string): Promise<void> => {
  practice.clock.set(moment);
  await practice.minute();
};

/** How the messages stand: who is still to have one, and when; and what has become of the others. */
const standing = () =>
  rowsOf(
    practice,
    `select state::text, case when state = 'planned' then to_char(not_before at time zone 'Asia/Tokyo', 'DD HH24:MI') end as until,
        count(*)::int as count, bool_and(recipient = $1) as "isAway"
      from delivery where kind = 'written-meeting-asked' group by 1, 2 order by 1, 2`,
    [AWAY],
  );

const hasCome = (person: string, number: string) =>
  practice.slack.dm(person).next(({ plain }) => plain.startsWith('開催案内') && plain.includes(number));

const dropped = (count: number) => ({ state: 'dropped', until: null, count, isAway: false });
const away = { state: 'planned', until: '26 09:00', count: 1, isAway: true };

test('it comes in the morning, after an outage the next working day, to who is 不在 when they are back, and of what is cancelled never', async () => {
  await send('豊コ第95号');
  await send('豊コ第96号');
  await rowsOf(
    practice,
    `update written_meeting set state = 'cancelled' where document_number = '豊コ第96号'`,
  );
  expect(await standing()).toEqual([
    { state: 'planned', until: '20 09:00', count: 6, isAway: false },
    { ...away, count: 2 },
  ]);
  // The bot stood still on Fri 20 November; Mon 23 is 勤労感謝の日.
  await isAt('2026-11-20T20:00:00+09:00');
  const waiting = { state: 'planned', until: '24 09:00', count: 3, isAway: false };
  await expect.poll(standing).toEqual([dropped(3), waiting, { ...away, count: 2 }]);
  await isAt('2026-11-23T10:00:00+09:00');
  expect(await standing()).toEqual([dropped(3), waiting, { ...away, count: 2 }]);
  await isAt('2026-11-24T09:00:00+09:00');
  await hasCome(CHAIR, '豊コ第95号');
  const sent = { state: 'sent', until: null, count: 3, isAway: false };
  await expect.poll(standing).toEqual([dropped(3), { ...away, count: 2 }, sent]);
  await isAt('2026-11-26T09:00:00+09:00');
  await hasCome(AWAY, '豊コ第95号');
  await expect.poll(standing).toEqual([dropped(4), { ...sent, count: 4 }]);
});
