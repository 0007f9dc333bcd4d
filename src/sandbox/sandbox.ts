import { randomBytes } from 'node:crypto';
import { type Line, senderPart } from './acts/line.ts';
import { tellEvent, tellPersonChange } from './acts/telling.ts';
import { machineTime } from './clock.ts';
import { createFormStore } from './driver/form-store.ts';
import {
  type Conversation,
  createConversation,
  type Message,
  readThread,
  untilAnywhere,
} from './driver/messages-read.ts';
import { createPerson, type Person } from './driver/person.ts';
import { createFaults, type Faults } from './faults.ts';
import { createForward } from './forward.ts';
import { unlimited } from './rates.ts';
import { createRefusals, type Refusal } from './refusals.ts';
import { grantedScopes, type SandboxOptions } from './sandbox-options.ts';
import { type ApiCall, createApiCalls } from './server/api-server.ts';
import { close, createSandboxServer, listen } from './server/server.ts';
import type { Sockets } from './sockets.ts';
import { createHttpCarrier, type HttpTarget } from './transport/http.ts';
import { createSocketSide } from './transport/socket.ts';
import { type Carrier, deliver, slackAckPatience } from './transport/transport.ts';
import { createWire, nameOfDelivery } from './wire.ts';
import { createFileStore, type FileEntry } from './workspace/file-store.ts';
import type { BotIdentity, Channel, ChannelSeed, PersonSeed, Team } from './workspace/seed.ts';
import type { JsonObject } from './workspace/shapes.ts';
import { createUploads } from './workspace/uploads.ts';
import { createWorkspace, dmOf } from './workspace/workspace.ts';

/** A running practice workspace: Slack's side, and the people in it. */
export type Sandbox = {
  /** E.g. http://127.0.0.1:3000. */
  readonly url: string;
  /** What SLACK_API_URL is to be. */
  readonly apiUrl: string;
  readonly botToken: string;
  readonly appToken: string;
  readonly signingSecret: string;
  readonly team: Team;
  readonly bot: BotIdentity;
  /** Payloads of the bot that Slack would not have taken: a test expects none. */
  readonly refusals: readonly Refusal[];
  readonly faults: Faults;
  /** The Web API calls so far, the latest thousand. */
  readonly calls: readonly ApiCall[];
  /** Sends the bot its requests over HTTP from now on. A url without a path means /slack/events. */
  connectHttp(target: { readonly url: string; readonly signingSecret?: string }): void;
  readonly socket: Sockets;
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
  /** Sends any event, e.g. `{ type: 'app_uninstalled' }`; gives the status of the bot's answer. */
  event(event: JsonObject): Promise<number>;
  /** Sends any interaction payload with its sender filled in, however wrong; gives the status. */
  interaction(personId: string, payload: JsonObject): Promise<number>;
  /** Slack's file object of a new file of this person's: for a form that is sent by force, e.g. with a wrong type. */
  upload(personId: string, file: FileEntry): JsonObject;
  /** A trigger id as a press of this person would bring it, for calls without a bot. */
  trigger(personId: string): string;
  /** Ends every connection and stops listening. */
  stop(): Promise<void>;
};

/** Where a refusal comes from that the bot is told nothing of. */
const FROM_ANSWERS = /^(?:ack|options) /u;

const secret = (): string => randomBytes(16).toString('hex');
const defaultPatience = 5_000;
const practiceTeam: Team = { id: 'T0PRACTICE', name: '練習用ワークスペース', domain: 'practice' };

/** Where requests go: `url` with /slack/events when it names no path of its own. */
const eventsUrl = (url: string): string => {
  const target = new URL(url);
  if (target.pathname === '/') target.pathname = '/slack/events';
  return target.href;
};

