import { type JSX, useEffect, useRef } from 'react';
import type { Channel } from './api.ts';

/**
 * The list of channels and direct messages. `current` is open; `reading` too, unless its Home tab hides the messages.
 */
export const Sidebar = ({
  channels,
  current,
  reading,
  onOpen,
}: {
  readonly channels: readonly Channel[];
  readonly current: string | undefined;
  readonly reading: string | undefined;
  readonly onOpen: (channel: string) => void;
}): JSX.Element => {
  const list = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: where the list is a row, another channel may be out of sight
  useEffect(() => {
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [current]);
  const entry = (channel: Channel): JSX.Element => {
    const unread = channel.id === reading ? 0 : channel.unread;
    return (
      <li key={channel.id}>
        <button
          type="button"
          aria-current={channel.id === current ? 'page' : undefined}
          className={unread > 0 ? 'unread' : undefined}
          onClick={() => onOpen(channel.id)}
        >
          <span className="sign" aria-hidden="true">
            {channel.kind === 'channel' ? '#' : '●'}
          </span>
          <span className="channel-name">{channel.name}</span>
          {unread > 0 && <span className="count">新着{unread}件</span>}
        </button>
      </li>
    );
  };
  const group = (label: string, kind: Channel['kind']): JSX.Element => (
    <section aria-label={label}>
      <h2>{label}</h2>
      <ul>{channels.filter((channel) => channel.kind === kind).map(entry)}</ul>
    </section>
  );
  return (
    <nav className="sidebar" ref={list} aria-label="チャンネルの一覧">
      {group('チャンネル', 'channel')}
      {group('ダイレクトメッセージ', 'dm')}
    </nav>
  );
};
