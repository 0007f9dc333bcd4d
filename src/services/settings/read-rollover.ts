import type { Actor } from '../../domain/actor.ts';
import { todayInTokyo } from '../../domain/calendar/local-date.ts';
import { CHAPTER_ITEMS } from '../../domain/chapter5/items.ts';
import { isSecretariat } from '../../domain/permission.ts';
import {
  ROLLOVER_STEPS,
  type RolloverFacts,
  type RolloverStep,
  turnOn,
  type YearTurn,
} from '../../domain/rollover.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** The steps of 年度替わりの準備, each with whether it is done, and what the record has. */
export type RolloverProgress = {
  readonly turn: YearTurn;
  readonly facts: RolloverFacts;
  readonly steps: readonly { readonly name: RolloverStep; readonly isDone: boolean }[];
  /** The 書面開催 that was to end first, where one is left. */
  readonly writtenMeetingId: string | undefined;
};

/** How far the turn of the year is prepared, for the secretariat, in March and April; undefined for all others and on all other days. */
export const readRollover = async (
  { clock, db }: ServiceDeps,
  actor: Actor,
): Promise<RolloverProgress | undefined> => {
  const turn = turnOn(todayInTokyo(clock.now()));
  if (turn === undefined || !isSecretariat(actor)) return undefined;
  const record = db.record(actor.workspaceId);
  const [rows, bodies, programmes] = await Promise.all([
    record.rollover.rows(turn),
    record.bodies.nameable(turn.next),
    record.programmes.nameable(turn.next),
  ]);
  const facts: RolloverFacts = {
    ...rows,
    bodies: bodies.length > 0,
    withoutMembers: bodies
      .filter(({ id, kind }) => kind === 'meeting' && !rows.withMembers.includes(id))
      .map(({ name }) => name),
    hasPromoterProgramme: programmes.some(({ forPromoters }) => forPromoters),
    textsLeft: CHAPTER_ITEMS.length - rows.texts,
    carried: {
      actionItems: { due: rows.actionItemsDue, goesOn: rows.actionItemsGoOn },
      inquiries: { due: rows.inquiriesDue, goesOn: rows.inquiriesGoOn },
      writtenMeetings: { due: rows.writtenDue.length, goesOn: rows.writtenGoOn },
      opinions: { due: rows.opinionsDue, goesOn: rows.opinionsGoOn },
    },
  };
  const steps = ROLLOVER_STEPS.map(({ name, isDone }) => ({ name, isDone: isDone(facts) }));
  return { turn, facts, steps, writtenMeetingId: rows.writtenDue[0] };
};
