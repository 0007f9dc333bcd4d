import type { JSX, KeyboardEvent, ReactNode } from 'react';
import type { Tab } from './use-place.ts';

const words: Readonly<Record<Tab, string>> = { home: 'ホーム', messages: 'メッセージ' };
const tabs: readonly Tab[] = ['home', 'messages'];

/** The two sides of the conversation with the bot. The arrow keys go from one to the other, as tabs do. */
export const BotTabs = ({
  name,
  tab,
  onTab,
  children,
}: {
  readonly name: string;
  readonly tab: Tab;
  readonly onTab: (tab: Tab) => void;
  readonly children: ReactNode;
}): JSX.Element => {
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    const other = tabs.find((each) => each !== tab) ?? tab;
    event.currentTarget.querySelector<HTMLElement>(`#tab-${other}`)?.focus();
    onTab(other);
  };
  return (
    <>
      <div className="tabs" role="tablist" aria-label={name} onKeyDown={onKeyDown}>
        {tabs.map((each) => (
          <button
            key={each}
            id={`tab-${each}`}
            type="button"
            role="tab"
            aria-selected={each === tab}
            aria-controls="tab-panel"
            tabIndex={each === tab ? 0 : -1}
            onClick={() => onTab(each)}
          >
            {words[each]}
          </button>
        ))}
      </div>
      <div className="tab-panel" id="tab-panel" role="tabpanel" aria-labelledby={`tab-${tab}`}>
        {children}
      </div>
    </>
  );
};
