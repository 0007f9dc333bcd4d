import { useEffect } from 'react';
import type { Channel } from './api.ts';
import { markRead } from './channel-acts.ts';
import type { Workspace } from './use-workspace.ts';

/** Tells the server that `person` has looked at the channel on screen whenever something new stands in it. */
export const useReading = (
  person: string,
  channels: readonly Channel[],
  reading: string | undefined,
  run: Workspace['run'],
): void => {
  const channel = channels.find(({ id }) => id === reading);
  const ts = channel?.messages.at(-1)?.ts;
  const isNew = (channel?.unread ?? 0) > 0;
  useEffect(() => {
    if (isNew && reading !== undefined && ts !== undefined)
      void run(markRead(person, { channel: reading, ts }));
  }, [person, reading, ts, isNew, run]);
};
