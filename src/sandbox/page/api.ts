import type { Block, Option, PlainText } from './block-kit.ts';
import type { FormValues, UploadedFile } from './field-values.ts';

export type Person = { readonly id: string; readonly name: string; readonly title?: string };
type Shortcut = { readonly callbackId: string; readonly name: string };
type Command = { readonly command: string; readonly hint: string; readonly description?: string };

export type Team = { readonly id: string; readonly name: string };

/** What of a workspace never changes while the page is open. */
export type Directory = {
  readonly people: readonly Person[];
  readonly team: Team;
  /** All on this server, that one among them. */
  readonly workspaces: readonly Team[];
  readonly shortcuts: readonly Shortcut[];
  /** Those on messages. */
  readonly messageShortcuts: readonly Shortcut[];
  readonly commands: readonly Command[];
};

export type Message = {
  readonly ts: string;
  readonly author: { readonly id: string; readonly name: string; readonly isBot: boolean };
  readonly text: string;
  readonly blocks?: readonly Block[];
  readonly files: readonly { readonly id: string; readonly name: string }[];
  /** Shown to this person only. */
  readonly ephemeral: boolean;
  readonly edited: boolean;
  /** Ready to be shown. */
  readonly time: string;
  /** Who reacted, by the name of the emoji. */
  readonly reactions: readonly { readonly name: string; readonly people: readonly string[] }[];
  /** What stands in its thread. */
  readonly replies: readonly Message[];
};

export type Channel = {
  readonly id: string;
  readonly name: string;
  readonly kind: 'channel' | 'dm';
  /** How many messages of others this person has not looked at. */
  readonly unread: number;
  readonly messages: readonly Message[];
};

/** The form on top of a person's stack. */
export type View = {
  readonly id: string;
  readonly hash: string;
  readonly callback_id: string;
  readonly title: PlainText;
  readonly blocks: readonly Block[];
  readonly submit?: PlainText;
  readonly close?: PlainText;
  readonly private_metadata?: string;
  /** Nothing is left once it is closed: no form lies under it, or it takes those with it. */
  readonly isLast: boolean;
};

/** What the bot shows in its Home tab. */
export type Home = { readonly id: string; readonly hash: string; readonly blocks: readonly Block[] };

/** All that one person sees now. */
export type WorkspaceState = {
  readonly version: number;
  /** Names of people, the bot and channels by their id, for mentions. */
  readonly names: Readonly<Record<string, string>>;
  readonly channels: readonly Channel[];
  /** Every channel this person may name in a field, joined or not. */
  readonly choosable: readonly { readonly id: string; readonly name: string }[];
  readonly view: View | null;
  /** Null until the bot has shown something. */
  readonly home: Home | null;
  readonly notice?: string;
  /** Absent where the clock can't be set forward. */
  readonly clock?: Clock;
  /** The bot's connections by Socket Mode; none over HTTP. */
  readonly sockets: number;
};

/** The practice clock when the state was read, and where it is on its way to, in milliseconds. */
export type Clock = { readonly now: number; readonly target: number | null };

/** What a pressed or changed element tells Slack besides its ids. */
export type Pressed = {
  readonly blockId: string;
  readonly actionId: string;
  readonly value?: string;
  readonly option?: Option;
};

/** Done, or one sentence for the person who asked. */
export type Answer = { readonly ok: true } | { readonly ok: false; readonly problem: string };
export type UploadAnswer =
  | { readonly ok: true; readonly file: UploadedFile }
  | { readonly ok: false; readonly problem: string };
export type SubmitAnswer =
  | Answer
  | { readonly ok: false; readonly errors: Readonly<Record<string, string>>; readonly problem?: undefined };

const unreachable = 'サーバーにつながりませんでした。起動しているか確かめて、もう一度お試しください。';
const unexpected = '処理できませんでした。もう一度お試しください。';

/** An address of the server for the workspace on screen: that is in the page's own address, and the first unless told. */
export const addressOf = (path: string, query: Readonly<Record<string, string>> = {}): string => {
  const team = new URLSearchParams(location.search).get('team');
  const whole = new URLSearchParams({ ...query, ...(team === null ? {} : { team }) });
  return whole.size === 0 ? path : `${path}?${whole}`;
};

const get = async <T>(path: string): Promise<T> => {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`${path} answered ${response.status}`);
  return response.json();
};

