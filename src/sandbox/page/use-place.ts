import { useCallback, useState } from 'react';

/** The two sides of the conversation with the bot. */
export type Tab = 'home' | 'messages';

/**
 * Who is looking, in which workspace (the first unless told), at which channel, and with the bot at which tab (its messages unless told): in the address, so that a
 * reload or a copied address opens the same.
 */
export type Place = {
  readonly team?: string;
  readonly person?: string;
  readonly channel?: string;
  readonly tab?: Tab;
};

const readPlace = (): Place => {
  const query = new URLSearchParams(location.search);
  const team = query.get('team');
  const person = query.get('person');
  const channel = query.get('channel');
  const tab: Tab | undefined = query.get('tab') === 'home' ? 'home' : undefined;
  return {
    ...(team ? { team } : {}),
    ...(person ? { person } : {}),
    ...(channel ? { channel } : {}),
    ...(tab ? { tab } : {}),
  };
};

/** The place and how to go elsewhere. Going writes no history: the back button leaves the page as one expects. */
export const usePlace = (): readonly [Place, (place: Place) => void] => {
  const [place, setPlace] = useState(readPlace);
  const go = useCallback((next: Place) => {
    history.replaceState(null, '', `?${new URLSearchParams(next)}`);
    setPlace(next);
  }, []);
  return [place, go];
};
