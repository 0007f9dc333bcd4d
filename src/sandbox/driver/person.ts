import { type ActionOutcome, pressElement, runCommand, runShortcut } from '../acts/acting.ts';
import { knownPerson, type Line, notices, type RequestOptions } from '../acts/line.ts';
import { openHome, say } from '../acts/telling.ts';
import type { PageMenu } from '../server/page-api.ts';
import { elementsOf, type JsonObject, type PlacedElement } from '../workspace/shapes.ts';
import type { StoredMessage } from '../workspace/stored.ts';
import { type ActionResult, actionOf, type Form, type FormStore } from './form.ts';
import { type Message, readMessage } from './messages-read.ts';
import { actionResult } from './results.ts';
import { waitFor } from './waiting.ts';

/** Which element is meant: in a certain message, block or action; the latest message that has it, unless told. */
type Where = RequestOptions & {
  readonly in?: Pick<Message, 'channel' | 'ts'>;
  readonly block?: string;
  readonly action?: string;
};

/** An action no honest client would send: any element, any value, in a message or a view. */
type RawAction = RequestOptions & {
  readonly in?: Pick<Message, 'channel' | 'ts'>;
  readonly form?: Form;
  /** The entry of `actions` as it is sent, e.g. `{ type: 'button', block_id: 'b', action_id: 'a', value: 'x' }`. */
  readonly action: JsonObject;
};

/** A person at a keyboard. Everything they do is sent as Slack would; nothing sleeps or asks again and again. */
export type Person = {
  readonly id: string;
  /** Types a slash command, in the direct messages with the bot unless `channel` says where. */
  command(
    command: string,
    text?: string,
    options?: RequestOptions & { readonly channel?: string },
  ): Promise<ActionResult>;
  /** Chooses a global shortcut by its name on the menu, or by its callback id. */
  shortcut(shortcut: string, options?: RequestOptions): Promise<ActionResult>;
  /** The same of a shortcut on a message. */
  messageShortcut(
    shortcut: string,
    message: Pick<Message, 'channel' | 'ts'>,
    options?: RequestOptions,
  ): Promise<ActionResult>;
  /** Adds a reaction, e.g. `thumbsup`. */
  react(message: Pick<Message, 'channel' | 'ts'>, name: string): void;
  /** Presses the button that says `words` in a message, or chooses that in an overflow menu; waits for it to be there. */
  press(words: string, where?: Where): Promise<ActionResult>;
  /** Chooses the option that says `words` in a select, a radio group or an overflow menu of a message. */
  select(words: string, where?: Where): Promise<ActionResult>;
  pressRaw(raw: RawAction): Promise<ActionResult>;
  /** Writes in the direct messages with the bot, or in `channel`. */
  message(text: string, options?: RequestOptions & { readonly channel?: string }): Promise<void>;
  openHome(options?: RequestOptions): Promise<void>;
  /** The Home view now; undefined before the first. */
  readonly home: Form | undefined;
  /** Waits until a Home view is there that `fits`. */
  homeUntil(fits: (home: Form) => boolean): Promise<Form>;
  /** The visible modal; undefined without one. */
  readonly form: Form | undefined;
  /** The next view on this person's screen that `nextForm` has not given yet and that `fits`. */
  nextForm(fits?: (form: Form) => boolean): Promise<Form>;
  /** The next message to this person alone, or by a response_url, that `nextAnswer` has not given yet. Acks do not count. */
  nextAnswer(fits?: (answer: Message) => boolean): Promise<Message>;
  /** All such messages still shown, with those in acks, oldest first. */
  readonly answers: readonly Message[];
  /** What Slack itself last told this person, e.g. that the app did not answer. */
  readonly notice: string | undefined;
};

type Menu = Pick<PageMenu, 'shortcuts' | 'messageShortcuts'>;

const callbackOf = (shortcuts: Menu['shortcuts'], chosen: string): string =>
  shortcuts.find(({ name }) => name === chosen)?.callbackId ?? chosen;

