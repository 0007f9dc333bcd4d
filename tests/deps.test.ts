import { expect, test } from 'vitest';
import { createLog } from '../src/deps.ts';

const SECRET = 'xoxb-very-secret';

test.each([
  ['a token', { token: SECRET }],
  ['what a workspace is served by', { authorization: { botToken: SECRET, refreshToken: SECRET } }],
  ['an answer of Slack’s', { answer: { access_token: SECRET, refresh_token: SECRET } }],
  ['the secret of the app', { clientSecret: SECRET, given: { client_secret: SECRET } }],
  [
    'an error with what was asked for and answered',
    {
      err: Object.assign(new Error('no'), {
        config: { headers: { authorization: SECRET } },
        original: { token: SECRET },
        data: { access_token: SECRET },
      }),
    },
  ],
])('%s is blotted out in the log', (_what, data) => {
  const lines: string[] = [];
  createLog('info', { write: (line) => void lines.push(line) }).info({ ...data, kept: 'kept' }, 'event');
  expect(lines).toHaveLength(1);
  expect(lines[0]).toContain('"kept":"kept"');
  expect(lines[0]).toContain('***');
  expect(lines[0]).not.toContain(SECRET);
});
