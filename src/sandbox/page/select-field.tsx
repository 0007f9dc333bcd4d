import { type JSX, useContext } from 'react';
import type { ChannelsSelect, StaticSelect, UsersSelect } from './block-kit.ts';
import { chosenKeys, type Item, itemsOf, valueOfKeys } from './field-items.ts';
import { describedControl, type FieldProps } from './field-props.ts';
import { LookupContext } from './lookup.ts';

const optionOf = ({ key, label }: Item): JSX.Element => (
  <option key={key} value={key}>
    {label}
  </option>
);

/** One of a list: the browser's own list, which finds entries by their first letters. */
export const SelectField = (props: FieldProps<StaticSelect | UsersSelect | ChannelsSelect>): JSX.Element => {
  const { field, value, onChange } = props;
  const items = itemsOf(field, useContext(LookupContext));
  const groups = [...new Set(items.flatMap(({ group }) => group ?? []))];
  return (
    <select
      {...describedControl(props)}
      value={chosenKeys(value)[0] ?? ''}
      onChange={({ target }) => onChange(valueOfKeys(field, target.value === '' ? [] : [target.value]))}
    >
      <option value="">{field.placeholder?.text ?? '選択してください'}</option>
      {items.filter(({ group }) => group === undefined).map(optionOf)}
      {groups.map((name) => (
        <optgroup key={name} label={name}>
          {items.filter(({ group }) => group === name).map(optionOf)}
        </optgroup>
      ))}
    </select>
  );
};
