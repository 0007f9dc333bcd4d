import type { JSX } from 'react';
import type { Option } from './block-kit.ts';

/** What can be taken below a box that one types in; the entry at `at` is the one that Enter takes. */
export const OptionList = ({
  id,
  options,
  at,
  chosen,
  onTake,
}: {
  readonly id: string;
  readonly options: readonly Option[];
  readonly at: number;
  readonly chosen: readonly Option[];
  readonly onTake: (option: Option) => void;
}): JSX.Element => (
  <>
    <div
      className="choices long"
      role="listbox"
      id={`${id}-options`}
      aria-label="候補"
      tabIndex={-1}
      // Whoever points at the list goes on typing in the box.
      onMouseDown={(event) => event.preventDefault()}
    >
      {options.map((option, place) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the box, which keeps the focus
        <div
          key={option.value}
          id={`${id}-option-${place}`}
          className="option"
          role="option"
          tabIndex={-1}
          aria-selected={chosen.some(({ value }) => value === option.value)}
          data-active={place === at}
          ref={(entry) => {
            if (place === at) entry?.scrollIntoView({ block: 'nearest' });
          }}
          onClick={() => onTake(option)}
        >
          {option.text.text}
          {option.description && <span className="more">{option.description.text}</span>}
        </div>
      ))}
    </div>
    <p className="more" role="status">
      {options.length === 0 ? '当てはまるものはありません。' : `候補は${options.length}件です。`}
    </p>
  </>
);
