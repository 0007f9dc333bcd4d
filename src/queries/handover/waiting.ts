import type { WorkspaceRecord } from '../../db/database.ts';
import { fiscalYearOf, lastDayOf } from '../../domain/calendar/fiscal-year.ts';
import type { LocalDate } from '../../domain/calendar/local-date.ts';
import { type DepartmentWithSections, type PlaceNames, placeOf } from '../../domain/department.ts';
import { printMeetingDate } from '../../domain/meeting/print.ts';
import { standingOf } from '../../domain/occasion/standing.ts';
import { type Appointment, rosterOn, vacanciesOf } from '../../domain/promoter/appointment.ts';
import { awaitedUntil } from '../../domain/roster/report.ts';
import type { Settings } from '../../domain/settings.ts';
import { printTrainingDate } from '../../domain/training/training.ts';

/** A meeting or 研修 about which the secretariat has something to say: 確認する, or whether it took place. */
export type RecordWaiting = {
  readonly kind: 'meeting' | 'training';
  readonly name: string;
  readonly printedDate: string;
  /** 未確認. */
  readonly isUnconfirmed: boolean;
  /** Its day has not come. */
  readonly isPlanned: boolean;
  /** Its day has come, and nobody has said that it took place. */
  readonly isHeldOpen: boolean;
};

/** A term in a place. */
export type PlacedAppointment = PlaceNames & { readonly appointment: Appointment };

/** 協働推進員 of a department today, and who of them are 主任. */
export type DepartmentRoster = {
  readonly name: string;
  readonly sections: number;
  readonly promoters: number;
  readonly chiefs: readonly string[];
};

/** What waits for the secretariat in the record of meetings, 研修 and 協働推進員. */
export type Waiting = {
  readonly records: readonly RecordWaiting[];
  readonly unconfirmed: readonly PlacedAppointment[];
  readonly vacancies: readonly PlaceNames[];
  /** Until when 選任報告 of the vacancies is awaited; null where they are 未選任. */
  readonly awaitedUntil: LocalDate | null;
  /** Whose accounts were closed. */
  readonly needingSuccessor: readonly PlacedAppointment[];
  readonly roster: readonly DepartmentRoster[];
};

type Record = Pick<
  WorkspaceRecord,
  'appointments' | 'bodies' | 'departments' | 'meetings' | 'programmes' | 'trainings'
>;

const readRecords = async (record: Record, today: LocalDate): Promise<readonly RecordWaiting[]> => {
  const [meetings, trainings] = await Promise.all([
    record.meetings.pending(today),
    record.trainings.pending(today),
  ]);
  const years = [...new Set([...meetings, ...trainings].map(({ fiscalYear }) => fiscalYear))];
  const named = await Promise.all(
    years.map(async (year) => {
      const [bodies, programmes] = await Promise.all([
        record.bodies.nameable(year),
        record.programmes.nameable(year),
      ]);
      return [...bodies, ...programmes].map(({ id, name }) => [`${year} ${id}`, name] as const);
    }),
  );
  const names = new Map(named.flat());
  const nameOf = (year: number, id: string | null): string | undefined => names.get(`${year} ${id}`);
  const rows = [
    ...meetings.map((meeting) => ({
      one: meeting,
      kind: 'meeting' as const,
      name: nameOf(meeting.fiscalYear, meeting.bodyId) ?? '',
      printedDate: printMeetingDate(meeting),
    })),
    ...trainings.map((session) => ({
      one: session,
      kind: 'training' as const,
      name: nameOf(session.fiscalYear, session.programmeId) ?? session.otherName,
      printedDate: printTrainingDate(session),
    })),
  ];
  return rows
    .map(({ one, ...row }) => {
      const isPlanned = standingOf(one, today) === 'planned';
      return {
        ...row,
        isUnconfirmed: one.confirmedAt === null,
        isPlanned,
        isHeldOpen: !isPlanned && one.heldConfirmedAt === null,
      };
    })
    .filter(({ isUnconfirmed, isHeldOpen }) => isUnconfirmed || isHeldOpen);
};

const inPlaces = (
  departments: readonly DepartmentWithSections[],
  appointments: readonly Appointment[],
): readonly PlacedAppointment[] =>
  departments.flatMap(({ name: departmentName, sections }) =>
    sections.flatMap(({ id, name: sectionName }) =>
      appointments
        .filter(({ sectionId }) => sectionId === id)
        .map((appointment) => ({ departmentName, sectionName, appointment })),
    ),
  );

/** Reads it as it stands on `today`, in as many statements however much it is. */
export const readWaiting = async (record: Record, settings: Settings, today: LocalDate): Promise<Waiting> => {
  const year = fiscalYearOf(today);
  const [records, departments, appointments] = await Promise.all([
    readRecords(record, today),
    record.departments.all(),
    // Up to the end of next year's roster.
    record.appointments.between(today, lastDayOf(year + 1)),
  ]);
  const roster = rosterOn(today, departments, appointments);
  const withClosedAccount = appointments.filter(({ person }) => person.deactivatedAt !== null);
  return {
    records,
    unconfirmed: inPlaces(
      departments,
      appointments.filter(({ confirmedAt }) => confirmedAt === null),
    ),
    vacancies: vacanciesOf(roster).flatMap(({ section }) => {
      const place = placeOf(departments, section.id);
      return place === undefined
        ? []
        : [{ departmentName: place.department.name, sectionName: place.section.name }];
    }),
    awaitedUntil: awaitedUntil(year, today, settings),
    // Who is in the rosters of both years is named once.
    needingSuccessor: inPlaces(departments, withClosedAccount).filter(
      ({ appointment: { person, sectionId } }, at, all) =>
        all.findIndex(
          (one) => one.appointment.person.id === person.id && one.appointment.sectionId === sectionId,
        ) === at,
    ),
    roster: roster.departments.map(({ department, sections }) => {
      const held = sections.flatMap((one) => one.appointments);
      return {
        name: department.name,
        sections: sections.length,
        promoters: held.length,
        chiefs: held.filter(({ role }) => role === 'chief').map(({ person }) => person.name),
      };
    }),
  };
};
