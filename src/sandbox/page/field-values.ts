import type { Block, Element, Field, InputBlock, Option } from './block-kit.ts';

/** A file that Slack has; everything else that it says of it goes along unread. */
export type UploadedFile = { readonly id: string; readonly name: string };

/** The value of one field, as Slack writes it in the state of a form. Nothing filled in is null or an empty list. */
export type FieldValue =
  | {
      readonly type: 'plain_text_input' | 'number_input' | 'url_text_input' | 'email_text_input';
      readonly value: string | null;
    }
  | { readonly type: 'datepicker'; readonly selected_date: string | null }
  | { readonly type: 'timepicker'; readonly selected_time: string | null }
  | { readonly type: 'datetimepicker'; readonly selected_date_time: number | null }
  | { readonly type: 'file_input'; readonly files: readonly UploadedFile[] }
  | {
      readonly type: 'static_select' | 'radio_buttons' | 'external_select';
      readonly selected_option: Option | null;
    }
  | {
      readonly type: 'multi_static_select' | 'checkboxes' | 'multi_external_select';
      readonly selected_options: readonly Option[];
    }
  | { readonly type: 'users_select'; readonly selected_user: string | null }
  | { readonly type: 'channels_select'; readonly selected_channel: string | null }
  | { readonly type: 'multi_users_select'; readonly selected_users: readonly string[] }
  | { readonly type: 'multi_channels_select'; readonly selected_channels: readonly string[] };

/** By block id, then action id. */
export type FormValues = Readonly<Record<string, Readonly<Record<string, FieldValue>>>>;

/** The value of `field` before anybody touched it. */
export const initialValue = (field: Field): FieldValue => {
  switch (field.type) {
    case 'plain_text_input':
    case 'number_input':
    case 'url_text_input':
    case 'email_text_input':
      return { type: field.type, value: field.initial_value ?? null };
    case 'datepicker':
      return { type: field.type, selected_date: field.initial_date ?? null };
    case 'timepicker':
      return { type: field.type, selected_time: field.initial_time ?? null };
    case 'datetimepicker':
      return { type: field.type, selected_date_time: field.initial_date_time ?? null };
    case 'file_input':
      return { type: field.type, files: [] };
    case 'static_select':
    case 'external_select':
    case 'radio_buttons':
      return { type: field.type, selected_option: field.initial_option ?? null };
    case 'multi_static_select':
    case 'multi_external_select':
    case 'checkboxes':
      return { type: field.type, selected_options: field.initial_options ?? [] };
    case 'users_select':
      return { type: field.type, selected_user: field.initial_user ?? null };
    case 'channels_select':
      return { type: field.type, selected_channel: field.initial_channel ?? null };
    case 'multi_users_select':
      return { type: field.type, selected_users: field.initial_users ?? [] };
    case 'multi_channels_select':
      return { type: field.type, selected_channels: field.initial_channels ?? [] };
  }
};

const isField = (element: Element): element is Field =>
  element.type !== 'button' && element.type !== 'overflow' && element.type !== 'image';

const fieldsOf = (block: Block): readonly Field[] => {
  switch (block.type) {
    case 'input':
      return [block.element];
    case 'actions':
      return block.elements.filter(isField);
    case 'section':
      return block.accessory && isField(block.accessory) ? [block.accessory] : [];
    default:
      return [];
  }
};

/**
 * The state of a form whose blocks are `blocks`, after a state of `before`. As in Slack a value survives only where
 * block id, action id and kind of element stayed the same; every other field starts with its initial value.
 * E.g. `agenda/agenda` keeps the lines typed when 開催方法 changes, `agenda/agenda2` would start empty.
 */
export const carryValues = (blocks: readonly Block[], before: FormValues): FormValues => {
  const values: Record<string, Record<string, FieldValue>> = {};
  for (const block of blocks) {
    for (const field of fieldsOf(block)) {
      const blockId = block.block_id ?? '';
      const kept = before[blockId]?.[field.action_id];
      values[blockId] = {
        ...values[blockId],
        [field.action_id]: kept?.type === field.type ? kept : initialValue(field),
      };
    }
  }
  return values;
};

/** `values` with one field replaced. */
export const withValue = (
  values: FormValues,
  blockId: string,
  actionId: string,
  value: FieldValue,
): FormValues => ({
  ...values,
  [blockId]: { ...values[blockId], [actionId]: value },
});

/** What an element tells Slack when it changes: the chosen option, or the text, day, person or channel. */
export const changeOf = (value: FieldValue): { readonly value?: string; readonly option?: Option } => {
  if ('value' in value) return { value: value.value ?? '' };
  if ('selected_date' in value) return { value: value.selected_date ?? '' };
  if ('selected_time' in value) return { value: value.selected_time ?? '' };
  if ('selected_date_time' in value) return { value: String(value.selected_date_time ?? '') };
  if ('selected_user' in value) return { value: value.selected_user ?? '' };
  if ('selected_channel' in value) return { value: value.selected_channel ?? '' };
  if ('selected_option' in value && value.selected_option) return { option: value.selected_option };
  return {};
};

const isEmpty = (value: FieldValue): boolean =>
  Object.entries(value).every(
    ([key, held]) => key === 'type' || held === null || (typeof held !== 'number' && held.length === 0),
  );

const textError = (field: Field, text: string): string | undefined => {
  if (field.type === 'plain_text_input') {
    const length = text.length;
    if (field.max_length !== undefined && length > field.max_length)
      return `${field.max_length}文字以内で入力してください(現在${length}文字)。`;
    if (field.min_length !== undefined && length < field.min_length)
      return `${field.min_length}文字以上で入力してください。`;
  }
  if (field.type === 'number_input') {
    const form = field.is_decimal_allowed ? /^-?\d+(\.\d+)?$/ : /^-?\d+$/;
    if (!form.test(text)) return '半角の数字で入力してください。';
    if (field.min_value !== undefined && Number(text) < Number(field.min_value))
      return `${field.min_value}以上の数字を入力してください。`;
    if (field.max_value !== undefined && Number(text) > Number(field.max_value))
      return `${field.max_value}以下の数字を入力してください。`;
  }
  if (field.type === 'url_text_input' && !/^https?:\/\/\S+$/.test(text))
    return 'http:// または https:// で始まるURLを入力してください。';
  if (field.type === 'email_text_input' && !/^\S+@\S+\.\S+$/.test(text))
    return 'メールアドレスの形で入力してください。';
  return undefined;
};

const fieldError = (block: InputBlock, value: FieldValue): string | undefined => {
  if (isEmpty(value)) return block.optional ? undefined : 'この項目は必須です。';
  return 'value' in value ? textError(block.element, value.value ?? '') : undefined;
};

/**
 * What Slack itself finds wrong before the bot hears of a form: empty required fields, lengths, numbers, addresses.
 * Gives one sentence for each block id; nothing found is an empty record.
 */
export const findErrors = (
  blocks: readonly Block[],
  values: FormValues,
): Readonly<Record<string, string>> => {
  const errors: Record<string, string> = {};
  for (const block of blocks) {
    if (block.type !== 'input') continue;
    const value = values[block.block_id]?.[block.element.action_id] ?? initialValue(block.element);
    const error = fieldError(block, value);
    if (error !== undefined) errors[block.block_id] = error;
  }
  return errors;
};
