import type { ActingRecord } from '../../db/database.ts';
import type { Actor } from '../../domain/actor.ts';
import type { Attendance } from '../../domain/attendance/attendance.ts';
import type { FiscalYear } from '../../domain/calendar/fiscal-year.ts';
import { type LocalDate, todayInTokyo } from '../../domain/calendar/local-date.ts';
import type { ImportCounts, ImportProblem } from '../../domain/csv-file.ts';
import {
  firstDayOfRecord,
  fiscalYearOfRecord,
  hasBegun,
  type RecordDate,
} from '../../domain/occasion/date.ts';
import { isSecretariat } from '../../domain/permission.ts';
import { indexPeople, type PeopleIndex, whoIsMeant } from '../../domain/person/match.ts';
import type { Person, PersonFacts, UnknownName } from '../../domain/person/person.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { subjectOf } from '../../domain/subject.ts';
import type {
  AttendanceLineProblem,
  ImportedAttendance,
  ImportedAttendanceProblem,
} from '../../domain/training/import.ts';
import type { TrainingSession } from '../../domain/training/training.ts';
import type { ApprovedImport, ServiceDeps } from '../service-deps.ts';

/** A file may hold thousands of people; nobody waits for a form meanwhile. */
const IMPORT_WITHIN_MS = 10 * 60_000;

type NamedSession = { readonly session: TrainingSession; readonly name: string };

/** What is known of one fiscal year, read once. */
type Year = {
  readonly sessions: readonly NamedSession[];
  /** The sections somebody held in that year. */
  readonly sectionsOf: (person: Person) => readonly string[];
};

/** An attendance with the line that brought it, where one did. */
type Known = Attendance & { readonly line: number | null };

/** One import at work. */
type Work = {
  readonly record: ActingRecord;
  readonly at: Date;
  readonly today: LocalDate;
  /** Everybody of the record, and where to find them. */
  readonly directory: { people: readonly Person[]; index: PeopleIndex };
  readonly years: Map<FiscalYear, Year>;
  /** The lines that brought somebody into the record, by the person's id. */
  readonly newcomers: Map<string, UnknownName>;
  /** By session, then by person. */
  readonly known: Map<string, Map<string, Known>>;
};

/** What an import does or would do, and the names of the file that the record does not know. */
export type AttendanceWould = ImportCounts & { readonly unknown: readonly UnknownName[] };

const readYear = async (record: ActingRecord, year: FiscalYear): Promise<Year> => {
  const programmes = await record.programmes.nameable(year);
  const sessions = await record.trainings.ofYear(year);
  const appointments = await record.appointments.ofYear(year);
  const departments = await record.departments.all();
  const sections = departments.flatMap((department) => department.sections);
  const nameOf = ({ programmeId, otherName }: TrainingSession): string =>
    programmes.find(({ id }) => id === programmeId)?.name ?? otherName;
  return {
    sessions: sessions.map((session) => ({ session, name: nameOf(session) })),
    sectionsOf: ({ id }) =>
      appointments
        .filter(({ person }) => person.id === id)
        .flatMap(({ sectionId }) => sections.find((section) => section.id === sectionId)?.name ?? []),
  };
};

/** Once asked, kept until the import ends. */
const remembered = async <K, V>(kept: Map<K, V>, key: K, ask: () => Promise<V>): Promise<V> => {
  const known = kept.get(key);
  if (known !== undefined) return known;
  const value = await ask();
  kept.set(key, value);
  return value;
};

/** A date as the record has it, or the first day of one that lasts. */
const isMeantBy = (typed: RecordDate, date: RecordDate): boolean =>
  JSON.stringify(typed) === JSON.stringify(date) ||
  (typed.kind === 'day' &&
    (date.kind === 'days' || date.kind === 'until') &&
    typed.day === firstDayOfRecord(date));

const sessionOf = (
  { sessions }: Year,
  { sessionName, date }: ImportedAttendance,
  today: LocalDate,
): Result<TrainingSession, ImportedAttendanceProblem> => {
  const [found, ...others] = sessions.filter(
    ({ session, name }) => name === sessionName && isMeantBy(date, session.date),
  );
  if (found === undefined) return refuse({ field: 'session', kind: 'unknown-session' });
  if (others.length > 0) return refuse({ field: 'session', kind: 'ambiguous-session' });
  return hasBegun(found.session.date, today)
    ? succeed(found.session)
    : refuse({ field: 'heldOn', kind: 'attendance-still-to-come' });
};

