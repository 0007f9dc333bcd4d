import { afterEach, beforeEach, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { type Sandbox, startSandbox } from '../../../src/sandbox/sandbox.ts';
import { startSocketBot } from '../tiny-bot.ts';

let slack: Sandbox;
let bot: Awaited<ReturnType<typeof startSocketBot>>;

beforeEach(async () => {
  slack = await startSandbox({ people: [{ id: 'U0HANAKO' }], ackPatience: 300 });
  bot = await startSocketBot(slack, 500);
});
afterEach(async () => {
  await bot.stop();
  await slack.stop();
});

it('drops an ack of 20 KB or more, as Slack does without a word', async () => {
  const result = await slack.person('U0HANAKO').command('/tiny-huge');
  expect({ status: result.status, answers: slack.person('U0HANAKO').answers }).toEqual({
    status: 0,
    answers: [],
  });
  expect(slack.refusals.map(({ where, error }) => `${where}: ${error}`)).toEqual([
    'ack over a socket: ack_too_large',
  ]);
});

it('sends the bot away and takes it back', async () => {
  const back = bot.reconnected();
  slack.socket.refresh();
  await back;
  const result = await slack.person('U0HANAKO').command('/tiny-list', 'R5');
  expect(result.answer?.plain).toBe('一覧 R5');
});

it('lets nobody connect by an address it did not give', async () => {
  const refused = await new Promise((resolve) => {
    const socket = new WebSocket(`${slack.url.replace('http', 'ws')}/socket/x`);
    socket.on('error', () => resolve(true));
    socket.on('open', () => resolve(false));
  });
  expect(refused).toBe(true);
});
