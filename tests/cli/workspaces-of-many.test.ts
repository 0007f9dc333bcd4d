import { randomBytes } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { trusted } from '../../src/domain/actor.ts';
import { succeed } from '../../src/domain/result.ts';
import { createTokenSeal } from '../../src/oauth/token-seal.ts';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';
import { call, startCities } from '../sandbox/cities.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { fillWorkspace } from '../support/full-workspace/full-workspace.ts';
import { AT } from '../support/full-workspace/names.ts';
import { installationOf } from '../support/installations.ts';
import { urlOf } from '../support/practice.ts';
import { cleanUp, type Environment, kyodo } from './run.ts';

// A command opens and closes the database, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const key = randomBytes(32);
const seal = createTokenSeal(key);

let database: TestDatabase;
let slack: Sandbox;
let environment: Environment;
beforeAll(async () => {
  database = await createTestDatabase();
  slack = await startCities();
  environment = {
    DATABASE_URL: urlOf(database.connection),
    SLACK_API_URL: slack.apiUrl,
    SLACK_CLIENT_ID: '1.1',
    SLACK_CLIENT_SECRET: 'client-secret',
    SLACK_STATE_SECRET: 'state-secret-of-16-letters',
    SLACK_SIGNING_SECRET: slack.signingSecret,
    TOKEN_KEY: key.toString('base64'),
  };
});
afterAll(async () => {
  cleanUp();
  await slack.stop();
  await database.drop();
});

const install = async (id: string, token: string, ...workspaces: readonly string[]): Promise<void> => {
  const { db } = database;
  const botToken = seal.seal(token, { installationId: id, column: 'bot_token' });
  await db.installations.save(installationOf(id, { botToken, keyId: seal.keyId }));
  for (const workspace of workspaces) {
    await fillWorkspace(db, workspace);
    await db.act({ actor: trusted(workspace, 'cli:test', 'cli'), action: 'test', at: AT }, async (record) =>
      succeed(await record.serveBy(id)),
    );
  }
};
beforeEach(async () => {
  await install('T0KAEDE', 'xoxb-kaede', 'T0KAEDE');
  await install('E0TOSHI', 'xoxb-toshi', 'T0KITA', 'T0MINAMI');
});
afterEach(async () => {
  for (const id of await database.db.workspaces.ids()) await database.db.workspaces.erase(id);
});

const run = (...words: readonly string[]) => kyodo(['workspace', ...words], environment);
const installations = async () =>
  (await database.ask('select id from installation order by 1')).map(({ id }) => id);
const saysOf = (token: string) =>
  call(slack, token, 'auth.test').then(({ ok, error }) => (ok ? 'ok' : error));

test('the list says by which installation each is served, and since when one is set aside', async () => {
  await database.db.installations.end('T0KAEDE', { at: AT, because: 'account_inactive' });
  const lines = (await run('list')).out.trimEnd().split('\n');
  expect(lines.map((line) => line.split('\t').slice(4))).toEqual([
    ['T0KAEDE にアプリを追加済み', '令和8年11月24日から送信を止めています'],
    ['E0TOSHI にアプリを追加済み'],
    ['E0TOSHI にアプリを追加済み'],
  ]);
});

test('who has the key removes a workspace with its installation, whose token Slack takes back', async () => {
  expect(await saysOf('xoxb-kaede')).toBe('ok');
  const { out, exit } = await run('remove', 'T0KAEDE', '--yes');
  expect({ exit, last: out.trimEnd().split('\n').at(-1) }).toEqual({
    exit: 0,
    last: 'T0KAEDE に追加したアプリのトークンも消し、Slackで無効にしました。',
  });
  expect(await saysOf('xoxb-kaede')).not.toBe('ok');
  expect(await installations()).toEqual(['E0TOSHI']);
});

test('the installation of an organisation stays while it serves another workspace', async () => {
  expect((await run('remove', 'T0KITA', '--yes')).out).toContain(
    'E0TOSHI に追加したアプリは、ほかのワークスペースが使っているため残ります。',
  );
  expect(await installations()).toEqual(['E0TOSHI', 'T0KAEDE']);
  expect(await saysOf('xoxb-toshi')).toBe('ok');
  // Another key opens nothing: what it sealed goes all the same, and that Slack was not told is said.
  const { out } = await kyodo(['workspace', 'remove', 'T0MINAMI', '--yes'], {
    ...environment,
    TOKEN_KEY: randomBytes(32).toString('base64'),
  });
  expect(out).toContain(
    'E0TOSHI に追加したアプリのトークンも消しましたが、Slackでは無効にできませんでした。',
  );
  expect(await installations()).toEqual(['T0KAEDE']);
  expect(await saysOf('xoxb-toshi')).toBe('ok');
});
