import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { type Installation as Given, InstallProvider, type InstallProviderOptions } from '@slack/oauth';
import type { Installation } from '../db/installations.ts';
import type { Log } from '../domain/log.ts';
import { SCOPES } from '../slack/scopes.ts';
import { installPage, type PageText } from '../texts/installation.ts';
import { dressPage, pageOf, sendPage } from './pages.ts';
import type { Tokens } from './tokens.ts';

/** An installation as Slack tells of it. */
export type NewInstallation = Tokens &
  Omit<Installation, 'botToken' | 'refreshToken' | 'keyId' | 'installedAt'>;

/** What answers GET of each path. */
export type InstallPages = Readonly<Record<string, RequestListener>>;

/** Where an installation begins, and where Slack sends the browser back to. */
const INSTALL_PATH = '/slack/install';
const REDIRECT_PATH = '/slack/oauth_redirect';

type Parts = Required<
  Pick<InstallProviderOptions, 'clientId' | 'clientSecret' | 'stateSecret' | 'clientOptions' | 'logger'>
> & {
  readonly log: Log;
  /** Where people give their consent. */
  readonly authorizationUrl: string;
  /** The time at which something is to be of which the machine's clock will then show so many seconds since 1970. */
  readonly timeOf: (machineSeconds: number) => Date;
  readonly keep: (installation: NewInstallation) => Promise<void>;
};

/** By these words of an address Slack says that the person did not consent. */
const REFUSED = 'access_denied';
/** The state in the address is not that of this browser, is missing, or is too old. */
const STATE_CODES = ['slack_oauth_invalid_state', 'slack_oauth_missing_state'];

/** What is read of an installation; throws where Slack gave no bot. */
const read = (given: Given, timeOf: Parts['timeOf']): NewInstallation => {
  const { bot, user, appId, enterprise, team, isEnterpriseInstall = false } = given;
  const id = isEnterpriseInstall ? enterprise?.id : team?.id;
  if (bot === undefined || id === undefined) throw new Error('an installation without a bot');
  return {
    id,
    kind: isEnterpriseInstall ? 'organisation' : 'workspace',
    enterpriseId: isEnterpriseInstall ? undefined : enterprise?.id,
    botToken: bot.token,
    refreshToken: bot.refreshToken,
    expiresAt: bot.expiresAt === undefined ? undefined : timeOf(bot.expiresAt),
    botId: bot.id,
    botUserId: bot.userId,
    appId: appId ?? '',
    scopes: bot.scopes,
    installedBy: user.id,
  };
};

const nameOf = ({ team, enterprise, isEnterpriseInstall }: Given): string =>
  (isEnterpriseInstall ? enterprise?.name : team?.name) ?? '';

/** What to tell of an installation that came to nothing. */
const pageOfFailure = (code: string, request: IncomingMessage): PageText => {
  if (new URL(request.url ?? '/', 'http://bot').searchParams.get('error') === REFUSED)
    return installPage.refused;
  return STATE_CODES.includes(code) ? installPage.expired : installPage.failed;
};

/**
 * The two pages of an installation: where it begins, and where Slack sends the browser back to, with a state that must be that of
 * the browser's cookie. Whatever comes of it, the answer is a page; nothing that Slack gave is on it or in the log.
 */
export const createInstallPages = ({ log, timeOf, keep, ...options }: Parts): InstallPages => {
  const provider = new InstallProvider({
    ...options,
    installUrlOptions: { scopes: [...SCOPES] },
    renderHtmlForInstallPath: (url) => pageOf(installPage.start, url),
    installationStore: {
      storeInstallation: (given) => keep(read(given, timeOf)),
      // The bot's own way to the record gives tokens to those who ask.
      fetchInstallation: () => Promise.reject(new Error('not asked here')),
    },
  });
  const begin = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    dressPage(response);
    await provider.handleInstallPath(request, response);
  };
  const end = (request: IncomingMessage, response: ServerResponse): Promise<void> =>
    provider.handleCallback(request, response, {
      successAsync: async (given) => {
        const page = installPage.done(nameOf(given), given.isEnterpriseInstall === true);
        sendPage(response, 200, pageOf(page));
      },
      failureAsync: async (error) => {
        const page = pageOfFailure(error.code, request);
        if (page === installPage.failed) log.error({ err: error }, 'installation failed');
        else log.info({ code: error.code }, 'installation not finished');
        sendPage(response, page === installPage.failed ? 500 : 400, pageOf(page, INSTALL_PATH));
      },
    });
  const answering =
    (answer: typeof begin): RequestListener =>
    (request, response) => {
      answer(request, response).catch((error: unknown) => {
        log.error({ err: error }, 'installation page failed');
        if (!response.headersSent) sendPage(response, 500, pageOf(installPage.failed, INSTALL_PATH));
      });
    };
  return { [INSTALL_PATH]: answering(begin), [REDIRECT_PATH]: answering(end) };
};
