import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, localDate } from '../../src/domain/calendar/local-date.ts';
import {
  closingDaysText,
  logChannelOf,
  MOST_CLOSING_DAY_CHARACTERS,
  readClosingDays,
  secretariatProblem,
} from '../../src/domain/settings.ts';

test.each([
  ['', []],
  ['\n \r\n', []],
  ['2026-12-28', ['2026-12-28']],
  ['令和9年1月4日(月)\r\nR8.12.28\r2026/12/28', ['2026-12-28', '2027-01-04']],
])('%o is read as %o', (text, days) => {
  expect(readClosingDays(text)).toEqual({ ok: true, value: days });
});

test.each(['2026-02-30', '閉庁', '令和8年12月28日(火)', '2026-12-28 2026-12-29'])(
  '%s is repeated to who typed it',
  (line) => {
    expect(readClosingDays(`2026-12-25\n${line}`)).toEqual({
      ok: false,
      error: { field: 'closingDays', kind: 'closing-day-unreadable', line },
    });
  },
);

const FIRST = localDate('1989-01-07');
const aDay = fc.integer({ min: 0, max: 50_000 }).map((days) => addDays(FIRST, days));

test('what is printed is read back as the same days, and fits where they were typed as briefly as can be', () => {
  fc.assert(
    fc.property(fc.uniqueArray(aDay, { maxLength: 250 }), (days) => {
      const sorted = [...days].sort();
      const text = closingDaysText(sorted);
      expect(readClosingDays(text)).toEqual({ ok: true, value: sorted });
      expect(text.length).toBeLessThanOrEqual(MOST_CLOSING_DAY_CHARACTERS);
    }),
  );
});

const member = (id: string) => ({ id, name: `${id}さん`, isMember: true });
const outsider = (id: string) => ({ ...member(id), isMember: false });
const withoutYou = { field: 'secretariat', kind: 'secretariat-without-you' };
const notMembers = (...names: string[]) => ({ field: 'secretariat', kind: 'secretariat-not-members', names });

test.each([
  ['oneself', [member('U1')], undefined],
  ['another', [member('U2')], undefined],
  ['nobody', [], withoutYou],
  ['only outsiders', [outsider('U2'), outsider('U3')], withoutYou],
  ['oneself and an outsider', [member('U1'), outsider('U2')], notMembers('U2さん')],
  ['another and an outsider', [member('U3'), outsider('U2')], notMembers('U2さん')],
])('U1 chooses %s', (_whom, chosen, problem) => {
  expect(secretariatProblem(chosen, 'U1')).toEqual(problem);
});

test.each([
  { revision: 0, set: null, ofEnvironment: undefined, is: null },
  { revision: 0, set: null, ofEnvironment: 'C0ENV', is: 'C0ENV' },
  { revision: 1, set: null, ofEnvironment: 'C0ENV', is: null },
  { revision: 1, set: 'C0SET', ofEnvironment: 'C0ENV', is: 'C0SET' },
])('運用ログ of $set at revision $revision, with $ofEnvironment in the environment, is $is', (given) => {
  const { revision, set: logChannel, ofEnvironment, is } = given;
  expect(logChannelOf({ revision, logChannel }, ofEnvironment)).toBe(is);
});
