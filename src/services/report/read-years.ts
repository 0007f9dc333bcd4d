import type { WorkspaceRecord } from '../../db/database.ts';
import type { Body } from '../../domain/body/body.ts';
import type { FiscalYear } from '../../domain/calendar/fiscal-year.ts';
import { type LocalDate, todayInTokyo } from '../../domain/calendar/local-date.ts';
import { groupBy } from '../../domain/group-by.ts';
import type { InquiryInTime } from '../../domain/inquiry/in-time.ts';
import type { Meeting } from '../../domain/meeting/meeting.ts';
import { standingOf } from '../../domain/occasion/standing.ts';
import {
  type Appointed,
  type AppointedRows,
  appointedIn,
  appointedRows,
} from '../../domain/promoter/appointed.ts';
import type { Appointment } from '../../domain/promoter/appointment.ts';
import { YEARS_TOLD } from '../../domain/training/numbers.ts';
import { NOBODY, type Recorded, type TrainingSession } from '../../domain/training/training.ts';
import { allIn, factsIn } from '../../domain/yearly.ts';
import type { ChapterSources } from '../read-chapter5.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** A 会議体 in one year: as it stood then, and its settled meetings. */
export type BodyYear = {
  readonly year: FiscalYear;
  readonly body: Body;
  readonly meetings: readonly Meeting[];
  readonly didNotMeet: boolean;
};

/** A settled session, and how many are recorded at it. */
export type CountedSession = { readonly session: TrainingSession; readonly recorded: Recorded };

/** A 研修の種類 in one year, or all that was named only for the occasion. */
export type ProgrammeYear = {
  readonly year: FiscalYear;
  readonly sessions: readonly CountedSession[];
  readonly notHeld: boolean;
};

/** One of them year by year, the oldest first, by its name of the last year; null is その他. */
export type OverYears<Year, Name = string> = { readonly name: Name; readonly years: readonly Year[] };

/** 協働推進員 of one year: how many, and the appointments by which that is counted. */
export type PromoterYear = Appointed & {
  readonly year: FiscalYear;
  readonly rows: AppointedRows<Appointment>;
};

/** What 前年度との比較 is made of: the year of a report and those before it, the oldest first. */
export type YearsFacts = {
  readonly years: readonly FiscalYear[];
  readonly today: LocalDate;
  /** In the order of the last year: what holds in it, and what has a record in any of the years. */
  readonly bodies: readonly OverYears<BodyYear>[];
  readonly programmes: readonly OverYears<ProgrammeYear, string | null>[];
  readonly promoters: readonly PromoterYear[];
  readonly inquiries: readonly InquiryInTime[];
  /** The first year of which anything was ever asked; null where nothing was. */
  readonly firstInquiryYear: FiscalYear | null;
  readonly sources: Pick<ChapterSources, 'confirmers' | 'names' | 'departments'>;
};

type Reading = {
  readonly record: WorkspaceRecord;
  readonly years: readonly FiscalYear[];
  readonly today: LocalDate;
};

const readBodies = async ({ record, years, today }: Reading): Promise<YearsFacts['bodies']> => {
  const [histories, meetings, didNotMeet] = await Promise.all([
    record.bodies.histories(),
    record.meetings.ofYears(years),
    record.didNotMeet.ofYears(years),
  ]);
  const settled = groupBy(
    meetings.filter((meeting) => standingOf(meeting, today) === 'settled'),
    ({ bodyId, fiscalYear }) => `${bodyId} ${fiscalYear}`,
  );
  const last = years.at(-1) ?? 0;
  return allIn(histories, last).flatMap(({ id, name, since }) => {
    const history = histories.find((one) => one.id === id)?.years ?? [];
    const inYear = (year: FiscalYear): readonly BodyYear[] => {
      const body = factsIn(history, year);
      if (body === undefined) return [];
      const notMet = didNotMeet.some((one) => one.bodyId === id && one.fiscalYear === year);
      return [{ year, body, meetings: settled.get(`${id} ${year}`) ?? [], didNotMeet: notMet }];
    };
    const over = years.flatMap(inYear);
    const isTold = since <= last || over.some((one) => one.meetings.length > 0 || one.didNotMeet);
    return isTold ? [{ name, years: over }] : [];
  });
};

