import { type JSX, useContext, useState } from 'react';
import type { ChannelsSelect, StaticSelect, UsersSelect } from './block-kit.ts';
import { chosenKeys, type Item, itemsOf, valueOfKeys } from './field-items.ts';
import { describedControl, type FieldProps } from './field-props.ts';
import { FilterBox } from './filter-box.tsx';
import { LookupContext } from './lookup.ts';
import { isLong, narrowed } from './narrowing.ts';

const optionOf = ({ key, label }: Item): JSX.Element => (
  <option key={key} value={key}>
    {label}
  </option>
);

/** One of a list: the browser's own list, with a box that narrows it when it is long. */
export const SelectField = (props: FieldProps<StaticSelect | UsersSelect | ChannelsSelect>): JSX.Element => {
  const { field, value, label, onChange } = props;
  const [filter, setFilter] = useState('');
  const all = itemsOf(field, useContext(LookupContext));
  const chosen = chosenKeys(value);
  const items = isLong(all) ? narrowed(all, filter, chosen) : all;
  const groups = [...new Set(items.flatMap(({ group }) => group ?? []))];
  const list = (
    <select
      {...describedControl(props)}
      value={chosen[0] ?? ''}
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
  if (!isLong(all)) return list;
  return (
    <div className="narrowed">
      <FilterBox
        label="名前の一部で絞り込む"
        of={label}
        filter={filter}
        shown={items.length}
        all={all.length}
        onFilter={setFilter}
      />
      {list}
    </div>
  );
};
