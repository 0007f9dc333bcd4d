import type {
  ActionsBlock,
  Button,
  ContextBlock,
  DividerBlock,
  HeaderBlock,
  InputBlock,
  KnownBlock,
  ModalView,
  Overflow,
  PlainTextOption,
  SectionBlock,
} from '@slack/types';
import { plain } from './mrkdwn.ts';
import { withUniqueActions } from './unique-actions.ts';

/** One choice of a select or radio field. */
export type Choice = { readonly value: string; readonly text: string; readonly description?: string };

/** What every field has: the block id is the field's name, and so is the action id. */
export type Field = {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly optional?: boolean;
};

/** A choice as Slack takes it. */
export const option = ({ value, text, description }: Choice): PlainTextOption => ({
  value,
  text: plain(text, 75),
  ...(description === undefined ? {} : { description: plain(description, 75) }),
});

/** The choice made already, where it is among those there are. */
export const initialOption = (
  choices: readonly Choice[],
  initial: string | undefined,
): { readonly initial_option?: PlainTextOption } => {
  const found = choices.find(({ value }) => value === initial);
  return found === undefined ? {} : { initial_option: option(found) };
};

/** A field of a form around its element. */
export const input = (
  { name, label, hint, optional = false }: Field,
  element: InputBlock['element'],
): InputBlock => ({
  type: 'input',
  block_id: name,
  label: plain(label),
  element,
  optional,
  ...(hint === undefined ? {} : { hint: plain(hint) }),
});

/** `actionId` differs when an updated view must not keep what was in the field; `tells` sends what is typed to the bot on Enter. */
export const textField = (
  field: Field & {
    readonly initial?: string | undefined;
    readonly multiline?: boolean;
    readonly maxLength: number;
    readonly actionId?: string;
    readonly tells?: boolean;
  },
): InputBlock => ({
  ...input(field, {
    type: 'plain_text_input',
    action_id: field.actionId ?? field.name,
    multiline: field.multiline ?? false,
    max_length: field.maxLength,
    ...(field.initial === undefined || field.initial === '' ? {} : { initial_value: field.initial }),
  }),
  ...(field.tells === true ? { dispatch_action: true } : {}),
});

export const numberField = (
  field: Field & { readonly initial?: number | undefined; readonly min: number; readonly max: number },
): InputBlock =>
  input(field, {
    type: 'number_input',
    action_id: field.name,
    is_decimal_allowed: false,
    min_value: String(field.min),
    max_value: String(field.max),
    ...(field.initial === undefined ? {} : { initial_value: String(field.initial) }),
  });

/** `tells` sends each choice to the bot at once; `actionId` differs when an updated view must not keep the old choice. */
export const radioField = (
  field: Field & {
    readonly choices: readonly Choice[];
    readonly initial?: string | undefined;
    readonly tells?: boolean;
    readonly actionId?: string;
  },
): InputBlock => ({
  ...input(field, {
    type: 'radio_buttons',
    action_id: field.actionId ?? field.name,
    options: field.choices.map(option),
    ...initialOption(field.choices, field.initial),
  }),
  ...(field.tells === true ? { dispatch_action: true } : {}),
});

export const urlField = (field: Field & { readonly initial?: string | undefined }): InputBlock =>
  input(field, {
    type: 'url_text_input',
    action_id: field.name,
    ...(field.initial === undefined || field.initial === '' ? {} : { initial_value: field.initial }),
  });

export const dayField = (field: Field & { readonly initial?: string | undefined }): InputBlock =>
  input(field, {
    type: 'datepicker',
    action_id: field.name,
    ...(field.initial === undefined ? {} : { initial_date: field.initial }),
  });

/** A time of day, HH:MM as on a clock in Japan. */
export const timeField = (field: Field & { readonly initial?: string | undefined }): InputBlock =>
  input(field, {
    type: 'timepicker',
    action_id: field.name,
    ...(field.initial === undefined ? {} : { initial_time: field.initial }),
  });

