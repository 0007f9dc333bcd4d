import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { trusted } from '../../src/domain/actor.ts';
import { succeed } from '../../src/domain/result.ts';
import { createTokenSeal } from '../../src/oauth/token-seal.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { installationOf } from '../support/installations.ts';
import { urlOf } from '../support/practice.ts';
import { cleanUp, kyodo } from './run.ts';

// A command opens and closes the database, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const KEY = randomBytes(32);
const AT = new Date('2026-12-02T09:00:00+09:00');

let database: TestDatabase;
let slack: Sandbox;
beforeAll(async () => {
  [database, slack] = await Promise.all([createTestDatabase(), startSandbox()]);
});
afterAll(async () => {
  cleanUp();
  await slack.stop();
  await database.drop();
});

/** A workspace in which the app is installed, its token sealed by KEY. */
const installed = async (id: string): Promise<void> => {
  const { db } = database;
  const seal = createTokenSeal(KEY);
  const botToken = seal.seal(`xoxb-${id}`, { installationId: id, column: 'bot_token' });
  await db.installations.save(installationOf(id, { botToken, keyId: seal.keyId }));
  await db.act<unknown, never>(
    { actor: trusted(id, 'bot', 'job'), action: 'test', at: AT },
    async (record) => {
      await record.begin();
      return succeed(await record.serveBy(id));
    },
  );
};

const environment = (more: Readonly<Record<string, string>> = {}) => ({
  DATABASE_URL: urlOf(database.connection),
  SLACK_API_URL: slack.apiUrl,
  SLACK_CLIENT_ID: '12.34',
  SLACK_CLIENT_SECRET: 'client-secret',
  SLACK_STATE_SECRET: 'state-secret-of-sixteen',
  SLACK_SIGNING_SECRET: slack.signingSecret,
  TOKEN_KEY: KEY.toString('base64'),
  ...more,
});
const said = (...lines: readonly string[]): string => lines.map((line) => `${line}\n`).join('');
const GOOD = [
  '[ 正常 ] 設定を読み取れました',
  '[ 正常 ] データベースに接続できました',
  '[ 正常 ] データベースの形は最新です',
] as const;
const OTHERS = [
  '[ 正常 ] 事務局:それぞれのワークスペースで、「設定」を保存するまでは追加した方です',
  '[ 正常 ] Slackへは、プロキシを通さずにつなぎます',
  '[ 正常 ] Slackに接続できました',
] as const;

test('before anybody has installed it', async () => {
  expect(await kyodo(['doctor'], environment())).toEqual({
    exit: 0,
    out: said(
      ...GOOD,
      '[ 注意 ] まだどのワークスペースにも追加されていません',
      '         → ブラウザーで /slack/install を開いて追加してください。',
      ...OTHERS,
    ),
    err: '',
  });
});

test('which workspaces are set aside, since when and why, and which variables are not read', async () => {
  await installed('T0NORTH');
  await installed('T0SOUTH');
  await database.db.installations.end('T0SOUTH', { at: AT, because: 'app_uninstalled' });
  expect(await kyodo(['doctor'], environment({ SECRETARIAT: 'U0JIMU', LOG_CHANNEL: 'C0LOG' }))).toEqual({
    exit: 0,
    out: said(
      ...GOOD,
      '[ 正常 ] 1か所のワークスペース・組織に追加されています',
      '[ 正常 ] 保存したトークンの鍵は TOKEN_KEY にあります',
      '[ 注意 ] ワークスペース T0SOUTH への送信を、令和8年12月2日(水)から止めています(アプリが取り外されました)',
      '         → 記録と送る予定の通知は残っています。そのワークスペースで /slack/install から追加し直すと、続きから動きます。',
      OTHERS[0],
      '[ 注意 ] SECRETARIAT、LOG_CHANNEL は、いくつものワークスペースで使うときは読みません',
      '         → 事務局と運用ログは、それぞれのワークスペースの「設定」で決めます。',
      ...OTHERS.slice(1),
    ),
    err: '',
  });
});

test('a key that opens nothing is a failure, which the start says, too', async () => {
  const wrong = environment({ TOKEN_KEY: randomBytes(32).toString('base64') });
  const what = 'TOKEN_KEY の鍵では、保存してあるSlackのトークンを読み取れません(T0NORTH)';
  const mend =
    'トークンを保存したときの鍵を TOKEN_KEY に書いてください。鍵を替えるときは、新しい鍵、前の鍵の順に「,」で区切って並べます。';
  const looked = await kyodo(['doctor'], wrong);
  expect(await kyodo(['start'], { ...wrong, PORT: '0', LOG_LEVEL: 'silent' })).toEqual({
    exit: 3,
    out: '',
    err: said(`${what}。`, mend),
  });
  expect([looked.exit, looked.out.includes(said(`[要対応] ${what}`, `         → ${mend}`))]).toEqual([
    3,
    true,
  ]);
});

test('what is missing of this mode is named', async () => {
  const { exit, err } = await kyodo(['doctor'], environment({ TOKEN_KEY: '', SLACK_STATE_SECRET: '' }));
  expect(exit).not.toBe(0);
  expect(err).toMatch(/^・SLACK_STATE_SECRET:.*$/mu);
  expect(err).toMatch(/^・TOKEN_KEY:.*$/mu);
});
