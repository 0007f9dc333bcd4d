import type { AllMiddlewareArgs } from '@slack/bolt';
import type { KnownBlock, ModalView } from '@slack/types';
import type { Database } from '../db/database.ts';
import type { RequestDatabase } from '../db/request-database.ts';
import type { Actor } from '../domain/actor.ts';
import type { Clock } from '../domain/clock.ts';
import type { Log } from '../domain/log.ts';
import type { Workspace } from '../services/identify.ts';
import type { Channels } from '../slack/channels.ts';
import type { Files } from '../slack/files.ts';
import type { SlackMessage } from '../slack/message.ts';
import type { Messages } from '../slack/messages.ts';
import type { People } from '../slack/people.ts';
import type { Pictures } from '../slack/pictures.ts';
import type { Uploads } from '../slack/uploads.ts';
import type { Noun } from '../texts/home.ts';
import type { Choice } from '../views/blocks.ts';
import type { ChoiceFields } from '../views/failure.ts';
import type { HomePlace } from '../views/home.ts';
import type { Problem } from '../views/problem.ts';
import type { ErrorBoundary } from './error-boundary.ts';
import type { HomeWatch } from './home-watch.ts';
import type { FormValues } from './modal-input.ts';
import type { OutsiderWatch } from './outsider-watch.ts';

/** Slack, for what somebody waits for. */
export type Client = AllMiddlewareArgs['client'];

/** What handlers are made of: all that the workspace of a request is served with. */
export type HandlerDeps = {
  readonly clock: Clock;
  readonly db: Database;
  /** The record for one request, which is asked once for what several parts of the answer need. */
  readonly openRecord: () => RequestDatabase;
  /** The same for what is drawn behind an answer. */
  readonly openRecordBehind: () => RequestDatabase;
  readonly client: Client;
  readonly people: People;
  readonly channels: Channels;
  readonly messages: Messages;
  readonly files: Files;
  readonly pictures: Pictures;
  readonly uploads: Uploads;
  readonly workspace: Workspace;
  readonly log: Log;
  readonly boundary: ErrorBoundary;
  readonly homes: HomeWatch;
  readonly outsiders: OutsiderWatch;
};

/** The workspace that a request comes from, and its organisation where the app is installed for all of that. */
export type From = { readonly teamId: string; readonly enterpriseId?: string | undefined };

/** Where requests come in, before it is known what they are handled with. */
export type Reception = {
  /** What a workspace is served with; undefined where the bot is not installed. */
  readonly of: (from: From) => Promise<HandlerDeps | undefined>;
  /** Slack has told, by an event of this name, that the app's token may serve no more. */
  readonly ended: (from: From, because: 'app_uninstalled' | 'tokens_revoked') => Promise<void>;
  /** For what fails before that is known. */
  readonly boundary: ErrorBoundary;
  readonly log: Log;
};

/** Who asked, by whatever way, and how the bot answers them; only they see it. */
export type Asked = {
  readonly actor: Actor;
  readonly answer: (message: SlackMessage) => Promise<void>;
  /** Answers with the sentence of a problem. */
  readonly refuse: (problem: Problem) => Promise<void>;
  readonly openForm: (view: ModalView) => Promise<void>;
};

/** A slash command, acknowledged already. `words` are NFKC-normalised and split at spaces, without the subcommand's own. */
export type CommandRequest = Asked & { readonly words: readonly string[] };

/** A pressed button of a message, a form or the Home tab, acknowledged already. `value` proves nothing. */
export type ButtonRequest = Asked & {
  readonly value: string;
  /** Puts `message` in place of the one whose button was pressed; on the Home tab, which shows itself anew, nothing. */
  readonly replace: (message: SlackMessage) => Promise<void>;
  /** Shows `view` in place of the dialog whose button was pressed, as a form of its own; elsewhere opens it. */
  readonly replaceForm: (view: ModalView) => Promise<void>;
};

/** A global shortcut, acknowledged already. It has no channel to answer in: an answer comes in a form of its own. */
export type ShortcutRequest = Asked;

/** A shortcut on a message of a channel, acknowledged already. `text` is as Slack keeps it. */
export type MessageShortcutRequest = ShortcutRequest & {
  readonly channel: string;
  readonly ts: string;
  readonly text: string;
};

/** A choice in an open form that the bot is told of at once, or a button by which the form changes; acknowledged already. */
export type ChoiceRequest = {
  readonly actor: Actor;
  readonly chosen: string;
  /** What the form holds, the choice included. */
  readonly values: FormValues;
  readonly metadata: string;
  readonly callbackId: string;
  /** Puts `view` in place of the open one; of two choices in a row the later one's view stays. */
  readonly updateForm: (view: ModalView) => Promise<void>;
};

/** What somebody has typed in a field of an open form whose choices the bot knows; the answer is what they are offered, the likeliest first. */
export type OptionsRequest = {
  readonly actor: Actor;
  /** As typed; empty when the field was only opened. */
  readonly typed: string;
  readonly values: FormValues;
  /** private_metadata: proves nothing. */
  readonly metadata: string;
};