/** Starts a practice workspace on 127.0.0.1. Rejects when the port is taken; throws for ids Slack does not have. */
export const startSandbox = async (options: SandboxOptions = {}): Promise<Sandbox> => {
  const { port = 0, clock, people = [], channels = [], patience = defaultPatience } = options;
  const { now = clock?.now ?? machineTime, rates = unlimited } = options;
  const { scopes = grantedScopes, botToken = `xoxb-${secret()}`, appToken = `xapp-1-${secret()}` } = options;
  const { signingSecret = secret(), ackPatience = slackAckPatience } = options;
  const { shortcuts = [], messageShortcuts = [], commands = [] } = options;
  const workspace = createWorkspace({ team: { ...practiceTeam, ...options.team }, people, channels }, now);
  const wire = createWire(now);
  const refusals = createRefusals(({ where, messages }) => {
    // What came in an answer of the bot's is looked at after the exchange; all else is part of its own.
    if (FROM_ANSWERS.test(where))
      wire.note({
        to: 'slack',
        what: where,
        request: null,
        status: 0,
        answer: null,
        took: 0,
        rules: messages,
      });
  });
  const faults = createFaults();
  const calls = createApiCalls();
  let url = '';
  let http: { readonly target: HttpTarget; readonly carry: Carrier } | undefined;

  const { token, team } = workspace;
  const files = createFileStore({ teamId: team.id, base: () => url, now, token });
  const line: Line = {
    workspace,
    refusals,
    files,
    send: async (delivery, how) => {
      const begun = performance.now();
      const answer = await deliver(http?.carry ?? socket.carry, delivery, how, workspace.triggers);
      const took = performance.now() - begun;
      const request = delivery.body;
      const { status, body } = answer;
      wire.note({
        to: 'bot',
        what: nameOfDelivery(delivery),
        request,
        status,
        answer: body,
        took,
        rules: [],
      });
      return answer;
    },
    answerUrl: (id) => `${url}/response/${id}`,
  };
  const uploads = createUploads({ files, token, user: workspace.bot.userId });
  const context = {
    workspace,
    refusals,
    files,
    uploads,
    uploadUrl: (ticket: string) => `${url}/upload/${ticket}`,
    scopes,
    socketUrl: () => socket.issueUrl(),
  };
  const server = createSandboxServer({
    api: { line, context, tokens: { bot: botToken, app: appToken }, faults, rates, calls, wire },
    menu: { shortcuts, messageShortcuts, commands },
    tools: {
      faults,
      wire,
      socket: () => socket,
      ...(clock === undefined
        ? {}
        : {
            time: { clock, forward: createForward(clock, calls, workspace.changes, options.opensOn) },
          }),
    },
    ...(options.pageDirectory === undefined ? {} : { pageDirectory: options.pageDirectory }),
    botUrl: () => http?.target.url,
  });
  const socket = createSocketSide(server, {
    base: () => url.replace('http:', 'ws:'),
    appId: workspace.bot.appId,
    token,
    refusals,
    ackPatience,
    times: options.socketTimes,
  });
  const store = createFormStore(line, patience);
  const drivers = new Map<string, Person>();
  const readers = new Map<string, Conversation>();
  const reader = (place: string): Conversation => {
    const found = readers.get(place) ?? createConversation(workspace, place, patience);
    readers.set(place, found);
    return found;
  };
  url = `http://127.0.0.1:${await listen(server, port)}`;

  return {
    url,
    apiUrl: `${url}/api/`,
    botToken,
    appToken,
    signingSecret,
    team,
    bot: workspace.bot,
    refusals: refusals.list,
    faults,
    calls: calls.list,
    connectHttp: (bot) => {
      const secretOfBot = bot.signingSecret ?? signingSecret;
      const target = { url: eventsUrl(bot.url), signingSecret: secretOfBot, ackPatience };
      http = { target, carry: createHttpCarrier(target, machineTime) };
    },
    socket,
    person: (id) => {
      const driver = drivers.get(id) ?? createPerson(line, store, id, { shortcuts, messageShortcuts });
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
      if (isTold) await tellPersonChange(line, id, scopes);
    },
    changeChannel: workspace.changeChannel,
    event: (event) => tellEvent(line, event),
    interaction: async (personId, payload) => {
      const person = workspace.person(personId);
      const sender = person === undefined ? {} : senderPart(line, person, {});
      return (await line.send({ kind: 'interaction', body: { ...sender, ...payload } })).status;
    },
    upload: (personId, file) => files.output(files.add(personId, file)),
    trigger: workspace.triggers.issue,
    stop: async () => {
      await socket.stop();
      await close(server);
    },
  };
};
