import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Practice, startPractice } from '../../support/practice.ts';
import { addSection, appoint } from './steps.ts';

/** On 1 April nobody has had the year's training, and nobody could have. */

const CHIEF = 'U0CHIEF';

let practice: Practice;
beforeAll(async () => {
  practice = await startPractice({ people: [{ id: CHIEF, real_name: '主任 一郎' }] });
  const { sectionId } = await addSection(practice, '市民課');
  const term = { from: '2027-04-01', to: '2028-03-31' };
  await appoint(practice, { slackId: CHIEF, name: '主任 一郎', sectionId, role: 'chief', ...term });
  practice.clock.set('2027-04-01T10:00:00+09:00');
});
afterAll(async () => {
  expect(practice.slack.refusals).toEqual([]);
  await practice.stop();
});

test('a 主任 reads that none was held yet, not that nobody came', async () => {
  const chief = practice.slack.person(CHIEF);
  await chief.openHome();
  const home = await chief.homeUntil(({ text }) => text.includes('部局の受講状況'));
  expect(home.text).toContain('部局の受講状況\n・市民課のある部 令和9年度の研修はまだ行われていません。');
});
