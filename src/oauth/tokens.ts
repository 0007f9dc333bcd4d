import type { WebClient } from '@slack/web-api';
import type { Database } from '../db/database.ts';
import type { Installation, KeptInstallation, SealedTokens } from '../db/installations.ts';
import type { Clock } from '../domain/clock.ts';
import type { TokenSeal } from './token-seal.ts';

/** Tokens as Slack gives them. Those that end come with one to fetch the next with, once. */
export type Tokens = {
  readonly botToken: string;
  readonly refreshToken?: string | undefined;
  readonly expiresAt?: Date | undefined;
};

/** The bot can't start: these installations have tokens that TOKEN_KEY does not open. */
export class TokenKeyError extends Error {
  readonly installations: readonly string[];
  constructor(installations: readonly string[]) {
    super('TOKEN_KEY does not open the tokens');
    this.name = 'TokenKeyError';
    this.installations = installations;
  }
}

/** So long before a token ends the next is fetched: time enough for Slack to be away meanwhile. */
const RENEWED_BEFORE_MS = 2 * 60 * 60 * 1000;

export type TokenDeps = {
  readonly clock: Clock;
  readonly db: Pick<Database, 'installations'>;
  readonly seal: TokenSeal;
  /** Asks Slack without a token. */
  readonly client: Pick<WebClient, 'oauth'>;
  readonly clientId: string;
  readonly clientSecret: string;
};

/** The tokens of installations: sealed, opened, and renewed before they end. */
export type TokenKeeper = {
  readonly seal: (installationId: string, tokens: Tokens) => SealedTokens;
  /** What the bot asks Slack by; throws a TokenKeyError where no key opens it. */
  readonly botToken: (installation: Pick<Installation, 'id' | 'botToken' | 'keyId'>) => string;
  /** From when on the next is to be fetched; undefined for one that does not end. */
  readonly renewAt: (installation: Pick<Installation, 'expiresAt'>) => Date | undefined;
  /**
   * The installation with tokens that do not end soon; undefined where it has ended. Whoever asks at once, in whatever process,
   * gets the same ones. Throws what Slack says, or does not say, where it has no new ones.
   */
  readonly renewed: (installation: KeptInstallation) => Promise<KeptInstallation | undefined>;
  /** Seals anew what an older key has sealed. Throws a TokenKeyError that names all that no key opens. */
  readonly checkAll: () => Promise<void>;
};

export const createTokenKeeper = ({
  clock,
  db,
  seal,
  client,
  clientId,
  clientSecret,
}: TokenDeps): TokenKeeper => {
  const sealAll: TokenKeeper['seal'] = (installationId, { botToken, refreshToken, expiresAt }) => ({
    botToken: seal.seal(botToken, { installationId, column: 'bot_token' }),
    refreshToken:
      refreshToken === undefined
        ? undefined
        : seal.seal(refreshToken, { installationId, column: 'refresh_token' }),
    keyId: seal.keyId,
    expiresAt,
  });
  /** Undefined where no key opens them. */
  const opened = ({ id, botToken, refreshToken, keyId, expiresAt }: Installation): Tokens | undefined => {
    const bot = seal.open(botToken, { installationId: id, column: 'bot_token' }, keyId);
    const refresh =
      refreshToken && seal.open(refreshToken, { installationId: id, column: 'refresh_token' }, keyId);
    if (bot === undefined || (refreshToken !== undefined && refresh === undefined)) return undefined;
    return { botToken: bot, refreshToken: refresh, expiresAt };
  };
  const renewAt: TokenKeeper['renewAt'] = ({ expiresAt }) =>
    expiresAt && new Date(expiresAt.getTime() - RENEWED_BEFORE_MS);
  const isEnding = (installation: Installation): boolean => {
    const at = renewAt(installation);
    return at !== undefined && at <= clock.now();
  };
  const fetchNext = async (installation: KeptInstallation): Promise<SealedTokens | undefined> => {
    // Another has fetched them while this one waited.
    if (!isEnding(installation)) return undefined;
    const refreshToken = opened(installation)?.refreshToken;
    if (refreshToken === undefined) throw new TokenKeyError([installation.id]);
    const next = await client.oauth.v2.access({
      client_id: clientId,
      client_secret: clientSecret,
      grant_type: 'refresh_token',
      refresh_token: refreshToken,
    });
    if (next.access_token === undefined || next.refresh_token === undefined || next.expires_in === undefined)
      throw new Error('Slack gave no new token');
    return sealAll(installation.id, {
      botToken: next.access_token,
      refreshToken: next.refresh_token,
      expiresAt: new Date(clock.now().getTime() + next.expires_in * 1000),
    });
  };
  /** Those who ask within this process wait here, so that they do not hold a connection each. */
  const underWay = new Map<string, Promise<KeptInstallation | undefined>>();
  return {
    seal: sealAll,
    botToken: ({ id, botToken, keyId }) => {
      const token = seal.open(botToken, { installationId: id, column: 'bot_token' }, keyId);
      if (token === undefined) throw new TokenKeyError([id]);
      return token;
    },
    renewAt,
    renewed: (installation) => {
      if (!isEnding(installation)) return Promise.resolve(installation);
      const { id } = installation;
      const renewal =
        underWay.get(id) ?? db.installations.renew(id, fetchNext).finally(() => underWay.delete(id));
      underWay.set(id, renewal);
      return renewal;
    },
    checkAll: async () => {
      const living = await db.installations.living();
      const shut = living.filter((installation) => opened(installation) === undefined);
      if (shut.length > 0) throw new TokenKeyError(shut.map(({ id }) => id));
      for (const { id } of living.filter(({ keyId }) => keyId !== seal.keyId))
        await db.installations.renew(id, async (installation) => {
          const tokens = opened(installation);
          return tokens && sealAll(id, tokens);
        });
    },
  };
};