const readProgrammes = async ({ record, years, today }: Reading): Promise<YearsFacts['programmes']> => {
  const [histories, sessions] = await Promise.all([
    record.programmes.histories(),
    record.trainings.ofYears(years),
  ]);
  const settled = sessions.filter((session) => standingOf(session, today) === 'settled');
  const counts = await record.attendances.counts(settled.map(({ id }) => id));
  const counted = groupBy(
    settled.map((session) => ({ session, recorded: counts.get(session.id) ?? NOBODY })),
    ({ session }) => `${session.programmeId} ${session.fiscalYear}`,
  );
  const inYears = (id: string | null, notHeldIn: readonly FiscalYear[]): readonly ProgrammeYear[] =>
    years.map((year) => ({
      year,
      sessions: counted.get(`${id} ${year}`) ?? [],
      notHeld: notHeldIn.includes(year),
    }));
  const isTold = (over: readonly ProgrammeYear[]): boolean =>
    over.some((one) => one.sessions.length > 0 || one.notHeld);
  const last = years.at(-1) ?? 0;
  const known = allIn(histories, last).flatMap(({ id, name, since }) => {
    const over = inYears(id, histories.find((one) => one.id === id)?.notHeldIn ?? []);
    return since <= last || isTold(over) ? [{ name, years: over }] : [];
  });
  const others = inYears(null, []);
  return [...known, ...(isTold(others) ? [{ name: null, years: others }] : [])];
};

/** Whoever recorded or confirmed any of this, by Slack id. */
const whoActed = ({
  bodies,
  programmes,
  promoters,
  inquiries,
  sources: { confirmers },
}: Omit<YearsFacts, 'sources'> & {
  readonly sources: Pick<ChapterSources, 'confirmers'>;
}): readonly string[] => {
  const acted = [
    ...bodies.flatMap(({ years }) => years.flatMap(({ meetings }) => meetings)).map((one) => one.recordedBy),
    ...programmes
      .flatMap(({ years }) => years.flatMap(({ sessions }) => sessions))
      .map(({ session }) => session.recordedBy),
    ...promoters.flatMap(({ rows }) => [...rows.onFirstDay, ...rows.later]).map((one) => one.recordedBy),
    ...inquiries.map(({ createdBy }) => createdBy),
    ...confirmers.values(),
  ];
  return [...new Set(acted)].filter((id) => id !== null);
};

/**
 * Reads what is compared in the report of `year`: that year and the two before it, in as many statements however many rows there are
 * and years are compared.
 */
export const readYears = async (
  { clock, db }: ServiceDeps,
  workspaceId: string,
  year: FiscalYear,
): Promise<YearsFacts> => {
  const record = db.record(workspaceId);
  const today = todayInTokyo(clock.now());
  const years = Array.from({ length: YEARS_TOLD }, (_, index) => year - YEARS_TOLD + 1 + index);
  const reading = { record, years, today };
  const [bodies, programmes, appointments, inquiries, firstInquiryYear, departments, confirmers] =
    await Promise.all([
      readBodies(reading),
      readProgrammes(reading),
      record.appointments.ofYears(years),
      record.inquiries.inTime(years, today),
      record.inquiries.firstYear(),
      record.departments.all(),
      record.auditLines.confirmersIn(years),
    ]);
  const promoters = years.map((one) => {
    const ofYear = appointments.filter(({ fiscalYear }) => fiscalYear === one);
    return { year: one, ...appointedIn(one, ofYear, today), rows: appointedRows(one, ofYear, today) };
  });
  const facts = { years, today, bodies, programmes, promoters, inquiries, firstInquiryYear };
  const acted = whoActed({ ...facts, sources: { confirmers } });
  const named = await record.people.namesOf(acted);
  const names = new Map(acted.map((id) => [id, named.get(id) ?? null]));
  return { ...facts, sources: { departments, confirmers, names } };
};
