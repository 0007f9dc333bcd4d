import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ATTENDANCE_STATES, promoterRate, rateOf } from '../../../src/domain/attendance/attendance.ts';
import { type LocalDate, localDate } from '../../../src/domain/calendar/local-date.ts';
import { promotersOn } from '../../../src/domain/promoter/appointment.ts';
import { type Desk, openDesk } from '../../support/desk.ts';
import { putRoster, type RosterLine } from '../../support/promoters.ts';
import { aSession } from '../../support/training-desk.ts';

const DAYS = ['2026-05-11', '2026-09-15', '2026-12-01'];
/** Some hold two sections, succeed one another, are 未確認, or are gone by then. */
const ROSTER: readonly RosterLine[] = [
  { department: '市民部', section: '市民課', name: '山田 花子', email: 'a@city.example' },
  { department: '市民部', section: '税務課', name: '山田 花子', email: 'a@city.example', role: 'chief' },
  {
    department: '市民部',
    section: '住宅課',
    name: '佐藤 次郎',
    email: 'b@city.example',
    endsOn: '2026-09-14',
  },
  {
    department: '市民部',
    section: '住宅課',
    name: '鈴木 三郎',
    email: 'c@city.example',
    startsOn: '2026-09-15',
  },
  { department: '福祉部', section: '福祉課', name: '高橋 四郎', email: 'd@city.example', unconfirmed: true },
  { department: '福祉部', section: '保育課', name: '田中 五郎', email: 'e@city.example' },
];

let desk: Desk;
let people: readonly string[];
let sessions: readonly { readonly id: string; readonly on: LocalDate }[];
beforeAll(async () => {
  desk = await openDesk('2026-12-10T10:00:00+09:00');
  await putRoster(desk.db, desk.workspaceId, ROSTER, desk.clock.now());
  const at = desk.clock.now();
  const cancelled = (await desk.record.appointments.ofYear(2026)).find(
    ({ person }) => person.name === '田中 五郎',
  );
  await desk.record.appointments.put(cancelled?.id ?? '', { cancelledAt: at });
  people = (await desk.record.people.all()).map(({ id }) => id);
  sessions = await Promise.all(
    DAYS.map(async (day) => ({
      id: await aSession(desk, '協働推進員研修', day, { audience: 'promoters' }),
      on: localDate(day),
    })),
  );
});
afterAll(() => desk.stop());

test('who of the 協働推進員 came is counted in the database as the rule says, whoever is entered in whatever way', async () => {
  const entries = fc.array(
    fc.record({
      session: fc.nat({ max: DAYS.length - 1 }),
      person: fc.nat({ max: 4 }),
      state: fc.constantFrom(...ATTENDANCE_STATES),
    }),
    { maxLength: 8 },
  );
  await fc.assert(
    fc.asyncProperty(entries, async (entered) => {
      await desk.record.attendances.enter(
        entered.map(({ session, person, state }) => ({
          sessionId: sessions[session]?.id ?? '',
          personId: people[person] ?? '',
          state,
          note: '',
          at: desk.clock.now(),
          by: desk.secretary.id,
          source: 'organiser',
        })),
      );
      const counted = await desk.record.attendances.promoters(sessions);
      const appointments = await desk.record.appointments.ofYear(2026);
      for (const { id, on } of sessions) {
        const attendances = await desk.record.attendances.ofSession(id);
        expect(rateOf(counted.get(id))).toEqual(promoterRate(attendances, promotersOn(appointments, on)));
      }
    }),
    { numRuns: 40 },
  );
});
