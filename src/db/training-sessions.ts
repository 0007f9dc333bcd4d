import type { FiscalYear } from '../domain/calendar/fiscal-year.ts';
import { type LocalDate, utcMidnight } from '../domain/calendar/local-date.ts';
import { fieldsOf, fiscalYearOfRecord } from '../domain/occasion/date.ts';
import type { TrainingContents, TrainingFacts, TrainingSession } from '../domain/training/training.ts';
import type { Prismatic } from './client.ts';
import type { Prisma } from './generated/client.ts';
import { wherePending } from './pending.ts';
import { toRecordDate } from './record-date.ts';
import { toRecordedFor } from './recorded-for.ts';

/** How a session stands from its first row on. */
export type TrainingRecorded = {
  readonly by: string;
  readonly forSection: string | null;
  readonly at: Date;
  readonly confirmed: boolean;
  readonly heldConfirmed: boolean;
};

export type TrainingSessionTable = {
  readonly find: (id: string) => Promise<TrainingSession | undefined>;
  /** Finds it and holds it until the transaction ends, so that what is decided from it stays true. */
  readonly findToChange: (id: string) => Promise<TrainingSession | undefined>;
  /**
   * Finds it, by its id or by its code while it is not cancelled, and keeps it as it is until the transaction ends. Any
   * number of people may attend at once; who changes it, or enters others, waits for them.
   */
  readonly findToAttend: (
    wanted: { readonly id: string } | { readonly code: string },
  ) => Promise<TrainingSession | undefined>;
  /** Not cancelled, by first day, then by time of recording. */
  readonly ofYear: (year: FiscalYear) => Promise<readonly TrainingSession[]>;
  /** Those of a year that were cancelled, in the same order. */
  readonly cancelledOf: (year: FiscalYear) => Promise<readonly TrainingSession[]>;
  /** Those that stand, of several years. */
  readonly ofYears: (years: readonly FiscalYear[]) => Promise<readonly TrainingSession[]>;
  /**
   * Not cancelled, with something still to come, in the same order: the first day is after `day`, it is 未確認, or nobody has
   * said yet that it was held.
   */
  readonly pending: (day: LocalDate) => Promise<readonly TrainingSession[]>;
  /** Not cancelled, beginning on a day, in the same order. */
  readonly beginningOn: (day: LocalDate) => Promise<readonly TrainingSession[]>;
  /** Holds all 研修 of no programme (その他) until the transaction ends: no other is recorded or changed meanwhile. */
  readonly lockOthers: () => Promise<void>;
  readonly create: (id: string, facts: TrainingFacts, recorded: TrainingRecorded) => Promise<void>;
  readonly putFacts: (
    id: string,
    facts: TrainingFacts,
    held: { readonly heldConfirmedAt: Date | null; readonly isToAsk: boolean },
  ) => Promise<void>;
  readonly putContents: (id: string, contents: TrainingContents) => Promise<void>;
  /**
   * Gives it a reception code that no other session has: `draw` is asked until it gives one. Codes are given out one at a
   * time.
   */
  readonly giveCode: (id: string, draw: () => string) => Promise<void>;
  readonly takeCodeBack: (id: string) => Promise<void>;
  readonly putPrintedTogether: (id: string, together: boolean) => Promise<void>;
  readonly confirm: (id: string, at: Date) => Promise<void>;
  readonly markHeldAsked: (id: string, at: Date | null) => Promise<void>;
  readonly markHeldConfirmed: (id: string, at: Date | null) => Promise<void>;
  readonly cancel: (id: string, at: Date, reason: string) => Promise<void>;
  /** Takes the cancellation back: all else is as it was. */
  readonly restore: (id: string) => Promise<void>;
  /** 対象者 who were chosen one by one, by person id. */
  readonly inviteesOf: (id: string) => Promise<readonly string[]>;
  readonly putInvitees: (id: string, personIds: readonly string[]) => Promise<void>;
};

const whole = {
  section: { select: { departmentId: true } },
} as const satisfies Prisma.TrainingSessionInclude;
type Row = Prisma.TrainingSessionGetPayload<{ include: typeof whole }>;

const toSession = (row: Row): TrainingSession => {
  const { id, programmeId, otherName, fiscalYear, way, place, audience, headCount, code } = row;
  return {
    id,
    programmeId,
    otherName,
    fiscalYear,
    way,
    date: toRecordDate(row),
    place,
    audience,
    headCount,
    code,
    contents: { lecturer: row.lecturer, content: row.content, link: row.link },
    printedTogether: row.printedTogether,
    recordedBy: row.recordedBy,
    recordedFor: toRecordedFor(row),
    recordedAt: row.recordedAt,
    confirmedAt: row.confirmedAt,
    heldAskedAt: row.heldAskedAt,
    heldConfirmedAt: row.heldConfirmedAt,
    cancelled: row.cancelledAt === null ? null : { at: row.cancelledAt, reason: row.cancelReason },
    revision: row.revision,
  };
};

