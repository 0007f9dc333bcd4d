import type { FiscalYear } from '../calendar/fiscal-year.ts';
import type { OccasionStanding } from '../occasion/standing.ts';
import type { Programme } from './programme.ts';
import type { TrainingSession } from './training.ts';

/** Whatever is told of a session. */
type OfSession = { readonly session: TrainingSession };

/** One 研修の種類 in a year, or what was held under one name of its own (その他, null), with its sessions by date. */
export type ProgrammeInYear<T extends OfSession> = {
  readonly programme: Programme | null;
  readonly name: string;
  readonly sessions: readonly T[];
  readonly notHeld: boolean;
};

/**
 * The year's training by programme, in order: programmes in force then or with a record then; behind them what was named
 * only for the occasion. `sessions` come by date; `notHeld` are the programmes of which 開催なし stands.
 */
export const byProgramme = <T extends OfSession>(
  programmes: readonly Programme[],
  sessions: readonly T[],
  notHeld: readonly string[],
  year: FiscalYear,
): readonly ProgrammeInYear<T>[] => {
  const known = programmes
    .map((programme) => ({
      programme,
      name: programme.name,
      sessions: sessions.filter(({ session }) => session.programmeId === programme.id),
      notHeld: notHeld.includes(programme.id),
    }))
    .filter((part) => part.programme.since <= year || part.sessions.length > 0 || part.notHeld);
  const others = sessions.filter(({ session }) => session.programmeId === null);
  const names = [...new Set(others.map(({ session }) => session.otherName))];
  return [
    ...known,
    ...names.map((name) => ({
      programme: null,
      name,
      sessions: others.filter(({ session }) => session.otherName === name),
      notHeld: false,
    })),
  ];
};

/** A session and how it stands. */
type Standing = OfSession & { readonly standing: OccasionStanding };

/**
 * The settled sessions of one programme by the row in which they are printed: each in its own, or all that are marked
 * まとめて掲載 in one, where the first of them stands.
 */
export const printedRows = <T extends Standing>(sessions: readonly T[]): readonly (readonly T[])[] => {
  const settled = sessions.filter(({ standing }) => standing === 'settled');
  const together = settled.filter(({ session }) => session.printedTogether);
  return settled.flatMap((one) => {
    if (!one.session.printedTogether) return [[one]];
    return one === together[0] ? [together] : [];
  });
};

/** The No of each settled session of a year, by its id: that of its row, counted over all programmes. Never stored. */
export const trainingNumbers = (
  programmes: readonly { readonly sessions: readonly Standing[] }[],
): ReadonlyMap<string, number> =>
  new Map(
    programmes
      .flatMap(({ sessions }) => printedRows(sessions))
      .flatMap((row, index) => row.map(({ session }) => [session.id, index + 1] as const)),
  );
