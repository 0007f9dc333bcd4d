import type { KnownBlock } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Sandbox } from '../../../src/sandbox/sandbox.ts';
import { clientOf, errorOf, startCity } from './city.ts';

const now = (): Date => new Date('2026-11-24T09:00:00+09:00');
let slack: Sandbox;
let web: WebClient;
beforeEach(async () => {
  slack = await startCity(now);
  web = clientOf(slack, slack.botToken);
});
afterEach(() => slack.stop());

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

it('lets rich text be replaced by rich text alone, and anything by rich text', async () => {
  const rich = (text: string): KnownBlock => ({
    type: 'rich_text',
    elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text }] }],
  });
  const plain: KnownBlock = { type: 'section', text: { type: 'plain_text', text: '取り下げ' } };
  const post = async (block: KnownBlock): Promise<string> =>
    (await web.chat.postMessage({ channel: 'C0GENERAL', text: '記事', blocks: [block] })).ts ?? '';
  const change = (ts: string, block: KnownBlock) =>
    web.chat.update({ channel: 'C0GENERAL', ts, text: '記事', blocks: [block] });
  expect(await errorOf(change(await post(rich('前')), plain))).toBe('block_mismatch');
  expect((await change(await post(rich('前')), rich('後'))).ok).toBe(true);
  expect((await change(await post(plain), rich('後'))).ok).toBe(true);
});
