import { type Field, flag, id, type Kind, list, plain, text } from './limit-fields.ts';

const confirm: Field = { kind: 'confirm' };
const style: Field = { among: ['primary', 'danger'] };
const option: Field = { kind: 'option' };
const user: Field = { matches: /^[UW][A-Z0-9]{2,}$/ };
const channel: Field = { matches: /^[CG][A-Z0-9]{2,}$/ };

const PICKED = { action_id: id, confirm, focus_on_load: flag };
const MENU = { ...PICKED, placeholder: plain(150) };
const TYPED = { action_id: id, focus_on_load: flag, placeholder: plain(150) };
const MOST_CHOSEN: Field = { whole: [1, 100] };
const STATIC = { options: list(1, 100, option), option_groups: list(1, 100, { kind: 'option_group' }) };
const EITHER = { exactlyOne: ['options', 'option_groups'], distinct: true } as const;

export const SELECTS = ['static_select', 'external_select', 'users_select', 'channels_select'].flatMap(
  (name) => [name, `multi_${name}`],
);
export const CHOICES = ['checkboxes', 'radio_buttons'];
export const PICKERS = ['datepicker', 'timepicker'];
export const PRESSABLE = ['button', 'overflow', ...CHOICES, ...PICKERS, ...SELECTS];

/** What is typed or handed in, in an input block only. */
export const INPUTS = [
  'plain_text_input',
  'number_input',
  'url_text_input',
  'email_text_input',
  'file_input',
];

/** What stands in blocks, and what they are made of. */
export const ELEMENTS: Readonly<Record<string, Kind>> = {
  button: {
    required: ['text'],
    fields: {
      action_id: id,
      confirm,
      style,
      text: plain(75),
      value: { string: 2000 },
      url: { address: true },
      accessibility_label: { string: 75 },
    },
  },
  overflow: {
    required: ['options'],
    fields: { action_id: id, confirm, options: list(1, 5, { kind: 'overflow_option' }) },
    distinct: true,
  },
  checkboxes: {
    required: ['options'],
    fields: { ...PICKED, options: list(1, 10, { kind: 'choice_option' }) },
    distinct: true,
  },
  radio_buttons: {
    required: ['options'],
    fields: { ...PICKED, options: list(1, 10, { kind: 'choice_option' }) },
    distinct: true,
  },
  datepicker: {
    required: [],
    fields: { ...MENU, initial_date: { matches: /^2026-(0[1-9]|1[0-2])-0[1-9]$/ } },
  },
  timepicker: { required: [], fields: { ...MENU, initial_time: { matches: /^([01]\d|2[0-3]):[0-5]\d$/ } } },
  datetimepicker: {
    required: [],
    fields: { ...PICKED, initial_date_time: { whole: [1_000_000_000, 9_999_999_999] } },
  },
  static_select: { required: [], fields: { ...MENU, ...STATIC }, ...EITHER },
  multi_static_select: {
    required: [],
    fields: { ...MENU, ...STATIC, max_selected_items: MOST_CHOSEN },
    ...EITHER,
  },
  external_select: {
    required: ['min_query_length'],
    fields: { ...MENU, min_query_length: { whole: [0, 1] } },
  },
  multi_external_select: {
    required: ['min_query_length'],
    fields: { ...MENU, min_query_length: { whole: [0, 1] }, max_selected_items: MOST_CHOSEN },
  },
  users_select: { required: [], fields: { ...MENU, initial_user: user } },
  multi_users_select: {
    required: [],
    fields: { ...MENU, initial_users: list(1, 100, user), max_selected_items: MOST_CHOSEN },
  },
  channels_select: { required: [], fields: { ...MENU, initial_channel: channel } },
  multi_channels_select: {
    required: [],
    fields: { ...MENU, initial_channels: list(1, 100, channel), max_selected_items: MOST_CHOSEN },
  },
  plain_text_input: {
    required: [],
    fields: { ...TYPED, multiline: flag, min_length: { whole: [0, 3000] }, max_length: { whole: [1, 3000] } },
  },
  number_input: {
    required: ['is_decimal_allowed'],
    fields: { ...TYPED, is_decimal_allowed: flag, initial_value: { matches: /^-?\d+(\.\d+)?$/ } },
  },
  url_text_input: { required: [], fields: { ...TYPED, initial_value: { address: true } } },
  email_text_input: { required: [], fields: { ...TYPED, initial_value: { matches: /^[^\s@]+@[^\s@]+$/ } } },
  file_input: { required: [], fields: { action_id: id, max_files: { whole: [1, 10] } }, on: ['modal'] },

  confirm: {
    required: ['title', 'text', 'confirm', 'deny'],
    fields: { title: plain(100), text: text(300), confirm: plain(30), deny: plain(30), style },
    on: ['message', 'home'],
  },
  option: {
    required: ['text', 'value'],
    fields: { text: plain(75), value: { string: 150 }, description: plain(75) },
  },
  choice_option: {
    required: ['text', 'value'],
    fields: { text: text(75), value: { string: 150 }, description: plain(75) },
  },
  overflow_option: {
    required: ['text', 'value'],
    fields: { text: plain(75), value: { string: 150 }, description: plain(75), url: { address: true } },
  },
  option_group: {
    required: ['label', 'options'],
    fields: { label: plain(75), options: list(1, 100, option) },
  },
  slack_file: {
    required: [],
    fields: { id, url: { address: true } },
    exactlyOne: ['id', 'url'],
  },
  leaf: {
    required: ['text'],
    fields: { type: { among: ['text'] }, text: { string: Number.POSITIVE_INFINITY } },
  },
  cell: {
    required: ['text'],
    fields: { type: { among: ['raw_text'] }, text: { string: Number.POSITIVE_INFINITY } },
  },
};
