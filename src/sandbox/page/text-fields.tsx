import type { ChangeEvent, JSX, KeyboardEvent } from 'react';
import type { DatePicker, MomentPicker, TextInput, TimePicker } from './block-kit.ts';
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

const JAPAN_AHEAD_SECONDS = 9 * 60 * 60;

/** Seconds since 1970 as a day and time in Japan, wherever the browser stands, e.g. 2026-12-01T09:00. */
const toJapan = (seconds: number): string =>
  new Date((seconds + JAPAN_AHEAD_SECONDS) * 1000).toISOString().slice(0, '2026-12-01T09:00'.length);

/** The other way round; what is no moment is null. */
const fromJapan = (text: string): number | null => {
  const moment = Date.parse(`${text}:00+09:00`);
  return Number.isNaN(moment) ? null : moment / 1000;
};

/** A day and a time of it. */
export const MomentField = (props: FieldProps<MomentPicker>): JSX.Element => {
  const { value, onChange } = props;
  const seconds = 'selected_date_time' in value ? value.selected_date_time : null;
  return (
    <input
      {...describedControl(props)}
      type="datetime-local"
      max="9999-12-31T23:59"
      value={seconds === null ? '' : toJapan(seconds)}
      onChange={({ target }) =>
        onChange({ type: 'datetimepicker', selected_date_time: fromJapan(target.value) })
      }
    />
  );
};
