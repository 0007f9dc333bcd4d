import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';
import { call, type Listener, startCities, startListener } from './cities.ts';

let slack: Sandbox;
let bot: Listener;

beforeEach(async () => {
  slack = await startCities();
  bot = await startListener(slack);
});
afterEach(async () => {
  await bot.stop();
  await slack.stop();
});

const modal = { type: 'modal', title: { type: 'plain_text', text: '様式' }, blocks: [{ type: 'divider' }] };
describe('what the bot is sent', () => {
  it('from a city by itself', async () => {
    const person = slack.workspace('T0KAEDE').person('U0JIMU');
    await person.command('/kyodo');
    await person.openHome();
    await person.shortcut('meeting');
    const [command, event, shortcut] = bot.heard;
    expect(command).toMatchObject({
      team_id: 'T0KAEDE',
      is_enterprise_install: 'false',
      api_app_id: 'A0KYODOBOT',
    });
    expect(command).not.toHaveProperty('enterprise_id');
    expect(event).toMatchObject({
      team_id: 'T0KAEDE',
      authorizations: [{ enterprise_id: null, team_id: 'T0KAEDE', user_id: 'U0KYODOBOT0KAEDE' }],
    });
    expect(shortcut).toMatchObject({
      team: { id: 'T0KAEDE' },
      enterprise: null,
      is_enterprise_install: false,
    });
  });

  it('from a workspace of an organisation that has the app', async () => {
    const person = slack.workspace('T0MINAMI').person('U0KENMU');
    await person.command('/kyodo');
    await person.openHome();
    const trigger = slack.workspace('T0MINAMI').trigger('U0KENMU');
    const view = { ...modal, submit: { type: 'plain_text', text: '送信' } };
    await call(slack, 'xoxb-toshi', 'views.open', { trigger_id: trigger, view });
    await (await person.nextForm()).submit();
    const [command, event, submission] = bot.heard;
    const enterprise = { enterprise_id: 'E0TOSHI' };
    expect(command).toMatchObject({ ...enterprise, team_id: 'T0MINAMI', is_enterprise_install: 'true' });
    expect(event).toMatchObject({
      ...enterprise,
      team_id: 'T0MINAMI',
      authorizations: [{ ...enterprise, team_id: null, is_enterprise_install: true }],
    });
    expect(submission).toMatchObject({
      team: null,
      enterprise: { id: 'E0TOSHI' },
      is_enterprise_install: true,
      user: { id: 'U0KENMU', team_id: 'T0KITA' },
      view: { team_id: 'T0MINAMI', app_installed_team_id: 'E0TOSHI' },
    });
  });

  it('nothing from where the app is not installed, but for what was late', async () => {
    const mada = slack.workspace('T0MADA');
    await mada.person('U0MADA').command('/kyodo');
    expect(bot.heard).toEqual([]);
    expect(mada.person('U0MADA').notice).toContain('応答がなかった');
    expect(() => mada.botToken).toThrow('not installed');
    await mada.person('U0MADA').command('/kyodo', '', { late: true });
    expect(bot.heard).toMatchObject([{ team_id: 'T0MADA' }]);
  });

  it('and the page shows one workspace at a time', async () => {
    await call(slack, 'xoxb-kaede', 'chat.postMessage', { channel: 'C0ZEN', text: '楓から' });
    const ask = async (path: string) => (await fetch(`${slack.url}/sandbox/${path}`)).json();
    expect(await ask('people?team=T0KAEDE')).toMatchObject({
      people: [{ name: '楓 花子' }],
      team: { name: '楓市' },
    });
    expect(await ask('people')).toMatchObject({
      workspaces: expect.arrayContaining([{ id: 'T0KAEDE', name: '楓市' }]),
    });
    expect(JSON.stringify(await ask('state?person=U0JIMU&team=T0KAEDE'))).toContain('楓から');
    expect(JSON.stringify(await ask('state?person=U0JIMU'))).not.toContain('楓から');
    expect(await ask('wire?team=T0SAKURA')).toEqual([]);
  });
});
