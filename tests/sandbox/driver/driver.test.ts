import type { AllMiddlewareArgs, SlackCommandMiddlewareArgs } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../../src/sandbox/sandbox.ts';
import { startHttpBot, type TinyBot } from '../tiny-bot.ts';

let slack: Sandbox;
let bot: TinyBot;

beforeEach(async () => {
  slack = await startSandbox({
    now: () => new Date('2023-08-10T09:00:00+09:00'),
    patience: 200,
    people: [{ id: 'U0HANAKO', name: 'hanako', real_name: '事務局 花子' }, { id: 'U0TARO' }],
  });
  bot = await startHttpBot(slack);
});
afterEach(async () => {
  await bot.stop();
  await slack.stop();
});

const openMeeting = async () => (await slack.person('U0HANAKO').command('/tiny-meeting')).opened();

describe('requests as Slack does not usually send them', () => {
  it.each([
    ['a forged signature', { forged: true }, 401],
    ['a timestamp of six minutes ago', { timestampShift: -360 }, 401],
    ['a timestamp of four minutes ago', { timestampShift: -240 }, 200],
  ])('are told apart by their signature: %s', async (_what, options, status) => {
    const result = await slack.person('U0HANAKO').command('/tiny-list', '', options);
    expect(result.status).toBe(status);
  });

  it('may name another team', async () => {
    let team: string | undefined;
    bot.app.command('/tiny-team', async ({ ack, body }) => {
      team = body.team_id;
      await ack();
    });
    await slack.person('U0HANAKO').command('/tiny-team', '', { teamId: 'T0FORGED' });
    expect(team).toBe('T0FORGED');
  });

  it.each([
    ['once more, as after an unheard answer', { retry: true }],
    ['twice at the same time, as by a double press', { twice: true }],
  ])('are sent %s', async (_what, options) => {
    const form = await openMeeting();
    await form.fill({ 会議体: '協働推進本部会議', 開催日: '2023-08-10', 案件: '改正' });
    expect(await form.submit(options)).toEqual({ closed: true, errors: {} });
    expect(bot.submissions).toHaveLength(2);
    expect(bot.submissions[0]).toEqual(bot.submissions[1]);
  });

  it('tell the person when nobody is there', async () => {
    await bot.stop();
    const result = await slack.person('U0HANAKO').command('/tiny-list');
    expect(result.status).toBe(0);
    expect(slack.person('U0HANAKO').notice).toBe('/tiny-list はアプリから応答がなかったため失敗しました。');
  });

  it('reach a button with a value that no client would send', async () => {
    const form = await openMeeting();
    await form.fill({ 会議体: '協働推進本部会議', 開催日: '2023-08-10', 案件: '改正' });
    await form.submit();
    const message = await slack.dm('U0HANAKO').next();
    const action = { type: 'button', block_id: 'confirm', action_id: 'confirm', value: '../8' };
    await slack.person('U0HANAKO').pressRaw({ in: message, action });
    expect((await slack.dm('U0HANAKO').until((each) => each.edited)).plain).toBe(
      '確認済み ../8 @事務局 花子',
    );
  });
});

describe('a form', () => {
  it.each([
    [
      { 存在しない欄: 'x' },
      'waited 200 ms for the field 「存在しない欄」; seen: 会議を記録: 会議体 / 開催日',
    ],
    [{ 会議体: '幹事会' }, 'no option 「幹事会」; there are: 協働推進本部会議 / その他'],
    [{ 開催日: '2023-02-29' }, '「2023-02-29」 is not a real date; use force to send it all the same'],
    [{ 案件: 'あ'.repeat(101) }, 'longer than 100 characters'],
  ])('does not take %j', async (entries, message) => {
    const form = await openMeeting();
    await expect(form.fill(entries)).rejects.toThrow(message);
  });

  it('sends by force what no person could enter', async () => {
    const form = await openMeeting();
    form.force({
      heldOn: '2023-02-29',
      body: {
        type: 'static_select',
        selected_option: { text: { type: 'plain_text', text: '偽' }, value: 'forged' },
      },
      agenda: 'あ'.repeat(101),
    });
    await form.submit();
    expect(bot.submissions).toMatchObject([
      {
        heldOn: { heldOn: { selected_date: '2023-02-29' } },
        body: { body: { selected_option: { value: 'forged' } } },
        agenda: { agenda: { value: 'あ'.repeat(101) } },
      },
    ]);
  });

  it('sends an incomplete form only by force', async () => {
    const form = await openMeeting();
    const missing = {
      会議体: 'この項目は必須です。',
      開催日: 'この項目は必須です。',
      案件: 'この項目は必須です。',
    };
    expect(await form.submit()).toEqual({ closed: false, errors: missing });
    expect(bot.submissions).toEqual([]);
    await form.submit({ force: true });
    expect(bot.submissions).toHaveLength(1);
  });

  it('forgets a field that an update takes away and begins it anew when it comes back', async () => {
    const form = await openMeeting();
    await form.fill({ 会議体: 'その他', その他の名称: '臨時の会' });
    await form.fill({ 会議体: '協働推進本部会議' });
    await form.until((each) => !each.labels.includes('その他の名称'));
    await form.fill({ 会議体: 'その他', その他の名称: null });
    expect(form.values.その他の名称).toBe(null);
  });
});

