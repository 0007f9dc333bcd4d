import type { ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Sandbox } from '../../../src/sandbox/sandbox.ts';
import { clientOf, errorOf, startCity } from './city.ts';

let time: Date;
let slack: Sandbox;
let web: WebClient;
beforeEach(async () => {
  time = new Date('2026-11-24T09:00:00+09:00');
  slack = await startCity(() => time);
  web = clientOf(slack, slack.botToken);
});
afterEach(() => slack.stop());

const block = (text: string) => ({ type: 'section', text: { type: 'plain_text', text } }) as const;
const modal = (text: string, title = '題'): ModalView => ({
  type: 'modal',
  title: { type: 'plain_text', text: title },
  callback_id: 'm',
  blocks: [block(text)],
});

const trigger = (): string => slack.trigger('U0HANAKO');

it('opens a view once per trigger and within 3 seconds', async () => {
  const used = trigger();
  await web.views.open({ trigger_id: used, view: modal('一') });
  expect(await errorOf(web.views.open({ trigger_id: used, view: modal('二') }))).toBe('exchanged_trigger_id');
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
