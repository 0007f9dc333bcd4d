import type { Actor } from '../actor.ts';
import type { FiscalYear } from '../calendar/fiscal-year.ts';
import type { PlaceNames } from '../department.ts';
import type { OccasionStanding } from '../occasion/standing.ts';
import { may } from '../permission.ts';
import type { Opinion, OpinionYear } from './opinion.ts';
import { OPINION_STATES, type OpinionState } from './state.ts';

/** An opinion as it stands in a year: its own, or one into which it is carried (前年度からの継続). */
export type OpinionOnDesk = {
  readonly opinion: Opinion;
  readonly year: FiscalYear;
  readonly isCarried: boolean;
  readonly state: OpinionState;
  /** How it is considered in this year. */
  readonly considered: OpinionYear | undefined;
  /** How it was considered last before, where it is carried. */
  readonly before: OpinionYear | undefined;
  /** 関係課, in order. */
  readonly places: readonly PlaceNames[];
  /** 審議した会議 by name and date, and whether they were held. */
  readonly meetings: readonly { readonly printed: string; readonly standing: OccasionStanding }[];
};

/** Registering, asking, considering, 公表. */
export const mayManageOpinions = (actor: Actor): boolean => may(actor, 'manage-opinions');

/** Those that this person may see in a year: all, or what is 公表済. */
export const visibleTo = (actor: Actor, desk: readonly OpinionOnDesk[]): readonly OpinionOnDesk[] =>
  mayManageOpinions(actor) ? desk : desk.filter(({ state }) => state === 'published');

/** Whether there is an answer to be printed: 市の調査・検討 and 対応の区分. */
export const hasAnswer = ({ considered }: Pick<OpinionOnDesk, 'considered'>): boolean =>
  considered !== undefined && considered.consideration !== '' && considered.response !== null;

/** How many stand where, in the order of the work; states of none are left out. */
export const countStates = (
  desk: readonly Pick<OpinionOnDesk, 'state'>[],
): readonly (readonly [state: OpinionState, count: number])[] =>
  OPINION_STATES.map((state) => [state, desk.filter((one) => one.state === state).length] as const).filter(
    ([, count]) => count > 0,
  );
