import type { SandboxClock } from './clock.ts';
import type { OpensOn } from './forward.ts';
import type { Rates } from './rates.ts';
import type { PageMenu } from './server/page-api.ts';
import type { SocketTimes } from './sockets.ts';
import type { ChannelSeed, Enterprise, PersonSeed, Team } from './workspace/seed.ts';

/** How one of several workspaces is to be. */
export type WorkspaceOptions = {
  /** E.g. `{ id: 'T0SAKURA', name: '桜市' }`. */
  readonly team: Pick<Team, 'id'> & Partial<Team>;
  /** Somebody who is in several workspaces of an organisation stands in each with the same id. */
  readonly people?: readonly PersonSeed[];
  readonly channels?: readonly ChannelSeed[];
  /** The id of its organisation, one of `enterprises`. */
  readonly enterprise?: string;
  /** The app is installed there from the start with this token; without one it has to be installed. */
  readonly botToken?: string;
  /** Its own rates, in the place of those of all. */
  readonly rates?: Rates;
};

/** How the app is registered. */
export type AppOptions = {
  readonly clientId?: string;
  readonly clientSecret?: string;
  /** Where people may be sent back to after an install; anywhere on this machine unless told. */
  readonly redirectUrls?: readonly string[];
  /** Whether tokens from an install expire after twelve hours and come with a refresh token; not unless told. */
  readonly rotatesTokens?: boolean;
};

/** How an organisation is to be. */
export type EnterpriseOptions = Enterprise & {
  /** The app is installed in all its workspaces from the start with this token. */
  readonly botToken?: string;
};

/** How a practice Slack is to be: one workspace with the app in it, or with `workspaces` several. */
export type SandboxOptions = {
  /** 0, the default, takes a free port. */
  readonly port?: number;
  /** The time of messages, triggers and response urls; the machine's unless given. */
  readonly now?: () => Date;
  /** The same, where the page may set it forward. */
  readonly clock?: SandboxClock;
  /** The days on whose mornings the clock stops on its way; Monday to Friday unless told. */
  readonly opensOn?: OpensOn;
  /** Whether calls that come too fast are refused as Slack does; not unless told. */
  readonly rates?: Rates;
  /** Several, in the place of `team`, `people`, `channels` and `botToken`, which make one. */
  readonly workspaces?: readonly [WorkspaceOptions, ...WorkspaceOptions[]];
  /** The organisations that workspaces belong to. */
  readonly enterprises?: readonly EnterpriseOptions[];
  readonly team?: Partial<Team>;
  readonly people?: readonly PersonSeed[];
  readonly channels?: readonly ChannelSeed[];
  /** For installs by OAuth. */
  readonly app?: AppOptions;
  readonly scopes?: readonly string[];
  readonly botToken?: string;
  readonly appToken?: string;
  readonly signingSecret?: string;
  /** Where the bot finds it, when something stands before it; where it listens unless told. E.g. https://slack.example */
  readonly publicUrl?: string;
  /** Milliseconds the driver waits for anything; 5000 unless given. */
  readonly patience?: number;
  /** Milliseconds Slack waits for an ack; 3000 unless given. */
  readonly ackPatience?: number;
  readonly socketTimes?: SocketTimes;
  readonly pageDirectory?: string;
  readonly shortcuts?: PageMenu['shortcuts'];
  /** Those on messages. */
  readonly messageShortcuts?: PageMenu['shortcuts'];
  readonly commands?: PageMenu['commands'];
};

/** The least that the bot needs; a test may grant less. */
export const grantedScopes: readonly string[] = [
  'commands',
  'chat:write',
  'users:read',
  'users:read.email',
  'im:history',
  'im:write',
  'channels:read',
  'channels:history',
  'files:read',
  'files:write',
];
