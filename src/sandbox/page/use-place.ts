import { useCallback, useState } from 'react';

/** Who is looking and at which channel: in the address, so that a reload or a copied address opens the same. */
export type Place = { readonly person?: string; readonly channel?: string };

const readPlace = (): Place => {
  const query = new URLSearchParams(location.search);
  const person = query.get('person');
  const channel = query.get('channel');
  return { ...(person ? { person } : {}), ...(channel ? { channel } : {}) };
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
