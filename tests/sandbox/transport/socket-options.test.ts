import type { AllMiddlewareArgs, SlackCommandMiddlewareArgs } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../../src/sandbox/sandbox.ts';
import { startHttpBot, startSocketBot, type TinyBot } from '../tiny-bot.ts';

const text = (words: string) => ({ type: 'plain_text', text: words }) as const;
const sectionForm: ModalView = {
  type: 'modal',
  callback_id: 'section',
  title: text('課を選ぶ'),
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
const option = (words: string, value: string) => ({ text: text(words), value });

describe.each([
  ['HTTP', startHttpBot],
  ['Socket Mode', startSocketBot],
] as const)('an external select over %s', (_name, startBot) => {
  let slack: Sandbox;
  let bot: TinyBot;
  beforeEach(async () => {
    slack = await startSandbox({ people: [{ id: 'U0HANAKO' }], patience: 1_000 });
    bot = await startBot(slack);
    const open = async ({ ack, client, command }: SlackCommandMiddlewareArgs & AllMiddlewareArgs) => {
      await ack();
      await client.views.open({ trigger_id: command.trigger_id, view: sectionForm });
    };
    bot.app.command('/tiny-section', open);
  });
  afterEach(async () => {
    await bot.stop();
    await slack.stop();
  });
  const openForm = async () => (await slack.person('U0HANAKO').command('/tiny-section')).opened();

  it('is filled with what the bot offers for the words typed', async () => {
    const taken: unknown[] = [];
    bot.app.options('section', async ({ ack, payload }) => {
      const all = [option('文化課', '7'), option('文化財課', '8'), option('市民課', '9')];
      await ack({ options: all.filter(({ text: { text: words } }) => words.startsWith(payload.value)) });
    });
    bot.app.view('section', async ({ ack, view }) => {
      taken.push(view.state.values.section?.section?.selected_option?.value);
      await ack();
    });
    const form = await openForm();
    await expect(form.fill({ '課・室等': '文化' })).rejects.toThrow('文化課');
    await form.fill({ '課・室等': '文化課' });
    expect(await form.submit()).toEqual({ closed: true, errors: {} });
    expect([taken, slack.refusals]).toEqual([['7'], []]);
  });

  it('takes groups of options too', async () => {
    bot.app.options('section', async ({ ack }) => {
      await ack({ option_groups: [{ label: text('市民部'), options: [option('市民課', '9')] }] });
    });
    const form = await openForm();
    await form.fill({ '課・室等': '市民課' });
    expect([form.values, slack.refusals]).toEqual([{ '課・室等': '市民課' }, []]);
  });
});
