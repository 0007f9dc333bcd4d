import { LogLevel, WebClient } from '@slack/web-api';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts';
import { createSender, type Sender } from '../../src/slack/sender.ts';
import { createFreePace } from '../support/pace.ts';

const PERSON = 'U0HITO';
const CHANNEL = 'C0GENERAL';
const LONG_AGO = new Date('2020-01-01T00:00:00Z');
const message = { text: 'お知らせ', blocks: [] };

let slack: Sandbox;
let sender: Sender;
beforeAll(async () => {
  slack = await startSandbox({
    people: [{ id: PERSON, real_name: '協働 花子' }],
    channels: [{ id: CHANNEL, name: '協働推進' }],
  });
  const client = new WebClient(slack.botToken, {
    slackApiUrl: slack.apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logLevel: LogLevel.ERROR,
    timeout: 1000,
  });
  sender = createSender(client, createFreePace());
});
afterAll(() => slack.stop());

const id = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

test.each([
  { recipient: PERSON, what: 'a person’s direct messages' },
  { recipient: CHANNEL, what: 'a channel' },
])(
  'what was posted to $what is found again by its delivery, without links or mentions unfolded',
  async (row) => {
    const posted = await sender.post(row.recipient, id(1), message);
    expect(posted).toMatchObject({ kind: 'sent' });
    expect(await sender.find(row.recipient, id(1), LONG_AGO)).toEqual({ ...posted, kind: 'found' });
    expect(await sender.find(row.recipient, id(2), LONG_AGO)).toEqual({ kind: 'absent' });
    const { args } = slack.calls.findLast(({ method }) => method === 'chat.postMessage') ?? {};
    expect(args).toMatchObject({ unfurl_links: 'false', unfurl_media: 'false' });
    expect(args).not.toHaveProperty('link_names');
  },
);

test('a message updated is the same message', async () => {
  const posted = await sender.post(CHANNEL, id(3), message);
  if (posted.kind !== 'sent') throw new Error(posted.kind);
  expect(await sender.update(posted, { ...message, text: '改めました' })).toEqual({ kind: 'sent' });
  expect(slack.messages(CHANNEL).find(({ ts }) => ts === posted.ts)?.text).toBe('改めました');
  expect(await sender.find(CHANNEL, id(3), LONG_AGO)).toEqual({
    kind: 'found',
    channel: posted.channel,
    ts: posted.ts,
  });
});

test.each([
  { fault: { status: 500 }, outcome: { kind: 'unknown', problem: 'HTTP 500' } },
  { fault: { rateLimited: 7 }, outcome: { kind: 'later', problem: 'ratelimited', retryAfterMs: 7000 } },
  { fault: { error: 'ratelimited' }, outcome: { kind: 'later', problem: 'ratelimited' } },
  { fault: { hang: true }, outcome: { kind: 'unknown', problem: expect.any(String) } },
  { fault: { hangAfter: true }, outcome: { kind: 'unknown', problem: expect.any(String) } },
  { fault: { cutAfter: true }, outcome: { kind: 'unknown', problem: expect.any(String) } },
  { fault: { error: 'invalid_auth' }, outcome: { kind: 'later', problem: 'invalid_auth' } },
  { fault: { error: 'token_revoked' }, outcome: { kind: 'later', problem: 'token_revoked' } },
  {
    fault: { error: '<html>proxy maintenance</html>' },
    outcome: { kind: 'unknown', problem: 'not an answer of Slack' },
  },
  { fault: { error: 'fatal_error' }, outcome: { kind: 'unknown', problem: 'fatal_error' } },
  { fault: { error: 'rate_limited' }, outcome: { kind: 'later', problem: 'rate_limited' } },
  {
    fault: { error: 'message_limit_exceeded' },
    outcome: { kind: 'later', problem: 'message_limit_exceeded' },
  },
  { fault: { error: 'team_added_to_org' }, outcome: { kind: 'later', problem: 'team_added_to_org' } },
  { fault: { error: 'org_login_required' }, outcome: { kind: 'later', problem: 'org_login_required' } },
  { fault: { error: 'accesslimited' }, outcome: { kind: 'later', problem: 'accesslimited' } },
  {
    fault: { error: 'external_channel_migrating' },
    outcome: { kind: 'later', problem: 'external_channel_migrating', here: true },
  },
  {
    fault: { error: 'msg_blocks_too_long' },
    outcome: { kind: 'too-long', problem: 'msg_blocks_too_long' },
  },
  {
    fault: { error: 'restricted_action_thread_locked' },
    outcome: { kind: 'refused', problem: 'restricted_action_thread_locked' },
  },
  { fault: { error: 'a_word_of_next_year' }, outcome: { kind: 'refused', problem: 'a_word_of_next_year' } },
  { fault: { error: 'is_archived' }, outcome: { kind: 'refused', problem: 'is_archived' } },
  { fault: { error: 'invalid_blocks' }, outcome: { kind: 'refused', problem: 'invalid_blocks' } },
] as const)('$fault is told as $outcome.kind, never tried again by itself', async ({ fault, outcome }) => {
  const calls = () => slack.calls.filter(({ method }) => method === 'chat.postMessage').length;
  const before = calls();
  slack.faults.next('chat.postMessage', fault);
  expect(await sender.post(PERSON, id(4), message)).toEqual(outcome);
  expect(calls() - before).toBe(1);
});

test.each(['conversations.open', 'conversations.history'] as const)(
  'a look into the messages that fails at %s says so instead of absent',
  async (method) => {
    slack.faults.next(method, { status: 500 });
    expect(await sender.find(PERSON, id(5), LONG_AGO)).toEqual({ kind: 'unknown', problem: 'HTTP 500' });
  },
);
