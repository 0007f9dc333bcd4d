import { type FiscalYear, fiscalYearOf, lastDayOf } from '../domain/calendar/fiscal-year.ts';
import type { LocalDate } from '../domain/calendar/local-date.ts';
import type { Inquiry, InquiryState } from '../domain/inquiry/inquiry.ts';
import type { Person } from '../domain/person/person.ts';
import type { Appointment } from '../domain/promoter/appointment.ts';
import type { Settings } from '../domain/settings.ts';
import type { TrainingSession } from '../domain/training/training.ts';
import { askActionsOnce } from './action-items.ts';
import type { AppointmentTable } from './appointments.ts';
import { askAwayOnce } from './ask-away-once.ts';
import { askByState, askOnce, askTogether, createGathering, type Memory } from './ask-once.ts';
import { askWrittenOnce } from './ask-written-once.ts';
import type { CallerTable } from './callers.ts';
import type { WorkspaceRecord } from './database.ts';
import { placesIn } from './departments.ts';
import type { InquiryTable } from './inquiries.ts';
import { lazily, over } from './lazily.ts';
import { newestFirst } from './newsletter-issues.ts';
import { askPendingOnce } from './pending.ts';
import type { PersonTable } from './people.ts';
import { notHeldOf } from './programmes.ts';
import { readsOfYear } from './yearly-reads.ts';

type Span = { readonly first: LocalDate; readonly last: LocalDate };

/** Appointments run with the fiscal year: what several parts ask of different days is in the same years. */
const wholeYears = (spans: readonly Span[]): Span => {
  const years = spans.flatMap(({ first, last }) => [fiscalYearOf(first), fiscalYearOf(last)]);
  // With the last day of the year before, by which 選任報告 goes.
  return { first: lastDayOf(Math.min(...years) - 1), last: lastDayOf(Math.max(...years)) };
};

/**
 * The roster is read by whole fiscal years, of all days that are asked about at the same moment together; also where it may be read in
 * pieces, so that one request reads it once.
 */
const askRosterOnce = (
  { between, ofSections, find }: AppointmentTable,
  memory: Memory,
): Pick<AppointmentTable, 'between' | 'betweenInPieces' | 'ofSections' | 'find'> & {
  readonly read: () => Promise<readonly Appointment[]>;
} => {
  const known: { readonly span: Span; readonly rows: Promise<readonly Appointment[]> }[] = [];
  const gather = createGathering<Span, readonly Appointment[]>((spans) => {
    const span = wholeYears(spans);
    const rows = memory.keep(between(span.first, span.last));
    known.push({ span, rows });
    return rows;
  });
  const holding = async (first: LocalDate, last: LocalDate): Promise<readonly Appointment[]> => {
    const there = known.find(({ span }) => span.first <= first && last <= span.last);
    const rows = await (there?.rows ?? gather({ first, last }));
    return rows.filter(({ startsOn, endsOn }) => startsOn <= last && endsOn >= first);
  };
  const asked: {
    readonly ids: ReadonlySet<string>;
    readonly span: Span;
    readonly rows: Promise<readonly Appointment[]>;
  }[] = [];
  memory.whenForgotten(() => {
    known.length = 0;
    asked.length = 0;
  });
  const ofSome = (ids: readonly string[], span: Span): Promise<readonly Appointment[]> => {
    const there = asked.find(
      (one) =>
        one.span.first === span.first && one.span.last === span.last && ids.every((id) => one.ids.has(id)),
    )?.rows;
    const rows = there ?? memory.keep(ofSections(ids, span.first, span.last));
    if (there === undefined) asked.push({ ids: new Set(ids), span, rows });
    return rows;
  };
  const read = async (): Promise<readonly Appointment[]> =>
    (await Promise.all(known.map(({ rows }) => rows))).flat();
  return {
    read,
    between: holding,
    betweenInPieces: holding,
    find: async (id) => (await read()).find((one) => one.id === id) ?? find(id),
    // Of a few sections the whole roster is not read, but where it is there they are in it.
    ofSections: async (sectionIds, first, last) => {
      const isKnown = known.some(({ span }) => span.first <= first && last <= span.last);
      const rows = await (isKnown ? holding(first, last) : ofSome(sectionIds, { first, last }));
      return rows.filter(({ sectionId }) => sectionIds.includes(sectionId));
    },
  };
};

/**
 * Everybody is read where a part of the answer asks for all; then nobody is read one by one any more, nor who is in the roster as
 * far as that was read.
 */
const askPeopleOnce = (
  people: PersonTable,
  roster: () => Promise<readonly Pick<Appointment, 'person'>[]>,
  memory: Memory,
): Pick<PersonTable, 'all' | 'allInPieces' | 'claims' | 'find' | 'ofIds' | 'ofSlackIds'> => {
  let read: ReturnType<PersonTable['everybody']> | undefined;
  memory.whenForgotten(() => {
    read = undefined;
  });
  const everybody = (): ReturnType<PersonTable['everybody']> => {
    read ??= memory.keep(people.everybody());
    return read;
  };
  const personOf = askTogether<string, Person | null>(async (ids) => {
    const known = read === undefined ? (await roster()).map(({ person }) => person) : (await read).all;
    const found = new Map(known.map((person) => [person.id, person]));
    const others = read === undefined ? ids.filter((id) => !found.has(id)) : [];
    for (const person of others.length === 0 ? [] : await people.ofIds(others)) found.set(person.id, person);
    return ids.map((id) => found.get(id) ?? null);
  }, memory);
  const all = async (): Promise<readonly Person[]> => (await everybody()).all;
  return {
    all,
    allInPieces: all,
    claims: async () => (await everybody()).claims,
    find: async (id) => (await personOf(id)) ?? undefined,
    ofIds: async (ids) =>
      (await Promise.all(ids.toSorted().map(personOf))).filter((person) => person !== null),
    ofSlackIds: async (slackIds) =>
      read === undefined
        ? people.ofSlackIds(slackIds)
        : (await read).all.filter(({ slackId }) => slackId !== null && slackIds.includes(slackId)),
  };
};

