import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Message } from '../../../src/sandbox/driver/messages-read.ts';
import { createKeptLog } from '../../support/desk.ts';
import { channelsOf, peopleOf, runDueJobs } from '../../support/jobs.ts';
import { type Practice, SECRETARY } from '../../support/practice.ts';
import { ask, ELSEWHERE, openAnswerForm, PROMOTER, pressAnywhere, startAskedCity } from '../asked-city.ts';
import { answerTo } from '../steps.ts';

let practice: Practice;
beforeAll(async () => {
  practice = await startAskedCity('2026-11-20T08:30:00+09:00');
});
afterAll(async () => {
  expect(practice.slack.refusals).toEqual([]);
  await practice.stop();
});

const at = async (now: string): Promise<void> => {
  practice.clock.set(`${now}+09:00`);
  await runDueJobs(practice.database, {
    clock: practice.clock,
    db: practice.database.db,
    workspace: { id: practice.slack.team.id, secretariat: [SECRETARY] },
    log: createKeptLog(),
    people: peopleOf(practice),
    channels: channelsOf(practice),
  });
};

const asking = ({ plain }: Message): boolean => plain.includes('協働事業についての調査');
const toldOf = (person: string) => practice.slack.dm(person).messages.filter(asking);

const statusOf = async () => (await answerTo(practice.secretary, '/kyodo-inquiry', '状況 1')).plain;

test('締め切る, then 元に戻す: who has not answered is asked again as before, who has hears nothing', async () => {
  const id = await ask(practice);
  await at('2026-11-20T09:00:00');
  const told = await practice.slack.dm(ELSEWHERE).next(asking);
  const form = await openAnswerForm(practice, PROMOTER, id, '福祉課');
  await form.fill({ 該当: '該当なし' });
  await (await form.submit()).form?.close();
  const known = toldOf(PROMOTER).length;
  const shown = (closed: boolean) => (message: Message) =>
    message.ts === told.ts && message.plain.includes('締め切りました') === closed;

  const view = await pressAnywhere(practice, SECRETARY, 'inquiry.close', id);
  const done = (await view.submit()).form;
  expect(done?.text).toBe(
    [
      '締め切りました',
      'この照会を締め切りました。お知らせは止まります。',
      '令和8年12月20日(日)までは、「元に戻す」で元に戻せます。',
    ].join('\n'),
  );
  await practice.slack.dm(ELSEWHERE).until(shown(true));
  const closedAt = '締切日時:令和8年11月20日(金) 9:00';
  expect(await statusOf()).toContain(closedAt);
  await done?.press('元に戻す');
  await done?.until(({ text }) => text.includes('回答した方には何も届きません。'));
  const open = await practice.slack.dm(ELSEWHERE).until(shown(false));
  expect(await statusOf()).not.toContain('締切日時');
  expect([open.plain, open.buttons]).toEqual([told.plain, told.buttons]);

  await at('2026-12-09T09:00:00');
  expect((await practice.slack.dm(ELSEWHERE).next(asking)).ts).not.toBe(told.ts);
  expect(toldOf(PROMOTER)).toHaveLength(known);
});
