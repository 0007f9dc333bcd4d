import { type JSX, type ReactNode, useRef } from 'react';

export type MenuEntry = { readonly key: string; readonly words: string; readonly choose: () => void };

/** Actions behind a button. Choosing one, or Esc, puts them away and leaves the focus on the button. */
export const Menu = ({
  className,
  label,
  sign,
  entries,
}: {
  readonly className: string;
  readonly label: string;
  /** What is seen in the place of the label. */
  readonly sign?: ReactNode;
  readonly entries: readonly MenuEntry[];
}): JSX.Element => {
  const menu = useRef<HTMLDetailsElement>(null);
  const close = (): void => {
    menu.current?.querySelector('summary')?.focus();
    menu.current?.removeAttribute('open');
  };
  return (
    <details
      className={className}
      ref={menu}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || menu.current?.open !== true) return;
        // Esc puts away the menu only, not the form around it.
        event.preventDefault();
        event.stopPropagation();
        close();
      }}
    >
      <summary aria-label={label}>{sign ?? label}</summary>
      <div>
        {entries.map(({ key, words, choose }) => (
          <button
            key={key}
            type="button"
            onClick={() => {
              close();
              choose();
            }}
          >
            {words}
          </button>
        ))}
      </div>
    </details>
  );
};