const columns = ({ date, ...facts }: TrainingFacts) => {
  const { heldOn, heldUntil, precision } = fieldsOf(date);
  return {
    ...facts,
    precision,
    fiscalYear: fiscalYearOfRecord(date),
    heldOn: utcMidnight(heldOn),
    heldUntil: heldUntil === undefined ? null : utcMidnight(heldUntil),
  };
};

export const createTrainingSessionTable = (prisma: Prismatic, workspaceId: string): TrainingSessionTable => {
  const list = async (where: Prisma.TrainingSessionWhereInput): Promise<readonly TrainingSession[]> =>
    (
      await prisma.trainingSession.findMany({
        where: { ...where, workspaceId },
        include: whole,
        orderBy: [{ heldOn: 'asc' }, { recordedAt: 'asc' }, { id: 'asc' }],
      })
    ).map(toSession);
  const set = async (id: string, data: Prisma.TrainingSessionUncheckedUpdateInput): Promise<void> => {
    await prisma.trainingSession.update({ where: { workspaceId_id: { workspaceId, id } }, data });
  };
  return {
    find: async (id) => (await list({ id }))[0],
    findToChange: async (id) => {
      await prisma.$queryRaw`
        select 1 from training_session where workspace_id = ${workspaceId} and id = ${id}::uuid for no key update`;
      return (await list({ id }))[0];
    },
    findToAttend: async (wanted) => {
      const [found] =
        'id' in wanted
          ? await prisma.$queryRaw<readonly { readonly id: string }[]>`
              select id from training_session
              where workspace_id = ${workspaceId} and id = ${wanted.id}::uuid for share`
          : await prisma.$queryRaw<readonly { readonly id: string }[]>`
              select id from training_session
              where workspace_id = ${workspaceId} and code = ${wanted.code} and cancelled_at is null for share`;
      return found === undefined ? undefined : (await list({ id: found.id }))[0];
    },
    ofYear: (fiscalYear) => list({ fiscalYear, cancelledAt: null }),
    cancelledOf: (fiscalYear) => list({ fiscalYear, NOT: { cancelledAt: null } }),
    ofYears: (years) => list({ fiscalYear: { in: [...years] }, cancelledAt: null }),
    pending: (day) => list(wherePending(day)),
    beginningOn: (day) => list({ heldOn: utcMidnight(day), cancelledAt: null }),
    lockOthers: async () => {
      await prisma.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`${workspaceId} other training`}, 0))`;
    },
    create: async (id, facts, { by, forSection, at, confirmed, heldConfirmed }) => {
      await prisma.trainingSession.create({
        data: {
          ...columns(facts),
          workspaceId,
          id,
          recordedBy: by,
          sectionId: forSection,
          recordedAt: at,
          confirmedAt: confirmed ? at : null,
          heldConfirmedAt: heldConfirmed ? at : null,
        },
      });
    },
    putFacts: (id, facts, { heldConfirmedAt, isToAsk }) =>
      set(id, {
        ...columns(facts),
        revision: { increment: 1 },
        heldConfirmedAt,
        ...(isToAsk ? { heldAskedAt: null } : {}),
      }),
    putContents: (id, contents) => set(id, { ...contents, revision: { increment: 1 } }),
    giveCode: async (id, draw) => {
      await prisma.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`${workspaceId} codes`}, 0))`;
      let code = draw();
      while ((await list({ code })).length > 0) code = draw();
      await set(id, { code });
    },
    takeCodeBack: (id) => set(id, { code: null }),
    putPrintedTogether: (id, printedTogether) => set(id, { printedTogether }),
    confirm: (id, at) => set(id, { confirmedAt: at }),
    markHeldAsked: (id, at) => set(id, { heldAskedAt: at }),
    markHeldConfirmed: (id, at) => set(id, { heldConfirmedAt: at }),
    // Its code is taken from nobody while it is cancelled, and given to no other session: it may come back.
    cancel: (id, at, reason) => set(id, { cancelledAt: at, cancelReason: reason }),
    restore: (id) => set(id, { cancelledAt: null, cancelReason: '' }),
    inviteesOf: async (sessionId) =>
      (
        await prisma.sessionInvitee.findMany({
          where: { workspaceId, sessionId },
          orderBy: { personId: 'asc' },
        })
      ).map(({ personId }) => personId),
    putInvitees: async (sessionId, personIds) => {
      await prisma.sessionInvitee.deleteMany({ where: { workspaceId, sessionId } });
      await prisma.sessionInvitee.createMany({
        data: [...new Set(personIds)].map((personId) => ({ workspaceId, sessionId, personId })),
      });
    },
  };
};
