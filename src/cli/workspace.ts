import { WebClient } from '@slack/web-api';
import type { Config } from '../config.ts';
import type { WorkspaceRecord } from '../db/database.ts';
import type { Clock } from '../domain/clock.ts';
import type { DeliveryKind } from '../domain/delivery/delivery.ts';
import type { MorningLine } from '../domain/morning/morning.ts';
import type { Workspace } from '../services/identify.ts';
import { type Channels, createChannels } from '../slack/channels.ts';
import { createPeople, type People } from '../slack/people.ts';
import { jobText } from '../texts/job.ts';
import { CommandEnd, EXIT } from './output.ts';
import { PRACTICE_SECRETARY } from './practice-people.ts';

const TRIES = { retries: 2, minTimeout: 500 } as const;

/** The token of the environment; a bot of many workspaces has none there. */
export const tokenOf = ({ slack }: Pick<Config, 'slack'>): string | undefined =>
  slack === undefined || slack.mode === 'oauth' ? undefined : slack.botToken;

/** Slack's people, or for a command that asks for them without tokens the sentence that says what is missing. */
export const peopleOf = (config: Config, clock: Clock, name: string): People => {
  const { slackApiUrl } = config;
  const token = tokenOf(config);
  if (token !== undefined)
    return createPeople(new WebClient(token, { slackApiUrl, retryConfig: TRIES, timeout: 10_000 }), clock);
  const missing = (): never => {
    throw new CommandEnd(EXIT.refused, jobText.needsSlack(name));
  };
  return {
    find: missing,
    acting: missing,
    findByEmail: missing,
    // Without Slack nobody is known to have left, and who is named by id is known.
    hasLeft: async () => false,
    idsOf: async (named) =>
      named.some((one) => one.includes('@')) ? missing() : named.map((one) => one.toUpperCase()),
    told: () => undefined,
    all: missing,
    ofAddresses: missing,
    isKnown: missing,
  };
};

/** Slack's channels, likewise. */
export const channelsOf = (config: Config, name: string): Pick<Channels, 'look'> => {
  const { slackApiUrl } = config;
  const token = tokenOf(config);
  if (token !== undefined)
    return createChannels(new WebClient(token, { slackApiUrl, retryConfig: TRIES, timeout: 10_000 }));
  return {
    look: () => {
      throw new CommandEnd(EXIT.refused, jobText.needsSlack(name));
    },
  };
};

/** Whom the environment names; without tokens the practice workspace has its own secretary. */
export const workspaceOf = ({ secretariat, slack, logChannel }: Config, workspaceId: string): Workspace => ({
  id: workspaceId,
  secretariat:
    slack === undefined && secretariat.length === 0 ? [PRACTICE_SECRETARY.toLowerCase()] : secretariat,
  logChannel,
});

/** A message as commands name it: what it is, and to whom by name. */
export const messageLine = async (
  record: Pick<WorkspaceRecord, 'people'>,
  {
    kind,
    recipient,
    lines = [],
  }: {
    readonly kind: DeliveryKind;
    readonly recipient: string;
    readonly lines?: readonly MorningLine[];
  },
): Promise<string> => {
  const person = await record.people.findBySlackId(recipient);
  return jobText.delivery(
    kind,
    lines.map((line) => line.kind),
    person?.name ?? recipient,
  );
};
