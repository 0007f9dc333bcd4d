import type { ModalView } from '@slack/types';
import { LogLevel, WebClient } from '@slack/web-api';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts';

let time: Date;
let slack: Sandbox;
let web: WebClient;

const client = (token: string, timeout = 0): WebClient =>
  new WebClient(token, {
    slackApiUrl: slack.apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout,
    logger: silent,
  });
const nothing = (): void => undefined;
const silent = {
  debug: nothing,
  info: nothing,
  warn: nothing,
  error: nothing,
  setLevel: nothing,
  setName: nothing,
  getLevel: () => LogLevel.ERROR,
};

/** What the SDK says when Slack answers `ok: false`, or nothing when all went well. */
const errorOf = async (call: Promise<unknown>): Promise<string> => {
  try {
    await call;
    return '';
  } catch (error) {
    return error instanceof Error ? error.message.replace('An API error occurred: ', '') : String(error);
  }
};

beforeEach(async () => {
  time = new Date('2026-11-24T09:00:00+09:00');
  slack = await startSandbox({
    now: () => time,
    patience: 100,
    team: { id: 'T0CITY', name: '練習市' },
    people: [
      { id: 'U0HANAKO', name: 'hanako', real_name: '事務局 花子', email: 'Hanako@example.jp', title: '係長' },
      { id: 'U0GUEST', is_restricted: true },
      { id: 'U0OTHER', is_stranger: true },
      { id: 'U0GONE', deleted: true },
    ],
    channels: [
      { id: 'C0GENERAL', name: '全庁' },
      { id: 'C0ALONE', name: 'よその課', members: ['U0HANAKO'] },
      { id: 'C0SECRET', name: '秘密', is_private: true, members: ['U0HANAKO'] },
      { id: 'C0OLD', name: '昔', is_archived: true },
    ],
  });
  web = client(slack.botToken);
});
afterEach(() => slack.stop());

