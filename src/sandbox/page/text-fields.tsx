import type { ChangeEvent, JSX, KeyboardEvent } from 'react';
import type { DatePicker, TextInput, TimePicker } from './block-kit.ts';
import { describedControl, type FieldProps } from './field-props.ts';

const keyboards = {
  plain_text_input: 'text',
  number_input: 'decimal',
  url_text_input: 'url',
  email_text_input: 'email',
} as const;

/**
 * A line or a box of text. Numbers and addresses are text controls too: what the browser cannot read it would throw away,
 * while here it stays and the error says what to mend.
 */
export const TextField = (props: FieldProps<TextInput>): JSX.Element => {
  const { field, value, onChange, onEnter } = props;
  const text = 'value' in value ? (value.value ?? '') : '';
  const shared = {
    ...describedControl(props),
    value: text,
    placeholder: field.placeholder?.text,
    autoComplete: 'off',
    onChange: ({ target }: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>): void =>
      onChange({ type: field.type, value: target.value === '' ? null : target.value }),
    onKeyDown: (event: KeyboardEvent): void => {
      // Enter that ends a conversion of the input method belongs to the input method.
      if (event.key !== 'Enter' || field.multiline) return;
      if (event.nativeEvent.isComposing || onEnter) event.preventDefault();
      if (!event.nativeEvent.isComposing) onEnter?.();
    },
  };
  if (field.multiline) return <textarea {...shared} rows={4} />;
  return <input {...shared} type="text" inputMode={keyboards[field.type]} />;
};

/** A day. The browser's own control: it takes typed digits and has a calendar. */
export const DateField = (props: FieldProps<DatePicker>): JSX.Element => {
  const { value, onChange } = props;
  return (
    <input
      {...describedControl(props)}
      type="date"
      max="9999-12-31"
      value={'selected_date' in value ? (value.selected_date ?? '') : ''}
      onChange={({ target }) => onChange({ type: 'datepicker', selected_date: target.value || null })}
    />
  );
};

/** A time of day. */
export const TimeField = (props: FieldProps<TimePicker>): JSX.Element => {
  const { value, onChange } = props;
  return (
    <input
      {...describedControl(props)}
      type="time"
      value={'selected_time' in value ? (value.selected_time ?? '') : ''}
      onChange={({ target }) => onChange({ type: 'timepicker', selected_time: target.value || null })}
    />
  );
};
