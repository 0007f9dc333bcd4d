import { writeFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { startSandbox } from '../../src/sandbox/sandbox.ts';
import type { SandboxOptions } from '../../src/sandbox/sandbox-options.ts';
import { SCOPES } from '../../src/slack/scopes.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { ask } from '../support/desk.ts';
import { urlOf } from '../support/practice.ts';
import { cleanUp, emptyDirectory, kyodo } from './run.ts';

// A command opens and closes the database, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let database: TestDatabase;
let blank: TestDatabase;
beforeAll(async () => {
  [database, blank] = await Promise.all([createTestDatabase(), createTestDatabase({ blank: true })]);
});
afterAll(async () => {
  cleanUp();
  await Promise.all([database.drop(), blank.drop()]);
});

const doctor = (environment: Readonly<Record<string, string>>) =>
  kyodo(['doctor'], {
    DATABASE_URL: urlOf(database.connection),
    SECRETARIAT: 'jimukyoku@city.example,U0JIMU',
    ...environment,
  });

const GOOD = [
  '[ 正常 ] 設定を読み取れました',
  '[ 正常 ] データベースに接続できました',
  '[ 正常 ] データベースの形は最新です',
  '[ 正常 ] 事務局:2名が設定されています',
];
const PRACTICE = [
  '[ 注意 ] Slackのトークンがないため、練習用ワークスペースで動きます',
  '         → 本物のSlackで使うときは、.env に SLACK_BOT_TOKEN などを書いてください。',
].join('\n');
const said = (...lines: readonly string[]): string => lines.map((line) => `${line}\n`).join('');

test('all is good without Slack', async () => {
  expect(await doctor({})).toEqual({ exit: 0, out: said(...GOOD, PRACTICE), err: '' });
});

test('practice has a secretariat where none is named', async () => {
  expect(await doctor({ SECRETARIAT: '' })).toEqual({
    exit: 0,
    out: said(...GOOD.slice(0, 3), '[ 正常 ] 事務局:練習用ワークスペースの緑川 みどりさんです', PRACTICE),
    err: '',
  });
});

test('an embedded database that was never started is made at the first start, not by the doctor', async () => {
  const { exit, out } = await doctor({ DATABASE_URL: '', DATA_DIR: emptyDirectory() });
  expect({ exit, out }).toEqual({
    exit: 0,
    out: said(
      '[ 正常 ] 設定を読み取れました',
      '[ 正常 ] データベースは最初の起動のときに作られます',
      '[ 正常 ] 事務局:2名が設定されています',
      PRACTICE,
    ),
  });
});

test('a database without our tables is a failure that a start mends', async () => {
  const { exit, out, err } = await doctor({ DATABASE_URL: urlOf(blank.connection) });
  expect({ exit, err }).toEqual({ exit: 3, err: '' });
  expect(out).toMatch(
    /^\[要対応\] データベースに未適用の変更があります\(\d{14}_init、.+\)\n {9}→ npm start で起動すると適用されます。$/mu,
  );
});

test('messages of a workspace that this configuration does not serve are said, not those that are only just due', async () => {
  const shared = await createTestDatabase();
  await ask(
    shared,
    `select graphile_worker.add_job(task, run_at := now() - make_interval(mins => minutes))
     from (values ('deliver:T0OTHER', 11), ('deliver:T0OTHER', 60), ('deliver:T0THIRD', 5), ('deliver:T0PRACTICE', 60))
       as job (task, minutes)`,
  );
  const result = await doctor({ DATABASE_URL: urlOf(shared.connection) });
  await shared.drop();
  expect(result).toEqual({
    exit: 0,
    out: said(
      ...GOOD.slice(0, 3),
      '[ 注意 ] 別のワークスペース(T0OTHER)あての通知が2件、送られずに待っています',
      '         → この設定のボットは送りません。T0OTHER のトークンを設定したボットが動いているか、確かめてください。',
      ...GOOD.slice(3),
      PRACTICE,
    ),
    err: '',
  });
});

test('a database of another application is a failure, and so is a .env that others may read', async () => {
  const others = await createTestDatabase({ blank: true });
  const client = new pg.Client(others.connection);
  await client.connect();
  await client.query('create table wp_posts (id int)');
  await client.end();
  const directory = emptyDirectory();
  writeFileSync(path.join(directory, '.env'), '', { mode: 0o644 });
  const { exit, out } = await kyodo(['doctor'], { DATABASE_URL: urlOf(others.connection) }, directory);
  await others.drop();
  expect(exit).toBe(3);
  expect(out).toContain(
    '[ 注意 ] .env をほかの利用者も読めます\n         → 「chmod 600 .env」を実行してください。\n',
  );
  expect(out).toMatch(
    /^\[要対応\] データベースをこのままでは使えません\n {9}→ このデータベースは、ほかのアプリケーションが使っています\(wp_posts\)。/mu,
  );
});

test('the authority of a city in .env is refused: Node would not read it there', async () => {
  const directory = emptyDirectory();
  writeFileSync(path.join(directory, '.env'), 'NODE_EXTRA_CA_CERTS=/etc/ssl/shinai-ca.pem\n', {
    mode: 0o600,
  });
  const given = { DATABASE_URL: urlOf(database.connection) };
  const { exit, err } = await kyodo(['doctor'], given, directory);
  expect(exit).not.toBe(0);
  expect(err).toContain('・NODE_EXTRA_CA_CERTS:.env に書いても効きません');
  const both = { ...given, NODE_EXTRA_CA_CERTS: '/etc/ssl/shinai-ca.pem' };
  expect((await kyodo(['doctor'], both, directory)).err).toBe('');
});

describe('a database that can’t be reached is a failure with its reason, without the password', () => {
  test.each([
    ['a closed port', 'postgres://kyodo:geheim@127.0.0.1:1/kyodo', 'データベースにつながりません。'],
    ['an unknown host', 'postgres://kyodo:geheim@nowhere.invalid/kyodo', 'ホスト名が見つかりません。'],
  ])('%s', async (_what, url, reason) => {
    const { exit, out, err } = await doctor({ DATABASE_URL: url });
    expect({ exit, err }).toEqual({ exit: 3, err: '' });
    expect(out).toContain('[要対応] データベースに接続できません\n');
    expect(out).toMatch(new RegExp(`^ {9}→ .*${reason}.*DATABASE_URL.*$`, 'mu'));
    expect(out).not.toContain('geheim');
    expect(out).toContain('事務局:2名が設定されています');
  });
});

/** Asks the doctor about a Slack that grants these scopes. */
const withSlack = async (options: SandboxOptions, environment: Readonly<Record<string, string>> = {}) => {
  const slack = await startSandbox({ scopes: SCOPES, ...options });
  try {
    return await doctor({
      SLACK_BOT_TOKEN: slack.botToken,
      SLACK_APP_TOKEN: slack.appToken,
      SLACK_API_URL: slack.apiUrl,
      ...environment,
    });
  } finally {
    await slack.stop();
  }
};

const STRAIGHT = '[ 正常 ] Slackへは、プロキシを通さずにつなぎます';
const CONNECTED = '[ 正常 ] Slackに接続できました(練習用ワークスペース)';
const SCOPES_OK = '[ 正常 ] Slackの権限は足りています';
const SOCKET_OK = '[ 正常 ] Socket Mode の接続先に届きました';

describe('with Slack', () => {
  test('all is good', async () => {
    expect(await withSlack({})).toEqual({
      exit: 0,
      out: said(...GOOD, STRAIGHT, CONNECTED, SCOPES_OK, SOCKET_OK),
      err: '',
    });
  });

  test('a missing secretariat is said, with how to mend it', async () => {
    expect(await withSlack({}, { SECRETARIAT: '' })).toEqual({
      exit: 0,
      out: said(
        ...GOOD.slice(0, 3),
        '[ 注意 ] 事務局が設定されていません',
        '         → SECRETARIAT に、最初の事務局のメールアドレスかSlackのユーザーIDを「,」で区切って指定してください。',
        STRAIGHT,
        CONNECTED,
        SCOPES_OK,
        SOCKET_OK,
      ),
      err: '',
    });
  });

  test('missing scopes are a failure, unused ones a remark', async () => {
    const scopes = [...SCOPES.filter((scope) => scope !== 'im:history'), 'groups:history', 'admin'];
    expect(await withSlack({ scopes })).toEqual({
      exit: 3,
      out: said(
        ...GOOD,
        STRAIGHT,
        CONNECTED,
        '[要対応] Slackの権限が足りません:im:history',
        '         → manifest.json をSlackの管理画面「App Manifest」に貼り付け、アプリを再インストールしてください。',
        '[ 注意 ] 使わない権限が付いています:groups:history、admin',
        '         → 安全のため、manifest.json のとおりに減らすことをお勧めします。',
        SOCKET_OK,
      ),
      err: '',
    });
  });

  test('a token that Slack does not know is a failure', async () => {
    const { exit, out } = await withSlack({}, { SLACK_BOT_TOKEN: 'xoxb-unknown' });
    expect(exit).toBe(3);
    expect(out).toContain('[要対応] SLACK_BOT_TOKEN がSlackに受け付けられません(invalid_auth)\n');
    expect(out).not.toContain('xoxb-unknown');
  });

  test('an app token that Slack does not know is a failure', async () => {
    const { exit, out } = await withSlack({}, { SLACK_APP_TOKEN: 'xapp-unknown' });
    expect(exit).toBe(3);
    expect(out).toContain(said(CONNECTED, SCOPES_OK));
    expect(out).toContain('[要対応] SLACK_APP_TOKEN がSlackに受け付けられません(invalid_auth)\n');
  });

  test('without a way to Slack the network is told of once, and no advice about a token is given', async () => {
    const { exit, out } = await withSlack({}, { SLACK_API_URL: 'https://nowhere.invalid/api/' });
    expect({ exit, out }).toEqual({
      exit: 3,
      out: said(
        ...GOOD,
        STRAIGHT,
        '[要対応] Slackのホスト名「nowhere.invalid」が見つかりません',
        '         → この機械のDNSの設定と、インターネットにつながっているかを確かめてください。',
      ),
    });
  });

  test('over HTTP no app token is asked for', async () => {
    const environment = { SLACK_APP_TOKEN: '', SLACK_SIGNING_SECRET: '0123456789abcdef' };
    expect(await withSlack({}, environment)).toEqual({
      exit: 0,
      out: said(...GOOD, STRAIGHT, CONNECTED, SCOPES_OK),
      err: '',
    });
  });
});
