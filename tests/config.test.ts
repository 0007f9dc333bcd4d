import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Config, ConfigError, readConfig, readEnvFile, VARIABLES } from '../src/config.ts';
import { configText } from '../src/texts/config.ts';

const PRACTICE: Config = {
  slack: undefined,
  slackApiUrl: 'https://slack.com/api/',
  databaseUrl: undefined,
  dataDir: './data',
  port: 3000,
  host: '127.0.0.1',
  secretariat: [],
};

describe('nothing set means the practice workspace with all defaults', () => {
  test.each([
    ['no variables', {}],
    ['empty variables', Object.fromEntries(VARIABLES.map((name) => [name, '']))],
    ['variables of other programs', { PATH: '/usr/bin', SLACK_TEAM: 'T0CITY' }],
  ])('%s', (_what, environment) => {
    expect(readConfig(environment)).toEqual(PRACTICE);
  });
});

const BOT = 'xoxb-0123';
const APP = 'xapp-1-0123';
const SIGNING = '0123456789abcdef';

describe('the tokens choose how Slack is reached', () => {
  test.each<[string, Readonly<Record<string, string>>, Config['slack']]>([
    [
      'Socket Mode',
      { SLACK_BOT_TOKEN: BOT, SLACK_APP_TOKEN: APP },
      { mode: 'socket', botToken: BOT, appToken: APP },
    ],
    [
      'HTTP',
      { SLACK_BOT_TOKEN: BOT, SLACK_SIGNING_SECRET: SIGNING },
      { mode: 'http', botToken: BOT, signingSecret: SIGNING },
    ],
    [
      'Socket Mode where both are possible',
      { SLACK_BOT_TOKEN: BOT, SLACK_APP_TOKEN: APP, SLACK_SIGNING_SECRET: SIGNING },
      { mode: 'socket', botToken: BOT, appToken: APP },
    ],
  ])('%s', (_what, environment, slack) => {
    expect(readConfig(environment)).toEqual({ ...PRACTICE, slack });
  });
});

test('every variable can be set', () => {
  expect(
    readConfig({
      SLACK_API_URL: 'http://127.0.0.1:8080/api/',
      HTTPS_PROXY: 'http://kyodo:pass@proxy.city.example:8080',
      NO_PROXY: 'city.example',
      DATABASE_URL: 'postgres://kyodo@db.city.example/kyodo',
      DATA_DIR: '/srv/kyodo',
      PORT: '8080',
      HOST: '0.0.0.0',
      SECRETARIAT: ' Jimu@city.example, U0123456789、jimu2@city.example ',
      LOG_CHANNEL: 'C0123456789',
      LOG_LEVEL: 'debug',
      LOG_FORMAT: 'json',
    }),
  ).toEqual({
    slack: undefined,
    slackApiUrl: 'http://127.0.0.1:8080/api/',
    proxy: { url: 'http://kyodo:pass@proxy.city.example:8080', except: 'city.example' },
    databaseUrl: 'postgres://kyodo@db.city.example/kyodo',
    dataDir: '/srv/kyodo',
    port: 8080,
    host: '0.0.0.0',
    secretariat: ['jimu@city.example', 'u0123456789', 'jimu2@city.example'],
    logChannel: 'C0123456789',
    logLevel: 'debug',
    logFormat: 'json',
  });
});

const linesOf = (environment: Readonly<Record<string, string>>): readonly string[] => {
  try {
    readConfig(environment);
  } catch (error) {
    if (error instanceof ConfigError) return error.message.split('\n');
    throw error;
  }
  return [];
};

