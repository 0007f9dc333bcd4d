import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { printDayWithWeekday } from '../../src/domain/calendar/japanese-era.ts';
import { todayInTokyo } from '../../src/domain/calendar/local-date.ts';
import facts from '../support/fiscal-2023.json' with { type: 'json' };
import { endProcesses, type PracticeProcess, startPracticeProcess } from './process.ts';
import { cleanUp, emptyDirectory, kyodo, ROWS_2023, tableRows } from './run.ts';

// Real processes over an embedded database, one after the other on one record.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const environment = { DATA_DIR: emptyDirectory(), LOG_LEVEL: 'silent' };
const WITH_TOKENS = { SLACK_BOT_TOKEN: 'xoxb-1-none', SLACK_APP_TOKEN: 'xapp-1-none' };
let running: PracticeProcess | undefined;
const start = async (...words: readonly string[]): Promise<PracticeProcess> => {
  running = await startPracticeProcess(environment, words);
  return running;
};
const stop = async (): Promise<void> => {
  expect(await running?.stop()).toBe(0);
  running = undefined;
};
beforeAll(() => start('start'));
afterAll(() => {
  endProcesses();
  cleanUp();
});

const State = z.looseObject({
  clock: z.object({ now: z.number(), target: z.number().nullable() }),
  channels: z.array(
    z.looseObject({ name: z.string(), messages: z.array(z.looseObject({ text: z.string() })) }),
  ),
});
const stateOf = async (person: string) =>
  State.parse(await (await fetch(`${running?.url}/sandbox/state?person=${person}`)).json());
const clockOf = async () => (await stateOf('U0JIMU1')).clock;
const messagesOf = async (person: string, channel: string): Promise<readonly string[]> => {
  const { channels } = await stateOf(person);
  return channels.find(({ name }) => name === channel)?.messages.map(({ text }) => text) ?? [];
};
const reportRows = async (): Promise<readonly string[]> =>
  tableRows((await kyodo(['report', '2023'], environment)).out);
const auditLines = async (): Promise<number> =>
  (await kyodo(['audit', '--json'], environment)).out.split('\n').length;

test('it opens with the record of fiscal 2023, whose tables the report prints as they were published', async () => {
  const { exit, out } = await kyodo(['report', '2023'], environment);
  const trainings = facts.training.map(
    ({ no, printed, programme, participants }) =>
      `| ${no} | ${printed.replace('*', '\\*')} | 【${programme}】 | ${participants}人 |`,
  );
  expect({ exit, rows: tableRows(out) }).toEqual({ exit: 0, rows: [...ROWS_2023, ...trainings] });
  expect(out).toContain(`協働推進員を${facts.promotersAppointed}名選任しました。`);
  for (const { body, printed } of facts.didNotMeet)
    expect(out).toMatch(new RegExp(`${body}[^#]*${printed}`, 'u'));
});

test('the year under way was entered through the bot: messages, an issue, an inquiry with its answers', async () => {
  expect(await messagesOf('U0JIMU1', '協働推進')).toEqual([expect.stringContaining('きょうどう通信 協DO')]);
  await expect
    .poll(() => messagesOf('U0P107', '協DOボット'), { timeout: 60_000 })
    .toContainEqual('照会への回答のお願い');
});

test('commands have the practice clock while it runs and after, and another start goes on with it', async () => {
  const answer = await fetch(`${running?.url}/sandbox/clock`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ to: 'next-morning' }),
  });
  expect(await answer.json()).toEqual({ ok: true });
  await expect.poll(async () => (await clockOf()).target, { timeout: 60_000 }).toBe(null);
  const { now: morning } = await clockOf();
  const today = ['job', 'remind', '--dry-run'];
  const when = `remind を${printDayWithWeekday(todayInTokyo(new Date(morning)))}`;
  expect((await kyodo(today, environment)).out).toContain(when);
  await stop();
  expect((await kyodo(today, environment)).out).toContain(when);
  await start('start');
  expect((await clockOf()).now).toBeGreaterThanOrEqual(morning);
});

test('a second start adds nothing, and beside a running one nothing is started and nothing removed', async () => {
  const [rows, lines] = [await reportRows(), await auditLines()];
  for (const words of [['sandbox', '--reset'], ['sandbox'], ['start']])
    expect(await kyodo(words, { ...environment, PORT: '0' })).toEqual({
      exit: 1,
      out: '',
      err: 'この記録は今使われています。練習用ワークスペースを止めてから、もう一度実行してください。\n',
    });
  await stop();
  await start('start');
  expect([await reportRows(), await auditLines()]).toEqual([rows, lines]);
  await stop();
});

test.each([
  [
    ['sandbox', '--empty'],
    1,
    '練習の記録がすでにあります。続きからは --empty を付けずに、空から始め直すときは --reset --empty を指定してください。',
  ],
  [
    ['sandbox', '--transport', 'mail'],
    2,
    'つなぎ方「mail」はありません。http か socket を指定してください。',
  ],
])('%j is refused', async (words, exit, err) => {
  expect(await kyodo(words, environment)).toEqual({ exit, out: '', err: `${err}\n` });
});

test('--reset --empty begins anew without the sample, over Socket Mode, and never asks Slack whatever tokens there are', async () => {
  running = await startPracticeProcess({ ...environment, ...WITH_TOKENS }, [
    'sandbox',
    '--reset',
    '--empty',
    '--transport',
    'socket',
  ]);
  expect(await reportRows()).toEqual([]);
  const typed = await fetch(`${running.url}/sandbox/command`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ person: 'U0JIMU1', channel: 'D0JIMU1', text: '/kyodo-meeting 一覧' }),
  });
  expect(await typed.json()).toEqual({ ok: true });
  await expect.poll(() => messagesOf('U0JIMU1', '協DOボット')).toEqual([expect.stringContaining('会議')]);
  await stop();
});
