import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { localDate } from '../../../src/domain/calendar/local-date.ts';
import { createWorkingCalendar, STANDARD_CALENDAR } from '../../../src/domain/calendar/working-day.ts';
import { type ArticleDraft, articleProblem } from '../../../src/domain/newsletter/article.ts';
import {
  draftNoticeDay,
  dueness,
  type MonthlyDay,
  nextMonthlyDay,
  nextNumber,
  printIssueNumber,
  printIssueTitle,
  publishAtOf,
  readIssueNumber,
} from '../../../src/domain/newsletter/newsletter.ts';
import { photoTypeOf } from '../../../src/domain/newsletter/photo.ts';

const TODAY = localDate('2026-11-26');
const jst = (text: string): Date => new Date(`${text}:00+09:00`);

describe('号', () => {
  test.each([
    ['令和8年度第3号', 2026, 3],
    ['令和８年度　第３号', 2026, 3],
    ['R8 第3号', 2026, 3],
    ['R8 3', 2026, 3],
    ['第3号', 2026, 3],
    ['3号', 2026, 3],
    ['12', 2026, 12],
    [' 12 ', 2026, 12],
    ['平成31年度第1号', 2019, 1],
  ])('%j is of %i, number %i', (typed, fiscalYear, number) => {
    expect(readIssueNumber(typed, TODAY)).toEqual({ fiscalYear, number });
  });

  test.each(['', '第号', '第0号', '0', '号外', '令和8年度', '第12345号', '第-1号', '第1.5号', '第1号第2号'])(
    '%j is none',
    (typed) => {
      expect(readIssueNumber(typed, TODAY)).toBeUndefined();
    },
  );

  test('whatever is printed is read again', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1989, max: 2027 }),
        fc.integer({ min: 1, max: 9999 }),
        (fiscalYear, number) => {
          const printed = printIssueNumber({ fiscalYear, number }, 'fiscalYear');
          expect(readIssueNumber(printed, TODAY)).toEqual({ fiscalYear, number });
        },
      ),
    );
  });

  test('counts anew each fiscal year, or through; what was called off gives its number back', () => {
    const issues = [
      { fiscalYear: 2025, number: 14, state: 'published' },
      { fiscalYear: 2026, number: 2, state: 'draft' },
      { fiscalYear: 2026, number: 3, state: 'cancelled' },
    ] as const;
    expect([
      nextNumber(issues, 2026, 'fiscalYear'),
      nextNumber(issues, 2027, 'fiscalYear'),
      nextNumber(issues, 2026, 'serial'),
    ]).toEqual([3, 1, 15]);
    expect(printIssueTitle({ fiscalYear: 2026, number: 15 }, 'serial')).toBe('きょうどう通信 協DO 第15号');
  });
});

const monthly = (facts: Partial<MonthlyDay>): MonthlyDay => ({
  day: 29,
  time: '10:00',
  shift: true,
  channels: [],
  ...facts,
});

