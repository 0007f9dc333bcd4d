import type { Entry, FormValues, Shown } from '../acts/field-values.ts';
import type { RequestOptions } from '../acts/line.ts';
import { type BlockShape, type JsonObject, optionsOf, type PlacedElement } from '../workspace/shapes.ts';
import type { StoredView } from '../workspace/stored.ts';
import type { Message } from './messages-read.ts';

/** A view as the person before it has it: always its present state, through updates. */
export type Form = {
  readonly viewId: string;
  /** False once it is closed. */
  readonly isOpen: boolean;
  readonly hash: string;
  readonly callbackId: string;
  readonly privateMetadata: string;
  readonly title: string;
  /** What the submit button says; empty without one. */
  readonly submitText: string;
  /** Everything that can be read on it, title first, without buttons. */
  readonly text: string;
  readonly labels: readonly string[];
  /** What the fields hold by label; an option by its words, a file by its name, nothing as null or an empty list. */
  readonly values: Readonly<Record<string, Shown>>;
  /** What stands in red under the fields after a refused submission, by label. */
  readonly errors: Readonly<Record<string, string>>;
  readonly buttons: readonly string[];
  readonly blocks: readonly BlockShape[];
  /** The words of the options of the field `label`. */
  options(label: string): readonly string[];
  /** The words of what the bot offers while `typed` stands in the field `label`, an external select; nothing where it does not answer. */
  offered(label: string, typed: string): Promise<readonly string[]>;
  /**
   * Enters values by label, one after the other; waits for a label that an update is still to bring. Where the field
   * tells the bot at once, its ack is waited for. In an external select each is typed whole and chosen from what is offered. A file field takes `{ name, content }`, or a list of such. Throws for
   * what Slack would not let a person enter.
   */
  fill(entries: Readonly<Record<string, Entry>>): Promise<void>;
  /**
   * Puts values in by block id that no person could enter. An object is sent as it is, in the place of the field's
   * whole value; anything else as the value of a field of that kind. An unknown block id is sent too.
   */
  force(raw: Readonly<Record<string, unknown>>): void;
  /** Presses a button, or chooses in an overflow menu, by its words. */
  press(words: string, options?: RequestOptions & { readonly block?: string }): Promise<ActionResult>;
  submit(options?: SubmitOptions): Promise<SubmitResult>;
  /** Presses close, or with `all` the × that closes every view. */
  close(options?: { readonly all?: boolean }): Promise<void>;
  /** Waits until the form is as `fits` wants it. */
  until(fits: (form: Form) => boolean): Promise<Form>;
};

/** What people have entered in the views before them, and the driver's form for each. */
export type FormStore = {
  /** Milliseconds that anything is waited for. */
  readonly patience: number;
  /** The view as it was last shown, open or not. Throws for an id that never was. */
  last(viewId: string): StoredView;
  form(viewId: string): Form;
  /** The forms of a person's open modals, the visible one last. */
  open(person: string): readonly Form[];
  /** The person's form opened with `triggerId`. */
  openedWith(triggerId: string): Form | undefined;
  values(viewId: string): FormValues;
  setValues(viewId: string, values: FormValues): void;
  errors(viewId: string): Readonly<Record<string, string>>;
  setErrors(viewId: string, errors: Readonly<Record<string, string>>): void;
};

export type SubmitOptions = RequestOptions & {
  /** Sends the form even where Slack's client would point at a field first. */
  readonly force?: boolean;
};

export type SubmitResult = {
  /** Whether this view is gone. */
  readonly closed: boolean;
  /** What stands in red, by label. */
  readonly errors: Readonly<Record<string, string>>;
  /** The view after it: the same one updated, or one on top of it. */
  readonly form?: Form;
  /** The person was told that something went wrong, and the form stayed. */
  readonly failed?: 'trouble connecting';
};

/** What a command, a press or a shortcut has brought by the time the bot has acknowledged it. */
export type ActionResult = {
  /** The status of the ack; 0 when none came within 3 seconds. */
  readonly status: number;
  /** The message in the ack of a command. */
  readonly answer?: Message;
  /** The view opened with this action's trigger, when it was there before the ack. */
  readonly form?: Form;
  /** Waits for the view opened with this action's trigger: bots usually acknowledge first. */
  opened(): Promise<Form>;
};

const namedOption = (element: PlacedElement['element'], words: string): unknown =>
  optionsOf(element).find((option) => option.text.text === words);

/** The part of a block_actions payload for an element pressed by its words; undefined when it does not bear them. */
export const actionOf = (
  { element, blockId, actionId }: PlacedElement,
  words: string,
): JsonObject | undefined => {
  const base = { type: element.type, action_id: actionId, block_id: blockId };
  if (element.type === 'button' && element.text?.text === words) {
    return { ...base, text: element.text, ...(element.value === undefined ? {} : { value: element.value }) };
  }
  const option = element.type === 'button' ? undefined : namedOption(element, words);
  return option === undefined ? undefined : { ...base, selected_option: option };
};