/** The driver of the person `id`. Throws when there is nobody of that id. */
export const createPerson = (line: Line, store: FormStore, id: string, menu: Menu): Person => {
  knownPerson(line, id);
  const { workspace } = line;
  const { changes, messages, views } = workspace;
  const { patience } = store;
  const dm = workspace.dmOf(id);
  const givenForms = new Set<string>();
  const givenAnswers = new Set<string>();
  const result = (outcome: ActionOutcome): ActionResult => actionResult(line, store, id, outcome);

  const visible = (message: StoredMessage): boolean => {
    if (message.ephemeralFor !== undefined) return message.ephemeralFor === id;
    return message.channel === dm || workspace.channel(message.channel)?.members.includes(id) === true;
  };
  const stored = ({ channel, ts }: Pick<Message, 'channel' | 'ts'>): StoredMessage => {
    const found = messages.find(channel, ts);
    if (found === undefined) throw new Error(`no message ${ts} in ${channel}`);
    return found;
  };
  const answers = (): readonly StoredMessage[] => messages.answersTo(id);
  const tell = (message: StoredMessage): string => {
    const { plain, buttons } = readMessage(workspace, message);
    return `「${plain}」${buttons.map((button) => `[${button}]`).join('')}`;
  };

  const act = async (
    words: string,
    fits: (placed: PlacedElement) => boolean,
    where: Where,
  ): Promise<ActionResult> => {
    const { in: message, block, action, ...options } = where;
    const candidates = (): readonly StoredMessage[] =>
      message === undefined ? messages.all().filter(visible).reverse() : [stored(message)];
    const look = (): { readonly message: StoredMessage; readonly action: JsonObject } | undefined => {
      for (const candidate of candidates()) {
        for (const placed of elementsOf(candidate.blocks ?? [])) {
          if (block !== undefined && placed.blockId !== block) continue;
          if (action !== undefined && placed.actionId !== action) continue;
          const pressed = fits(placed) ? actionOf(placed, words) : undefined;
          if (pressed !== undefined) return { message: candidate, action: pressed };
        }
      }
      return undefined;
    };
    const seen = (): string => candidates().map(tell).join(' ');
    const found = await waitFor(changes, look, { patience, what: `something that says 「${words}」`, seen });
    return result(await pressElement(line, id, { message: found.message }, found.action, options));
  };

  const person: Person = {
    id,
    command: async (command, text = '', { channel = dm, ...options } = {}) =>
      result(await runCommand(line, id, { command, text, channel }, options)),
    shortcut: async (chosen, options) =>
      result(await runShortcut(line, id, { callbackId: callbackOf(menu.shortcuts, chosen) }, options)),
    messageShortcut: async (chosen, message, options) => {
      const callbackId = callbackOf(menu.messageShortcuts, chosen);
      return result(await runShortcut(line, id, { callbackId, message: stored(message) }, options));
    },
    react: (message, name) => messages.react(stored(message), name, id),
    press: (words, where = {}) =>
      act(words, ({ element }) => ['button', 'overflow'].includes(element.type), where),
    select: (words, where = {}) => act(words, ({ element }) => element.type !== 'button', where),
    pressRaw: async ({ in: message, form, action, ...options }) => {
      if (form !== undefined) {
        const surface = { view: store.last(form.viewId), values: store.values(form.viewId) };
        return result(await pressElement(line, id, surface, action, options));
      }
      const target = message === undefined ? messages.all().findLast(visible) : stored(message);
      if (target === undefined) throw new Error('there is no message to press in');
      return result(await pressElement(line, id, { message: target }, action, options));
    },
    message: (text, { channel = dm, ...options } = {}) => say(line, id, { channel, text }, options),
    openHome: async (options) => {
      const status = await openHome(line, id, options);
      if (status !== 200) workspace.setNotice(id, notices.press);
    },
    get home() {
      const home = views.home(id);
      return home === undefined ? undefined : store.form(home.id);
    },
    homeUntil: (fits) => {
      const look = (): Form | undefined =>
        person.home !== undefined && fits(person.home) ? person.home : undefined;
      const seen = (): string => person.home?.text ?? '';
      return waitFor(changes, look, { patience, what: 'a certain Home view', seen });
    },
    get form() {
      return store.open(id).at(-1);
    },
    nextForm: async (fits = () => true) => {
      const look = (): Form | undefined =>
        store.open(id).find((each) => !givenForms.has(each.viewId) && fits(each));
      const seen = (): string =>
        [
          ...store.open(id).map((each) => `form 「${each.title}」`),
          ...answers().map(tell),
          person.notice ?? '',
        ].join(' ');
      const form = await waitFor(changes, look, { patience, what: `a form for ${id}`, seen });
      givenForms.add(form.viewId);
      return form;
    },
    nextAnswer: async (fits = () => true) => {
      const look = (): Message | undefined =>
        answers()
          .filter((each) => each.inAck !== true && !givenAnswers.has(each.ts))
          .map((each) => readMessage(workspace, each))
          .find(fits);
      const seen = (): string => [...answers().map(tell), person.notice ?? ''].join(' ');
      const answer = await waitFor(changes, look, { patience, what: `an answer to ${id}`, seen });
      givenAnswers.add(answer.ts);
      return answer;
    },
    get answers() {
      return answers().map((each) => readMessage(workspace, each));
    },
    get notice() {
      return workspace.notice(id);
    },
  };
  return person;
};
