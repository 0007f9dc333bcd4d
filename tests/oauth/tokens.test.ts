import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createTokenSeal } from '../../src/oauth/token-seal.ts';
import { TokenKeyError } from '../../src/oauth/tokens.ts';
import { type OauthBot, OFFICER, ORGANISATION, SAKURA, startOauthBot } from './oauth-bot.ts';

let bot: OauthBot;
beforeEach(async () => {
  bot = await startOauthBot({ rotatesTokens: true });
});
afterEach(() => bot.stop());

const tokenNow = async (installations = bot.installations): Promise<string | undefined> =>
  (await installations.authorize({ teamId: SAKURA }))?.botToken;
/** How often Slack was asked for tokens. */
const exchanges = (): number => bot.slack.calls.filter(({ method }) => method === 'oauth.v2.access').length;

describe('a token that ends', () => {
  beforeEach(() => bot.install(SAKURA));

  test('is renewed before it does, once for however many ask in however many processes', async () => {
    const first = await tokenNow();
    bot.clock.set('2026-12-01T18:59:00+09:00');
    expect(await tokenNow()).toBe(first);
    bot.clock.set('2026-12-01T19:00:00+09:00');
    const before = exchanges();
    const other = bot.beside(bot.key);
    const tokens = await Promise.all(
      [bot.installations, other, bot.installations, other, other].map(tokenNow),
    );
    expect(new Set(tokens)).toEqual(new Set([bot.slack.workspace(SAKURA).botToken]));
    expect(tokens).not.toContain(first);
    expect(exchanges() - before).toBe(1);
    expect(await bot.installations.authorize({ teamId: SAKURA })).toMatchObject({
      renewAt: new Date('2026-12-02T05:00:00+09:00'),
      installedBy: OFFICER,
    });
  });

  test('is renewed after it has, too', async () => {
    bot.clock.set('2026-12-04T09:00:00+09:00');
    expect(await tokenNow()).toBe(bot.slack.workspace(SAKURA).botToken);
    expect(await bot.installations.refused(SAKURA)).toBe(false);
  });

  test('serves on while Slack can’t be asked, until it ends; then it is asked again each time, and nothing ends', async () => {
    const first = await tokenNow();
    const mended = bot.slack.faults.always('oauth.v2.access', { status: 503 });
    bot.clock.set('2026-12-01T20:59:00+09:00');
    expect(await tokenNow()).toBe(first);
    bot.clock.set('2026-12-01T21:00:00+09:00');
    await expect(tokenNow()).rejects.toThrow();
    mended();
    expect(await tokenNow()).toBe(bot.slack.workspace(SAKURA).botToken);
  });

  test('that Slack does not renew sets the workspace aside when it is over, not before', async () => {
    const first = await tokenNow();
    bot.slack.faults.always('oauth.v2.access', { error: 'invalid_refresh_token' });
    bot.clock.set('2026-12-01T20:59:00+09:00');
    expect(await tokenNow()).toBe(first);
    bot.clock.set('2026-12-01T21:00:00+09:00');
    expect(await tokenNow()).toBeUndefined();
    expect((await bot.db.installations.of(SAKURA))?.ended?.because).toBe('invalid_refresh_token');
  });
});

/** What else nobody may read. */
const secretsOf = (): readonly string[] => [
  bot.slack.clientSecret,
  'state-secret-of-the-app',
  Buffer.from(bot.key).toString('base64'),
  Buffer.from(bot.key).toString('hex'),
];

describe('what is secret', () => {
  test('is not to be read in the rows without the key, and is with it', async () => {
    await bot.install(SAKURA);
    const token = bot.slack.workspace(SAKURA).botToken;
    const [row] = await bot.database.ask('select * from installation');
    const columns = Object.values(row ?? {});
    const seen = columns.map((value) => (Buffer.isBuffer(value) ? value.toString('latin1') : String(value)));
    expect(columns.filter((value) => Buffer.isBuffer(value))).toHaveLength(2);
    for (const part of [token, token.slice(0, 12), token.slice(-12)])
      expect(seen.filter((value) => value.includes(part))).toEqual([]);
    const place = { installationId: SAKURA, column: 'bot_token' } as const;
    const kept = (await bot.db.installations.find(SAKURA)) ?? expect.fail('not kept');
    expect(createTokenSeal(bot.key).open(kept.botToken, place, kept.keyId)).toBe(token);
    expect(createTokenSeal(randomBytes(32)).open(kept.botToken, place, kept.keyId)).toBeUndefined();
  });

  test('is not in the log nor in an error, whatever happens', async () => {
    const page = await bot.install(SAKURA);
    const tokens = [bot.slack.workspace(SAKURA).botToken];
    bot.clock.set('2026-12-01T20:00:00+09:00');
    bot.slack.faults.next('oauth.v2.access', { status: 500 });
    await tokenNow();
    bot.slack.faults.next('oauth.v2.access', { error: 'invalid_refresh_token' });
    await tokenNow();
    bot.slack.faults.next('oauth.v2.access', { cutAfter: true });
    const failed = await bot.install(ORGANISATION);
    await bot.install(ORGANISATION);
    tokens.push(bot.slack.workspace('T0KITA').botToken);
    const error = await bot
      .beside(randomBytes(32))
      .authorize({ teamId: SAKURA })
      .catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(TokenKeyError);
    await bot.slack.uninstall(SAKURA);
    await bot.installations.ended({ teamId: SAKURA }, 'app_uninstalled');
    const told = [page.text, failed.text, String(error), JSON.stringify(error), ...bot.logged].join('\n');
    expect(bot.logged.length).toBeGreaterThan(4);
    for (const secret of [...tokens, ...secretsOf()]) expect(told).not.toContain(secret);
    expect(told).not.toMatch(/xox[be]/u);
  });

  test('opens with the old key named behind the new one, is sealed anew, and then the old one can go', async () => {
    await bot.install(SAKURA);
    await bot.install(ORGANISATION);
    const token = await tokenNow();
    const key = randomBytes(32);
    await bot.beside(key, bot.key).checkKeys();
    const { keyId } = createTokenSeal(key);
    expect((await bot.db.installations.living()).map((one) => one.keyId)).toEqual([keyId, keyId]);
    const after = bot.beside(key);
    await after.checkKeys();
    expect(await tokenNow(after)).toBe(token);
    bot.clock.set('2026-12-01T20:00:00+09:00');
    expect(await tokenNow(after)).toBe(bot.slack.workspace(SAKURA).botToken);
    await expect(bot.installations.checkKeys()).rejects.toThrow(TokenKeyError);
  });

  test('names all that a wrong key does not open, but those that have ended', async () => {
    await bot.install(SAKURA);
    await bot.install(ORGANISATION);
    const wrong = bot.beside(randomBytes(32));
    await expect(wrong.checkKeys()).rejects.toMatchObject({ installations: [ORGANISATION, SAKURA] });
    await bot.db.installations.end(ORGANISATION, { at: bot.clock.now(), because: 'app_uninstalled' });
    await expect(wrong.checkKeys()).rejects.toMatchObject({ installations: [SAKURA] });
  });

  test('does not open in the row of another', async () => {
    await bot.install(SAKURA);
    await bot.install('T0KAEDE');
    await bot.database.ask(
      `update installation i set bot_token = other.bot_token from installation other
       where i.id = 'T0KAEDE' and other.id = $1`,
      [SAKURA],
    );
    await expect(bot.installations.authorize({ teamId: 'T0KAEDE' })).rejects.toThrow(TokenKeyError);
    await expect(bot.installations.checkKeys()).rejects.toMatchObject({ installations: ['T0KAEDE'] });
  });
});
