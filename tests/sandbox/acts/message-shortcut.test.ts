import type { ModalView } from '@slack/types';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../../src/sandbox/sandbox.ts';
import { startHttpBot, type TinyBot } from '../tiny-bot.ts';

const channel = 'C0GENERAL';
let slack: Sandbox;
let bot: TinyBot;
beforeEach(async () => {
  slack = await startSandbox({
    now: () => new Date('2026-11-26T09:00:00+09:00'),
    patience: 200,
    people: [{ id: 'U0HANAKO', name: 'hanako' }, { id: 'U0TARO' }],
    channels: [{ id: channel, name: '全庁' }],
    shortcuts: [{ callbackId: 'meeting', name: '会議を記録' }],
    messageShortcuts: [{ callbackId: 'article', name: '協DOの記事にする' }],
  });
  bot = await startHttpBot(slack);
});
afterEach(async () => {
  await bot.stop();
  await slack.stop();
});

const said = async (text: string) => {
  await slack.person('U0TARO').message(text, { channel });
  return slack.channel(channel).until((each) => each.text === text);
};

it.each(['協DOの記事にする', 'article'])(
  '「%s」 tells which message it is of, and opens a form',
  async (chosen) => {
    const heard: unknown[] = [];
    const view: ModalView = {
      type: 'modal',
      title: { type: 'plain_text', text: '記事を書く' },
      blocks: [{ type: 'divider' }],
    };
    bot.app.shortcut(
      { type: 'message_action', callback_id: 'article' },
      async ({ ack, client, shortcut }) => {
        await ack();
        heard.push(shortcut);
        await client.views.open({ trigger_id: shortcut.trigger_id, view });
      },
    );
    const message = await said('公園の清掃をしました。');
    const form = await (await slack.person('U0HANAKO').messageShortcut(chosen, message)).opened();
    expect(form.title).toBe('記事を書く');
    expect(heard).toMatchObject([
      {
        type: 'message_action',
        callback_id: 'article',
        user: { id: 'U0HANAKO', name: 'hanako' },
        channel: { id: channel, name: '全庁' },
        message_ts: message.ts,
        message: { type: 'message', ts: message.ts, user: 'U0TARO', text: '公園の清掃をしました。' },
        response_url: expect.stringContaining(`${slack.url}/response/`),
      },
    ]);
  },
);

it('is answered beside the message, which stays as it was', async () => {
  const ends: string[] = [];
  bot.app.shortcut({ type: 'message_action', callback_id: 'article' }, async ({ ack, respond }) => {
    await ack();
    await respond({ text: '受け付けました。' });
    await respond({ text: '書き換え', replace_original: true }).then(
      () => ends.push('replaced'),
      () => ends.push('refused'),
    );
  });
  const message = await said('公園の清掃をしました。');
  const hanako = slack.person('U0HANAKO');
  await expect(hanako.messageShortcut('article', { channel, ts: '1.0' })).rejects.toThrow('no message 1.0');
  await hanako.messageShortcut('協DOの記事にする', message);
  expect((await hanako.nextAnswer()).plain).toBe('受け付けました。');
  await expect.poll(() => ends).toEqual(['refused']);
  expect(slack.messages(channel)).toEqual([message]);
});

it('has a global one beside it, chosen by its name too', async () => {
  expect((await (await slack.person('U0HANAKO').shortcut('会議を記録')).opened()).title).toBe('会議を記録');
});
