import type { SandboxClock } from './clock.ts';
import type { OpensOn } from './forward.ts';
import type { Rates } from './rates.ts';
import type { PageMenu } from './server/page-api.ts';
import type { SocketTimes } from './sockets.ts';
import type { ChannelSeed, PersonSeed, Team } from './workspace/seed.ts';

/** How a practice workspace is to be. */
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
  readonly team?: Partial<Team>;
  readonly people?: readonly PersonSeed[];
  readonly channels?: readonly ChannelSeed[];
  readonly scopes?: readonly string[];
  readonly botToken?: string;
  readonly appToken?: string;
  readonly signingSecret?: string;
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
