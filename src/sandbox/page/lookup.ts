import { createContext } from 'react';
import type { Person, WorkspaceState } from './api.ts';

/** Who and what the workspace knows, for mentions and for fields that choose people or channels. */
export type Lookup = {
  readonly names: Readonly<Record<string, string>>;
  readonly people: readonly Person[];
  readonly channels: WorkspaceState['choosable'];
};

export const LookupContext = createContext<Lookup>({ names: {}, people: [], channels: [] });
