import type { Post } from '../domain/actor.ts';
import type { FiscalYear } from '../domain/calendar/fiscal-year.ts';
import { fromUtcMidnight, type LocalDate, utcMidnight } from '../domain/calendar/local-date.ts';
import type { Pieces } from '../domain/pieces.ts';
import type { Appointment, Term } from '../domain/promoter/appointment.ts';
import { insertRows } from './bulk-insert.ts';
import type { Prismatic } from './client.ts';
import type { Prisma } from './generated/client.ts';
import { inPages } from './pages.ts';
import { toPerson } from './people.ts';

/** An appointment to be written. `confirmedAt` null makes it 未確認. */
export type NewAppointment = Term & {
  readonly id: string;
  readonly personId: string;
  readonly sectionId: string;
  readonly role: Post['role'];
  readonly recordedBy: string;
  readonly recordedAt: Date;
  readonly reportedAt: Date | null;
  readonly confirmedAt: Date | null;
  readonly guideWanted: boolean;
};

/** What of an appointment changes; `revision` counts itself. */
export type AppointmentChange = Partial<
  Term & {
    readonly personId: string;
    readonly sectionId: string;
    readonly role: Post['role'];
    readonly reportedAt: Date | null;
    readonly confirmedAt: Date | null;
    readonly cancelledAt: Date | null;
    readonly guideWanted: boolean;
    readonly guidePlannedAt: Date | null;
    readonly guideConfirmedAt: Date | null;
  }
>;

export type AppointmentTable = {
  /** Holds the whole roster until the transaction ends: nobody else appoints or ends anybody meanwhile. */
  readonly lock: () => Promise<void>;
  readonly find: (id: string) => Promise<Appointment | undefined>;
  /** Not cancelled, whose term has a day from `first` to `last`; 未確認 ones too. By first day, then in the order of recording. */
  readonly between: (first: LocalDate, last: LocalDate) => Promise<readonly Appointment[]>;
  /** The same, read in pieces. */
  readonly betweenInPieces: (
    first: LocalDate,
    last: LocalDate,
    pieces: Pieces,
  ) => Promise<readonly Appointment[]>;
  /** The same of these sections. */
  readonly ofSections: (
    sectionIds: readonly string[],
    first: LocalDate,
    last: LocalDate,
  ) => Promise<readonly Appointment[]>;
  /** Not cancelled, of a fiscal year; 未確認 ones too. */
  readonly ofYear: (year: FiscalYear) => Promise<readonly Appointment[]>;
  /** The same of several years at once. */
  readonly ofYears: (years: readonly FiscalYear[]) => Promise<readonly Appointment[]>;
  /** Of a fiscal year, cancelled ones too. */
  readonly everOfYear: (year: FiscalYear) => Promise<readonly Appointment[]>;
  /** Not cancelled, of one person; 未確認 ones too. */
  readonly ofPerson: (personId: string) => Promise<readonly Appointment[]>;
  /** Confirmed, wanting a 役割のご案内 that was not planned yet, begun by `day` and not over. */
  readonly wantingGuide: (day: LocalDate) => Promise<readonly Appointment[]>;
  readonly create: (rows: readonly NewAppointment[]) => Promise<void>;
  readonly put: (id: string, change: AppointmentChange) => Promise<void>;
  /** The same change for many. */
  readonly putAll: (ids: readonly string[], change: AppointmentChange) => Promise<void>;
};

const whole = { person: true } as const satisfies Prisma.AppointmentInclude;
type Row = Prisma.AppointmentGetPayload<{ include: typeof whole }>;

const toAppointment = ({
  workspaceId: _,
  personId: __,
  recordedAt: ___,
  person,
  startsOn,
  endsOn,
  ...row
}: Row): Appointment => ({
  ...row,
  person: toPerson(person),
  startsOn: fromUtcMidnight(startsOn),
  endsOn: fromUtcMidnight(endsOn),
});

/** Days as the database has them, and nothing for what is not given. */
const days = ({ startsOn, endsOn }: { readonly startsOn?: LocalDate; readonly endsOn?: LocalDate }) => ({
  ...(startsOn === undefined ? {} : { startsOn: utcMidnight(startsOn) }),
  ...(endsOn === undefined ? {} : { endsOn: utcMidnight(endsOn) }),
});

