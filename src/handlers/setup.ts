import { readSetup } from '../services/settings/read-setup.ts';
import { setupBlocks } from '../views/setup.ts';
import type { Feature } from './types.ts';

/** はじめの設定. */
export const setupFeature: Feature = {
  noun: 'settings',
  home: [{ place: 'start', read: async (deps, actor) => setupBlocks(await readSetup(deps, actor)) }],
};
