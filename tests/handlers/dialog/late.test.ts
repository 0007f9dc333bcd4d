import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Practice, SECRETARY, startPractice } from '../../support/practice.ts';
import { openMeetingForm, rowsOf } from '../steps.ts';

/** A dialog that comes later than Slack waits for it: the person hears of it, and 運用ログ does not. */

let practice: Practice;
beforeAll(async () => {
  practice = await startPractice({ logChannel: 'C0GENERAL' });
});
afterAll(async () => {
  expect(practice.slack.refusals).toEqual([]);
  await practice.stop();
});

const LATE = '画面を開くのに時間がかかりすぎました。画面が出ていないときは、もう一度お試しください。';
const toldDirectly = async () => (await practice.slack.dm(SECRETARY).next()).plain;

test.each(['expired_trigger_id', 'exchanged_trigger_id', 'trigger_expired'])(
  '%s is told where there is room, and is no failure',
  async (error) => {
    const { secretary, slack } = practice;
    slack.faults.next('views.open', { error });
    await secretary.command('/kyodo-meeting');
    expect((await secretary.nextAnswer()).plain).toBe(LATE);

    await secretary.openHome();
    const home = await secretary.homeUntil(({ buttons }) => buttons.includes('会議の一覧'));
    slack.faults.next('views.open', { error });
    await home.press('会議の一覧');
    expect(await toldDirectly()).toBe(LATE);

    const form = await openMeetingForm(practice);
    slack.faults.next('views.push', { error });
    const action = { type: 'button', block_id: 'deep', action_id: 'article.open', value: 'new' };
    await secretary.pressRaw({ form, action });
    expect([await toldDirectly(), form.isOpen]).toEqual([LATE, true]);
    await form.close();
    expect(await rowsOf(practice, `select key from delivery where kind = 'failure-noted'`)).toEqual([]);
  },
);
