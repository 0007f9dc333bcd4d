import type { HomeView, ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Sandbox } from '../../../src/sandbox/sandbox.ts';
import { startHttpBot, type TinyBot } from '../tiny-bot.ts';
import { clientOf, errorOf, startCity } from './city.ts';

let slack: Sandbox;
let web: WebClient;
beforeEach(async () => {
  slack = await startCity(() => new Date('2026-11-24T09:00:00+09:00'));
  web = clientOf(slack, slack.botToken);
});
afterEach(() => slack.stop());

const words = (text: string) => ({ type: 'plain_text', text }) as const;
/** Without an external id when that is empty. */
const modal = (title: string, externalId = title): ModalView => ({
  type: 'modal',
  callback_id: 'm',
  ...(externalId === '' ? {} : { external_id: externalId }),
  title: words(title),
  submit: words('送る'),
  blocks: [{ type: 'divider' }],
});
const open = (view: ModalView, who = 'U0HANAKO') => web.views.open({ trigger_id: slack.trigger(who), view });
const push = (view: ModalView) => web.views.push({ trigger_id: slack.trigger('U0HANAKO'), view });
const titles = (): unknown => slack.person('U0HANAKO').form?.title;

it('finds the view to be updated, and nothing else', async () => {
  await open(modal('一'));
  await push(modal('二'));
  await web.views.update({ external_id: '二', view: modal('三', '二') });
  expect(titles()).toBe('三');
  expect(await errorOf(web.views.update({ external_id: '三', view: modal('四') }))).toBe('not_found');
  expect(await errorOf(web.views.update({ view_id: '二', view: modal('四') }))).toBe('not_found');
});

describe('an external id of an open view', () => {
  const duplicate = 'duplicate_external_id';

  it('is refused in views.open, whoever has the view, and free again when it is closed', async () => {
    await open(modal('一'), 'U0GUEST');
    expect(await errorOf(open(modal('二', '一')))).toBe(duplicate);
    await slack.person('U0GUEST').form?.close();
    expect(await errorOf(open(modal('二', '一')))).toBe('');
  });

  it('is refused in views.push and in views.update of another view, but may stay where it is', async () => {
    await open(modal('一'));
    expect(await errorOf(push(modal('二', '一')))).toBe(duplicate);
    await push(modal('二'));
    expect(await errorOf(web.views.update({ external_id: '二', view: modal('三', '一') }))).toBe(duplicate);
    expect(await errorOf(web.views.update({ external_id: '二', view: modal('三', '二') }))).toBe('');
    expect(titles()).toBe('三');
  });

  it('may stay with the Home view that is published anew, and goes nowhere else', async () => {
    const view: HomeView = { type: 'home', external_id: 'ホーム', blocks: [] };
    await web.views.publish({ user_id: 'U0HANAKO', view });
    expect(await errorOf(web.views.publish({ user_id: 'U0HANAKO', view }))).toBe('');
    expect(await errorOf(web.views.publish({ user_id: 'U0GUEST', view }))).toBe(duplicate);
  });

  it('leaves the views that have none alone', async () => {
    await open(modal('一', ''));
    await push(modal('二', ''));
    expect(titles()).toBe('二');
  });
});

describe('an external id in the ack of a form', () => {
  let bot: TinyBot;
  beforeEach(async () => {
    bot = await startHttpBot(slack);
  });
  afterEach(() => bot.stop());
  const submit = async (response_action: 'push' | 'update', view: ModalView) => {
    bot.app.view('m', ({ ack }) => ack({ response_action, view }));
    await open(modal('一'));
    const result = await slack.person('U0HANAKO').form?.submit();
    return [result?.failed ?? result?.form?.title, slack.refusals.map(({ error }) => error)];
  };

  it.each([
    ['push', '一', ['trouble connecting', ['duplicate_external_id']]],
    ['push', '二', ['二', []]],
    ['update', '一', ['二', []]],
    ['update', '二', ['二', []]],
  ] as const)('%s of %s', async (action, externalId, expected) => {
    expect(await submit(action, modal('二', externalId))).toEqual(expected);
    if (expected[1].length > 0) return;
    await web.views.update({ external_id: externalId, view: modal('三', externalId) });
    expect(titles()).toBe('三');
  });

  it('cannot be the one of another view, in an update either', async () => {
    await open(modal('二'), 'U0GUEST');
    expect(await submit('update', modal('三', '二'))).toEqual([
      'trouble connecting',
      ['duplicate_external_id'],
    ]);
  });
});
