import { z } from 'zod';
import type { FileEntry } from '../workspace/file-store.ts';
import {
  type ElementShape,
  type JsonObject,
  type OptionShape,
  optionsOf,
  type PlacedElement,
} from '../workspace/shapes.ts';

/** What a field shows: text, a date, an option's words, ids, names of files; null or an empty list when it is empty. */
export type Shown = string | number | null | readonly string[];
/** What a person enters in a field: what it then shows, or files for a file field; null empties it. */
export type Entry = Shown | FileEntry | readonly FileEntry[];
/** One field in Slack's view.state.values, e.g. `{ type: 'datepicker', selected_date: '2023-08-10' }`. */
export type FieldValue = JsonObject & { readonly type: string };
/** By block id, then action id. */
export type FormValues = Readonly<Record<string, Readonly<Record<string, FieldValue>>>>;

type Kind = {
  readonly key: string;
  readonly initial: string;
  readonly takes:
    | 'text'
    | 'number'
    | 'date'
    | 'time'
    | 'instant'
    | 'option'
    | 'options'
    | 'id'
    | 'ids'
    | 'files';
};

const text: Kind = { key: 'value', initial: 'initial_value', takes: 'text' };
const option: Kind = { key: 'selected_option', initial: 'initial_option', takes: 'option' };
const options: Kind = { key: 'selected_options', initial: 'initial_options', takes: 'options' };
const one = (noun: string): Kind => ({ key: `selected_${noun}`, initial: `initial_${noun}`, takes: 'id' });
const many = (noun: string): Kind => ({ key: `selected_${noun}`, initial: `initial_${noun}`, takes: 'ids' });

const kinds: ReadonlyMap<string, Kind> = new Map([
  ['plain_text_input', text],
  ['url_text_input', text],
  ['email_text_input', text],
  ['number_input', { ...text, takes: 'number' }],
  ['datepicker', { key: 'selected_date', initial: 'initial_date', takes: 'date' }],
  ['timepicker', { key: 'selected_time', initial: 'initial_time', takes: 'time' }],
  ['datetimepicker', { key: 'selected_date_time', initial: 'initial_date_time', takes: 'instant' }],
  ['static_select', option],
  ['external_select', option],
  ['radio_buttons', option],
  ['multi_static_select', options],
  ['multi_external_select', options],
  ['checkboxes', options],
  ['users_select', one('user')],
  ['channels_select', one('channel')],
  ['conversations_select', one('conversation')],
  ['multi_users_select', many('users')],
  ['multi_channels_select', many('channels')],
  ['multi_conversations_select', many('conversations')],
  ['file_input', { key: 'files', initial: 'initial_files', takes: 'files' }],
]);

/** Whether the element holds a value: buttons and overflow menus do not. */
export const isField = ({ type }: ElementShape): boolean => kinds.has(type);

const kindOf = ({ type }: ElementShape): Kind => {
  const kind = kinds.get(type);
  if (kind === undefined) throw new Error(`not a field: ${type}`);
  return kind;
};

const isList = ({ takes }: Kind): boolean => takes === 'options' || takes === 'ids' || takes === 'files';

/** The field before anybody has touched it. Nothing chosen is null, or an empty list where several may be. */
export const initialValue = (element: ElementShape): FieldValue => {
  const kind = kindOf(element);
  return { type: element.type, [kind.key]: element[kind.initial] ?? (isList(kind) ? [] : null) };
};

/** The field holding `raw` in the place where its kind keeps its value, whether a person could enter it or not. */
export const rawValue = (element: ElementShape, raw: unknown): FieldValue => ({
  type: element.type,
  [kindOf(element).key]: raw,
});

/** Whether nothing is entered. */
export const isEmpty = (element: ElementShape, value: FieldValue): boolean => {
  const held = value[kindOf(element).key];
  return held === null || held === undefined || held === '' || (Array.isArray(held) && held.length === 0);
};

const wordsOf = (choice: unknown): string => {
  if (typeof choice !== 'object' || choice === null) return String(choice);
  if ('name' in choice) return String(choice.name);
  const known = 'text' in choice ? choice.text : undefined;
  return typeof known === 'object' && known !== null && 'text' in known ? String(known.text) : String(choice);
};

/** The value as a person sees it: an option's words instead of its code, a file's name instead of its addresses. */
export const shownValue = (element: ElementShape, value: FieldValue): Shown => {
  const held = value[kindOf(element).key];
  if (Array.isArray(held)) return held.map(wordsOf);
  if (held === null || held === undefined) return null;
  return typeof held === 'number' ? held : wordsOf(held);
};

const choose = (offered: readonly OptionShape[], words: string): OptionShape => {
  const chosen = offered.find((each) => each.text.text === words);
  if (chosen !== undefined) return chosen;
  throw new Error(`no option 「${words}」; there are: ${offered.map((each) => each.text.text).join(' / ')}`);
};

const textProblem = (element: ElementShape, { takes }: Kind, entry: string): string | undefined => {
  if (element.max_length !== undefined && entry.length > element.max_length) {
    return `longer than ${element.max_length} characters`;
  }
  if (
    takes === 'number' &&
    !(element.is_decimal_allowed === true ? /^-?\d+(\.\d+)?$/ : /^-?\d+$/).test(entry)
  ) {
    return 'not a number that the field takes';
  }
  if (takes === 'date' && !z.iso.date().safeParse(entry).success) return 'not a real date';
  if (takes === 'time' && !/^([01]\d|2[0-3]):[0-5]\d$/.test(entry)) return 'not a time';
  if (takes === 'instant' && !/^\d{10}$/.test(entry)) return 'not a moment in seconds since 1970';
  return undefined;
};

const isWords = (entry: Entry): entry is string | number | readonly string[] =>
  typeof entry === 'string' ||
  typeof entry === 'number' ||
  (Array.isArray(entry) && entry.every((each) => typeof each === 'string'));

/**
 * The field after a person has entered `entry`. `offered` are the options of an external select. Files are not entered
 * here: Slack must have them first.
 * Throws, naming what is there, when Slack would not let a person enter it.
 */
export const enteredValue = (
  { element }: Pick<PlacedElement, 'element'>,
  entry: Entry,
  offered: readonly OptionShape[] = optionsOf(element),
): FieldValue => {
  const kind = kindOf(element);
  const holding = (held: unknown): FieldValue => rawValue(element, held);
  if (entry === null || entry === '') return holding(isList(kind) ? [] : null);
  if (!isWords(entry)) throw new Error(`a ${element.type} takes no file`);
  const entries = typeof entry === 'object' ? entry : [String(entry)];
  if (kind.takes === 'options') return holding(entries.map((words) => choose(offered, words)));
  if (kind.takes === 'ids') return holding(entries);
  if (typeof entry === 'object') throw new Error(`a ${element.type} takes one value, not a list`);
  if (kind.takes === 'option') return holding(choose(offered, String(entry)));
  const problem = textProblem(element, kind, String(entry));
  if (problem !== undefined) throw new Error(`「${entry}」 is ${problem}; use force to send it all the same`);
  return holding(kind.takes === 'instant' ? Number(entry) : String(entry));
};
