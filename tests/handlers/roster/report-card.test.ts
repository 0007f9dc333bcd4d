import { afterAll, beforeAll, expect, test } from 'vitest';
import { runJobsAt } from '../../support/jobs.ts';
import type { Practice } from '../../support/practice.ts';
import { ask, CHIEF, homeOf, PROMOTER, SUCCESSOR, startAskedCity } from '../asked-city.ts';

/** Messages that ask show at once what changes in the roster. */

let practice: Practice;
beforeAll(async () => {
  practice = await startAskedCity('2027-02-26T10:00:00+09:00');
  await runJobsAt(practice, '2027-03-01T09:00:00');
});
afterAll(async () => {
  expect(practice.slack.refusals).toEqual([]);
  await practice.stop();
});

test('the message that asks for 選任報告 counts what is reported, and again after 取り消す', async () => {
  const card = practice.slack.dm(CHIEF);
  const told = await card.until(({ plain }) => plain.includes('選任報告をお願いします(報告待ち5件)'));
  const now = (words: string) => card.until(({ ts, plain }) => ts === told.ts && plain.includes(words));
  const form = await (await practice.slack.person(CHIEF).command('/kyodo-promoter', '選任報告')).opened();
  await form.press('変更なし');
  await now('報告待ち4件');
  await form.press('取り消す');
  await now('報告待ち5件');
});

test('who takes over a section has what is asked of it, and the message of who had it says so at once', async () => {
  await ask(practice, { title: '引き継がれる調査', audience: 'people', chosen: [PROMOTER] });
  await runJobsAt(practice, '2027-03-02T09:00:00');
  const card = practice.slack.dm(PROMOTER);
  const told = await card.until(({ plain }) => plain.includes('引き継がれる調査'));
  const form = await (await practice.secretary.command('/kyodo-promoter', '登録')).opened();
  await form.fill({
    職員: SUCCESSOR,
    役割: '推進員',
    部局: '福祉部',
    '課・室等': '福祉課',
    任期開始日: '2027-03-02',
  });
  await (await form.submit()).form?.close();
  const gone = await card.until(({ ts, buttons }) => ts === told.ts && !buttons.includes('回答する'));
  expect(gone.plain).toContain('後任 よしみさんにお願いしています');
  expect((await homeOf(practice, PROMOTER)).text).not.toContain('引き継がれる調査');
});
