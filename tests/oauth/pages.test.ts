import { createHash } from 'node:crypto';
import pino from 'pino';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { systemClock } from '../../src/deps.ts';
import { type HttpServer, startHttpServer } from '../../src/http-server.ts';
import { createInstallations } from '../../src/oauth/installations.ts';
import { createSlackLogger } from '../../src/slack/logger.ts';
import { SCOPES } from '../../src/slack/scopes.ts';
import { installPage } from '../../src/texts/installation.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

/** At this address nobody answers: what is shown before Slack is asked, and what is shown when it can't be. */
const SLACK = 'http://127.0.0.1:9/api/';
const SECRETS = {
  clientId: '1234567890.0987654321',
  clientSecret: 'client-secret-of-the-app',
  stateSecret: 'state-secret-of-the-app',
  tokenKeys: [Buffer.alloc(32, 'k')],
} as const;
const CODE = 'code-that-slack-gave';

let database: TestDatabase;
let server: HttpServer;
let logged: string[];
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  logged = [];
  const log = pino({ level: 'trace' }, { write: (line) => void logged.push(line) });
  const { pages } = createInstallations(SECRETS, {
    clock: systemClock,
    machineClock: systemClock,
    db: database.db,
    log,
    changed: () => undefined,
    clientOptions: { slackApiUrl: SLACK, logger: createSlackLogger(log) },
  });
  server = await startHttpServer({
    host: '127.0.0.1',
    port: 0,
    ready: async () => ({ ready: true }),
    wait: async () => undefined,
    slack: undefined,
    page: (path) => pages[path],
    hungUp: () => undefined,
  });
});
afterEach(() => server.stop());

type Page = { readonly status: number; readonly html: string; readonly headers: Headers };
const get = async (path: string, cookie?: string): Promise<Page> => {
  const answer = await fetch(`${server.url}${path}`, {
    redirect: 'manual',
    headers: cookie === undefined ? {} : { cookie },
  });
  return { status: answer.status, html: await answer.text(), headers: answer.headers };
};
const titleOf = ({ html }: Page): string | undefined => /<h1>(.*?)<\/h1>/u.exec(html)?.[1];
/** Where the button leads. */
const buttonOf = ({ html }: Page): string | undefined =>
  /<a href="(.*?)">/u.exec(html)?.[1]?.replaceAll('&amp;', '&');
const cookieOf = ({ headers }: Page): string => headers.get('set-cookie')?.split(';', 1)[0] ?? '';

/** Begins, and goes to Slack: the address there, and the cookie that the browser has then. */
const begun = async () => {
  const page = await get('/slack/install');
  const address = new URL(buttonOf(page) ?? '');
  return { page, address, state: address.searchParams.get('state') ?? '', cookie: cookieOf(page) };
};

test('the first page leads to Slack with the scopes of the manifest, and no others', async () => {
  const { page, address, state } = await begun();
  expect([page.status, titleOf(page)]).toEqual([200, installPage.start.title]);
  expect(`${address.origin}${address.pathname}`).toBe('http://127.0.0.1:9/oauth/v2/authorize');
  expect(address.searchParams.get('client_id')).toBe(SECRETS.clientId);
  expect(address.searchParams.get('scope')?.split(',')).toEqual(SCOPES);
  expect(address.searchParams.has('user_scope')).toBe(false);
  expect(state).not.toBe('');
});

describe('it ends with a page that says what came of it', () => {
  test.each([
    ['refused at Slack', (state: string) => `error=access_denied&state=${state}`, 400, installPage.refused],
    ['without a state', () => `code=${CODE}`, 400, installPage.expired],
    [
      'with a state of our own that is another browser’s',
      () => `code=${CODE}&state=other`,
      400,
      installPage.expired,
    ],
    ['while Slack can’t be asked', (state: string) => `code=${CODE}&state=${state}`, 500, installPage.failed],
    ['without a code', (state: string) => `state=${state}`, 500, installPage.failed],
  ])('%s', async (_what, queryOf, status, text) => {
    const { state, cookie } = await begun();
    const page = await get(`/slack/oauth_redirect?${queryOf(state)}`, cookie);
    expect([page.status, titleOf(page), buttonOf(page)]).toEqual([status, text.title, '/slack/install']);
    expect(await database.db.installations.living()).toEqual([]);
  });

  test('a state without the cookie of its browser, and one that was made up, with it', async () => {
    const { state, cookie } = await begun();
    const [name = ''] = cookie.split('=');
    const forged = `${state.slice(0, -4)}AAAA`;
    const query = (of: string): string => `/slack/oauth_redirect?code=${CODE}&state=${of}`;
    const pages = [await get(query(state)), await get(query(forged), `${name}=${forged}`)];
    expect(pages.map(titleOf)).toEqual([installPage.expired.title, installPage.expired.title]);
    expect(logged.join('')).not.toContain('ECONNREFUSED');
  });
});

test('every page is of text and one style alone, is kept by nobody, and tells no other server where it stood', async () => {
  const { page, state, cookie } = await begun();
  const failed = await get(`/slack/oauth_redirect?code=${CODE}&state=${state}`, cookie);
  for (const { headers, html } of [page, failed]) {
    const style = /<style>([\s\S]*?)<\/style>/u.exec(html)?.[1] ?? '';
    const hash = createHash('sha256').update(style).digest('base64');
    expect(headers.get('content-security-policy')).toBe(
      `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    );
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(html).not.toMatch(/<script|https?:\/\/(?!127\.0\.0\.1:9)/u);
  }
  expect(page.headers.get('set-cookie')).toMatch(/; Secure; HttpOnly; Path=\/; Max-Age=600$/u);
});

test('nothing that Slack gave or that is secret is logged or shown', async () => {
  const { state, cookie } = await begun();
  const page = await get(`/slack/oauth_redirect?code=${CODE}&state=${state}`, cookie);
  const told = [page.html, ...logged].join('\n');
  expect(logged.join('')).toContain('installation failed');
  for (const secret of [CODE, state, SECRETS.clientSecret, SECRETS.stateSecret])
    expect(told).not.toContain(secret);
});

test('nothing else is there by GET', async () => {
  const statuses = await Promise.all(
    ['/slack/events', '/slack/install/', '/slack', '/toString'].map(async (path) => (await get(path)).status),
  );
  expect(statuses).toEqual([404, 404, 404, 404]);
});
