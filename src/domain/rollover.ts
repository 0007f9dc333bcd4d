import { type FiscalYear, fiscalYearOf } from './calendar/fiscal-year.ts';
import type { LocalDate } from './calendar/local-date.ts';

/** 年度替わり: the fiscal year that ends and the one that follows. */
export type YearTurn = { readonly closing: FiscalYear; readonly next: FiscalYear };

/**
 * The turn of the year that is prepared for on `today`: from 1 March to 30 April, undefined on all other days. E.g. 2027-03-01 and
 * 2027-04-30 both are the turn from 2026 to 2027.
 */
export const turnOn = (today: LocalDate): YearTurn | undefined => {
  const month = Number(today.slice(5, 7));
  if (month !== 3 && month !== 4) return undefined;
  const closing = month === 3 ? fiscalYearOf(today) : fiscalYearOf(today) - 1;
  return { closing, next: closing + 1 };
};

/** Of what is under way, how much was to be done by the end of the closing year, and how much goes on in the next by itself. */
export type Carried = { readonly due: number; readonly goesOn: number };

/** What is carried from one year into the next: 対応事項, 照会, 書面開催, 評価・意見. */
export const CARRIED_KINDS = ['actionItems', 'inquiries', 'writtenMeetings', 'opinions'] as const;
export type CarriedKind = (typeof CARRIED_KINDS)[number];

/** What the record has of a turn of the year. */
export type RolloverFacts = {
  /** Appointments of the next year, and those of them that are 未確認. */
  readonly appointments: number;
  readonly unconfirmed: number;
  /** Whether anything is recorded of a meeting, of a training of the next year. */
  readonly hasMeetings: boolean;
  readonly hasTrainings: boolean;
  readonly bodies: boolean;
  /** The bodies that meet and have no 委員 in the next year, by name. */
  readonly withoutMembers: readonly string[];
  /** Whether one of the programmes of the next year is 協働推進員研修. */
  readonly hasPromoterProgramme: boolean;
  /** How many texts of chapter 5 of the closing year are not written. */
  readonly textsLeft: number;
  readonly carried: Readonly<Record<CarriedKind, Carried>>;
};

/** 年度替わりの準備, step by step, and by what each is known to be done: by the record alone, nobody ticks it. */
export const ROLLOVER_STEPS = [
  { name: 'roster', isDone: ({ appointments, unconfirmed }) => appointments > 0 && unconfirmed === 0 },
  { name: 'bodies', isDone: ({ bodies, withoutMembers }) => bodies && withoutMembers.length === 0 },
  { name: 'programmes', isDone: ({ hasPromoterProgramme }) => hasPromoterProgramme },
  { name: 'schedule', isDone: ({ hasMeetings, hasTrainings }) => hasMeetings && hasTrainings },
  { name: 'texts', isDone: ({ textsLeft }) => textsLeft === 0 },
  { name: 'carried', isDone: ({ carried }) => CARRIED_KINDS.every((kind) => carried[kind].due === 0) },
] as const satisfies readonly {
  readonly name: string;
  readonly isDone: (facts: RolloverFacts) => boolean;
}[];

export type RolloverStep = (typeof ROLLOVER_STEPS)[number]['name'];
