import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readPromoterFile } from '../../../src/documents/csv/promoter.ts';
import { rosterCsv, rosterSampleCsv } from '../../../src/documents/csv/roster.ts';
import { overlap } from '../../../src/domain/calendar/local-date.ts';
import type { Appointment } from '../../../src/domain/promoter/appointment.ts';
import { planRoster } from '../../../src/domain/roster/import-plan.ts';
import { effects, held, person, recordOf } from '../../support/roster-cases.ts';

const day = fc
  .integer({ min: 0, max: 364 })
  .map((days) => new Date(Date.UTC(2026, 3, 1 + days)).toISOString().slice(0, 10));

/** Somebody nobody could take for another: by an address, or by a name of their own. */
const PEOPLE = [
  person('青空 そら', { email: 'sora@city.example' }),
  person('髙波 なぎ'),
  person('同名 あき', { id: 'p-one', email: 'one@city.example' }),
  person('同名 あき', { id: 'p-two', email: 'two@city.example', slackId: 'U0TWO' }),
  person('=1+2', { email: 'formula@city.example' }),
  person('"引用", 符', { email: 'quoted@city.example' }),
];

const appointment = fc
  .record({
    who: fc.constantFrom(...PEOPLE),
    section: fc.constantFrom('福祉課', '長寿課', '公園課'),
    role: fc.constantFrom('promoter', 'chief'),
    days: fc.tuple(day, day).map((two) => two.toSorted()),
    isConfirmed: fc.boolean(),
  })
  .map(({ who, section, role, days: [from, until], isConfirmed }) => {
    const rest = { id: `a-${who.id}-${section}-${from}`, role, ...(until === undefined ? {} : { until }) };
    return held(who, section, from, isConfirmed ? rest : { ...rest, confirmedAt: null });
  });

/** As the record has it: nobody holds a section twice on a day, and one without an address holds one section. */
const isPossible = (one: Appointment, index: number, all: readonly Appointment[]): boolean =>
  all
    .slice(0, index)
    .every(
      (other) =>
        other.person.id !== one.person.id ||
        (other.sectionId === one.sectionId ? !overlap(one, other) : one.person.email !== null),
    );

const readBack = (bytes: Uint8Array) => {
  const read = readPromoterFile(bytes);
  if (!read.ok) throw new Error(read.error.kind);
  return read.value;
};

test('whatever the roster, the file that is given out changes nothing when it is imported', () => {
  let rows = 0;
  fc.assert(
    fc.property(fc.array(appointment, { minLength: 1, maxLength: 12 }), (drawn) => {
      const appointments = drawn.filter(isPossible);
      const record = recordOf(appointments, PEOPLE);
      const file = readBack(rosterCsv({ departments: record.departments, appointments }));
      expect(file.problems).toEqual([]);
      rows += file.rows.length;
      const plan = planRoster(record, file.rows);
      expect(plan.ok ? effects(plan.value) : plan.error).toEqual([]);
    }),
    { numRuns: 400 },
  );
  expect(rows).toBeGreaterThan(400);
});

test('見本のCSV is a file that can be imported', () => {
  const { rows, problems } = readBack(rosterSampleCsv(2026));
  expect(problems).toEqual([]);
  const plan = planRoster(recordOf(), rows);
  expect(plan.ok && plan.value.additions.map(({ name, term }) => [name, term.startsOn])).toEqual([
    ['見本 花子', '2026-04-01'],
    ['見本 一郎', '2026-04-01'],
  ]);
});
