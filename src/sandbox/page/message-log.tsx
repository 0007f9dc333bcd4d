import { type JSX, useLayoutEffect, useRef, useState } from 'react';
import type { Channel, Directory } from './api.ts';
import { MessageItem } from './message-item.tsx';
import type { Workspace } from './use-workspace.ts';

/** Nearer to the end than this many pixels, one reads along; farther up, one is reading something older. */
const nearEnd = 120;

/**
 * The messages of a channel, the newest last. New ones scroll into sight unless the reader has gone up; then a button says
 * that there are some.
 */
export const MessageLog = ({
  channel,
  person,
  shortcuts,
  run,
}: {
  readonly channel: Channel;
  readonly person: string;
  readonly shortcuts: Directory['messageShortcuts'];
  readonly run: Workspace['run'];
}): JSX.Element => {
  const ref = useRef<HTMLDivElement>(null);
  const following = useRef(true);
  const [unseen, setUnseen] = useState(false);
  const newest = channel.messages.at(-1)?.ts;
  const goToEnd = (): void => ref.current?.scrollTo({ top: ref.current.scrollHeight });
  // biome-ignore lint/correctness/useExhaustiveDependencies: every change of the messages may move the end
  useLayoutEffect(() => {
    if (following.current) goToEnd();
  }, [channel.messages]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new message is news, not an edited one
  useLayoutEffect(() => setUnseen(!following.current), [newest]);
  return (
    <div className="log-frame">
      <h2 className="unseen">メッセージの一覧</h2>
      <div
        className="log"
        role="log"
        aria-label={`${channel.name}のメッセージ`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        tabIndex={0}
        ref={ref}
        onScroll={({ currentTarget: log }) => {
          following.current = log.scrollHeight - log.scrollTop - log.clientHeight < nearEnd;
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
        <button type="button" className="to-end" onClick={goToEnd}>
          新しいメッセージを表示
        </button>
      )}
    </div>
  );
};
