import { type JSX, type RefObject, useLayoutEffect, useRef, useState } from 'react';
import type { Channel, Directory } from './api.ts';
import { MessageItem } from './message-item.tsx';
import type { Workspace } from './use-workspace.ts';

/** Nearer to the end than this many pixels, one reads along; farther up, one is reading something older. */
const nearEnd = 120;

const isNearEnd = (log: HTMLElement): boolean =>
  log.scrollHeight - log.scrollTop - log.clientHeight < nearEnd;

/** Goes to the end. */
export const scrollToEnd = (log: HTMLElement | null): void => log?.scrollTo({ top: log.scrollHeight });

/** Brings the newest message into sight: all of it, or its beginning where it is higher than the log. */
const showNewest = (log: HTMLElement): void => {
  scrollToEnd(log);
  const newest = log.querySelector(':scope > ol > li:last-child');
  const hidden = log.getBoundingClientRect().top - (newest?.getBoundingClientRect().top ?? Infinity);
  if (hidden > 0) log.scrollTo({ top: Math.floor(log.scrollTop - hidden) });
};

/**
 * The messages of a channel, the newest last. New ones scroll into sight unless the reader has gone up; then a button says
 * that there are some.
 */
export const MessageLog = ({
  channel,
  person,
  shortcuts,
  run,
  region,
}: {
  readonly channel: Channel;
  readonly person: string;
  readonly shortcuts: Directory['messageShortcuts'];
  readonly run: Workspace['run'];
  /** Where they stand; what is typed below goes to their end first, so that the answer is followed. */
  readonly region: RefObject<HTMLDivElement | null>;
}): JSX.Element => {
  const following = useRef(true);
  const [unseen, setUnseen] = useState(false);
  const newest = channel.messages.at(-1)?.ts;
  // biome-ignore lint/correctness/useExhaustiveDependencies: every change of the messages may move the end
  useLayoutEffect(() => {
    if (following.current) scrollToEnd(region.current);
  }, [channel.messages]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new message is news, not an edited one
  useLayoutEffect(() => {
    setUnseen(!following.current);
    if (!following.current || region.current === null) return;
    showNewest(region.current);
    // Who has a long one before them reads it from its beginning: what comes next does not take it away.
    following.current = isNearEnd(region.current);
  }, [newest]);
  return (
    <div className="log-frame">
      <h2 className="unseen">メッセージの一覧</h2>
      <div
        className="log"
        role="log"
        aria-label={`${channel.name}のメッセージ`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        tabIndex={0}
        ref={region}
        onScroll={({ currentTarget: log }) => {
          following.current = isNearEnd(log);
          if (following.current) setUnseen(false);
        }}
      >
        {channel.messages.length === 0 && (
          <p className="empty">まだメッセージはありません。下の欄からコマンドを送ってみてください。</p>
        )}
        <ol>
          {channel.messages.map((message) => (
            <MessageItem
              key={message.ts}
              message={message}
              person={person}
              channel={channel.id}
              shortcuts={shortcuts}
              run={run}
            />
          ))}
        </ol>
      </div>
      {unseen && (
        <button type="button" className="to-end" onClick={() => scrollToEnd(region.current)}>
          新しいメッセージを表示
        </button>
      )}
    </div>
  );
};
