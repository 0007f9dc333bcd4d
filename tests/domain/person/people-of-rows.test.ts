import { describe, expect, test } from 'vitest';
import { localDate } from '../../../src/domain/calendar/local-date.ts';
import type { KnownRoster, RosterLineProblem, RosterRow } from '../../../src/domain/roster/import.ts';
import { planRoster } from '../../../src/domain/roster/import-plan.ts';
import { after, held, numbered, person, recordOf, row } from '../../support/roster-cases.ts';

const TWIN = '佐藤 花';
const first = person(TWIN, { id: 'p-1', email: 'hana1@city.example' });
const second = person(TWIN, { id: 'p-2', email: 'hana2@city.example' });
const withoutEmail = person(TWIN, { id: 'p-3' });

const planned = (record: KnownRoster, rows: readonly RosterRow[]) => planRoster(record, numbered(rows));

/** Who is meant, by the ids and e-mails of additions in order. */
const whoIsAdded = (record: KnownRoster, rows: readonly RosterRow[]): readonly string[] => {
  const plan = planned(record, rows);
  if (!plan.ok) return plan.error.map(({ line, problem }) => `${line} ${problem.kind}`);
  const { newPeople, additions } = plan.value;
  return additions.map(
    ({ personKey }) => newPeople.find(({ key }) => key === personKey)?.facts.email ?? personKey,
  );
};

describe('who is meant', () => {
  test.each<[string, KnownRoster, readonly RosterRow[], readonly string[]]>([
    [
      'two of one name with addresses of their own are two people',
      recordOf(),
      [
        row(TWIN, '福祉課', undefined, { email: 'a@x.example' }),
        row(TWIN, '公園課', undefined, { email: 'b@x.example' }),
      ],
      ['a@x.example', 'b@x.example'],
    ],
    [
      'one address is one person in two sections',
      recordOf([], [first]),
      [
        row(TWIN, '福祉課', undefined, { email: 'hana1@city.example' }),
        row(TWIN, '公園課', undefined, { email: 'hana1@city.example' }),
      ],
      ['p-1', 'p-1'],
    ],
    [
      'rows of one section are one person though one lacks the address',
      recordOf(),
      [
        row(TWIN, '福祉課', undefined, { email: null }),
        row(TWIN, '福祉課', undefined, { role: 'chief', email: 'a@x.example' }),
      ],
      ['a@x.example', 'a@x.example'],
    ],
    [
      'an address is learned of the only one of that name who has none',
      recordOf([], [withoutEmail]),
      [row(TWIN, '福祉課', undefined, { email: 'a@x.example' })],
      ['p-3'],
    ],
    [
      'another address is another person',
      recordOf([], [first]),
      [row(TWIN, '福祉課', undefined, { email: 'a@x.example' })],
      ['a@x.example'],
    ],
    [
      'of two without an address, the one who is there',
      recordOf([
        held(withoutEmail, '福祉課', '2025-04-01'),
        held(person(TWIN, { id: 'p-4' }), '公園課', '2025-04-01'),
      ]),
      [row(TWIN, '公園課', undefined, { email: 'a@x.example' })],
      ['p-4'],
    ],
    [
      'of two who could be the one without an address, the one who is there; the other is new',
      recordOf([held(withoutEmail, '公園課', '2025-04-01')]),
      [
        row(TWIN, '福祉課', undefined, { email: 'a@x.example' }),
        row(TWIN, '公園課', undefined, { email: 'b@x.example' }),
      ],
      ['a@x.example', 'p-3'],
    ],
    [
      'and nobody, when neither is there',
      recordOf([], [withoutEmail]),
      [
        row(TWIN, '福祉課', undefined, { email: 'a@x.example' }),
        row(TWIN, '公園課', undefined, { email: 'b@x.example' }),
      ],
      ['a@x.example', 'b@x.example'],
    ],
    [
      'one whose address is in the file under another name is nobody else',
      recordOf([], [first]),
      [row('鈴木 花', '福祉課', undefined, { email: 'hana1@city.example' }), row(TWIN, '公園課')],
      ['p-1', 'new-person:0'],
    ],
  ])('%s', (_what, record, rows, expected) => {
    expect(whoIsAdded(record, rows)).toEqual(expected);
    const plan = planned(record, rows);
    if (plan.ok) expect(whoIsAdded(after(record, plan.value, 'once'), rows)).toEqual([]);
  });

  test('what is learned: an address, and a new name, also of one with Slack: the roster has the say', () => {
    const slack = person('空野 青', { email: 'sorano@x.example', slackId: 'U0SORANO' });
    const plan = planned(recordOf([], [withoutEmail, second, slack]), [
      row('鈴木 花', '福祉課', undefined, { email: 'hana2@city.example' }),
      row('佐藤　花', '公園課', undefined, { email: 'new@x.example' }),
      row('海野 青', '美化課', undefined, { email: 'sorano@x.example' }),
    ]);
    expect(plan.ok && plan.value.learned.map(({ person: { id }, facts }) => [id, facts])).toEqual([
      ['p-2', { name: '鈴木 花' }],
      ['p-3', { email: 'new@x.example' }],
      ['p-空野 青', { name: '海野 青' }],
    ]);
  });
});