/** A submitted form, not acknowledged yet: exactly one of the functions answers it. */
export type FormSubmission = {
  readonly actor: Actor;
  /** The same when the same form arrives again. */
  readonly key: string;
  readonly values: FormValues;
  /** Which of its fields are chosen from, as its blocks say. */
  readonly choices: ChoiceFields;
  /** private_metadata: proves nothing. */
  readonly metadata: string;
  /** Closes the form. */
  readonly accept: () => Promise<void>;
  /** Closes the form and those under it. */
  readonly acceptAll: () => Promise<void>;
  /** Keeps the form open with what was typed, and a sentence at each named field. */
  readonly reject: (errors: Readonly<Record<string, string>>) => Promise<void>;
  /** The same with the sentence of a problem, at its field; `at` where the form has that under another name ('' for the whole). */
  readonly refuse: (problem: Problem, at?: string) => Promise<void>;
  /** Shows `view` in place of the form. */
  readonly show: (view: ModalView) => Promise<void>;
  /** Shows `shown` in place of the form at once, and what `work` gives in place of it when that is done. */
  readonly showThen: (shown: ModalView, work: () => Promise<ModalView>) => Promise<void>;
  /** Shows `view` on top of the form, which keeps what was typed. */
  readonly push: (view: ModalView) => Promise<void>;
  /** Shows `waiting` on top of the form at once and what `work` gives when that is done: for what takes seconds. */
  readonly pushThen: (waiting: ModalView, work: () => Promise<ModalView>) => Promise<void>;
};

/** What handles a kind of request, given what it is made of. */
export type Handler<Request, Done = void> = (deps: HandlerDeps) => (request: Request) => Promise<Done>;

/** A word typed after a command that means nothing there, and the name that was probably meant. */
export type UnknownWord = { readonly word: string; readonly nameMeant: string | undefined };

/** What came of looking for what was typed: the answer, whether there is such a thing, and else what was probably meant. */
export type Looked = {
  readonly message: SlackMessage;
  readonly isFound: boolean;
  readonly meant: string | undefined;
};

/** For whom a line of help or a button is. */
export type Audience = 'all' | 'promoters' | 'chiefs' | 'secretariat';

/** One way to type a command. */
export type Subcommand = {
  /** In Japanese first, then in ASCII; none for the command alone. */
  readonly words: readonly string[];
  /** What may follow, as the hint beside the command shows it, e.g. 年度. */
  readonly argument?: string;
  readonly audience: Audience;
  /** Any words that are none of another subcommand belong to it: of the command alone. */
  readonly takesWords?: true;
  /** What it does, as the help says it. */
  readonly does: string;
  /** What it needs of the record whoever calls it: asked for while it is found out who does. */
  readonly reads?: (deps: HandlerDeps) => Promise<unknown>;
  readonly handle: Handler<CommandRequest>;
  /** A list in which a name may be looked for, also where its own word is left out. */
  readonly look?: Handler<CommandRequest, Looked>;
};

/** A message that the bot sends, as the help says it, to whom it does. */
type Sent = { readonly what: string; readonly audience: Audience };

/** A button that opens a form or list, offered by `/kyodo`, the help and the Home tab to those who may. */
export type Opener = {
  readonly actionId: string;
  readonly words: string;
  readonly may: (actor: Actor) => boolean;
};

/** A part of the Home tab, beside what is owed; `coming` is in the answer to `/kyodo` too. Nothing to show is no block. */
export type HomePart = {
  readonly place: Exclude<HomePlace, 'owed'>;
  readonly read: (deps: HandlerDeps, actor: Actor) => Promise<readonly KnownBlock[]>;
};

/** All that one feature of the bot brings along: its ways in, its help and its parts of the Home tab. */
export type Feature = {
  /** What it is about: its buttons and its help stand there. */
  readonly noun: Noun;
  readonly commands?: Readonly<Record<string, readonly Subcommand[]>>;
  readonly shortcuts?: Readonly<Record<string, Handler<ShortcutRequest>>>;
  readonly messageShortcuts?: Readonly<Record<string, Handler<MessageShortcutRequest>>>;
  readonly buttons?: Readonly<Record<string, Handler<ButtonRequest>>>;
  readonly forms?: Readonly<Record<string, Handler<FormSubmission>>>;
  readonly choices?: Readonly<Record<string, Handler<ChoiceRequest>>>;
  /** By action id of a field whose choices are found by typing: what is offered, to those to whom its form opens. */
  readonly options?: Readonly<Record<string, Handler<OptionsRequest, readonly Choice[]>>>;
  /**
   * By callback id of a list, or another view to read, over which dialogs open: what shows it as it is now. Its value is what of it is
   * shown, as the view says.
   */
  readonly redraws?: Readonly<Record<string, Handler<ButtonRequest>>>;
  /** The most used first. */
  readonly openers?: readonly Opener[];
  readonly home?: readonly HomePart[];
  readonly sends?: readonly Sent[];
};
