import { createContext } from 'react';
import type { Channel, Person } from './api.ts';

/** Who and what the workspace knows, for mentions and for fields that choose people or channels. */
export type Lookup = {
  readonly names: Readonly<Record<string, string>>;
  readonly people: readonly Person[];
  readonly channels: readonly Channel[];
};

export const LookupContext = createContext<Lookup>({ names: {}, people: [], channels: [] });
