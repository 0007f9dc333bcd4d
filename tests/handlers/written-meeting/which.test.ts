import { afterAll, beforeAll, expect, test } from 'vitest';
import { runJobsAt } from '../../support/jobs.ts';
import { type Practice, SECRETARY } from '../../support/practice.ts';
import { answerInWriting, askBody, CHAIR, GENERAL, startAskedBody } from '../asked-body.ts';
import { pressAnywhere } from '../asked-city.ts';
import { answerTo } from '../steps.ts';

/** Two 書面開催 of one body with one due day: whoever reads of them can tell them apart, by 文書番号 or by the first 案件. */

const NUMBER = '文書番号:豊コ第80号';
const ITEM = '案件:「市の調査・検討について」ほか1件';

let practice: Practice;
let meetings: readonly string[];
beforeAll(async () => {
  practice = await startAskedBody();
  meetings = [await askBody(practice), await askBody(practice, { documentNumber: '' })];
});
afterAll(async () => {
  expect(practice.slack.refusals).toEqual([]);
  await practice.stop();
});

/** Both are told apart in it. */
const tellsApart = (text: string): void => {
  for (const words of [NUMBER, ITEM]) expect(text).toContain(words);
};

/** So they are on somebody's Home, below these words: once it is drawn as it is now. */
const onHome = async (person: string, words = ''): Promise<void> => {
  const driver = practice.slack.person(person);
  await driver.openHome();
  await driver.homeUntil(({ text }) => {
    const part = text.includes(words) ? text.slice(text.indexOf(words)) : '';
    return part.includes(NUMBER) && part.includes(ITEM);
  });
};

test('what is owed, on Home, in /kyodo and on the morning', async () => {
  await onHome(CHAIR);
  tellsApart((await answerTo(practice.slack.person(CHAIR), '/kyodo')).plain);
  await runJobsAt(practice, '2026-12-07T09:00:00');
  tellsApart((await practice.slack.dm(CHAIR).next()).plain);
});

test('what was answered, and what the secretariat sees of both', async () => {
  for (const meeting of meetings)
    await answerInWriting(
      practice,
      CHAIR,
      { meeting, position: 1 },
      { 案件1: '異議なし', 案件2: '確認しました' },
    );
  await onHome(CHAIR);
  await onHome(SECRETARY);
  for (const [index, words] of [NUMBER, ITEM].entries()) {
    const form = await pressAnywhere(practice, SECRETARY, 'written-meeting.cancel', meetings[index] ?? '');
    expect(form.text).toContain(words);
    await form.close({ all: true });
  }
});

test('案件の訂正のお知らせ says of which it is', async () => {
  const form = await pressAnywhere(practice, SECRETARY, 'written-meeting.amend', meetings[1] ?? '');
  await form.fill({ 案件: form.options('案件')[1] ?? '' });
  await form.until(({ values }) => values.訂正後の案件 !== null);
  await form.fill({ 訂正後の案件: '年間スケジュール(改)について', 理由: '誤記' });
  await (await form.submit()).form?.close({ all: true });
  const told = await practice.slack.dm(CHAIR).until(({ plain }) => plain.startsWith('案件の訂正'));
  expect(told.plain).toContain(ITEM);
});

test('結果をまとめる, and the results on Home', async () => {
  await runJobsAt(practice, '2026-12-11T00:00:30');
  await runJobsAt(practice, '2026-12-11T09:00:00');
  const told = await practice.slack
    .dm(SECRETARY)
    .until(({ plain }) => plain.includes('結果をまとめてください'));
  tellsApart(told.plain);
  for (const meeting of meetings) {
    const form = await pressAnywhere(practice, SECRETARY, 'written-result.open', meeting);
    await form.fill({ 案件1の結果: '承認' });
    // The second meeting of the same day has other 案件 by now.
    await (await (await form.submit()).form?.submit())?.form?.close({ all: true });
  }
  await onHome(GENERAL, '書面開催の結果');
});
