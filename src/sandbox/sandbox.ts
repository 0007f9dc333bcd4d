import { randomBytes } from 'node:crypto';
import { tellEvent } from './acts/telling.ts';
import { machineTime } from './clock.ts';
import { createFaults } from './faults.ts';
import { createForward } from './forward.ts';
import { hostAll, workspacesOf } from './hosting.ts';
import { type Consent, createConsents } from './oauth/consents.ts';
import { answerConsent, type InstallResult, installByWeb } from './oauth/install-app.ts';
import { createInstallations } from './oauth/installations.ts';
import { createOAuth } from './oauth/oauth.ts';
import { unlimited } from './rates.ts';
import { createRefusals, type Refusal } from './refusals.ts';
import { grantedScopes, type SandboxOptions } from './sandbox-options.ts';
import { botTokenIn, driveWorkspace, type SandboxWorkspace, withBotToken } from './sandbox-workspace.ts';
import { createApiCalls } from './server/api-calls.ts';
import { close, createSandboxServer, listen } from './server/server.ts';
import type { Sockets } from './sockets.ts';
import { createHttpCarrier, type HttpTarget } from './transport/http.ts';
import { createSocketSide } from './transport/socket.ts';
import { type Carrier, slackAckPatience } from './transport/transport.ts';
import { practiceBot } from './workspace/seed.ts';
import { createTokens } from './workspace/workspace.ts';

/**
 * A running practice Slack. What belongs to one workspace is the first one's here; `workspace` gives any. But `refusals` and
 * `calls` are those of all, and `faults` strike whichever call comes next.
 */
export type Sandbox = SandboxWorkspace & {
  /** E.g. http://127.0.0.1:3000. */
  readonly url: string;
  /** What SLACK_API_URL is to be. */
  readonly apiUrl: string;
  readonly appToken: string;
  readonly signingSecret: string;
  /** What SLACK_CLIENT_ID and SLACK_CLIENT_SECRET are to be. */
  readonly clientId: string;
  readonly clientSecret: string;
  /** Where people are asked whether the app may come in: what is https://slack.com/oauth/v2/authorize at the real one. */
  readonly authorizeUrl: string;
  /**
   * Installs the app as somebody does in a browser: from the app's own address (…/slack/install), by the question whether `by` lets
   * it in `on` a workspace or an organisation (`no`: 許可しない), back to the app. Gives the page of the app that this ends with.
   */
  install(installUrl: string, answer: Consent | 'no'): Promise<InstallResult>;
  /** Only the question: gives where somebody is sent who answers at that authorize address so. Throws with Slack's word where that shows an error. */
  answer(authorizeAddress: string, answer: Consent | 'no'): string;
  /** Removes the app from a workspace (T…) or an organisation (E…): the bot hears of it, and its tokens are no good any more. */
  uninstall(id: string): Promise<void>;
  /** Only its tokens are revoked there. */
  revokeTokens(id: string): Promise<void>;
  /** The workspace of this id. Throws when there is none. */
  workspace(teamId: string): SandboxWorkspace;
  /** Sends the bot its requests over HTTP from now on. A url without a path means /slack/events. */
  connectHttp(target: { readonly url: string; readonly signingSecret?: string }): void;
  readonly socket: Sockets;
  /** Ends every connection and stops listening. */
  stop(): Promise<void>;
};

const secret = (): string => randomBytes(16).toString('hex');
const defaultPatience = 5_000;

/** Where requests go: `url` with /slack/events when it names no path of its own. */
const eventsUrl = (url: string): string => {
  const target = new URL(url);
  if (target.pathname === '/') target.pathname = '/slack/events';
  return target.href;
};

/** Where Bolt takes people who come back from an install. */
const redirectUrlOf = (bot: string): string => new URL('/slack/oauth_redirect', bot).href;

