import type { JSX } from 'react';
import type { Completion } from './use-completion.ts';

/** The commands that go on from what is typed, above the box; the box keeps the focus. */
export const CommandList = ({
  completion: { listId, entries, chosen, entryId },
  onTake,
}: {
  readonly completion: Completion;
  readonly onTake: (command: string) => void;
}): JSX.Element => (
  <>
    <div className="command-list" role="listbox" id={listId} aria-label="コマンドの候補">
      {entries.map(({ command, hint, description }, index) => (
        // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the box, which names the chosen entry
        // biome-ignore lint/a11y/useKeyWithClickEvents: the box takes the keys
        <div
          key={command}
          role="option"
          id={entryId(index)}
          aria-selected={index === chosen}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onTake(command)}
        >
          <strong>{command}</strong>
          <span>{hint}</span>
          <span className="more">{description}</span>
        </div>
      ))}
    </div>
    <span className="unseen" role="status">
      {entries.length}件の候補があります。上下の矢印キーで選べます。
    </span>
  </>
);
