import { type JSX, useId } from 'react';

/** A box that narrows a long list, and how much of the list is left. `of` says which list it is. */
export const FilterBox = ({
  label,
  of,
  filter,
  shown,
  all,
  onFilter,
}: {
  readonly label: string;
  readonly of?: string;
  readonly filter: string;
  readonly shown: number;
  readonly all: number;
  readonly onFilter: (filter: string) => void;
}): JSX.Element => {
  const id = useId();
  return (
    <div className="filter">
      <input
        type="search"
        aria-label={label}
        aria-description={of}
        aria-describedby={of === undefined ? id : undefined}
        placeholder="名前の一部で絞り込む"
        autoComplete="off"
        value={filter}
        onChange={({ target }) => onFilter(target.value)}
        onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
      />
      <span className="more" id={id} role="status">
        {all}件中{shown}件を表示
      </span>
    </div>
  );
};
