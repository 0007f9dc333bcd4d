import { expect, test } from 'vitest';
import { createClients } from '../../src/slack/clients.ts';
import { createSlackLogger } from '../../src/slack/logger.ts';
import { createTestLog } from '../support/log.ts';
import { createQuickMachine } from '../support/practice.ts';

/** One who answers for Slack, and what was asked: the method, whose token, which workspace. */
const createSlack = () => {
  const asked: (readonly (string | null)[])[] = [];
  const fetch = async (url: string | URL | Request, init?: RequestInit): Promise<Response> => {
    const method = String(url).split('/').at(-1) ?? '';
    const body = new URLSearchParams(String(init?.body));
    asked.push([method, new Headers(init?.headers).get('authorization'), body.get('team_id')]);
    return Response.json({ ok: true, channels: [], response_metadata: {} });
  };
  const clientsOf = createClients(
    { slackApiUrl: 'http://slack.example/api/', logger: createSlackLogger(createTestLog()), fetch },
    createQuickMachine(),
  );
  return { asked, clientsOf };
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
