import type { WebClient } from '@slack/web-api';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Sandbox } from '../../../src/sandbox/sandbox.ts';
import { clientOf, errorOf, startCity } from './city.ts';

const channel = 'C0GENERAL';
let slack: Sandbox;
let web: WebClient;
beforeEach(async () => {
  slack = await startCity(() => new Date('2026-11-24T09:00:00+09:00'));
  web = clientOf(slack, slack.botToken);
});
afterEach(() => slack.stop());

/** A message of the bot's with three replies; gives the ts of all four. */
const postThread = async (): Promise<readonly string[]> => {
  const { ts: head = '' } = await web.chat.postMessage({ channel, text: '号' });
  const replies: string[] = [];
  for (const text of ['一', '二', '三']) {
    const metadata = { event_type: 'delivery', event_payload: { id: `reply:${replies.length}` } };
    const { ts = '' } = await web.chat.postMessage({ channel, text, thread_ts: head, metadata });
    replies.push(ts);
  }
  return [head, ...replies];
};

describe('a thread', () => {
  it('is given whole: its head says how many replies there are, and every reply whose it is', async () => {
    const [head = '', one, two, three] = await postThread();
    const thread = { thread_ts: head, parent_user_id: slack.bot.userId };
    const { messages } = await web.conversations.replies({ channel, ts: head });
    expect(messages).toMatchObject([
      {
        ts: head,
        thread_ts: head,
        reply_count: 3,
        reply_users: [slack.bot.userId],
        reply_users_count: 1,
        latest_reply: three,
      },
      { ts: one, text: '一', ...thread },
      { ts: two, text: '二', ...thread },
      { ts: three, text: '三', ...thread },
    ]);
    expect(messages?.map(({ metadata }) => metadata)).toEqual(Array(4).fill(undefined));
  });

  it('is given with metadata, after a moment, and in pages', async () => {
    const [head = '', one = '', two] = await postThread();
    const asked = { channel, ts: head, oldest: one, include_all_metadata: true, limit: 2 };
    const first = await web.conversations.replies(asked);
    expect(first.messages?.map(({ ts, metadata }) => [ts, metadata?.event_payload])).toEqual([
      [head, undefined],
      [two, { id: 'reply:1' }],
    ]);
    const cursor = first.response_metadata?.next_cursor ?? '';
    const second = await web.conversations.replies({ ...asked, cursor });
    expect([first.has_more, second.messages?.map(({ text }) => text), second.has_more]).toEqual([
      true,
      ['三'],
      false,
    ]);
  });

  it('of a message without replies is that message; of none there is none', async () => {
    const { ts = '' } = await web.chat.postMessage({ channel, text: '号' });
    const { messages } = await web.conversations.replies({ channel, ts });
    expect(messages?.map((each) => [each.text, each.thread_ts])).toEqual([['号', undefined]]);
    expect(await errorOf(web.conversations.replies({ channel, ts: '1.0' }))).toBe('thread_not_found');
  });

  it('is read by tests, its replies changed and deleted like any message', async () => {
    const [head = '', one = '', two = ''] = await postThread();
    await web.chat.update({ channel, ts: one, text: '一(訂正)' });
    await web.chat.delete({ channel, ts: two });
    expect(slack.thread(channel, head).map(({ plain, edited }) => [plain, edited])).toEqual([
      ['一(訂正)', true],
      ['三', false],
    ]);
    const { messages } = await web.conversations.history({ channel });
    expect(messages?.map(({ text, reply_count: replies }) => [text, replies])).toEqual([['号', 2]]);
  });
});

describe('reactions', () => {
  it('are counted by the emoji, each person once', async () => {
    const [head = '', one = ''] = await postThread();
    const [hanako, guest] = [slack.person('U0HANAKO'), slack.person('U0GUEST')];
    hanako.react({ channel, ts: head }, 'thumbsup');
    hanako.react({ channel, ts: head }, 'thumbsup');
    guest.react({ channel, ts: head }, 'thumbsup');
    guest.react({ channel, ts: one }, 'clap');
    const thumbs = [{ name: 'thumbsup', users: ['U0HANAKO', 'U0GUEST'], count: 2 }];
    const { messages: history } = await web.conversations.history({ channel });
    const { messages: thread } = await web.conversations.replies({ channel, ts: head });
    expect(history?.map(({ reactions }) => reactions)).toEqual([thumbs]);
    expect(thread?.map(({ reactions }) => reactions)).toEqual([
      thumbs,
      [{ name: 'clap', users: ['U0GUEST'], count: 1 }],
      undefined,
      undefined,
    ]);
  });
});

describe('a channel', () => {
  const info = async () => {
    const { channel: known } = await web.conversations.info({ channel });
    return [known?.name, known?.is_archived, known?.is_member, known?.is_private];
  };

  it('tells what became of it', async () => {
    expect(await info()).toEqual(['全庁', false, true, false]);
    slack.changeChannel(channel, { name: '庁内', members: ['U0HANAKO'] });
    expect(await info()).toEqual(['庁内', false, false, false]);
    slack.changeChannel(channel, { is_archived: true });
    expect(await info()).toEqual(['庁内', true, false, false]);
    slack.changeChannel(channel, { is_private: true });
    expect(await errorOf(web.conversations.info({ channel }))).toBe('channel_not_found');
  });

  it('tells that it is shared with other organisations', async () => {
    const isShared = async () => (await web.conversations.info({ channel })).channel?.is_ext_shared;
    expect(await isShared()).toBe(false);
    slack.changeChannel(channel, { is_ext_shared: true });
    expect(await isShared()).toBe(true);
  });

  it('is not read without the bot in it', async () => {
    const [head = ''] = await postThread();
    slack.changeChannel(channel, { members: ['U0HANAKO'] });
    expect(await errorOf(web.conversations.replies({ channel, ts: head }))).toBe('not_in_channel');
    expect(await errorOf(web.conversations.history({ channel }))).toBe('not_in_channel');
  });

  it('once archived is read, and changed no more', async () => {
    const [head = ''] = await postThread();
    slack.changeChannel(channel, { is_archived: true });
    expect(await errorOf(web.chat.postMessage({ channel, text: '四', thread_ts: head }))).toBe('is_archived');
    expect(await errorOf(web.chat.update({ channel, ts: head, text: '訂正' }))).toBe('is_inactive');
    expect((await web.conversations.replies({ channel, ts: head })).messages).toHaveLength(4);
  });

  it('has what people write in it', async () => {
    await slack.person('U0HANAKO').message('公園の清掃をしました。', { channel });
    const { messages } = await web.conversations.history({ channel });
    expect(messages).toMatchObject([{ user: 'U0HANAKO', text: '公園の清掃をしました。' }]);
    expect(messages?.[0]).not.toHaveProperty('bot_id');
  });
});
