import { type JSX, useContext, useState } from 'react';
import type {
  Checkboxes,
  MultiChannelsSelect,
  MultiStaticSelect,
  MultiUsersSelect,
  RadioButtons,
} from './block-kit.ts';
import { chosenKeys, type Item, itemsOf, valueOfKeys } from './field-items.ts';
import type { FieldProps } from './field-props.ts';
import { FilterBox } from './filter-box.tsx';
import { LookupContext } from './lookup.ts';
import { isLong, narrowed } from './narrowing.ts';

type ListField = RadioButtons | Checkboxes | MultiStaticSelect | MultiUsersSelect | MultiChannelsSelect;

const Entry = ({
  item,
  id,
  name,
  kind,
  checked,
  disabled,
  onToggle,
}: {
  readonly item: Item;
  readonly id: string;
  readonly name: string;
  readonly kind: 'radio' | 'checkbox';
  readonly checked: boolean;
  readonly disabled: boolean;
  readonly onToggle: () => void;
}): JSX.Element => (
  <div className="choice">
    <input
      id={id}
      type={kind}
      name={name}
      checked={checked}
      disabled={disabled}
      aria-describedby={item.description === undefined ? undefined : `${id}-more`}
      onChange={onToggle}
    />
    <label htmlFor={id}>{item.label}</label>
    {item.description !== undefined && (
      <span className="more" id={`${id}-more`}>
        {item.description}
      </span>
    )}
  </div>
);

/**
 * Radio buttons, checkboxes, and the fields that choose several options, people or channels: one list to look at, with a
 * box that narrows it when it is long (a city has more promoters than a list can show at once).
 */
export const ChoiceList = ({ field, id, value, label, onChange }: FieldProps<ListField>): JSX.Element => {
  const lookup = useContext(LookupContext);
  const [filter, setFilter] = useState('');
  const single = field.type === 'radio_buttons';
  const chosen = chosenKeys(value);
  const offered = itemsOf(field, lookup);
  // People who have left the list but were chosen before stay visible, so that they can be taken out.
  const gone = chosen.filter((key) => !offered.some((item) => item.key === key));
  const items: readonly Item[] = [
    ...offered,
    ...gone.map((key) => ({ key, label: lookup.names[key] ?? key })),
  ];
  const long = isLong(items);
  const shown = narrowed(items, filter, chosen);
  const most = 'max_selected_items' in field ? field.max_selected_items : undefined;
  const full = most !== undefined && chosen.length >= most;
  const after = (key: string): readonly string[] => {
    if (single) return [key];
    return chosen.includes(key) ? chosen.filter((one) => one !== key) : [...chosen, key];
  };
  const chosenNames = chosen.map((key) => items.find((item) => item.key === key)?.label ?? key);
  return (
    <>
      {long && (
        <FilterBox
          label={`${label}を絞り込む`}
          filter={filter}
          shown={shown.length}
          all={items.length}
          onFilter={setFilter}
        />
      )}
      <div className={long ? 'choices long' : 'choices'}>
        {shown.map((item) => (
          <Entry
            key={item.key}
            item={item}
            id={`${id}-${item.key}`}
            name={id}
            kind={single ? 'radio' : 'checkbox'}
            checked={chosen.includes(item.key)}
            disabled={full && !single && !chosen.includes(item.key)}
            onToggle={() => onChange(valueOfKeys(field, after(item.key)))}
          />
        ))}
        {shown.length === 0 && <p className="more">当てはまるものはありません。</p>}
      </div>
      {long && (
        <p className="more" role="status">
          {chosen.length === 0 ? '選択なし' : `${chosen.length}件を選択中:${chosenNames.join('、')}`}
        </p>
      )}
      {full && <p className="more">選べるのは{most}件までです。</p>}
    </>
  );
};