/** Inquiries of a year and of some states; what is in one of these states is among them. */
const askInquiriesOnce = (
  { inState, ofYearOrIn }: InquiryTable,
  memory: Memory,
): Pick<InquiryTable, 'inState' | 'ofYearOrIn'> => {
  const known: { readonly states: readonly InquiryState[]; readonly rows: Promise<readonly Inquiry[]> }[] =
    [];
  memory.whenForgotten(() => {
    known.length = 0;
  });
  const askState = askOnce(inState, memory);
  return {
    inState: async (states) => {
      const there = known.find((one) => states.every((state) => one.states.includes(state)));
      return there === undefined
        ? askState(states)
        : (await there.rows).filter(({ state }) => states.includes(state));
    },
    ofYearOrIn: (year, states) => {
      const rows = memory.keep(ofYearOrIn(year, states));
      known.push({ states, rows });
      return rows;
    },
  };
};

/** 設定 come with who asks, which is asked before anything else. */
const askSettingsOnce = (
  { settings, callers }: Pick<WorkspaceRecord, 'settings' | 'callers'>,
  memory: Memory,
): { readonly ofCaller: CallerTable['read']; readonly read: () => Promise<Settings> } => {
  let known: Promise<Settings> | undefined;
  memory.whenForgotten(() => {
    known = undefined;
  });
  return {
    ofCaller: (account, serving) => {
      const asked = memory.keep(callers.read(account, serving));
      known = asked.then(({ settings: read }) => read);
      known.catch(() => undefined);
      return asked;
    },
    read: () => {
      known ??= memory.keep(settings.read());
      return known;
    },
  };
};

/** Tables that answer what several parts of a request ask for once; each is made when it is first asked for. */
export const recordOfRequest = (tables: WorkspaceRecord, memory: Memory): WorkspaceRecord => {
  const shared = lazily({
    settings: () => askSettingsOnce(tables, memory),
    departments: () => askOnce(() => tables.departments.all(), memory),
    roster: () => askRosterOnce(tables.appointments, memory),
    bodies: () => askOnce(() => tables.bodies.histories(), memory),
    programmes: () => askOnce(() => tables.programmes.histories(), memory),
    written: () => askWrittenOnce(tables, memory),
  });
  const changes = {
    settings: () => ({ ...tables.settings, read: shared.settings.read }),
    callers: () => ({ read: shared.settings.ofCaller }),
    departments: () => ({
      ...tables.departments,
      all: shared.departments,
      placesOf: async (sectionIds) => {
        const places = placesIn(await shared.departments());
        return new Map([...places].filter(([id]) => sectionIds.includes(id)));
      },
    }),
    people: () => ({ ...tables.people, ...askPeopleOnce(tables.people, () => shared.roster.read(), memory) }),
    appointments: () => {
      const { read: _, ...roster } = shared.roster;
      return {
        ...tables.appointments,
        ofPerson: askOnce(tables.appointments.ofPerson, memory),
        ...roster,
      };
    },
    awayPeriods: () => ({ ...tables.awayPeriods, notOver: askAwayOnce(tables.awayPeriods, memory) }),
    bodies: () => ({
      ...tables.bodies,
      histories: shared.bodies,
      // All are asked for, also where one is wanted: it is the same question for every part of the answer.
      ...readsOfYear(() => shared.bodies()),
    }),
    programmes: () => ({
      ...tables.programmes,
      histories: shared.programmes,
      ...readsOfYear(() => shared.programmes()),
      notHeldIn: async (year) => notHeldOf(await shared.programmes(), year),
    }),
    setup: () => ({ ...tables.setup, rows: askOnce(tables.setup.rows, memory) }),
    meetings: () => ({ ...tables.meetings, ...askPendingOnce(tables.meetings, memory) }),
    trainings: () => ({
      ...tables.trainings,
      ...askPendingOnce(tables.trainings, memory),
      ofYear: askTogether<FiscalYear, readonly TrainingSession[]>(async (years) => {
        const sessions = await tables.trainings.ofYears(years);
        return years.map((year) => sessions.filter(({ fiscalYear }) => fiscalYear === year));
      }, memory),
    }),
    inquiries: () => ({ ...tables.inquiries, ...askInquiriesOnce(tables.inquiries, memory) }),
    actionItems: () => ({ ...tables.actionItems, ...askActionsOnce(tables.actionItems, memory) }),
    bodyMembers: () => shared.written.bodyMembers,
    writtenMeetings: () => shared.written.writtenMeetings,
    writtenAnswers: () => shared.written.writtenAnswers,
    newsletterIssues: () => ({
      ...tables.newsletterIssues,
      inState: askByState(tables.newsletterIssues.inState, newestFirst, memory),
    }),
  } satisfies { readonly [Name in keyof WorkspaceRecord]?: () => WorkspaceRecord[Name] };
  return over(tables, lazily(changes));
};
