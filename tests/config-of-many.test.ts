import { execSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ConfigError, OAUTH_VARIABLES, readConfig } from '../src/config.ts';
import { configText } from '../src/texts/config.ts';
import { MAKE_KEY } from '../src/texts/installation.ts';

const SIGNING = '0123456789abcdef';
const KEY = Buffer.alloc(32, 'k');
const OLDER = Buffer.alloc(32, 'o');
const MANY = {
  SLACK_CLIENT_ID: '1234567890.0987654321',
  SLACK_CLIENT_SECRET: 'client-very-secret',
  SLACK_STATE_SECRET: 'state-very-secret',
  TOKEN_KEY: KEY.toString('base64'),
  SLACK_SIGNING_SECRET: SIGNING,
};

const linesOf = (environment: Readonly<Record<string, string>>): readonly string[] => {
  try {
    readConfig(environment);
  } catch (error) {
    if (error instanceof ConfigError) return error.message.split('\n');
    throw error;
  }
  return [];
};

test.each([
  ['one key', [KEY]],
  ['the new key before the old one', [KEY, OLDER]],
])('with %s', (_what, tokenKeys) => {
  const TOKEN_KEY = tokenKeys.map((key) => key.toString('base64')).join(' , ');
  expect(readConfig({ ...MANY, TOKEN_KEY }).slack).toEqual({
    mode: 'oauth',
    clientId: '1234567890.0987654321',
    clientSecret: 'client-very-secret',
    stateSecret: 'state-very-secret',
    signingSecret: SIGNING,
    tokenKeys,
  });
});

test.each(Object.keys(MANY).filter((name) => name !== 'SLACK_SIGNING_SECRET'))(
  '%s alone: all that is missing is named',
  (name) => {
    const lines = linesOf({ [name]: MANY[name as keyof typeof MANY] }).slice(1);
    expect(lines.map((line) => line.slice(1).split(':', 1)[0])).toEqual(
      OAUTH_VARIABLES.filter((other) => other !== name),
    );
    expect(new Set(lines.map((line) => line.split(':').slice(1).join(':')))).toEqual(
      new Set([configText.missingForMany]),
    );
  },
);

test.each(['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN'])('with %s it is one or the other', (name) => {
  const token = name === 'SLACK_BOT_TOKEN' ? 'xoxb-0123' : 'xapp-1-0123';
  expect(linesOf({ ...MANY, [name]: token }).slice(1)).toEqual([`・${name}:${configText.oneOrMany}`]);
});

test.each([
  ['too short', Buffer.alloc(16).toString('base64')],
  ['not base64', 'k'.repeat(44)],
  ['in hexadecimal', KEY.toString('hex')],
  ['three of them', [KEY, OLDER, KEY].map((key) => key.toString('base64')).join(',')],
  ['a second one that is none', `${KEY.toString('base64')},key`],
  ['none behind the comma', `${KEY.toString('base64')},`],
])('a key is refused that is %s', (_what, TOKEN_KEY) => {
  expect(linesOf({ ...MANY, TOKEN_KEY }).slice(1)).toEqual([`・TOKEN_KEY:${configText.tokenKey}`]);
});

test('the key that the sentence tells how to make is one', () => {
  const made = execSync(MAKE_KEY, { encoding: 'utf8' }).trim();
  expect(readConfig({ ...MANY, TOKEN_KEY: made }).slack).toMatchObject({ mode: 'oauth' });
  expect(readFileSync(new URL('../.env.example', import.meta.url), 'utf8')).toContain(MAKE_KEY);
});