test('new places come behind what is there, names alike but for width and spaces are one', () => {
  const plan = planned(recordOf(), [
    row('一', '公園課', undefined, { department: '都市　部' }),
    row('二', '①課', undefined, { department: '都市部' }),
    row('三', 'Ａ課', undefined, { department: '福祉 部' }),
    row('四', 'A課', undefined, { department: '福祉部' }),
    row('五', '長 寿 課', undefined, { department: '福祉部' }),
  ]);
  expect(plan.ok && [plan.value.newDepartments, plan.value.newSections]).toEqual([
    [{ id: 'new-department:2', name: '都市　部', position: 30 }],
    [
      { id: 'new-section:0', departmentId: 'new-department:2', name: '公園課', position: 10, endedOn: null },
      { id: 'new-section:1', departmentId: 'new-department:2', name: '①課', position: 20, endedOn: null },
      { id: 'new-section:2', departmentId: 'd-fukushi', name: 'Ａ課', position: 40, endedOn: null },
    ],
  ]);
  expect(plan.ok && plan.value.additions.map(({ name }) => name)).toEqual(['五', '三', '四', '一', '二']);
});

const ended = (record: KnownRoster): KnownRoster => ({
  ...record,
  departments: record.departments.map((department) => ({
    ...department,
    sections: department.sections.map((section) => ({ ...section, endedOn: localDate('2026-09-30') })),
  })),
});
const both = ['福祉部 福祉課', '環境部 公園課'];

describe('lines that can’t be taken', () => {
  test.each<[string, KnownRoster, readonly RosterRow[], readonly RosterLineProblem[]]>([
    [
      'one name in two sections, one of them without an address',
      recordOf(),
      [row(TWIN, '福祉課', undefined, { email: 'a@x.example' }), row(TWIN, '公園課')],
      [{ line: 3, problem: { field: 'name', kind: 'ambiguous-name', sections: both } }],
    ],
    [
      'one name in two sections without addresses: both lines',
      recordOf(),
      [row(TWIN, '福祉課'), row(TWIN, '公園課')],
      [
        { line: 2, problem: { field: 'name', kind: 'ambiguous-name', sections: both } },
        { line: 3, problem: { field: 'name', kind: 'ambiguous-name', sections: both } },
      ],
    ],
    [
      'two of that name in the record',
      recordOf([held(first, '福祉課'), held(second, '公園課')]),
      [row(TWIN, '福祉課')],
      [{ line: 2, problem: { field: 'name', kind: 'ambiguous-name', sections: both } }],
    ],
    [
      'one address beside two names',
      recordOf(),
      [
        row('甲', '福祉課', undefined, { email: 'a@x.example' }),
        row('乙', '福祉課', undefined, { email: 'a@x.example' }),
      ],
      [{ line: 3, problem: { field: 'email', kind: 'email-of-another', otherLine: 2 } }],
    ],
    [
      'the same row twice',
      recordOf(),
      [row('甲', '福祉課'), row('乙', '福祉課'), row('甲', '福祉課')],
      [{ line: 4, problem: { field: 'startsOn', kind: 'rows-overlap', otherLine: 2 } }],
    ],
    [
      'terms that overlap by a day',
      recordOf(),
      [row('甲', '福祉課', '2026-10-01'), row('甲', '福祉課', '2026-04-01', { until: '2026-10-01' })],
      [{ line: 3, problem: { field: 'startsOn', kind: 'rows-overlap', otherLine: 2 } }],
    ],
    [
      'terms that are none, a year nobody means, a section that is no more',
      ended(recordOf()),
      [
        row('甲', '福祉課', '2026-04-01', { until: '2026-03-31' }),
        row('乙', '福祉課', '2026-04-01', { until: '2027-04-01' }),
        row('丙', '福祉課', '2206-04-01'),
        row('丁', '福祉課', '2026-04-01'),
        row('戊', '福祉課', '2026-04-01', { until: '2026-09-30' }),
      ],
      [
        { line: 2, problem: { field: 'endsOn', kind: 'ends-before-start' } },
        {
          line: 3,
          problem: { field: 'endsOn', kind: 'term-crosses-years', lastDay: localDate('2027-03-31') },
        },
        { line: 4, problem: { field: 'startsOn', kind: 'year-not-offered' } },
        { line: 5, problem: { field: 'section', kind: 'section-ended', lastDay: localDate('2026-09-30') } },
      ],
    ],
  ])('%s', (_what, record, rows, problems) => {
    expect(planned(record, rows)).toEqual({ ok: false, error: problems });
  });
});
