import { randomUUID } from 'node:crypto';
import type { ActingRecord } from '../../../src/db/database.ts';
import { plainStaff, trusted } from '../../../src/domain/actor.ts';
import type { AttendanceEvent } from '../../../src/domain/attendance/attendance.ts';
import { localDate } from '../../../src/domain/calendar/local-date.ts';
import type { RecordDate } from '../../../src/domain/occasion/date.ts';
import type { TrainingFacts } from '../../../src/domain/training/training.ts';
import { confirmMeeting } from '../../../src/services/meeting/confirm.ts';
import { confirmAppointments } from '../../../src/services/roster/confirm-appointments.ts';
import type { ServiceDeps } from '../../../src/services/service-deps.ts';
import { confirmTraining } from '../../../src/services/training/confirm.ts';
import { putRoster } from '../../support/promoters.ts';

/** 令和9年度. */
export const INVENTED = 2027;

const SECRETARY = 'U0JIMU';
const PROMOTER = 'U0KYODO';
const RECORDED = new Date('2027-07-01T10:00:00+09:00');

const day = (text: string): RecordDate => ({ kind: 'day', day: localDate(text) });

/** The record of what others than the secretariat wrote is confirmed later. */
const created = (by: string) => ({
  by,
  forSection: null,
  at: RECORDED,
  confirmed: by !== PROMOTER,
  heldConfirmed: true,
});

/** Meetings of two bodies: three that count, one 未確認 and one cancelled. Gives those to confirm. */
const fillMeetings = async (record: ActingRecord): Promise<readonly string[]> => {
  const [first, second] = await record.bodies.nameable(INVENTED);
  const meet = async (bodyId: string | undefined, date: RecordDate, by: string): Promise<string> => {
    const id = randomUUID();
    const items = [{ text: '案件', kind: null }];
    await record.meetings.create(
      id,
      { bodyId: bodyId ?? '', way: 'onsite', date, note: '', place: '', items },
      created(by),
    );
    return id;
  };
  await meet(first?.id, day('2027-05-01'), SECRETARY);
  const toConfirm = await meet(first?.id, day('2027-05-02'), PROMOTER);
  await meet(second?.id, { kind: 'until', day: localDate('2028-03-31') }, SECRETARY);
  await meet(second?.id, day('2027-06-01'), PROMOTER);
  await record.meetings.cancel(await meet(second?.id, day('2027-06-02'), SECRETARY), RECORDED, '誤り');
  return [toConfirm];
};

type Entered = readonly [people: readonly string[], entry: Pick<AttendanceEvent, 'state' | 'source' | 'by'>];

/** Sessions in one row, with attendances alone, with a head count beside others, of another name. Gives those to confirm. */
const fillTraining = async (record: ActingRecord, people: readonly string[]): Promise<readonly string[]> => {
  const programmes = await record.programmes.nameable(INVENTED);
  const promoters = programmes.find(({ forPromoters }) => forPromoters)?.id ?? '';
  const hold = async (
    facts: Partial<TrainingFacts>,
    entries: readonly Entered[],
    { by = SECRETARY, together = false } = {},
  ): Promise<string> => {
    const id = randomUUID();
    const standard = {
      programmeId: promoters,
      otherName: '',
      way: 'onsite',
      place: '市役所',
      audience: 'open',
      headCount: null,
      date: day('2027-06-05'),
    } as const;
    await record.trainings.create(id, { ...standard, ...facts }, created(by));
    if (together) await record.trainings.putPrintedTogether(id, true);
    const events = entries.flatMap(([attending, entry]) =>
      attending.map((personId) => ({ sessionId: id, personId, note: '', at: RECORDED, ...entry })),
    );
    await record.attendances.enter(events);
    return id;
  };
  const organiser = { source: 'organiser', by: SECRETARY } as const;
  const file = { state: 'present', source: 'file', by: 'cli:test' } as const;
  const self = { source: 'code', by: 'U0STAFF' } as const;
  await hold(
    {},
    [
      [people.slice(0, 10), { state: 'present', ...organiser }],
      [people.slice(10, 12), { state: 'partial', ...organiser }],
      [people.slice(12, 15), { state: 'present', ...self }],
      [people.slice(15, 16), { state: 'absent', ...self }],
    ],
    { together: true },
  );
  // Five of them came to the first already.
  await hold({ date: day('2027-06-12') }, [[people.slice(10, 18), file]], { together: true });
  const late = await hold({ date: day('2027-12-01') }, [[people.slice(0, 4), file]], { by: PROMOTER });
  await hold({ date: day('2027-12-02'), headCount: 50 }, [[people.slice(0, 4), file]]);
  await hold({ programmeId: null, otherName: '補講', audience: 'promoters', date: day('2027-11-01') }, [
    [people.slice(30, 34), file],
  ]);
  await hold({ programmeId: null, otherName: '補講', headCount: 0, date: day('2027-08-01') }, []);
  return [late];
};

/**
 * A year in which all that a number depends on happens once: what promoters record is confirmed by the secretariat later, or not; people hold two
 * sections or begin in October; sessions stand in one row, and some came to both; head counts differ from who is recorded. The
 * year is there once, however often it is asked for.
 */
export const inventYear = async ({ clock, db }: ServiceDeps, workspaceId: string): Promise<void> => {
  const record = db.record(workspaceId);
  if ((await record.people.findBySlackId(SECRETARY)) !== undefined) return;
  const named = (index: number) => ({ name: `職員${index}`, email: `s${index}@city.example` });
  const roster = Array.from({ length: 34 }, (_, index) => ({
    department: `部${index % 3}`,
    section: `課${index % 30}`,
    role: index % 5 === 0 ? ('chief' as const) : ('promoter' as const),
    startsOn: index < 30 ? '2027-04-01' : '2027-10-01',
    ...(index === 1 ? ({ unconfirmed: true } as const) : {}),
    ...named(index),
  }));
  const twice = { ...roster[0], section: '課の2つ目' } as (typeof roster)[number];
  await putRoster(db, workspaceId, [...roster, twice], RECORDED);
  const people = await Promise.all(
    roster.map(async ({ email }) => (await record.people.findByEmail(email))?.id ?? ''),
  );
  const clerk = trusted(workspaceId, 'cli:test', 'cli');
  const filled = await db.act<{ meetings: readonly string[]; sessions: readonly string[] }, never>(
    { actor: clerk, action: 'test', at: RECORDED },
    async (acting) => {
      await acting.people.create(
        [
          { id: randomUUID(), name: '事務 局子', email: null, slackId: SECRETARY },
          { id: randomUUID(), name: '協 働子', email: null, slackId: PROMOTER },
        ],
        RECORDED,
      );
      const value = { meetings: await fillMeetings(acting), sessions: await fillTraining(acting, people) };
      return { ok: true, value };
    },
  );
  if (!filled.ok) throw new Error('not filled');
  const [, reported] = await record.appointments.ofYear(INVENTED);
  const secretary = { ...plainStaff(workspaceId, SECRETARY), isSecretariat: true };
  await confirmAppointments({ clock, db }, { appointmentId: reported?.id ?? '' }, secretary);
  for (const id of filled.value.meetings) await confirmMeeting({ clock, db }, id, secretary);
  for (const id of filled.value.sessions) await confirmTraining({ clock, db }, id, secretary);
};
