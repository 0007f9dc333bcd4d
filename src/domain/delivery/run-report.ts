import { z } from 'zod';

/** What a run of a job counted, by name. Counts that begin with `skipped` are people who were not told, by reason. */
export const RunCounts = z.record(z.string(), z.number().int());
export type RunCounts = z.infer<typeof RunCounts>;

/** How far the messages of a run are. */
export type RunTally = {
  readonly sent: number;
  /** Of those, how many took more than one try. */
  readonly retried: number;
  /** Planned, or on their way. */
  readonly waiting: number;
  /** What was no longer true when it was to leave, by its problem; settled meanwhile where there is none. */
  readonly dropped: Readonly<Record<string, number>>;
  readonly dead: number;
};

/** One run of a job, for 運用ログ: counts and reasons, no names and no subjects. */
export type RunReport = {
  readonly name: string;
  readonly slot: Date;
  readonly counts: RunCounts;
  readonly tally: RunTally;
};

/** Whether a run that looked for changes found none. */
export const foundNoChange = ({ changed }: RunCounts): boolean => changed === 0;

/** All messages of a run. */
export const plannedIn = ({ sent, waiting, dropped, dead }: RunTally): number =>
  sent + waiting + dead + Object.values(dropped).reduce((sum, count) => sum + count, 0);

/** The name of one run of a job. */
export const runOf = (name: string, slot: Date): string => `${name} ${slot.toISOString()}`;

/** The job and slot of a run's name; undefined for another name. */
export const readRun = (run: string): { readonly name: string; readonly slot: Date } | undefined => {
  const [name = '', iso = ''] = run.split(' ');
  const slot = new Date(iso);
  return name === '' || Number.isNaN(slot.getTime()) ? undefined : { name, slot };
};
