import type { Database } from './db/database.ts';
import { databaseOfRequest } from './db/request-database.ts';
import type { Clock } from './domain/clock.ts';
import type { Log } from './domain/log.ts';
import type { Pieces } from './domain/pieces.ts';
import type { ErrorBoundaries } from './handlers/error-boundary.ts';
import { createHomeWatch } from './handlers/home-watch.ts';
import { createOutsiderWatch } from './handlers/outsider-watch.ts';
import type { HandlerDeps } from './handlers/types.ts';
import type { Holds } from './jobs/holds.ts';
import { createLine, type Line } from './jobs/line.ts';
import { noteFailure } from './services/delivery/note-failure.ts';
import type { Workspace } from './services/identify.ts';
import { createChannels } from './slack/channels.ts';
import type { createClients, SharedOptions } from './slack/clients.ts';
import { createFiles } from './slack/files.ts';
import { createMessages } from './slack/messages.ts';
import { createPace, type MachineTime } from './slack/pace.ts';
import { createPeople, type KeptPeople, type People } from './slack/people.ts';
import { createPictures } from './slack/pictures.ts';
import { createSender, type Sender } from './slack/sender.ts';
import { createUploads } from './slack/uploads.ts';
import type { SlackFetch } from './slack/way-out.ts';

/** Who the bot is in a workspace. */
export type BotAccount = {
  readonly botToken: string;
  readonly botId: string;
  readonly botUserId: string;
  /** Whether the token is that of a whole organisation, which serves its other workspaces too. */
  readonly isOfOrganisation: boolean;
};

/** What jobs and deliveries of one workspace are made of: connections of their own, and clients of Slack for which nobody waits. */
export type BackgroundDeps = Pick<
  HandlerDeps,
  'clock' | 'db' | 'log' | 'people' | 'channels' | 'workspace'
> & {
  /** The same people for messages, for which no worker waits: where Slack has it wait, it says so at once. */
  readonly peopleAtOnce: People;
  readonly sender: Sender;
  readonly line: Line;
  readonly tokenEnded?: (word: string) => Promise<void>;
  readonly pieces: Pieces;
};

/** All that one workspace is served with. */
export type WorkspaceDeps = HandlerDeps & {
  readonly bot: Omit<BotAccount, 'botToken'>;
  readonly inBackground: BackgroundDeps;
};

/** What all workspaces of a process share. */
export type ProcessParts = {
  readonly clock: Clock;
  readonly machine: MachineTime;
  /** What the queue leaves for now. */
  readonly holds: Holds;
  /** Sets a workspace aside, by Slack's word that its token serves no more; none where the token is the operator's to mend. */
  readonly tokenEnded?: (workspaceId: string, word: string) => Promise<void>;
  readonly db: Database;
  /** For what nobody waits for. */
  readonly background: Database;
  readonly log: Log;
  readonly slack: SharedOptions;
  /** By which the bytes of files come and go. */
  readonly fetchFile: SlackFetch;
  readonly clientsOf: ReturnType<typeof createClients>;
  readonly boundaries: ErrorBoundaries;
  readonly pieces: Pieces;
};

/** What a workspace is served with. Nothing of it is another's: rates, the line to Slack, who is known and who looks at Home. */
export const createWorkspaceDeps = (
  {
    clock,
    machine,
    holds,
    tokenEnded,
    db,
    background,
    log,
    slack,
    fetchFile,
    clientsOf,
    boundaries,
    pieces,
  }: ProcessParts,
  workspace: Workspace,
  { botToken, ...bot }: BotAccount,
): WorkspaceDeps => {
  const teamId = bot.isOfOrganisation ? workspace.id : undefined;
  const { interactive, bulk, listing } = clientsOf({ botToken, teamId });
  const uploads = createUploads(interactive, fetchFile);
  const kept: KeptPeople = new Map();
  const hold = holds.of(workspace.id);
  const sender = createSender(bulk, createPace(machine, hold));
  const ended =
    tokenEnded === undefined ? {} : { tokenEnded: (word: string) => tokenEnded(workspace.id, word) };
  return {
    clock,
    db,
    openRecord: () => databaseOfRequest(db),
    openRecordBehind: () => databaseOfRequest(background),
    log,
    boundary: boundaries.hearing((id) => noteFailure({ clock, db, workspace }, { id, what: 'request' })),
    workspace,
    bot,
    client: interactive,
    people: createPeople(interactive, clock, listing, kept),
    channels: createChannels(interactive),
    inBackground: {
      clock,
      db: background,
      log,
      workspace,
      people: createPeople(listing, clock, listing, kept),
      peopleAtOnce: createPeople(bulk, clock, listing, kept),
      channels: createChannels(listing),
      sender,
      pieces,
      line: createLine({ machine, sender, log, hold, ...ended }),
      ...ended,
    },
    messages: createMessages(interactive),
    files: createFiles(interactive, { token: botToken, apiUrl: slack.slackApiUrl, fetch: fetchFile }, log),
    pictures: createPictures(interactive, uploads, log),
    uploads,
    homes: createHomeWatch(clock),
    outsiders: createOutsiderWatch(clock),
  };
};
