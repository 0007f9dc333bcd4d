import type { ModalView } from '@slack/types';
import type { Database } from '../db/database.ts';
import type { Actor } from '../domain/actor.ts';
import type { Clock } from '../domain/clock.ts';
import type { Log } from '../domain/log.ts';
import type { Household } from '../services/identify.ts';
import type { Channels } from '../slack/channels.ts';
import type { SlackMessage } from '../slack/message.ts';
import type { People } from '../slack/people.ts';
import type { ErrorBoundary } from './error-boundary.ts';
import type { FormValues } from './modal-input.ts';

/** What handlers are made of. */
export type HandlerDeps = {
  readonly clock: Clock;
  readonly db: Database;
  readonly people: People;
  readonly channels: Channels;
  readonly household: Household;
  readonly log: Log;
  readonly boundary: ErrorBoundary;
};

/** How the bot answers the one who asked; only they see it. */
type Answering = {
  readonly actor: Actor;
  readonly answer: (message: SlackMessage) => Promise<void>;
  readonly openForm: (view: ModalView) => Promise<void>;
};

/** A slash command, acknowledged already. `words` are NFKC-normalised and split at spaces. */
export type CommandRequest = Answering & { readonly words: readonly string[] };

/** A pressed button of a message, acknowledged already. `value` proves nothing. */
export type ButtonRequest = Answering & {
  readonly value: string;
  /** Puts `message` in place of the one whose button was pressed. */
  readonly replace: (message: SlackMessage) => Promise<void>;
};

/** A global shortcut, acknowledged already. */
export type ShortcutRequest = Pick<Answering, 'actor' | 'openForm'> & {
  /** Says one thing in a form of its own: a shortcut has no channel to answer in. */
  readonly tell: (message: SlackMessage) => Promise<void>;
};

/** A choice in an open form that the bot is told of at once, acknowledged already. */
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

/** A submitted form, not acknowledged yet: exactly one of `accept`, `reject` and `show` answers it. */
export type FormSubmission = {
  readonly actor: Actor;
  /** The same when the same form arrives again. */
  readonly key: string;
  readonly values: FormValues;
  /** private_metadata: proves nothing. */
  readonly metadata: string;
  /** Closes the form. */
  readonly accept: () => Promise<void>;
  /** Keeps the form open with what was typed, and a sentence at each named field. */
  readonly reject: (errors: Readonly<Record<string, string>>) => Promise<void>;
  /** Shows `view` in place of the form. */
  readonly show: (view: ModalView) => Promise<void>;
};
