import { expect, test } from 'vitest';
import { type MemberRow, planMembers } from '../../../src/domain/body/member-import.ts';
import { localDate } from '../../../src/domain/calendar/local-date.ts';

const record = { people: [], bodies: [], members: [], today: localDate('2026-11-28') };
const row: MemberRow = {
  line: 2,
  bodyName: '本部会議',
  name: '青空 そら',
  email: null,
  title: '部長',
  office: 'member',
  position: null,
  startsOn: localDate('2026-04-01'),
  endsOn: null,
};

test.each([
  ['a first day of 2062 for 2026', { startsOn: localDate('2062-04-01') }, 'startsOn'],
  ['a last day of 2062 for 2026', { endsOn: localDate('2062-03-31') }, 'endsOn'],
  ['the first day of the eleventh year ahead', { startsOn: localDate('2037-04-01') }, 'startsOn'],
] as const)('%s is a slip of the hand', (_what, slip, field) => {
  expect(planMembers(record, [{ ...row, ...slip }])).toEqual({
    ok: false,
    error: [{ line: 2, problem: { field, kind: 'too-far-ahead' } }],
  });
});

test('the last day of the tenth year ahead may be', () => {
  const planned = planMembers(record, [{ ...row, endsOn: localDate('2037-03-31') }]);
  expect(planned.ok ? [] : planned.error.map(({ problem }) => problem.kind)).toEqual(['unknown-body']);
});
