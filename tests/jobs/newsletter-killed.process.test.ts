import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts';
import { prepareWorkspace } from '../../src/services/settings/prepare-workspace.ts';
import { type BotProcess, killBotProcesses, startBotFor } from '../support/bot-process.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { ask } from '../support/desk.ts';
import { jobsLeft } from '../support/jobs-left.ts';
import { CHANNELS, NEWS_CHANNELS } from '../support/newsletter.ts';
import { urlOf } from '../support/practice.ts';

const TITLES = ['一つ目', '二つ目', '三つ目'];
/** An opening and its articles, in each channel. */
const ALL = CHANNELS.length * (1 + TITLES.length);

let slack: Sandbox;
let database: TestDatabase;
let db: Database;
beforeEach(async () => {
  database = await createTestDatabase();
  slack = await startSandbox({
    channels: NEWS_CHANNELS,
    people: [{ id: 'U0WRITER', real_name: '山田 花子' }],
  });
  db = database.db;
  const workspaceId = slack.team.id;
  // The bot's processes go by the machine's clock: the issue's hour has just come.
  const at = new Date(Date.now() - 60_000);
  await prepareWorkspace({ clock: { now: () => at }, db }, workspaceId);
  const { articles, newsletterIssues } = db.record(workspaceId);
  const articleIds = TITLES.map(() => randomUUID());
  const written = { by: 'U0WRITER', at, source: null, photo: null };
  for (const [index, title] of TITLES.entries())
    await articles.create(
      articleIds[index] ?? '',
      { title, body: '本文です。', category: 'notice', link: '', photoText: '' },
      written,
    );
  const issueId = randomUUID();
  await newsletterIssues.create(
    issueId,
    {
      fiscalYear: 2026,
      number: 1,
      articleIds,
      parts: [],
      greeting: '',
      channels: NEWS_CHANNELS,
      publishAt: at,
    },
    { by: 'U0SECRETARY', at },
  );
  await newsletterIssues.putCourse(issueId, { state: 'scheduled' });
});
afterEach(async () => {
  killBotProcesses();
  await slack.stop();
  await database.drop();
});

const start = (): Promise<BotProcess> => startBotFor(slack, { DATABASE_URL: urlOf(database.connection) });
const inChannels = () => CHANNELS.flatMap((channel) => slack.messages(channel));
const until = (holds: () => void | Promise<void>) => vi.waitFor(holds, { timeout: 45_000, interval: 20 });

test('two at work, one killed in the middle of five channels and another begun: every channel has the issue once, in order', async () => {
  // Some answers are lost after Slack has posted: in threads, too, they are found again.
  slack.faults.random({ seed: 3, share: 0.1, faults: [{ cutAfter: true }], methods: ['chat.postMessage'] });
  const bots = await Promise.all([start(), start()]);
  await until(() => expect(inChannels().length).toBeGreaterThanOrEqual(7));
  bots[0]?.signal('SIGKILL');
  await bots[0]?.ended;
  await start();
  await until(() => expect(inChannels().length).toBeGreaterThanOrEqual(ALL));
  await until(async () => expect(await jobsLeft(database)).toEqual([]));
  for (const channel of CHANNELS) {
    const messages = slack.messages(channel);
    const [root, ...others] = messages.filter(({ threadTs }) => threadTs === undefined);
    expect([root?.plain.startsWith('きょうどう通信 協DO 令和8年度第1号'), others]).toEqual([true, []]);
    expect(
      messages.filter(({ threadTs }) => threadTs === root?.ts).map(({ plain }) => plain.slice(0, 3)),
    ).toEqual(TITLES);
  }
  expect(
    await ask(
      database,
      `select state, count(*)::int as count from delivery where key like 'newsletter:%' group by 1`,
    ),
  ).toEqual([{ state: 'sent', count: ALL }]);
  expect(slack.refusals).toEqual([]);
}, 90_000);
