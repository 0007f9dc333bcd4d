import { WebClient } from '@slack/web-api';
import type { Config } from '../config.ts';
import type { WorkspaceRecord } from '../db/database.ts';
import { createLog, systemClock } from '../deps.ts';
import type { Clock } from '../domain/clock.ts';
import type { DeliveryKind } from '../domain/delivery/delivery.ts';
import type { MorningLine } from '../domain/morning/morning.ts';
import { createInstallations } from '../oauth/installations.ts';
import type { Workspace } from '../services/identify.ts';
import { type Channels, createChannels } from '../slack/channels.ts';
import { createSlackLogger } from '../slack/logger.ts';
import { createPeople, type People } from '../slack/people.ts';
import { jobText } from '../texts/job.ts';
import { CommandEnd, EXIT } from './output.ts';
import { PRACTICE_SECRETARY } from './practice-people.ts';
import type { OpenedRecord } from './record.ts';
import { slackOptions } from './slack-options.ts';

const TRIES = { retries: 2, minTimeout: 500 } as const;

/** By what Slack is asked for a workspace. */
export type Access = {
  readonly botToken: string;
  /** Where the token is that of an organisation: which of its workspaces is meant. */
  readonly teamId?: string | undefined;
  /** Who installed the app: the first secretariat where the environment names none. */
  readonly installedBy?: string;
};

/** The token of the environment, or that of the installation which serves the workspace; undefined without one. */
export const accessOf = async (
  config: Config,
  { clock, db, workspaceId }: Pick<OpenedRecord, 'clock' | 'db' | 'workspaceId'>,
): Promise<Access | undefined> => {
  const { slack } = config;
  if (slack?.mode !== 'oauth') return slack;
  const log = createLog('silent');
  const { authorize } = createInstallations(slack, {
    clock,
    machineClock: systemClock,
    db,
    log,
    changed: () => undefined,
    clientOptions: { ...slackOptions(config), logger: createSlackLogger(log) },
  });
  const given = await authorize({ teamId: workspaceId });
  return given && { ...given, teamId: given.isOfOrganisation ? workspaceId : undefined };
};

const clientOf = ({ botToken, teamId }: Access, config: Config): WebClient =>
  new WebClient(botToken, {
    ...slackOptions(config),
    retryConfig: TRIES,
    timeout: 10_000,
    ...(teamId === undefined ? {} : { teamId }),
  });

/** Slack's people, or for a command that asks for them without tokens the sentence that says what is missing. */
export const peopleOf = (config: Config, access: Access | undefined, clock: Clock, name: string): People => {
  if (access !== undefined) return createPeople(clientOf(access, config), clock);
  const missing = (): never => {
    throw new CommandEnd(EXIT.refused, jobText.needsSlack(name));
  };
  return {
    find: missing,
    acting: missing,
    findByEmail: missing,
    lastKnown: () => undefined,
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
export const channelsOf = (
  config: Config,
  access: Access | undefined,
  name: string,
): Pick<Channels, 'look'> => {
  if (access !== undefined) return createChannels(clientOf(access, config));
  return {
    look: () => {
      throw new CommandEnd(EXIT.refused, jobText.needsSlack(name));
    },
  };
};

/** Whom the environment names, or who installed the app; without tokens the practice workspace has its own secretary. */
export const workspaceOf = (
  { secretariat, slack, logChannel }: Config,
  access: Access | undefined,
  id: string,
): Workspace => {
  if (slack?.mode === 'oauth')
    return { id, secretariat: access?.installedBy === undefined ? [] : [access.installedBy.toLowerCase()] };
  const isInPractice = slack === undefined && secretariat.length === 0;
  return { id, secretariat: isInPractice ? [PRACTICE_SECRETARY.toLowerCase()] : secretariat, logChannel };
};

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
