import { readRollover } from '../services/settings/read-rollover.ts';
import { rolloverBlocks } from '../views/rollover.ts';
import type { Feature } from './types.ts';

/** 年度替わりの準備. */
export const rolloverFeature: Feature = {
  noun: 'settings',
  home: [{ place: 'due', read: async (deps, actor) => rolloverBlocks(await readRollover(deps, actor)) }],
};
