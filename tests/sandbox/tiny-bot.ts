import { App, HTTPReceiver, LogLevel, SocketModeReceiver } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';

const option = (text: string, value: string) => ({ text: { type: 'plain_text', text }, value }) as const;
const other = option('その他', 'other');

/** A form like the bot's own: a select that brings a field, a date, people, and agenda lines. */
const meetingForm = ({ withOther = false, hash = '' } = {}): ModalView => ({
  type: 'modal',
  callback_id: 'meeting',
  private_metadata: hash,
  title: { type: 'plain_text', text: '会議を記録' },
  submit: { type: 'plain_text', text: '記録する' },
  close: { type: 'plain_text', text: '閉じる' },
  notify_on_close: true,
  blocks: [
    {
      type: 'input',
      block_id: 'body',
      dispatch_action: true,
      label: { type: 'plain_text', text: '会議体' },
      element: {
        type: 'static_select',
        action_id: 'body',
        options: [option('協働推進本部会議', 'honbu'), other],
      },
    },
    ...(withOther
      ? ([
          {
            type: 'input',
            block_id: 'otherName',
            label: { type: 'plain_text', text: 'その他の名称' },
            element: { type: 'plain_text_input', action_id: 'otherName', max_length: 20 },
          },
        ] as const)
      : []),
    {
      type: 'input',
      block_id: 'heldOn',
      label: { type: 'plain_text', text: '開催日' },
      element: { type: 'datepicker', action_id: 'heldOn' },
    },
    {
      type: 'input',
      block_id: 'way',
      label: { type: 'plain_text', text: '開催方法' },
      element: {
        type: 'radio_buttons',
        action_id: 'way',
        options: [option('対面', 'onsite'), option('書面開催', 'written')],
        initial_option: option('対面', 'onsite'),
      },
    },
    {
      type: 'input',
      block_id: 'attendees',
      optional: true,
      label: { type: 'plain_text', text: '出席者' },
      element: { type: 'multi_users_select', action_id: 'attendees' },
    },
    {
      type: 'input',
      block_id: 'agenda',
      label: { type: 'plain_text', text: '案件' },
      element: { type: 'plain_text_input', action_id: 'agenda', multiline: true, max_length: 100 },
    },
  ],
});

const confirmButton = {
  type: 'actions',
  block_id: 'confirm',
  elements: [
    { type: 'button', action_id: 'confirm', value: '7', text: { type: 'plain_text', text: '確認しました' } },
  ],
} as const;

const section = (text: string) =>
  ({ type: 'section', block_id: 'body', text: { type: 'mrkdwn', text, verbatim: true } }) as const;

export type TinyBot = {
  readonly app: App;
  readonly events: readonly string[];
  readonly submissions: readonly unknown[];
  stop(): Promise<void>;
};

