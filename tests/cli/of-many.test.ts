import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts';
import { EAST, PREFECTURE, SOUTH, WEST } from '../support/cities.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { putInstallation, TOKEN_KEY } from '../support/installation.ts';
import { createTestClock, SECRETARY, urlOf } from '../support/practice.ts';
import { cleanUp, kyodo } from './run.ts';

// A command opens and closes the database, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const people = [{ id: SECRETARY, real_name: '事務 局子', email: 'jimukyoku@city.example' }];
const clock = createTestClock('2026-12-02T09:00:00+09:00');

let database: TestDatabase;
let slack: Sandbox;
beforeAll(async () => {
  database = await createTestDatabase();
  slack = await startSandbox({
    workspaces: [
      { team: { id: SOUTH }, people, botToken: 'xoxb-south' },
      { team: { id: EAST }, people, enterprise: PREFECTURE },
      { team: { id: WEST }, people, enterprise: PREFECTURE },
    ],
    enterprises: [{ id: PREFECTURE, name: '県', domain: 'ken', botToken: 'xoxb-ken' }],
  });
});
afterAll(async () => {
  cleanUp();
  await slack.stop();
  await database.drop();
});

const ended = (...words: readonly string[]) =>
  kyodo(words, {
    DATABASE_URL: urlOf(database.connection),
    SLACK_API_URL: slack.apiUrl,
    SLACK_CLIENT_ID: '12.34',
    SLACK_CLIENT_SECRET: 'client-secret',
    SLACK_STATE_SECRET: 'state-secret-of-sixteen',
    SLACK_SIGNING_SECRET: slack.signingSecret,
    TOKEN_KEY: TOKEN_KEY.toString('base64'),
  });

test('before anybody has installed it there is nothing to work on', async () => {
  expect(await ended('report', '2026')).toMatchObject({
    exit: 1,
    err: 'まだどのワークスペースにも追加されていません。/slack/install から追加してください。\n',
  });
});

test('a command works on the only workspace, and asks Slack by its token', async () => {
  await putInstallation(
    database.db,
    clock,
    { id: SOUTH, kind: 'workspace', botToken: 'xoxb-south' },
    slack.bot,
  );
  expect(await ended('job', 'check-people', '--at', '2026-12-02T06:00')).toMatchObject({ exit: 0, err: '' });
  expect(slack.workspace(SOUTH).calls.map(({ method }) => method)).toContain('users.list');
});

test('of several it is told which; that of an organisation is asked for by its name', async () => {
  const organisation = { id: PREFECTURE, kind: 'organisation', botToken: 'xoxb-ken' } as const;
  await putInstallation(database.db, clock, organisation, slack.workspace(EAST).bot);
  await database.ask(`insert into workspace (id, created_at, installation_id) values ($1, now(), $2)`, [
    WEST,
    PREFECTURE,
  ]);
  expect(await ended('job', 'check-people', '--at', '2026-12-02T06:00')).toMatchObject({ exit: 1 });
  const asked = await ended('job', 'check-people', '--at', '2026-12-02T06:00', '--workspace', WEST);
  expect(asked).toMatchObject({ exit: 0, err: '' });
  const methods = (team: string) => slack.workspace(team).calls.map(({ method }) => method);
  expect([methods(WEST).includes('users.list'), methods(EAST)]).toEqual([true, []]);
});

test.each([
  ['report', '2026', '--workspace', SOUTH],
  ['audit', '--workspace', SOUTH],
  ['forecast', '--workspace', SOUTH],
  ['workspace', 'list'],
  ['workspace', 'remove', SOUTH],
  ['doctor'],
])('%s tells nothing of a token', async (...words) => {
  const { out, err } = await ended(...words);
  expect(out + err).not.toBe('');
  expect(out + err).not.toMatch(/xoxb|client-secret|state-secret/u);
  expect(out + err).not.toContain(TOKEN_KEY.toString('base64'));
  expect(out + err).not.toContain(slack.signingSecret);
});

test('one that is set aside can’t be asked about, and is taken for what it is', async () => {
  expect(await ended('workspace', 'set-aside', SOUTH)).toEqual({
    exit: 0,
    out: 'T0SOUTH への送信を止めました。記録は残っています。/slack/install から追加し直すと、続きから動きます。\n',
    err: '',
  });
  expect((await database.db.installations.of(SOUTH))?.ended?.because).toBe('operator');
  expect(await ended('workspace', 'set-aside', SOUTH)).toMatchObject({
    exit: 1,
    err: 'T0SOUTH は追加されていないか、もう止まっています。\n',
  });
  expect(await ended('job', 'check-people', '--at', '2026-12-03T06:00', '--workspace', SOUTH)).toMatchObject({
    exit: 1,
    err: expect.stringContaining('Slackに接続して動きます'),
  });
});
