import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Form } from '../../src/sandbox/form.ts';
import { type Practice, startPractice } from '../support/practice.ts';
import { openMeetingForm, rowsOf } from './steps.ts';

/** Dialogs on dialogs, and those that are closed while the bot still updates them. */

let practice: Practice;
beforeAll(async () => {
  practice = await startPractice({ logChannel: 'C0GENERAL' });
});
afterAll(async () => {
  expect(practice.slack.refusals).toEqual([]);
  await practice.stop();
});

const failures = () => rowsOf(practice, `select key from delivery where kind = 'failure-noted'`);

test.each(['not_found', 'hash_conflict'])(
  'a form that was closed right after 開催方法 was chosen (%s) is no failure',
  async (error) => {
    const form = await openMeetingForm(practice);
    practice.slack.faults.next('views.update', { error });
    await form.fill({ 開催方法: '書面開催' });
    await form.close();
    await practice.bot.stop();
    expect(await failures()).toEqual([]);
    await practice.restart();
  },
);

test('whatever is pressed in the third dialog comes in its place, and 戻る leads back', async () => {
  const { secretary } = practice;
  const first = await openMeetingForm(practice);
  const press = async (form: Form, action_id: string) =>
    secretary.pressRaw({
      form,
      action: { type: 'button', block_id: 'deep', action_id, value: 'new' },
    });
  const second = await (await press(first, 'article.open')).opened();
  const third = await (await press(second, 'away.open')).opened();
  const { hash } = third;
  await press(third, 'settings.open');
  const replaced = await third.until((form) => form.hash !== hash);
  expect([replaced.title, secretary.form?.viewId]).toEqual(['設定', third.viewId]);
  await replaced.close();
  expect([secretary.form?.title, await failures()]).toEqual([second.title, []]);
});
