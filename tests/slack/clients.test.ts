import { expect, test } from 'vitest';
import { createClients } from '../../src/slack/clients.ts';
import { isRateLimited } from '../../src/slack/errors.ts';
import { createSlackLogger } from '../../src/slack/logger.ts';
import { createTestLog } from '../support/log.ts';
import { createManualMachine } from '../support/practice.ts';

/** One who answers for Slack, and what was asked: the method, whose token, which workspace. Who has a token of `late` is put off so often. */
const createSlack = (late: Record<string, number> = {}) => {
  const asked: (readonly (string | null)[])[] = [];
  const fetch = async (url: string | URL | Request, init?: RequestInit): Promise<Response> => {
    const method = String(url).split('/').at(-1) ?? '';
    const body = new URLSearchParams(String(init?.body));
    const token = new Headers(init?.headers).get('authorization') ?? '';
    asked.push([method, token, body.get('team_id')]);
    const times = late[token] ?? 0;
    late[token] = times - 1;
    if (times > 0) return new Response('', { status: 429, headers: { 'retry-after': '30' } });
    return Response.json({ ok: true, channels: [], response_metadata: {} });
  };
  const machine = createManualMachine();
  const clientsOf = createClients(
    { slackApiUrl: 'http://slack.example/api/', logger: createSlackLogger(createTestLog()), fetch },
    machine,
  );
  return { asked, clientsOf, machine };
};

test('each client calls by its own token, however many do at once', async () => {
  const { asked, clientsOf } = createSlack();
  const one = clientsOf({ botToken: 'xoxb-1' });
  const other = clientsOf({ botToken: 'xoxb-2', teamId: 'T2' });
  await Promise.all(
    [one, other].flatMap(({ interactive, bulk, listing }) => [
      interactive.users.info({ user: 'U1' }),
      bulk.chat.postMessage({ channel: 'U1', text: 'お知らせ' }),
      listing.users.list({}),
      interactive.apiCall('views.open', { trigger_id: '1' }),
    ]),
  );
  const calls = ['users.info', 'chat.postMessage', 'users.list', 'views.open'];
  expect(asked.toSorted()).toEqual(
    [
      ...calls.map((method) => [method, 'Bearer xoxb-1', null]),
      ...calls.map((method) => [method, 'Bearer xoxb-2', 'T2']),
    ].toSorted(),
  );
});

test('what comes in pages is asked for by the same token', async () => {
  const { asked, clientsOf } = createSlack();
  const { interactive } = clientsOf({ botToken: 'xoxb-1' });
  for await (const page of interactive.paginate('users.conversations', {})) expect(page.ok).toBe(true);
  expect(asked).toEqual([['users.conversations', 'Bearer xoxb-1', null]]);
});

test('a list that Slack puts off waits as long as Slack says, and no other workspace with it', async () => {
  const { asked, clientsOf, machine } = createSlack({ 'Bearer xoxb-1': 2 });
  const one = clientsOf({ botToken: 'xoxb-1' }).listing;
  const other = clientsOf({ botToken: 'xoxb-2' }).listing;
  const listed = one.users.list({});
  const times = () => asked.filter(([, token]) => token === 'Bearer xoxb-1').length;
  for (const tried of [1, 2]) {
    await expect.poll(times).toBe(tried);
    expect((await other.users.list({})).ok).toBe(true);
    machine.advance(29_000);
    expect((await other.users.list({})).ok).toBe(true);
    expect(times()).toBe(tried);
    machine.advance(1000);
  }
  expect((await listed).ok).toBe(true);
  expect(times()).toBe(3);
});

test('a list that Slack puts off again and again fails by that word', async () => {
  const { asked, clientsOf, machine } = createSlack({ 'Bearer xoxb-1': 100 });
  const refused = expect(clientsOf({ botToken: 'xoxb-1' }).listing.users.list({})).rejects.toSatisfy(
    isRateLimited,
  );
  for (let tried = 1; tried < 6; tried += 1) {
    await expect.poll(() => asked.length).toBe(tried);
    machine.advance(30_000);
  }
  await refused;
});
