import type { WebClient } from '@slack/web-api';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../../src/sandbox/sandbox.ts';
import { clientOf, errorOf, startCity } from './city.ts';

const now = (): Date => new Date('2026-11-24T09:00:00+09:00');
let slack: Sandbox;
let web: WebClient;
beforeEach(async () => {
  slack = await startCity(now);
  web = clientOf(slack, slack.botToken);
});
afterEach(() => slack.stop());

describe('who may call', () => {
  it('says who the bot is and which scopes it has', async () => {
    const answer = await web.auth.test();
    expect({
      ...answer,
      response_metadata: { scopes: answer.response_metadata?.scopes?.slice(0, 2) },
    }).toEqual({
      ok: true,
      url: 'https://practice.slack.com/',
      team: '練習市',
      user: 'kyodo_bot',
      team_id: 'T0CITY',
      user_id: 'U0KYODOBOT',
      bot_id: 'B0KYODOBOT',
      is_enterprise_install: false,
      response_metadata: { scopes: ['commands', 'chat:write'] },
    });
  });

  it.each([
    ['a wrong token', () => clientOf(slack, 'xoxb-wrong').auth.test(), 'invalid_auth'],
    ['a bot token where an app token is due', () => web.apiCall('apps.connections.open'), 'invalid_auth'],
    ['an unknown method', () => web.apiCall('stars.add'), 'unknown_method'],
    ['a missing argument', () => web.apiCall('users.info', {}), 'invalid_arguments'],
  ])('refuses %s', async (_what, call, error) => {
    expect(await errorOf(call())).toBe(error);
  });

  it('refuses a method whose scope was not granted', async () => {
    const narrow = await startSandbox({ scopes: ['commands'] });
    expect(await errorOf(clientOf(narrow, narrow.botToken).users.list({}))).toBe('missing_scope');
    await narrow.stop();
  });

  it('refuses to serve a page that reaches it under another name', async () => {
    const { port } = new URL(slack.url);
    const { request } = await import('node:http');
    const status = await new Promise((resolve) => {
      const headers = { host: `evil.example:${port}` };
      request({ port, host: '127.0.0.1', path: '/sandbox/people', headers }, (answer) => {
        resolve(answer.resume().statusCode);
      }).end();
    });
    expect(status).toBe(403);
  });
});

describe('faults', () => {
  const post = (timeout = 0) =>
    clientOf(slack, slack.botToken, timeout).chat.postMessage({ channel: 'U0HANAKO', text: '一' });

  it.each([
    ['an error of Slack', { status: 500 }, { statusCode: 500 }, 0],
    ['too many calls', { rateLimited: 7 }, { retryAfter: 7 }, 0],
    ['an error code', { error: 'fatal_error' }, { data: { error: 'fatal_error' } }, 0],
    ['a connection cut after posting', { cutAfter: true }, { code: 'slack_webapi_request_error' }, 1],
  ] as const)('plays %s once', async (_what, fault, error, posted) => {
    slack.faults.next('chat.postMessage', fault);
    await expect(post()).rejects.toMatchObject(error);
    expect(slack.messages('U0HANAKO')).toHaveLength(posted);
    await post();
    expect(slack.messages('U0HANAKO')).toHaveLength(posted + 1);
  });

  it('plays silence until the client gives up', async () => {
    slack.faults.next('chat.postMessage', { hang: true });
    await expect(post(50)).rejects.toMatchObject({ code: 'slack_webapi_request_error' });
    expect(slack.messages('U0HANAKO')).toEqual([]);
  });
});
