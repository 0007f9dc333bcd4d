import { type Logger, WebClient, type WebClientOptions } from '@slack/web-api';
import type { Database } from '../db/database.ts';
import type { Clock } from '../domain/clock.ts';
import type { Log } from '../domain/log.ts';
import { createInstallPages, type InstallPages, type NewInstallation } from './install.ts';
import { createServing, type Serving } from './serving.ts';
import { createTokenSeal } from './token-seal.ts';
import { createTokenKeeper, type TokenKeeper } from './tokens.ts';

/** What Slack's management page of the app says, and the keys of the tokens: the first seals, each opens. */
export type OauthSecrets = {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly stateSecret: string;
  readonly tokenKeys: readonly [Uint8Array, ...Uint8Array[]];
};

/** The installations of the app in workspaces and organisations. */
export type Installations = Pick<Serving, 'authorize' | 'ended' | 'refused'> & {
  /** What answers GET of /slack/install and /slack/oauth_redirect, by its path. */
  readonly pages: InstallPages;
  /** At the start: throws a TokenKeyError where tokens don't open, and seals anew what an older key has sealed. */
  readonly checkKeys: TokenKeeper['checkAll'];
};

type Parts = {
  readonly clock: Clock;
  /** The machine's: in it Slack's library says when a token ends. */
  readonly machineClock: Clock;
  readonly db: Database;
  readonly log: Log;
  /** Hears of workspaces that are served by another token from now on, or by none. */
  readonly changed: (workspaceIds: readonly string[]) => void;
  readonly clientOptions: WebClientOptions & { readonly slackApiUrl: string; readonly logger: Logger };
};

/** The page of consent beside the Web API. */
const authorizationUrlOf = (slackApiUrl: string): string =>
  new URL('../oauth/v2/authorize', slackApiUrl).href;

/** A refresh token serves once: a call whose outcome is unknown is not repeated. */
const ONCE = { retryConfig: { retries: 0 }, timeout: 10_000 };

export const createInstallations = (
  { clientId, clientSecret, stateSecret, tokenKeys }: OauthSecrets,
  { clock, machineClock, db, log, changed, clientOptions }: Parts,
): Installations => {
  const options = { ...clientOptions, ...ONCE };
  const tokens = createTokenKeeper({
    clock,
    db,
    seal: createTokenSeal(...tokenKeys),
    client: new WebClient(undefined, options),
    clientId,
    clientSecret,
  });
  const serving = createServing({
    clock,
    db,
    log,
    tokens,
    clientOf: (botToken) => new WebClient(botToken, options),
    changed,
  });
  const keep = async ({ botToken, refreshToken, expiresAt, ...facts }: NewInstallation): Promise<void> => {
    const sealed = tokens.seal(facts.id, { botToken, refreshToken, expiresAt });
    const installation = { ...facts, ...sealed, installedAt: clock.now() };
    await db.installations.save(installation);
    log.info({ installation: facts.id, kind: facts.kind }, 'installed');
    if (facts.kind === 'workspace') return void (await serving.takeUp(facts.id, installation));
    await serving.takeUpAll(installation).catch((error: unknown) => {
      log.warn({ err: error, installation: facts.id }, 'workspaces of the organisation not asked for');
    });
  };
  return {
    authorize: serving.authorize,
    ended: serving.ended,
    refused: serving.refused,
    checkKeys: tokens.checkAll,
    pages: createInstallPages({
      log,
      clientId,
      clientSecret,
      stateSecret,
      authorizationUrl: authorizationUrlOf(clientOptions.slackApiUrl),
      clientOptions: options,
      logger: clientOptions.logger,
      timeOf: (seconds) => new Date(clock.now().getTime() + seconds * 1000 - machineClock.now().getTime()),
      keep,
    }),
  };
};