/** Starts a practice Slack on 127.0.0.1. Rejects when the port is taken; throws for ids Slack does not have. */
export const startSandbox = async (options: SandboxOptions = {}): Promise<Sandbox> => {
  const { port = 0, clock, patience = defaultPatience } = options;
  const { now = clock?.now ?? machineTime, rates = unlimited, enterprises = [] } = options;
  const { scopes = grantedScopes, botToken = `xoxb-${secret()}`, appToken = `xapp-1-${secret()}` } = options;
  const { signingSecret = secret(), ackPatience = slackAckPatience } = options;
  const { shortcuts = [], messageShortcuts = [], commands = [] } = options;
  const refusals: Refusal[] = [];
  const faults = createFaults();
  const calls = createApiCalls();
  const token = createTokens();
  let url = '';
  const base = (): string => options.publicUrl ?? url;
  let http: { readonly target: HttpTarget; readonly carry: Carrier } | undefined;

  const seeds = workspacesOf(options, botToken);
  const {
    clientId = secret(),
    clientSecret = secret(),
    redirectUrls = [],
    rotatesTokens = false,
  } = options.app ?? {};
  const installations = createInstallations({ now, secret, rotates: rotatesTokens });
  const given = [...seeds.map(({ team, botToken: own }) => ({ id: team.id, botToken: own })), ...enterprises];
  for (const { id, botToken: own } of given)
    if (own !== undefined) installations.install(id, { by: '', scopes, token: own });
  const host = {
    now,
    token,
    base,
    carry: () => http?.carry ?? socket.carry,
    installations,
    refused: (refusal: Refusal) => void refusals.push(refusal),
  };
  const workspaces = hostAll(seeds, enterprises, host, rates);
  const consents = createConsents({
    app: {
      clientId,
      clientSecret,
      redirectUrls,
      usualRedirectUrl: () => redirectUrls[0] ?? (http === undefined ? '' : redirectUrlOf(http.target.url)),
    },
    now,
    secret,
  });
  const oauth = createOAuth({ consents, installations, all: workspaces, tell: tellEvent });
  const tell = (change: { readonly kind: 'clock' }): void => {
    for (const { workspace } of workspaces) workspace.changes.tell(change);
  };
  const server = createSandboxServer({
    api: { workspaces, oauth, appToken, socketUrl: () => socket.issueUrl(), faults, calls },
    menu: { shortcuts, messageShortcuts, commands },
    tools: {
      socket: () => socket,
      ...(clock === undefined
        ? {}
        : { time: { clock, forward: createForward(clock, calls, { tell }, options.opensOn) } }),
    },
    ...(options.pageDirectory === undefined ? {} : { pageDirectory: options.pageDirectory }),
    botUrl: () => http?.target.url,
  });
  const socket = createSocketSide(server, {
    base: () => base().replace('http', 'ws'),
    appId: practiceBot.appId,
    token,
    refusals: createRefusals((refusal) => refusals.push(refusal)),
    ackPatience,
    times: options.socketTimes,
  });
  const parts = { menu: { shortcuts, messageShortcuts }, patience };
  const [first] = workspaces;
  const driver = driveWorkspace(first, parts);
  const others = workspaces.slice(1).map((hosted) => withBotToken(hosted, driveWorkspace(hosted, parts)));
  const all = [withBotToken(first, driver), ...others];
  url = `http://127.0.0.1:${await listen(server, port)}`;

  return {
    ...driver,
    get botToken() {
      return botTokenIn(first);
    },
    url,
    apiUrl: `${base()}/api/`,
    appToken,
    signingSecret,
    clientId,
    clientSecret,
    authorizeUrl: `${url}/oauth/v2/authorize`,
    install: (installUrl, answer) => installByWeb(oauth, installUrl, answer),
    answer: (address, answer) => answerConsent(oauth, address, answer),
    uninstall: (id) => oauth.end(id, 'account_inactive'),
    revokeTokens: (id) => oauth.end(id, 'token_revoked'),
    refusals,
    faults,
    calls: calls.list,
    workspace: (teamId) => {
      const found = all.find(({ team }) => team.id === teamId);
      if (found === undefined) throw new Error(`no such workspace: ${teamId}`);
      return found;
    },
    connectHttp: (bot) => {
      const secretOfBot = bot.signingSecret ?? signingSecret;
      const target = { url: eventsUrl(bot.url), signingSecret: secretOfBot, ackPatience };
      http = { target, carry: createHttpCarrier(target, machineTime) };
    },
    socket,
    stop: async () => {
      await socket.stop();
      await close(server);
    },
  };
};