describe('毎月の発行日', () => {
  test.each([
    // Sat 29 April 2028 is 昭和の日.
    [{}, '2028-04-01T09:00', '2028-05-01T10:00'],
    [{}, '2028-05-01T09:59', '2028-05-01T10:00'],
    [{}, '2028-05-01T10:00', '2028-05-29T10:00'],
    [{ shift: false }, '2028-04-01T09:00', '2028-04-29T10:00'],
    [{ day: 31 }, '2026-04-01T09:00', '2026-04-30T10:00'],
    [{ day: 31 }, '2028-02-01T09:00', '2028-02-29T10:00'],
    [{ day: 30 }, '2027-02-27T09:00', '2027-03-01T10:00'],
    // The turn of the year: 29 December to 3 January.
    [{}, '2026-12-01T09:00', '2027-01-04T10:00'],
    [{ day: 1 }, '2026-12-31T23:59', '2027-01-04T10:00'],
    [{ day: 1 }, '2026-11-26T00:00', '2026-12-01T10:00'],
  ])('%j after %s is %s', (facts, now, expected) => {
    expect(nextMonthlyDay(monthly(facts), jst(now), STANDARD_CALENDAR)).toEqual(jst(expected));
  });

  test('a closing day of the city is passed over too, and the reminder counts working days before it', () => {
    const calendar = createWorkingCalendar([localDate('2026-11-30'), localDate('2026-12-01')]);
    const day = monthly({ day: 30 });
    expect(nextMonthlyDay(day, jst('2026-11-20T09:00'), calendar)).toEqual(jst('2026-12-02T10:00'));
    // 27, 26, 25, 24 November, and the 20th before the long weekend.
    expect(draftNoticeDay(day, jst('2026-11-20T09:00'), calendar)).toBe('2026-11-20');
  });

  test('the next one is always after now and never further than two months', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 31 }),
        fc.boolean(),
        fc.date({ min: jst('2026-01-01T00:00'), max: jst('2031-12-31T00:00'), noInvalidDate: true }),
        (day, shift, now) => {
          const next = nextMonthlyDay(monthly({ day, shift }), now, STANDARD_CALENDAR);
          expect(next > now).toBe(true);
          expect(next.getTime() - now.getTime()).toBeLessThan(45 * 86_400_000);
        },
      ),
    );
  });
});

test.each([
  ['2026-11-26T09:59', 'ahead'],
  ['2026-11-26T10:00', 'due'],
  ['2026-11-26T12:00', 'due'],
  ['2026-11-26T12:01', 'late'],
])('an issue for 10:00 is at %s %s', (now, standing) => {
  expect(dueness(jst('2026-11-26T10:00'), jst(now))).toBe(standing);
});

const seconds = (text: string): number => jst(text).getTime() / 1000;

test.each([
  [{ publishing: 'draft' }, null],
  [{ publishing: 'draft', publishAt: seconds('2026-11-01T10:00') }, jst('2026-11-01T10:00')],
  [{ publishing: 'now', publishAt: seconds('2026-12-01T10:00') }, null],
  [{ publishing: 'at', publishAt: seconds('2026-12-01T10:00') }, jst('2026-12-01T10:00')],
  [{ publishing: 'at' }, 'publish-at-needed'],
  [{ publishing: 'at', publishAt: seconds('2026-11-26T10:00') }, 'publish-at-passed'],
  [{ publishing: 'at', publishAt: seconds('2028-01-01T10:00') }, 'publish-at-too-far'],
] as const)('%j is to go out at %s', (draft, expected) => {
  const at = publishAtOf({ publishAt: undefined, ...draft }, jst('2026-11-26T10:00'));
  expect(at.ok ? at.value : at.error.kind).toEqual(expected);
});

describe('記事', () => {
  const draft = (facts: Partial<ArticleDraft>): ArticleDraft => ({
    title: '見出し',
    body: '本文',
    category: 'notice',
    link: '',
    photo: [],
    photoText: '',
    photoConsent: [],
    ...facts,
  });
  test.each([
    [draft({}), false, undefined],
    [draft({ link: 'https://example.jp' }), false, undefined],
    [draft({ link: 'javascript:alert(1)' }), false, 'link-not-http'],
    [draft({ link: 'https://a b' }), false, 'link-not-http'],
    [draft({}), true, 'photo-text-needed'],
    [draft({ photoText: '会議' }), true, 'photo-consent-needed'],
    [draft({ photoText: '会議', photoConsent: ['given'] }), true, undefined],
  ])('%j (photo %s): %s', (facts, hasPhoto, problem) => {
    expect(articleProblem(facts, hasPhoto)?.kind).toBe(problem);
  });

  test.each([
    ['a.PNG', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0], 'png'],
    ['a.jpeg', [0xff, 0xd8, 0xff, 0xe0], 'jpg'],
    ['a.png', [0xff, 0xd8, 0xff, 0xe0], undefined],
    ['a.svg', [0x3c, 0x73, 0x76, 0x67], undefined],
    ['a.jpg', [], undefined],
  ])('%s with %j is %s', (name, bytes, type) => {
    expect(photoTypeOf({ name, bytes: new Uint8Array(bytes) })).toBe(type);
  });
});
