import type { LocalDate } from '../calendar/local-date.ts';
import type { OccasionStanding } from '../occasion/standing.ts';
import type { Recorded, TrainingSession } from './training.ts';

/** A 研修 as messages speak of it. */
export type TrainingToTell = {
  readonly session: TrainingSession;
  readonly name: string;
  readonly standing: OccasionStanding;
  readonly recorded: Recorded;
  /** The working day on which a planned one is asked about. */
  readonly askedOn: LocalDate;
  readonly contact: string;
};
