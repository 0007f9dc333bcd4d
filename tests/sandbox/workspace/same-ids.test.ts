import { expect, it } from 'vitest';
import { startSandbox } from '../../../src/sandbox/sandbox.ts';
import { startHttpBot } from '../tiny-bot.ts';

/** Every id that Slack gave while one person wrote, asked for a form and gave it a file. */
const idsOfAnHour = async (): Promise<readonly unknown[]> => {
  const now = (): Date => new Date('2026-11-26T09:00:00+09:00');
  const slack = await startSandbox({ now, people: [{ id: 'U0HANAKO' }] });
  const bot = await startHttpBot(slack);
  try {
    const person = slack.person('U0HANAKO');
    await person.message('こんにちは');
    await person.shortcut('meeting');
    const { viewId, hash } = await person.nextForm();
    const { ts, blocks } = (await bot.app.client.chat.postMessage({
      token: slack.botToken,
      channel: 'U0HANAKO',
      text: '案内',
      blocks: [{ type: 'divider' }],
    })) as unknown as { ts: string; blocks: unknown };
    const file = slack.upload('U0HANAKO', { name: '名簿.csv', content: 'a' });
    return [viewId, hash, ts, blocks, file.id, slack.trigger('U0HANAKO'), slack.messages('U0HANAKO')];
  } finally {
    await bot.stop();
    await slack.stop();
  }
};

it('gives the same ids for the same acts, however often they are done', async () => {
  const first = await idsOfAnHour();
  expect(await idsOfAnHour()).toEqual(first);
  expect(first[0]).toMatch(/^V[A-Z0-9]+$/u);
});
