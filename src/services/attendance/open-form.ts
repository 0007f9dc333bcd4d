import type { WorkspaceRecord } from '../../db/database.ts';
import type { Actor } from '../../domain/actor.ts';
import type { AttendanceProblem } from '../../domain/attendance/attendance.ts';
import { mayRecordSomeAttendance } from '../../domain/attendance/reach.ts';
import { currentFiscalYear, type FiscalYear } from '../../domain/calendar/fiscal-year.ts';
import { type LocalDate, todayInTokyo } from '../../domain/calendar/local-date.ts';
import { compareRecordDates, hasBegun } from '../../domain/occasion/date.ts';
import { standingOf } from '../../domain/occasion/standing.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import type { TrainingSession } from '../../domain/training/training.ts';
import { byProgramme, trainingNumbers } from '../../domain/training/year.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** The sessions of one fiscal year that have begun, newest first. */
export type AttendableYear = {
  readonly year: FiscalYear;
  readonly sessions: readonly { readonly session: TrainingSession; readonly name: string }[];
};

/** What 受講を記録 is opened with: what may be chosen, this year first, and what is chosen already. */
export type AttendanceFormContent = {
  readonly years: readonly AttendableYear[];
  readonly chosen: string | undefined;
};

/** Which session the form is opened for: any; the one whose button was pressed; or a No of the year's list, as typed. */
export type WantedSession = { readonly id: string } | { readonly typed: string } | undefined;

type ReadYear = AttendableYear & { readonly numbers: ReadonlyMap<string, number> };

const readYear = async (record: WorkspaceRecord, year: FiscalYear, today: LocalDate): Promise<ReadYear> => {
  const [programmes, all] = await Promise.all([
    record.programmes.nameable(year),
    record.trainings.ofYear(year),
  ]);
  const parts = byProgramme(
    programmes,
    all.map((session) => ({ session, standing: standingOf(session, today) })),
    [],
    year,
  );
  return {
    year,
    numbers: trainingNumbers(parts),
    sessions: parts
      .flatMap(({ name, sessions }) => sessions.map(({ session }) => ({ session, name })))
      .filter(({ session }) => hasBegun(session.date, today))
      .toSorted((one, other) => compareRecordDates(other.session.date, one.session.date)),
  };
};

/** The No as it is typed, e.g. 3 or No.3. */
const numberIn = (typed: string): number => Number(/^(?:no\.?)?(\d{1,4})$/iu.exec(typed)?.[1] ?? Number.NaN);

/**
 * The sessions of this and the last fiscal year that have begun, for one who may record attendance; with the one that is
 * wanted, and its year, chosen already.
 */
export const openAttendanceForm = async (
  { clock, db }: ServiceDeps,
  wanted: WantedSession,
  actor: Actor,
): Promise<Result<AttendanceFormContent, AttendanceProblem | Refusal>> => {
  const at = clock.now();
  const today = todayInTokyo(at);
  const thisYear = currentFiscalYear(today);
  const act = { actor, action: 'open-attendance-form', at };
  return db.look<AttendanceFormContent, AttendanceProblem | Refusal>(act, async (record) => {
    if (!mayRecordSomeAttendance(actor)) return refuse({ kind: 'not-allowed', who: 'promoter' });
    const pressed =
      wanted !== undefined && 'id' in wanted ? await record.trainings.find(wanted.id) : undefined;
    const years: ReadYear[] = [];
    for (const year of new Set([thisYear, thisYear - 1, pressed?.fiscalYear ?? thisYear]))
      years.push(await readYear(record, year, today));
    if (years.every(({ sessions }) => sessions.length === 0))
      return refuse({ field: 'session', kind: 'no-sessions' });
    if (wanted === undefined || 'id' in wanted) return succeed({ years, chosen: pressed?.id });
    const number = numberIn(wanted.typed);
    const chosen = [...(years[0]?.numbers ?? [])].find(([, no]) => no === number)?.[0];
    return chosen === undefined
      ? refuse({ field: 'session', kind: 'unknown-number' })
      : succeed({ years, chosen });
  });
};