/** Who is meant; one whom the record does not know comes into it. A list of who came renames nobody. */
const personOf = async (
  { record, at, directory, newcomers }: Work,
  { line, email, name }: ImportedAttendance,
  sectionsOf: Year['sectionsOf'],
): Promise<Result<Person, ImportedAttendanceProblem>> => {
  const facts: PersonFacts = { slackId: null, email, name };
  const named = whoIsMeant(facts, directory.index, sectionsOf);
  if (!named.ok) return named;
  const meant = named.value;
  if (meant.kind === 'known' && meant.learned.email === undefined) return succeed(meant.person);
  const person = await record.people.keep(
    meant.kind === 'new' ? meant : { ...meant, learned: { email } },
    at,
  );
  await record.audit({
    subject: subjectOf('person', person.id),
    ...(meant.kind === 'new' ? {} : { before: meant.person }),
    after: person,
  });
  if (meant.kind === 'new')
    newcomers.set(person.id, {
      line,
      name,
      near: meant.near.map((one) => ({
        name: one.name,
        places: sectionsOf(one),
        line: newcomers.get(one.id)?.line ?? null,
      })),
    });
  directory.people = [...directory.people.filter(({ id }) => id !== person.id), person];
  directory.index = indexPeople(directory.people);
  return succeed(person);
};

const importOne = async (
  work: Work,
  row: ImportedAttendance,
): Promise<Result<Attendance | 'known', ImportedAttendanceProblem>> => {
  const { record, today, years, known } = work;
  const fiscalYear = fiscalYearOfRecord(row.date);
  const year = await remembered(years, fiscalYear, () => readYear(record, fiscalYear));
  const session = sessionOf(year, row, today);
  if (!session.ok) return session;
  const sessionId = session.value.id;
  const person = await personOf(work, row, year.sectionsOf);
  if (!person.ok) return person;
  const attendances = await remembered(known, sessionId, async () => {
    // Held, so that nobody cancels it or enters the same people meanwhile.
    await record.trainings.findToChange(sessionId);
    const entered = await record.attendances.ofSession(sessionId);
    return new Map(entered.map((attendance) => [attendance.personId, { ...attendance, line: null }]));
  });
  const personId = person.value.id;
  const before = attendances.get(personId);
  if (before !== undefined) {
    const isSame = before.state === row.state && (row.note === '' || row.note === before.note);
    if (isSame) return succeed('known');
    return before.line === null
      ? refuse({ field: 'state', kind: 'attendance-known-otherwise' })
      : refuse({ field: 'name', kind: 'person-twice', otherLine: before.line });
  }
  const attendance: Attendance = { sessionId, personId, state: row.state, note: row.note };
  attendances.set(personId, { ...attendance, line: row.line });
  return succeed(attendance);
};

/** Enters what is new, and one audit line a session. */
const enter = async (
  record: ActingRecord,
  attendances: readonly Attendance[],
  by: string,
  at: Date,
): Promise<void> => {
  await record.attendances.enter(
    attendances.map((attendance) => ({ ...attendance, at, by, source: 'file' as const })),
  );
  for (const id of new Set(attendances.map(({ sessionId }) => sessionId)))
    await record.audit({
      subject: subjectOf('training', id),
      after: { attendances: attendances.filter(({ sessionId }) => sessionId === id) },
    });
};

/**
 * Records who attended past training, all or nothing, and sends nothing. One person is recorded once per session: who
 * is recorded already as the file says is left alone, so that importing twice changes nothing, and as something else is
 * refused. A dry run is refused at its end with what it would have done, and so is a file with names that the record does
 * not know, unless `newPeople` says that those are new people. `approved` says yes to what was shown of a file, new
 * people included: one that would do something else now is refused likewise.
 */
export const importAttendance = async (
  { clock, db }: ServiceDeps,
  rows: readonly ImportedAttendance[],
  { dryRun, newPeople }: { readonly dryRun: boolean; readonly newPeople: boolean },
  actor: Actor,
  approved?: ApprovedImport<AttendanceWould>,
): Promise<Result<ImportCounts, ImportProblem<AttendanceLineProblem, AttendanceWould> | Refusal>> => {
  const at = clock.now();
  return db.submit<ImportCounts, ImportProblem<AttendanceLineProblem, AttendanceWould> | Refusal>(
    { actor, action: 'import-attendance', at, withinMs: IMPORT_WITHIN_MS },
    approved && { key: approved.key, content: approved.draft, changes: true },
    async (record) => {
      if (!isSecretariat(actor)) return refuse({ kind: 'not-allowed', who: 'secretariat' });
      // People come into the record through the roster too: one at a time.
      await record.appointments.lock();
      const people = await record.people.all();
      const work: Work = {
        record,
        at,
        today: todayInTokyo(at),
        directory: { people, index: indexPeople(people) },
        years: new Map(),
        newcomers: new Map(),
        known: new Map(),
      };
      const lines: AttendanceLineProblem[] = [];
      const added: Attendance[] = [];
      for (const row of rows) {
        const imported = await importOne(work, row);
        if (!imported.ok) lines.push({ line: row.line, problem: imported.error });
        else if (imported.value !== 'known') added.push(imported.value);
      }
      if (lines.length > 0) return refuse({ kind: 'lines', lines });
      const counts = { added: added.length, known: rows.length - added.length };
      const would = { ...counts, unknown: [...work.newcomers.values()] };
      if (dryRun) return refuse({ kind: 'dry-run', would });
      const isApproved = approved?.isAsShown(would) ?? (newPeople || would.unknown.length === 0);
      if (!isApproved) return refuse({ kind: 'needs-yes', would });
      await enter(record, added, actor.id, at);
      return succeed(counts);
    },
  );
};