describe('a variable that can’t be used is named with how to mend it', () => {
  const TITLE = '設定に誤りがあります。次の点を直して、もう一度起動してください。';
  test.each<[Readonly<Record<string, string>>, string]>([
    [
      { SLACK_BOT_TOKEN: 'xoxp-1', SLACK_APP_TOKEN: APP },
      '・SLACK_BOT_TOKEN:「xoxb-」で始まるボットトークンを指定してください(Slackの管理画面「OAuth & Permissions」)。',
    ],
    [
      { SLACK_BOT_TOKEN: BOT, SLACK_APP_TOKEN: BOT },
      '・SLACK_APP_TOKEN:「xapp-」で始まるアプリトークンを指定してください(Slackの管理画面「Basic Information」)。',
    ],
    [
      { SLACK_BOT_TOKEN: BOT, SLACK_SIGNING_SECRET: 'short' },
      '・SLACK_SIGNING_SECRET:Slackの管理画面「Basic Information」のSigning Secretを指定してください。',
    ],
    [
      { SLACK_BOT_TOKEN: BOT },
      '・SLACK_APP_TOKEN:SLACK_BOT_TOKEN だけでは接続できません。SLACK_APP_TOKEN(Socket Mode)か SLACK_SIGNING_SECRET(HTTP)も指定してください。',
    ],
    [
      { SLACK_APP_TOKEN: APP },
      '・SLACK_BOT_TOKEN:SLACK_BOT_TOKEN も指定してください。どれも指定しなければ練習用ワークスペースが始まります。',
    ],
    [
      { SLACK_API_URL: 'https://slack.com/api' },
      '・SLACK_API_URL:「https://」か「http://」で始まり「/」で終わるURLを指定してください。例:https://slack.com/api/',
    ],
    [
      { DATABASE_URL: 'mysql://db' },
      '・DATABASE_URL:「postgres://」で始まる接続先を指定するか、この行を消して内蔵のPostgreSQLを使ってください。',
    ],
    [{ PORT: '65536' }, '・PORT:0から65535までの整数を指定してください。例:3000'],
    [{ PORT: '３０００' }, '・PORT:0から65535までの整数を指定してください。例:3000'],
    [{ PORT: '-1' }, '・PORT:0から65535までの整数を指定してください。例:3000'],
    [
      { LOG_LEVEL: 'verbose' },
      '・LOG_LEVEL:fatal、error、warn、info、debug、trace、silent のどれかを指定してください。',
    ],
    [{ LOG_FORMAT: 'xml' }, '・LOG_FORMAT:text(人が読む形)か json を指定してください。'],
    [
      { SECRETARIAT: 'jimu@city.example,事務局' },
      '・SECRETARIAT:「事務局」を読み取れません。メールアドレスかSlackのユーザーID(例:U0123456789)を「,」で区切って指定してください。',
    ],
    [
      { LOG_CHANNEL: '#運用ログ' },
      '・LOG_CHANNEL:公開チャンネルのID(Cで始まる)を指定してください。例:C0123456789',
    ],
  ])('%o', (environment, line) => {
    expect(linesOf(environment)).toEqual([TITLE, line]);
  });

  test('all of them in one message', () => {
    const lines = linesOf({
      SLACK_BOT_TOKEN: 'xoxp-1',
      SLACK_APP_TOKEN: 'xoxb-1',
      SLACK_SIGNING_SECRET: 'short',
      SLACK_CLIENT_ID: 'id',
      SLACK_CLIENT_SECRET: 'short',
      SLACK_STATE_SECRET: 'short',
      TOKEN_KEY: 'short',
      SLACK_API_URL: 'slack.com',
      DATABASE_URL: 'mysql://db',
      PORT: 'http',
      SECRETARIAT: '事務局,山田',
      LOG_CHANNEL: '運用ログ',
      LOG_LEVEL: 'verbose',
    });
    expect(lines.map((line) => line.split(':', 1)[0])).toEqual([
      TITLE,
      '・SLACK_BOT_TOKEN',
      '・SLACK_APP_TOKEN',
      '・SLACK_SIGNING_SECRET',
      '・SLACK_CLIENT_ID',
      '・SLACK_CLIENT_SECRET',
      '・SLACK_STATE_SECRET',
      '・TOKEN_KEY',
      '・SLACK_API_URL',
      '・DATABASE_URL',
      '・PORT',
      '・SECRETARIAT',
      '・SECRETARIAT',
      '・LOG_CHANNEL',
      '・LOG_LEVEL',
      '・SLACK_BOT_TOKEN',
    ]);
  });

  test('no secret is repeated in the message', () => {
    const message = linesOf({
      SLACK_BOT_TOKEN: 'xoxp-very-secret',
      SLACK_APP_TOKEN: 'very-secret',
      SLACK_SIGNING_SECRET: 'secret',
      SLACK_CLIENT_ID: 'very-secret',
      SLACK_CLIENT_SECRET: 'very-se',
      SLACK_STATE_SECRET: 'very-secret',
      TOKEN_KEY: 'very-secret',
      DATABASE_URL: 'mysql://kyodo:very-secret@db',
    }).join('\n');
    expect(message).not.toMatch(/secret@|very-se/u);
  });
});

test('.env.example names every variable once, and is itself a configuration that works', () => {
  const example = readFileSync(new URL('../.env.example', import.meta.url), 'utf8');
  const set = [...example.matchAll(/^([A-Z_]+)=(.*)$/gmu)].map(([, name = '', value = '']) => [name, value]);
  expect(set.map(([name]) => name)).toEqual(VARIABLES);
  expect(readConfig(Object.fromEntries(set))).toEqual(PRACTICE);
});

describe('a .env file as editors leave it', () => {
  const LINES = 'SLACK_BOT_TOKEN=xoxb-test\r\nSLACK_APP_TOKEN=xapp-test\r\n';
  const VALUES = { SLACK_BOT_TOKEN: 'xoxb-test', SLACK_APP_TOKEN: 'xapp-test' };

  test.each([
    ['with no mark before it', LINES],
    ['with a byte order mark', `\uFEFF${LINES}`],
    ['with two', `\uFEFF\uFEFF${LINES}`],
  ])('%s', (_what, text) => {
    expect(readEnvFile(Buffer.from(text))).toEqual(VALUES);
  });

  test('in UTF-16 is refused with how to save it', () => {
    for (const bytes of [Buffer.from(`\uFEFF${LINES}`, 'utf16le'), Buffer.from(LINES, 'utf16le').swap16()])
      expect(() => readEnvFile(bytes)).toThrow(configText.envFile);
  });
});
