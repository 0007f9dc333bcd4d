import { expect, test } from 'vitest';
import { GUEST } from '../support/practice.ts';
import { noted, startScene } from './forgery.ts';
import { answerTo, post, WORKSPACE } from './steps.ts';

const SENT = 30;

/** A shortcut as it may be sent again for five minutes: its trigger has gone, so that nobody can be told anything. */
const replayed = (trigger: string): string => {
  const user = { id: GUEST };
  const team = { id: WORKSPACE };
  const payload = { type: 'shortcut', callback_id: 'meeting.record', trigger_id: trigger, user, team };
  return new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
};

test('what a guest sends again and again is noted once an hour and makes no messages', async () => {
  const scene = await startScene({ logChannel: 'C0GENERAL', now: '2026-11-24T12:00:00+09:00' });
  const { practice } = scene;
  // The reports of this morning's runs are messages, too.
  for (const job of ['朝の通知', '職員の確認'])
    await practice.slack.channel('C0GENERAL').until(({ plain }) => plain.startsWith(job));
  const triedToTell = () => practice.slack.calls.filter(({ method }) => method === 'views.open').length;
  const lines = () =>
    noted(scene, GUEST, async () => {
      const before = triedToTell();
      for (let index = 0; index < SENT; index += 1)
        expect(await post(practice, replayed(`${before}.${index}`))).toEqual({ status: 200, body: '' });
      await expect.poll(() => triedToTell() - before).toBe(SENT);
      await answerTo(practice.secretary, '/kyodo');
    });
  expect(await lines()).toEqual(['refused meeting.record']);
  practice.clock.set('2026-11-24T13:00:01+09:00');
  expect(await lines()).toEqual(['refused meeting.record']);
  await practice.stop();
});