const block = (text: string) => ({ type: 'section', text: { type: 'plain_text', text } }) as const;
const modal = (text: string, title = '題'): ModalView => ({
  type: 'modal',
  title: { type: 'plain_text', text: title },
  callback_id: 'm',
  blocks: [block(text)],
});

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
    ['a wrong token', () => client('xoxb-wrong').auth.test(), 'invalid_auth'],
    ['a bot token where an app token is due', () => web.apiCall('apps.connections.open'), 'invalid_auth'],
    ['an unknown method', () => web.apiCall('stars.add'), 'unknown_method'],
    ['a missing argument', () => web.apiCall('users.info', {}), 'invalid_arguments'],
  ])('refuses %s', async (_what, call, error) => {
    expect(await errorOf(call())).toBe(error);
  });

  it('refuses a method whose scope was not granted', async () => {
    const narrow = await startSandbox({ scopes: ['commands'] });
    const call = new WebClient(narrow.botToken, { slackApiUrl: narrow.apiUrl, logger: silent }).users.list(
      {},
    );
    expect(await errorOf(call)).toBe('missing_scope');
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

describe('people', () => {
  it('tells guests, strangers and deactivated accounts apart', async () => {
    const { members = [] } = await web.users.list({});
    const seen = members.map((each) => {
      const stranger = 'is_stranger' in each && each.is_stranger;
      return [each.id, each.team_id, each.deleted, each.is_restricted, stranger];
    });
    expect(seen).toEqual([
      ['U0KYODOBOT', 'T0CITY', false, false, false],
      ['U0HANAKO', 'T0CITY', false, false, false],
      ['U0GUEST', 'T0CITY', false, true, false],
      ['U0OTHER', 'T0OTHERORG', false, false, true],
      ['U0GONE', 'T0CITY', true, false, false],
    ]);
  });

  it('finds a person by e-mail whatever the case, and not a stranger to the workspace', async () => {
    expect((await web.users.lookupByEmail({ email: 'hanako@example.jp' })).user?.id).toBe('U0HANAKO');
    expect(await errorOf(web.users.lookupByEmail({ email: 'nobody@example.jp' }))).toBe('users_not_found');
  });

  it('gives pages until the cursor is empty', async () => {
    const ids: unknown[] = [];
    for await (const page of web.paginate('users.list', { limit: 2 })) {
      ids.push('members' in page && Array.isArray(page.members) ? page.members.length : 0);
    }
    expect(ids).toEqual([2, 2, 1]);
  });
});

describe('messages', () => {
  it.each([
    ['C0ALONE', 'not_in_channel'],
    ['C0SECRET', 'channel_not_found'],
    ['C0NOWHERE', 'channel_not_found'],
    ['C0OLD', 'is_archived'],
    ['C0GENERAL', ''],
    ['U0HANAKO', ''],
    ['D0HANAKO', ''],
    ['U0GONE', ''],
  ])('posts to %s with the error %j', async (channel, error) => {
    expect(await errorOf(web.chat.postMessage({ channel, text: 'お知らせ' }))).toBe(error);
  });

  it('refuses blocks with a pointer to what is wrong, and keeps the refusal for the test', async () => {
    const header = { type: 'header', text: { type: 'plain_text', text: '長'.repeat(151) } } as const;
    const call = web.chat.postMessage({ channel: 'U0HANAKO', text: '長い', blocks: [header] });
    await expect(call).rejects.toMatchObject({
      data: {
        error: 'invalid_blocks',
        response_metadata: {
          messages: ['[ERROR] must be less than 151 characters [json-pointer:/blocks/0/text/text]'],
        },
      },
    });
    expect(slack.refusals.map(({ where, error }) => `${where}: ${error}`)).toEqual([
      'chat.postMessage: invalid_blocks',
    ]);
    expect(slack.messages('U0HANAKO')).toEqual([]);
  });

  it('gives metadata only to who asks for it, newest message first', async () => {
    const metadata = { event_type: 'delivery', event_payload: { key: 'daily:U0HANAKO:2026-11-24' } };
    const { channel = '' } = await web.chat.postMessage({ channel: 'U0HANAKO', text: '一', metadata });
    await web.chat.postMessage({ channel: 'U0HANAKO', text: '二' });
    const plain = await web.conversations.history({ channel });
    const full = await web.conversations.history({ channel, include_all_metadata: true });
    expect(plain.messages?.map(({ text, metadata: given }) => [text, given])).toEqual([
      ['二', undefined],
      ['一', undefined],
    ]);
    expect(full.messages?.map(({ metadata: given }) => given)).toEqual([undefined, metadata]);
  });

  it('gives a thread by replies, and only its head in the history', async () => {
    const { ts = '' } = await web.chat.postMessage({ channel: 'C0GENERAL', text: '号' });
    await web.chat.postMessage({ channel: 'C0GENERAL', text: '続き', thread_ts: ts });
    const history = await web.conversations.history({ channel: 'C0GENERAL' });
    const replies = await web.conversations.replies({ channel: 'C0GENERAL', ts });
    expect(history.messages?.map(({ text }) => text)).toEqual(['号']);
    expect(replies.messages?.map(({ text }) => text)).toEqual(['号', '続き']);
  });

  it('gives every message its own time though the clock stands still', async () => {
    const first = await web.chat.postMessage({ channel: 'C0GENERAL', text: '一' });
    const second = await web.chat.postMessage({ channel: 'C0GENERAL', text: '二' });
    expect([first.ts, second.ts]).toEqual(['1795478400.000000', '1795478400.000001']);
  });

  it('changes only what the bot itself wrote', async () => {
    const { ts = '' } = await web.chat.postMessage({ channel: 'U0HANAKO', text: '前' });
    await web.chat.update({ channel: 'D0HANAKO', ts, text: '後' });
    await slack.person('U0HANAKO').message('人の言葉');
    const [own, theirs] = slack.messages('U0HANAKO');
    expect([own?.plain, own?.edited]).toEqual(['後', true]);
    const other = theirs?.ts ?? '';
    expect(await errorOf(web.chat.update({ channel: 'D0HANAKO', ts: other, text: '偽' }))).toBe(
      'cant_update_message',
    );
    expect(await errorOf(web.chat.delete({ channel: 'D0HANAKO', ts: other }))).toBe('cant_delete_message');
    expect(await errorOf(web.chat.update({ channel: 'D0HANAKO', ts: '1.0', text: '無' }))).toBe(
      'message_not_found',
    );
  });
});

describe('views', () => {
  const trigger = (): string => slack.trigger('U0HANAKO');

  it('opens a view once per trigger and within 3 seconds', async () => {
    const used = trigger();
    await web.views.open({ trigger_id: used, view: modal('一') });
    expect(await errorOf(web.views.open({ trigger_id: used, view: modal('二') }))).toBe(
      'exchanged_trigger_id',
    );
    const late = trigger();
    time = new Date('2026-11-24T09:00:03.001+09:00');
    expect(await errorOf(web.views.open({ trigger_id: late, view: modal('三') }))).toBe('expired_trigger_id');
    expect(await errorOf(web.views.open({ trigger_id: 'x', view: modal('四') }))).toBe('invalid_trigger_id');
  });

  it('stacks three views and no fourth', async () => {
    await web.views.open({ trigger_id: trigger(), view: modal('一') });
    await web.views.push({ trigger_id: trigger(), view: modal('二') });
    await web.views.push({ trigger_id: trigger(), view: modal('三') });
    expect(await errorOf(web.views.push({ trigger_id: trigger(), view: modal('四') }))).toBe(
      'push_limit_reached',
    );
    expect(slack.person('U0HANAKO').form?.text).toBe('題\n三');
  });

  it('refuses an update that was made for an older view', async () => {
    const { view } = await web.views.open({ trigger_id: trigger(), view: modal('一') });
    const ids = { view_id: view?.id ?? '', hash: view?.hash ?? '' };
    await web.views.update({ ...ids, view: modal('二') });
    expect(await errorOf(web.views.update({ ...ids, view: modal('三') }))).toBe('hash_conflict');
    expect(slack.person('U0HANAKO').form?.text).toBe('題\n二');
  });

  it('refuses a view that Slack would not show and leaves the trigger for another try', async () => {
    const triggerId = trigger();
    const bad = modal('一', '二十四文字より長い題はスラックの画面に入りません。');
    await expect(web.views.open({ trigger_id: triggerId, view: bad })).rejects.toMatchObject({
      data: {
        error: 'invalid_arguments',
        response_metadata: {
          messages: ['[ERROR] must be less than 25 characters [json-pointer:/title/text]'],
        },
      },
    });
    await web.views.open({ trigger_id: triggerId, view: modal('一') });
    expect(slack.person('U0HANAKO').form?.title).toBe('題');
  });
});

describe('faults', () => {
  const post = (timeout = 0) =>
    client(slack.botToken, timeout).chat.postMessage({ channel: 'U0HANAKO', text: '一' });

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
