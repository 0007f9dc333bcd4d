import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Practice, SECRETARY, STAFF, startPractice } from '../support/practice.ts';
import {
  auditOf,
  countOf,
  fillMeeting,
  openMeetingForm,
  PLAIN_MEETING,
  recordByForm,
  rowsOf,
} from './steps.ts';

const LOG = 'C0LOG';

let practice: Practice;
beforeAll(async () => {
  practice = await startPractice({
    logChannel: LOG,
    channels: [
      { id: 'C0GENERAL', name: '協働推進' },
      { id: LOG, name: '運用ログ' },
    ],
  });
  // The reports of this morning's runs would take the faults that are meant for what follows.
  for (const job of ['朝の通知', '職員の確認'])
    await practice.slack.channel(LOG).next(({ plain }) => plain.startsWith(job));
});
afterAll(async () => {
  expect(practice.slack.refusals).toEqual([]);
  await practice.stop();
});

const home = async (words: string) => {
  await practice.secretary.openHome();
  return practice.secretary.homeUntil(({ text }) => text.includes(words));
};
const states = async () =>
  (
    await rowsOf(
      practice,
      `select state from delivery where kind = 'meeting-announced' or kind = 'meeting-recorded' order by planned_at`,
    )
  ).map(({ state }) => state);

/** How many messages a Home tab shows as given up. */
const given = ({ text }: { readonly text: string }) => text.split('送れなかった理由').length - 1;

/** A meeting whose 記録しました Slack refuses for good. */
const recordInVain = async (heldOn: string): Promise<void> => {
  practice.slack.faults.next('chat.postMessage', { error: 'channel_not_found' });
  await recordByForm(practice, { 開催日: heldOn }).catch(() => undefined);
};

test('what was given up is on Home, told in 運用ログ by its id, and sent again by 再送', async () => {
  void recordInVain('2026-10-01');
  await expect.poll(states, { timeout: 8000 }).toEqual(['dead']);
  const [row] = await rowsOf(practice, `select id from delivery where state = 'dead'`);
  // It is told a minute after it was noted, which is after it was given up.
  await expect.poll(() => countOf(practice, "delivery where kind = 'failure-noted'")).toBe(1);
  practice.clock.set('2026-11-24T10:01:00+09:00');
  const noted = await practice.slack.channel(LOG).next(({ plain }) => plain.startsWith('お送り'));
  expect(noted.plain).toBe(
    `お送りできなかったメッセージが1件あります。事務局のホームの「送れなかったメッセージ」から、再送できます。(受付番号 ${row?.id})`,
  );
  const shown = await home('送れなかったメッセージ');
  expect(shown.text).toContain(
    '記録しました 令和8年11月24日(火) 10:00\n宛先:@事務 局子\n送れなかった理由:この方のSlackのアカウントが見つかりません。アカウントを確認してください。',
  );
  await shown.press('再送');
  await practice.slack.dm(SECRETARY).until(({ plain }) => plain.startsWith('記録しました'));
  await practice.secretary.homeUntil(({ text }) => !text.includes('送れなかったメッセージ'));
  await expect.poll(states).toEqual(['sent']);
});

test('what had been posted after all is not posted again by 再送', async () => {
  const before = practice.slack.messages(SECRETARY).length;
  await recordByForm(practice, { 開催日: '2026-10-02' });
  // Slack has a message before the record knows that it was sent.
  await expect.poll(states).toEqual(['sent', 'sent']);
  await rowsOf(
    practice,
    `update delivery set state = 'dead', problem = 'HTTP 500', channel = null, ts = null, shown = 0 where kind = 'meeting-recorded'`,
  );
  const shown = await home('送れなかったメッセージ');
  expect(shown.text).toContain('Slackにつながりませんでした(HTTP 500)。');
  expect(given(shown)).toBe(2);
  await shown.press('再送');
  // A press on the tab of before would be of what is settled by now.
  await practice.secretary.homeUntil((tab) => given(tab) === 1);
  await expect.poll(async () => (await states()).includes('sent'), { timeout: 8000 }).toBe(true);
  expect(practice.slack.messages(SECRETARY)).toHaveLength(before + 1);
});

test('送らない leaves it unsent; both are in the audit log, and nobody else has them', async () => {
  await (await home('送れなかったメッセージ')).press('送らない');
  await practice.secretary.homeUntil(({ text }) => !text.includes('送れなかったメッセージ'));
  expect((await states()).toSorted()).toEqual(['dropped', 'sent']);
  expect((await auditOf(practice, SECRETARY)).filter((line) => String(line).endsWith('-delivery'))).toEqual([
    'resend-delivery',
    'resend-delivery',
    'forgo-delivery',
  ]);
  const staff = practice.slack.person(STAFF);
  await staff.openHome();
  expect((await staff.homeUntil(() => true)).text).not.toContain('送れなかった');
});

test('a channel that takes no posts is set aside: the secretariat is asked about it, once a day', async () => {
  const noted = () => countOf(practice, "delivery where kind = 'failure-noted'");
  const before = await noted();
  practice.slack.faults.next('chat.postMessage', { error: 'user_disabled' });
  practice.slack.faults.next('chat.postMessage', { error: 'restricted_action_read_only_channel' });
  const form = await openMeetingForm(practice);
  await fillMeeting(form, { ...PLAIN_MEETING, 開催日: '2026-10-03' });
  expect(await form.submit()).toMatchObject({ closed: true });
  await expect.poll(noted).toBe(before + 1);
  practice.clock.set('2026-11-24T10:02:00+09:00');
  const asked = await practice.slack
    .dm(SECRETARY)
    .until(({ plain }) => plain.startsWith('投稿先の確認のお願い'));
  expect(asked.plain).toContain('チャンネルに投稿できる人が制限されています。');
  expect(asked.plain).toContain(`#運用ログ`);
});
