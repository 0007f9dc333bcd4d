import type { Field, Option } from './block-kit.ts';
import type { FieldValue } from './field-values.ts';

/** Something that can be chosen in a field: an option, a person or a channel. */
export type Item = {
  readonly key: string;
  readonly label: string;
  readonly description?: string;
  readonly group?: string;
};

/** The people and channels there are to choose from. */
export type Offer = {
  readonly people: readonly { readonly id: string; readonly name: string; readonly title?: string }[];
  readonly channels: readonly { readonly id: string; readonly name: string }[];
};

/** A field in which one chooses instead of writing. */
export type ChoiceField = Exclude<
  Field,
  {
    readonly type:
      | 'plain_text_input'
      | 'number_input'
      | 'url_text_input'
      | 'email_text_input'
      | 'datepicker'
      | 'timepicker'
      | 'datetimepicker'
      | 'file_input'
      | 'external_select'
      | 'multi_external_select';
  }
>;

const optionsOf = (field: ChoiceField): readonly Option[] => {
  if (field.type === 'radio_buttons' || field.type === 'checkboxes') return field.options;
  if (field.type === 'static_select' || field.type === 'multi_static_select')
    return [...(field.options ?? []), ...(field.option_groups ?? []).flatMap((group) => group.options)];
  return [];
};

const optionItems = (options: readonly Option[], group?: string): readonly Item[] =>
  options.map((option) => ({
    key: option.value,
    label: option.text.text,
    ...(option.description ? { description: option.description.text } : {}),
    ...(group === undefined ? {} : { group }),
  }));

/** Everything `field` offers, in the order it is offered. */
export const itemsOf = (field: ChoiceField, offer: Offer): readonly Item[] => {
  switch (field.type) {
    case 'users_select':
    case 'multi_users_select':
      return offer.people.map(({ id, name, title }) => ({
        key: id,
        label: name,
        ...(title === undefined ? {} : { description: title }),
      }));
    case 'channels_select':
    case 'multi_channels_select':
      return offer.channels.map(({ id, name }) => ({ key: id, label: `#${name}` }));
    case 'radio_buttons':
    case 'checkboxes':
      return optionItems(field.options);
    case 'static_select':
    case 'multi_static_select':
      return [
        ...optionItems(field.options ?? []),
        ...(field.option_groups ?? []).flatMap(({ label, options }) => optionItems(options, label.text)),
      ];
  }
};

/** The keys of what is chosen now, in the order it was chosen. */
export const chosenKeys = (value: FieldValue): readonly string[] => {
  if ('selected_option' in value) return value.selected_option ? [value.selected_option.value] : [];
  if ('selected_options' in value) return value.selected_options.map((option) => option.value);
  if ('selected_user' in value) return value.selected_user ? [value.selected_user] : [];
  if ('selected_users' in value) return value.selected_users;
  if ('selected_channel' in value) return value.selected_channel ? [value.selected_channel] : [];
  if ('selected_channels' in value) return value.selected_channels;
  return [];
};

/** The value of `field` when exactly `keys` are chosen; a field for one takes the first. */
export const valueOfKeys = (field: ChoiceField, keys: readonly string[]): FieldValue => {
  const options = keys.flatMap((key) => optionsOf(field).find(({ value }) => value === key) ?? []);
  switch (field.type) {
    case 'static_select':
    case 'radio_buttons':
      return { type: field.type, selected_option: options[0] ?? null };
    case 'multi_static_select':
    case 'checkboxes':
      return { type: field.type, selected_options: options };
    case 'users_select':
      return { type: field.type, selected_user: keys[0] ?? null };
    case 'channels_select':
      return { type: field.type, selected_channel: keys[0] ?? null };
    case 'multi_users_select':
      return { type: field.type, selected_users: keys };
    case 'multi_channels_select':
      return { type: field.type, selected_channels: keys };
  }
};
