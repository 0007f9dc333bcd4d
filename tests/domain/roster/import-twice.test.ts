import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { KnownRoster } from '../../../src/domain/roster/import.ts';
import { planRoster } from '../../../src/domain/roster/import-plan.ts';
import { after, effects, held, numbered, person, recordOf, row } from '../../support/roster-cases.ts';

describe('whatever the record and the file', () => {
  const day = fc
    .integer({ min: -240, max: 200 })
    .map((days) => new Date(Date.UTC(2026, 10, 24 + days)).toISOString().slice(0, 10));
  const name = fc.constantFrom('甲', '乙', '丙', '丁 戊');
  const section = fc.constantFrom('福祉課', '長寿課', '公園課', '新設課');
  const role = fc.constantFrom('promoter', 'chief');
  const email = fc.constantFrom(null, 'a@x.example', 'b@x.example', 'c@x.example');
  const rows = fc.array(
    fc.record({ name, section, role, email, day }).map((one) => row(one.name, one.section, one.day, one)),
    { minLength: 1, maxLength: 8 },
  );
  const people = fc.uniqueArray(fc.record({ name, email }), {
    maxLength: 4,
    selector: (one) => one.email ?? one.name,
  });
  const isConfirmed = fc.boolean();
  const past = fc.array(
    fc.record({
      who: fc.nat(3),
      section: fc.constantFrom('福祉課', '長寿課', '公園課'),
      role,
      day,
      isConfirmed,
    }),
    { maxLength: 6 },
  );
  const record = fc.tuple(people, past).map(([known, posts]): KnownRoster => {
    const persons = known.map((one, index) => person(one.name, { id: `p-${index}`, email: one.email }));
    const appointments = posts.flatMap((post, index) => {
      const who = persons[post.who];
      if (who === undefined) return [];
      const confirmed = post.isConfirmed ? {} : { confirmedAt: null };
      return [held(who, post.section, post.day, { id: `a-${index}`, role: post.role, ...confirmed })];
    });
    return recordOf(appointments, persons);
  });

  test('importing twice changes nothing, and an address has one person', () => {
    let taken = 0;
    fc.assert(
      fc.property(record, rows, (before, file) => {
        const plan = planRoster(before, numbered(file));
        if (!plan.ok) return;
        taken += 1;
        const once = after(before, plan.value, 'once');
        const again = planRoster(once, numbered(file));
        expect(again.ok && effects(again.value)).toEqual([]);
        const emails = once.people.map((one) => one.email).filter((one) => one !== null);
        expect(new Set(emails).size).toBe(emails.length);
      }),
      { numRuns: 400 },
    );
    expect(taken).toBeGreaterThan(10);
  }, 60_000);
});
