import { type JSX, useState } from 'react';
import type { Person } from './api.ts';
import { FilterBox } from './filter-box.tsx';
import { isLong, narrowed } from './narrowing.ts';
import type { Unread } from './use-workspace.ts';

/** Who one is on this page; the page of a whole city has a box that narrows the list. */
export const PersonSwitch = ({
  people,
  current,
  unread,
  onChoose,
}: {
  readonly people: readonly Person[];
  readonly current: Person;
  readonly unread: Unread;
  readonly onChoose: (person: string) => void;
}): JSX.Element => {
  const [filter, setFilter] = useState('');
  const newFor = (id: string): string => {
    const count = id === current.id ? 0 : (unread[id] ?? 0);
    return count === 0 ? '' : `(新着${count}件)`;
  };
  const all = people.map(({ id, name, title }) => ({
    key: id,
    label: `${title === undefined ? name : `${name}/${title}`}${newFor(id)}`,
  }));
  const shown = narrowed(all, filter, [current.id]);
  return (
    <div className="person-switch">
      {isLong(all) && (
        <FilterBox
          label="人を絞り込む"
          filter={filter}
          shown={shown.length}
          all={all.length}
          onFilter={setFilter}
        />
      )}
      <label htmlFor="person">操作する人</label>
      <select
        id="person"
        value={current.id}
        onChange={({ target }) => {
          setFilter('');
          onChoose(target.value);
        }}
      >
        {shown.map(({ key, label }) => (
          <option key={key} value={key}>
            {label}
          </option>
        ))}
      </select>
    </div>
  );
};
