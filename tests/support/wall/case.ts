import type { WorkspaceRecord } from '../../../src/db/database.ts';
import type { Delivery } from '../../../src/domain/delivery/delivery.ts';

type Run = (record: WorkspaceRecord, delivery: Delivery) => Promise<unknown>;

/** What one function of the record does when it is asked for the rows of the full workspace by another. */
export type WallCase =
  /** It finds `nothing`, though in the full workspace the same question finds something. */
  | { readonly kind: 'finds'; readonly nothing: unknown; readonly run: Run }
  /** It throws, though in the full workspace the same is done. */
  | { readonly kind: 'refused'; readonly run: Run }
  /** It does nothing, or writes a row of the workspace that asked. */
  | { readonly kind: 'own'; readonly gives?: unknown; readonly run: Run };

export const finds = (nothing: unknown, run: Run): WallCase => ({ kind: 'finds', nothing, run });
export const refused = (run: Run): WallCase => ({ kind: 'refused', run });
export const own = (run: Run, gives?: unknown): WallCase => ({ kind: 'own', run, gives });

/** What another workspace writes, and when: more than a day after all that the full one holds. */
export const WORDS = '別の市の言葉';
export const NEXT_DAY = new Date('2026-11-25T10:30:00+09:00');

/** はじめの設定 of a workspace that has nothing. */
export const NOTHING_SET_UP = {
  sections: false,
  withMembers: [],
  appointments: false,
  earlierMeetings: false,
  awaitsChoice: false,
};
