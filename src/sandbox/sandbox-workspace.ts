import { senderPart } from './acts/line.ts';
import { tellEvent, tellPersonChange } from './acts/telling.ts';
import { createFormStore } from './driver/form-store.ts';
import {
  type Conversation,
  createConversation,
  type Message,
  readThread,
  untilAnywhere,
} from './driver/messages-read.ts';
import { createPerson, type Person } from './driver/person.ts';
import type { Faults } from './faults.ts';
import type { HostedWorkspace } from './hosted-workspace.ts';
import type { Refusal } from './refusals.ts';
import type { ApiCall } from './server/api-calls.ts';
import type { PageMenu } from './server/page-api.ts';
import type { FileEntry } from './workspace/file-store.ts';
import type { BotIdentity, Channel, ChannelSeed, PersonSeed, Team } from './workspace/seed.ts';
import type { JsonObject } from './workspace/shapes.ts';

/** One practice workspace: what belongs to it alone, and the people in it. */
export type SandboxWorkspace = {
  readonly team: Team;
  readonly bot: BotIdentity;
  /** The bot's token as it was last given out, here or for the organisation. Throws where the app is not installed. */
  readonly botToken: string;
  /** Payloads of the bot that Slack would not have taken: a test expects none. */
  readonly refusals: readonly Refusal[];
  readonly faults: Faults;
  /** The Web API calls so far, the latest thousand. */
  readonly calls: readonly ApiCall[];
  person(id: string): Person;
  dm(personId: string): Conversation;
  channel(channelId: string): Conversation;
  /** The messages of a channel with those in threads, or of a person's direct messages, as everyone in it sees them. */
  messages(channelOrPersonId: string): readonly Message[];
  /** The replies to a message. */
  thread(channel: string, ts: string): readonly Message[];
  /** The first message anywhere, of now or of later, that `fits`. */
  until(fits: (message: Message) => boolean): Promise<Message>;
  /** Changes a person, e.g. `{ deleted: true }`, and tells the bot as Slack does, unless its event is lost (`isTold` false). */
  changePerson(
    id: string,
    changes: Omit<PersonSeed, 'id'>,
    told?: { readonly isTold: boolean },
  ): Promise<void>;
  changeChannel(id: string, changes: Omit<Partial<ChannelSeed>, 'id'>): Channel;
  /** Sends any event, e.g. `{ type: 'app_uninstalled' }`, wherever the app is installed; gives the status of the bot's answer. */
  event(event: JsonObject): Promise<number>;
  /** Sends any interaction payload with its sender filled in, however wrong; gives the status. */
  interaction(personId: string, payload: JsonObject): Promise<number>;
  /** Slack's file object of a new file of this person's: for a form that is sent by force, e.g. with a wrong type. */
  upload(personId: string, file: FileEntry): JsonObject;
  /** A trigger id as a press of this person would bring it, for calls without a bot. */
  trigger(personId: string): string;
};

/** What a driver needs to know of the app and the test. */
export type DriverParts = {
  readonly menu: Pick<PageMenu, 'shortcuts' | 'messageShortcuts'>;
  /** Milliseconds that anything is waited for. */
  readonly patience: number;
};

/** The workspace but for its token, which comes and goes. */
type Driver = Omit<SandboxWorkspace, 'botToken'>;

/** The bot's token in a workspace. Throws where the app is not installed. */
export const botTokenIn = ({ installation, workspace }: HostedWorkspace): string => {
  const here = installation();
  if (here === undefined || here.ended !== undefined)
    throw new Error(`the app is not installed in ${workspace.team.id}`);
  return here.token;
};

/** The whole of a workspace from what drives it. */
export const withBotToken = (hosted: HostedWorkspace, driver: Driver): SandboxWorkspace => ({
  ...driver,
  get botToken() {
    return botTokenIn(hosted);
  },
});

/** Drives a workspace of the server. */
export const driveWorkspace = (
  { workspace, line, files, refusals, faults, calls }: HostedWorkspace,
  { menu, patience }: DriverParts,
): Driver => {
  const store = createFormStore(line, patience);
  const drivers = new Map<string, Person>();
  const readers = new Map<string, Conversation>();
  const reader = (place: string): Conversation => {
    const found = readers.get(place) ?? createConversation(workspace, place, patience);
    readers.set(place, found);
    return found;
  };
  const { dmOf } = workspace;
  return {
    team: workspace.team,
    bot: workspace.bot,
    refusals: refusals.list,
    faults,
    calls: calls.list,
    person: (id) => {
      const driver = drivers.get(id) ?? createPerson(line, store, id, menu);
      drivers.set(id, driver);
      return driver;
    },
    dm: (personId) => reader(dmOf(personId)),
    channel: reader,
    messages: (id) => reader(workspace.person(id) === undefined ? id : dmOf(id)).messages,
    thread: (channel, ts) => readThread(workspace, channel, ts),
    until: (fits) => untilAnywhere(workspace, patience, fits),
    changePerson: async (id, changes, { isTold } = { isTold: true }) => {
      workspace.changePerson(id, changes);
      if (isTold) await tellPersonChange(line, id);
    },
    changeChannel: workspace.changeChannel,
    event: (event) => tellEvent(line, event, { late: true }),
    interaction: async (personId, payload) => {
      const person = workspace.person(personId);
      const sender = person === undefined ? {} : senderPart(line, person, {});
      const body = { ...sender, ...payload };
      return (await line.send({ kind: 'interaction', body }, { late: true })).status;
    },
    upload: (personId, file) => files.output(files.add(personId, file)),
    trigger: workspace.triggers.issue,
  };
};