const listeners = (app: App, events: string[], submissions: unknown[]): void => {
  app.command('/tiny-meeting', async ({ ack, client, command }) => {
    await ack();
    await client.views.open({ trigger_id: command.trigger_id, view: meetingForm() });
  });
  app.command('/tiny-list', async ({ ack, command }) => {
    await ack({ text: `一覧 ${command.text}`, response_type: 'ephemeral' });
  });
  app.command('/tiny-huge', async ({ ack }) =>
    ack({ text: '長'.repeat(3_000), blocks: Array(9).fill(section('長'.repeat(1_000))) }),
  );
  app.command('/tiny-later', async ({ ack, respond }) => {
    await ack();
    await respond({ text: 'お待たせしました。' });
  });
  app.command('/tiny-bad', async ({ ack, client, command }) => {
    await ack();
    const header = { type: 'header', text: { type: 'plain_text', text: '長'.repeat(151) } } as const;
    await client.chat
      .postMessage({ channel: command.user_id, text: '長い見出し', blocks: [header] })
      .catch((error: Error) => events.push(error.message));
  });
  app.action('body', async ({ ack, body, client }) => {
    await ack();
    if (body.type !== 'block_actions' || body.view === undefined) return;
    const chosen = body.view.state.values.body?.body?.selected_option?.value;
    const view = meetingForm({ withOther: chosen === 'other' });
    await client.views.update({ view_id: body.view.id, hash: body.view.hash, view });
  });
  app.action('confirm', async ({ ack, action, respond, body }) => {
    await ack();
    const value = 'value' in action ? action.value : '';
    await respond({ replace_original: true, text: `確認済み ${value} <@${body.user.id}>` });
  });
  app.view('meeting', async ({ ack, view, body, client }) => {
    submissions.push(view.state.values);
    if (view.state.values.agenda?.agenda?.value === 'だめ') {
      return ack({ response_action: 'errors', errors: { agenda: '案件を見直してください。' } });
    }
    if (view.state.values.agenda?.agenda?.value === '壊れた') {
      return ack({ response_action: 'errors', errors: { nowhere: '宛先のない誤り' } });
    }
    await ack();
    const blocks = [section(`*記録しました* <@${body.user.id}>`), confirmButton];
    await client.chat.postMessage({ channel: body.user.id, text: '記録しました', blocks });
  });
  app.view({ callback_id: 'meeting', type: 'view_closed' }, async ({ ack }) => {
    await ack();
    events.push('view_closed');
  });
  app.shortcut('meeting', async ({ ack, client, shortcut }) => {
    await ack();
    await client.views.open({ trigger_id: shortcut.trigger_id, view: meetingForm() });
  });
  app.event('message', async ({ event, client }) => {
    events.push(event.type);
    await client.chat.postMessage({ channel: event.channel, text: '受け付けていません。' });
  });
  app.event('app_home_opened', async ({ event, client }) => {
    await client.views.publish({
      user_id: event.user,
      view: { type: 'home', blocks: [section('ようこそ')] },
    });
  });
};

const clientOptions = (slack: Sandbox) => ({
  slackApiUrl: slack.apiUrl,
  retryConfig: { retries: 0 },
  rejectRateLimitedCalls: true,
});

const started = async (app: App, stop: () => Promise<unknown>): Promise<TinyBot> => {
  const events: string[] = [];
  const submissions: unknown[] = [];
  let stopped = false;
  listeners(app, events, submissions);
  app.error(async (error) => {
    events.push(error.message);
  });
  return {
    app,
    events,
    submissions,
    stop: async () => {
      if (stopped) return;
      stopped = true;
      await stop();
    },
  };
};

/** The tiny bot over HTTP on a free port, connected to `slack`. */
export const startHttpBot = async (slack: Sandbox): Promise<TinyBot> => {
  const { signingSecret, botToken: token } = slack;
  const receiver = new HTTPReceiver({ signingSecret, logLevel: LogLevel.ERROR });
  const app = new App({ token, receiver, clientOptions: clientOptions(slack), logLevel: LogLevel.ERROR });
  const server = await receiver.start(0);
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  slack.connectHttp({ url: `http://127.0.0.1:${port}` });
  return started(app, () => receiver.stop());
};

/** The tiny bot over Socket Mode; it takes `clientPingTimeout` milliseconds before it comes back. */
export const startSocketBot = async (
  slack: Sandbox,
  clientPingTimeout = 5_000,
): Promise<TinyBot & { readonly reconnected: () => Promise<void> }> => {
  const { appToken, botToken: token } = slack;
  const receiver = new SocketModeReceiver({
    appToken,
    clientPingTimeout,
    logLevel: LogLevel.ERROR,
    installerOptions: { clientOptions: clientOptions(slack) },
  });
  const app = new App({ token, receiver, clientOptions: clientOptions(slack), logLevel: LogLevel.ERROR });
  const bot = await started(app, () => app.stop());
  await app.start();
  const reconnected = (): Promise<void> =>
    new Promise((resolve) => receiver.client.once('connected', () => resolve()));
  return { ...bot, reconnected };
};
