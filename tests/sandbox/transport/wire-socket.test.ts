import { expect, it } from 'vitest';
import { startSandbox } from '../../../src/sandbox/sandbox.ts';
import { startSocketBot } from '../tiny-bot.ts';

it.each(['cut', 'refresh'])('the page has the bot’s sockets %s, and they come back', async (connection) => {
  const slack = await startSandbox({ people: [{ id: 'U0HANAKO' }], ackPatience: 300 });
  const bot = await startSocketBot(slack, 500);
  try {
    const state = await fetch(`${slack.url}/sandbox/state?person=U0HANAKO`);
    expect(JSON.parse(await state.text())).toMatchObject({ sockets: 1 });
    const back = bot.reconnected();
    const asked = await fetch(`${slack.url}/sandbox/connection`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ connection }),
    });
    expect(JSON.parse(await asked.text())).toEqual({ ok: true });
    await back;
    expect((await slack.person('U0HANAKO').command('/tiny-list', 'R5')).answer?.plain).toBe('一覧 R5');
  } finally {
    await bot.stop();
    await slack.stop();
  }
});