describe('less common ways', () => {
  const text = (words: string) => ({ type: 'plain_text', text: words }) as const;
  const personForm: ModalView = {
    type: 'modal',
    callback_id: 'person',
    title: text('人を選ぶ'),
    submit: text('登録する'),
    blocks: [
      {
        type: 'input',
        block_id: 'section',
        label: text('課・室等'),
        element: { type: 'external_select', action_id: 'section', min_query_length: 0 },
      },
    ],
  };
  const done: ModalView = {
    type: 'modal',
    title: text('確認'),
    blocks: [{ type: 'divider' }],
    close: text('戻る'),
  };

  it('asks the bot for options, and lays the view of an ack on top', async () => {
    const open = async ({ ack, client, command }: SlackCommandMiddlewareArgs & AllMiddlewareArgs) => {
      await ack();
      await client.views.open({ trigger_id: command.trigger_id, view: personForm });
    };
    bot.app.command('/tiny-person', open);
    bot.app.options('section', async ({ ack, payload }) => {
      await ack({ options: [{ text: text(`${payload.value}(市民部)`), value: '7' }] });
    });
    bot.app.view('person', async ({ ack }) => ack({ response_action: 'push', view: done }));
    const hanako = slack.person('U0HANAKO');
    const form = await (await hanako.command('/tiny-person')).opened();
    await expect(form.fill({ '課・室等': '文化課' })).rejects.toThrow('there are: 文化課(市民部)');
    form.force({ section: { selected_option: { text: text('文化課(市民部)'), value: '7' } } });
    expect(form.values).toEqual({ '課・室等': '文化課(市民部)' });
    const { form: top } = await form.submit();
    expect([top?.title, form.isOpen, hanako.form === top]).toEqual(['確認', true, true]);
    await top?.close();
    expect(hanako.form).toBe(form);
  });

  it('chooses in an overflow menu of a message', async () => {
    let chosen: string | undefined;
    bot.app.action('menu', async ({ ack, action }) => {
      await ack();
      if (action.type === 'overflow') chosen = action.selected_option.value;
    });
    const options = [{ text: text('翌開庁日に再通知'), value: 'snooze' }];
    const accessory = { type: 'overflow', action_id: 'menu', options } as const;
    const blocks = [{ type: 'section', text: text('照会'), accessory } as const];
    await bot.app.client.chat.postMessage({
      channel: 'U0HANAKO',
      text: '照会',
      blocks,
      token: slack.botToken,
    });
    await slack.person('U0HANAKO').select('翌開庁日に再通知');
    expect(chosen).toBe('snooze');
  });
});

it('prints what was there instead when it has waited in vain', async () => {
  await slack.person('U0HANAKO').message('こんにちは');
  await slack.dm('U0HANAKO').next();
  await expect(slack.dm('U0HANAKO').next()).rejects.toThrow(
    'waited 200 ms for a new message in D0HANAKO; seen: 「こんにちは」 「受け付けていません。」',
  );
  await expect(slack.person('U0TARO').press('承認')).rejects.toThrow(
    'waited 200 ms for something that says 「承認」; seen: nothing',
  );
});

it('tells the bot when a person changes', async () => {
  let deleted: boolean | undefined;
  bot.app.event('user_change', async ({ event }) => {
    deleted = event.user.deleted;
  });
  await slack.changePerson('U0TARO', { deleted: true });
  expect(deleted).toBe(true);
});

it('tells the bot of a direct message as one, and not of what is said in a channel', async () => {
  const heard: unknown[] = [];
  bot.app.event('message', async ({ event }) => {
    if ('text' in event) heard.push([event.channel_type, event.channel, event.text]);
  });
  const hanako = slack.person('U0HANAKO');
  await hanako.message('みなさんへ', { channel: 'C0GENERAL' });
  await hanako.message('調査の件ですが');
  await slack.dm('U0HANAKO').next();
  expect(heard).toEqual([['im', 'D0HANAKO', '調査の件ですが']]);
});