const send = async <T extends SubmitAnswer>(
  path: string,
  type: string,
  body: string | File,
): Promise<T | Answer> => {
  try {
    const response = await fetch(path, { method: 'POST', headers: { 'content-type': type }, body });
    const answer: T = await response.json();
    if (answer.ok || answer.problem || 'errors' in answer) return answer;
    return { ok: false, problem: unexpected };
  } catch (cause) {
    return { ok: false, problem: cause instanceof SyntaxError ? unexpected : unreachable };
  }
};

/** Asks the server for an act of a person. An answer without a sentence of its own gets one. */
export const post = <T extends SubmitAnswer>(path: string, body: object): Promise<T | Answer> =>
  send<T>(addressOf(path), 'application/json', JSON.stringify(body));

/** The people, commands and shortcuts of the workspace. Throws when the server does not answer. */
export const fetchDirectory = (): Promise<Directory> => get(addressOf('/sandbox/people'));

/** How many messages each person has not looked at, by id; whoever has none is left out. */
export const fetchUnread = (): Promise<Readonly<Record<string, number>>> => get(addressOf('/sandbox/unread'));

/** What `person` sees now. Throws when the server does not answer. */
export const fetchState = (person: string): Promise<WorkspaceState> =>
  get(addressOf('/sandbox/state', { person }));

export type Listener = {
  /** What the person sees has changed; also on every (re)connection, because changes may have been missed. */
  readonly changed: () => void;
  /** Something has changed that others see. */
  readonly elsewhere: () => void;
  /** The line went down or came back. */
  readonly connected: (up: boolean) => void;
};

/** Listens to the workspace as `person`. Gives the function that stops listening. */
export const listen = (person: string, { changed, elsewhere, connected }: Listener): (() => void) => {
  const events = new EventSource(addressOf('/sandbox/events', { person }));
  events.addEventListener('changed', changed);
  events.addEventListener('elsewhere', elsewhere);
  events.addEventListener('open', () => {
    connected(true);
    changed();
  });
  events.addEventListener('error', () => connected(false));
  return () => events.close();
};

/** A button or a dispatching field of a form; `values` are all the fields as they stand. */
export const pressInView = (
  person: string,
  viewId: string,
  pressed: Pressed,
  values: FormValues,
): Promise<Answer> => post('/sandbox/view-action', { person, viewId, ...pressed, values });

type OptionsAnswer = Answer | { readonly ok: true; readonly options: readonly Option[] };
export type Asked = { readonly blockId: string; readonly actionId: string; readonly typed: string };
type Where =
  | { readonly channel: string; readonly ts: string }
  | { readonly viewId: string; readonly values: FormValues };

/** What the bot offers in a field of a message or a view; nothing when it does not answer. */
export const askOptions = async (person: string, where: Where, asked: Asked): Promise<readonly Option[]> => {
  const answer = await post<OptionsAnswer>('/sandbox/options', { person, ...where, ...asked });
  return 'options' in answer ? answer.options : [];
};

/** Sends a form. The errors of an answer are keyed by block id. */
export const submitView = (person: string, viewId: string, values: FormValues): Promise<SubmitAnswer> =>
  post<SubmitAnswer>('/sandbox/submit', { person, viewId, values });

/** Closes the form on top; the one under it comes back. */
export const closeView = (person: string, viewId: string): Promise<Answer> =>
  post('/sandbox/close', { person, viewId });

/** Gives Slack a file for a form, as is done when it is chosen and not only when the form is sent. */
export const uploadFile = async (person: string, file: File): Promise<UploadAnswer> => {
  const address = addressOf('/sandbox/upload', { person, name: file.name });
  const answer = await send<UploadAnswer>(address, 'application/octet-stream', file);
  if (!answer.ok || 'file' in answer) return answer;
  return { ok: false, problem: unexpected };
};

/** Where a file of a message is had. */
export const fileAddress = (person: string, id: string): string => addressOf('/sandbox/file', { person, id });

/** Opens the Home tab of the bot, who may then show something new in it. */
export const openHome = (person: string): Promise<Answer> => post('/sandbox/home', { person });

/** A global shortcut, e.g. 会議を記録. */
export const runShortcut = (person: string, callbackId: string): Promise<Answer> =>
  post('/sandbox/shortcut', { person, callbackId });

/** Sets the practice clock forward: to the next morning, or to a moment in Japan such as 2026-12-01T09:00. */
export const advanceClock = (to: string): Promise<Answer> => post('/sandbox/clock', { to });
