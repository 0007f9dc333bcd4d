import { useEffect, useState } from 'react';
import type { Channel } from './api.ts';

type Seen = Readonly<Record<string, string>>;

const newest = (channel: Channel): string => channel.messages.at(-1)?.ts ?? '0';

/**
 * The newest ts this person has looked at, by channel id. What was there when the page first saw a channel counts as
 * looked at; the channel on screen always does. Kept for every person while the page is open.
 */
export const useSeen = (person: string, channels: readonly Channel[], current: string | undefined): Seen => {
  const [seen, setSeen] = useState<Readonly<Record<string, Seen>>>({});
  useEffect(() => {
    setSeen((before) => {
      const mine: Record<string, string> = { ...before[person] };
      for (const channel of channels)
        if (channel.id === current || mine[channel.id] === undefined) mine[channel.id] = newest(channel);
      return { ...before, [person]: mine };
    });
  }, [person, channels, current]);
  return seen[person] ?? {};
};
