import type { Body } from '../body/body.ts';
import type { FiscalYear } from '../calendar/fiscal-year.ts';
import type { WorkingCalendar } from '../calendar/working-day.ts';
import type { MeetingFacts } from '../meeting/meeting.ts';
import type { Programme } from '../training/programme.ts';
import type { TrainingFacts } from '../training/training.ts';
import type { KnownOccasion, Offer } from './offer.ts';

/** An offer, with the record it is like. */
export type OfferLike = Offer &
  (
    | { readonly kind: 'meeting'; readonly body: Body; readonly facts: MeetingFacts }
    | { readonly kind: 'training'; readonly programme: Programme | null; readonly facts: TrainingFacts }
  );

/** A draft of a year's schedule. */
export type ScheduleOffers = {
  readonly year: FiscalYear;
  readonly baseYear: FiscalYear;
  readonly calendar: WorkingCalendar;
  /** By body or programme in order, then by date. */
  readonly offers: readonly OfferLike[];
  /** What the record has of the year already. */
  readonly known: readonly KnownOccasion[];
  /** Of which 開催なし of the year stands. */
  readonly notHeld: readonly string[];
};