const standingBetween = (first: LocalDate, last: LocalDate) => ({
  cancelledAt: null,
  startsOn: { lte: utcMidnight(last) },
  endsOn: { gte: utcMidnight(first) },
});

const COLUMNS = {
  workspace_id: 'text',
  id: 'uuid',
  person_id: 'uuid',
  section_id: 'uuid',
  role: 'promoter_role',
  fiscal_year: 'int',
  starts_on: 'date',
  ends_on: 'date',
  recorded_by: 'text',
  recorded_at: 'timestamptz',
  reported_at: 'timestamptz',
  confirmed_at: 'timestamptz',
  guide_wanted: 'boolean',
} as const;

const columnsOf = ({ startsOn, endsOn, ...change }: AppointmentChange) => ({
  ...change,
  ...days({ ...(startsOn && { startsOn }), ...(endsOn && { endsOn }) }),
  revision: { increment: 1 },
});

export const createAppointmentTable = (prisma: Prismatic, workspaceId: string): AppointmentTable => {
  const list = async (where: Prisma.AppointmentWhereInput): Promise<readonly Appointment[]> =>
    (
      await prisma.appointment.findMany({
        where: { ...where, workspaceId },
        include: whole,
        orderBy: [{ startsOn: 'asc' }, { recordedAt: 'asc' }, { id: 'asc' }],
      })
    ).map(toAppointment);
  return {
    lock: async () => {
      await prisma.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`${workspaceId} roster`}, 0))`;
    },
    find: async (id) => (await list({ id }))[0],
    between: (first, last) => list(standingBetween(first, last)),
    betweenInPieces: async (first, last, pieces) => {
      const rows = await inPages(pieces, async ({ after, most }) =>
        (
          await prisma.appointment.findMany({
            where: { ...standingBetween(first, last), workspaceId, id: { gt: after } },
            include: whole,
            // Joined, everybody's person would be looked up for every piece.
            relationLoadStrategy: 'query',
            orderBy: { id: 'asc' },
            take: most,
          })
        ).map((row) => ({
          id: row.id,
          recordedAt: row.recordedAt.getTime(),
          appointment: toAppointment(row),
        })),
      );
      const inOrder = (one: (typeof rows)[number], other: (typeof rows)[number]): number => {
        const [first, second] = [one.appointment.startsOn, other.appointment.startsOn];
        // They come by id, which stays so where all else is the same.
        return first === second ? one.recordedAt - other.recordedAt : first < second ? -1 : 1;
      };
      return rows.toSorted(inOrder).map(({ appointment }) => appointment);
    },
    ofSections: (sectionIds, first, last) =>
      list({
        ...standingBetween(first, last),
        sectionId: { in: [...sectionIds] },
      }),
    ofYear: (fiscalYear) => list({ fiscalYear, cancelledAt: null }),
    ofYears: (years) => list({ fiscalYear: { in: [...years] }, cancelledAt: null }),
    everOfYear: (fiscalYear) => list({ fiscalYear }),
    ofPerson: (personId) => list({ personId, cancelledAt: null }),
    wantingGuide: (day) =>
      list({
        cancelledAt: null,
        confirmedAt: { not: null },
        guideWanted: true,
        guidePlannedAt: null,
        startsOn: { lte: utcMidnight(day) },
        endsOn: { gte: utcMidnight(day) },
      }),
    create: (rows) =>
      insertRows(
        prisma,
        'appointment',
        COLUMNS,
        rows.map((row) => ({
          workspace_id: workspaceId,
          id: row.id,
          person_id: row.personId,
          section_id: row.sectionId,
          role: row.role,
          fiscal_year: row.fiscalYear,
          starts_on: row.startsOn,
          ends_on: row.endsOn,
          recorded_by: row.recordedBy,
          recorded_at: row.recordedAt,
          reported_at: row.reportedAt,
          confirmed_at: row.confirmedAt,
          guide_wanted: row.guideWanted,
        })),
      ),
    put: async (id, change) => {
      await prisma.appointment.update({
        where: { workspaceId_id: { workspaceId, id } },
        data: columnsOf(change),
      });
    },
    putAll: async (ids, change) => {
      await prisma.appointment.updateMany({
        where: { workspaceId, id: { in: [...ids] } },
        data: columnsOf(change),
      });
    },
  };
};