/** One person of the workspace. */
export const userField = (field: Field & { readonly initial?: string | null | undefined }): InputBlock =>
  input(field, {
    type: 'users_select',
    action_id: field.name,
    ...(field.initial === undefined || field.initial === null ? {} : { initial_user: field.initial }),
  });

/** `actionId` differs when an updated view must not keep who was in the field. */
export const peopleField = (
  field: Field & { readonly initial?: readonly string[]; readonly most: number; readonly actionId?: string },
): InputBlock =>
  input(field, {
    type: 'multi_users_select',
    action_id: field.actionId ?? field.name,
    max_selected_items: field.most,
    ...(field.initial === undefined || field.initial.length === 0
      ? {}
      : { initial_users: [...field.initial] }),
  });

export const channelField = (field: Field & { readonly initial?: string | null }): InputBlock =>
  input(field, {
    type: 'channels_select',
    action_id: field.name,
    ...(field.initial === undefined || field.initial === null ? {} : { initial_channel: field.initial }),
  });

/** Several public channels. */
export const channelsField = (
  field: Field & { readonly initial?: readonly string[]; readonly most: number },
): InputBlock =>
  input(field, {
    type: 'multi_channels_select',
    action_id: field.name,
    max_selected_items: field.most,
    ...(field.initial === undefined || field.initial.length === 0
      ? {}
      : { initial_channels: [...field.initial] }),
  });

/** A day and a time of day, as the person's own clock shows it. */
export const momentField = (field: Field & { readonly initial?: Date | null }): InputBlock =>
  input(field, {
    type: 'datetimepicker',
    action_id: field.name,
    ...(field.initial == null ? {} : { initial_date_time: Math.floor(field.initial.getTime() / 1000) }),
  });

/** Files of these types, e.g. csv: one unless told. */
export const fileField = (
  field: Field & { readonly fileTypes: readonly string[]; readonly most?: number },
): InputBlock =>
  input(field, {
    type: 'file_input',
    action_id: field.name,
    filetypes: [...field.fileTypes],
    max_files: field.most ?? 1,
  });

export const header = (text: string): HeaderBlock => ({ type: 'header', text: plain(text, 150) });

export const divider = (): DividerBlock => ({ type: 'divider' });

export const paragraph = (text: string): SectionBlock => ({ type: 'section', text: plain(text) });

/** A paragraph's text is not longer than Slack takes. */
export const MOST_LETTERS = 2900;

/** Lines in as few paragraphs as hold them all. */
export const paragraphsOf = (lines: readonly string[]): readonly SectionBlock[] => {
  const parts: string[] = [];
  for (const line of lines) {
    const last = parts.at(-1);
    if (last === undefined || last.length + line.length >= MOST_LETTERS) parts.push(line);
    else parts[parts.length - 1] = `${last}\n${line}`;
  }
  return parts.map(paragraph);
};

/** Small print, in our own words only. */
export const note = (text: string): ContextBlock => ({ type: 'context', elements: [plain(text, 2000)] });

export const button = (
  actionId: string,
  text: string,
  value: string,
  style?: 'primary' | 'danger',
): Button => ({
  type: 'button',
  action_id: actionId,
  text: plain(text, 75),
  value,
  ...(style === undefined ? {} : { style }),
});

export const buttons = (
  blockId: string,
  elements: readonly (Button | Overflow)[],
): readonly ActionsBlock[] =>
  elements.length === 0 ? [] : [{ type: 'actions', block_id: blockId, elements: [...elements] }];

/** A view on top of another: closing it leads back there. */
export const onTop = (view: ModalView): ModalView => ({ ...view, close: plain('戻る', 24) });

/** A form in a modal. `metadata` is what its submission needs to know; it proves nothing and is parsed again. */
export const form = (
  title: string,
  callbackId: string,
  submit: string | null,
  blocks: readonly KnownBlock[],
  metadata: unknown = {},
): ModalView => ({
  type: 'modal',
  callback_id: callbackId,
  title: plain(title, 24),
  ...(submit === null ? {} : { submit: plain(submit, 24) }),
  close: plain('閉じる', 24),
  blocks: withUniqueActions(blocks),
  private_metadata: JSON.stringify(metadata),
});
