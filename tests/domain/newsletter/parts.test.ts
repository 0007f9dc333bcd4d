import { describe, expect, test } from 'vitest';
import { localDate } from '../../../src/domain/calendar/local-date.ts';
import { AUTOMATIC_PARTS } from '../../../src/domain/newsletter/newsletter.ts';
import { type PartSources, partTextsOf } from '../../../src/domain/newsletter/parts.ts';
import { anInquiry } from '../../support/inquiries.ts';
import { aMeeting } from '../../support/meetings.ts';
import { aTraining } from '../../support/trainings.ts';

const SPAN = { since: localDate('2026-11-01'), today: localDate('2026-11-26') };
const on = (day: string) => ({ kind: 'day', day: localDate(day) }) as const;
const NOBODY = { present: 0, partial: 0, absent: 0 };

const meeting = (day: string, facts: Parameters<typeof aMeeting>[0] = {}) => ({
  meeting: aMeeting({ way: 'onsite', note: '', date: on(day), ...facts }),
  bodyName: '幹事会',
});
const training = (day: string, facts: Parameters<typeof aTraining>[0] = {}, recorded = NOBODY) => ({
  session: aTraining({ date: on(day), place: '', headCount: null, ...facts }),
  name: '協働推進員研修',
  recorded,
});

const linesOf = (sources: Partial<PartSources>) =>
  Object.fromEntries(
    partTextsOf(AUTOMATIC_PARTS, { meetings: [], trainings: [], inquiries: [], ...sources }, SPAN).map(
      ({ part, lines }) => [part, lines.map(({ when, what, detail, count }) => [when, what, detail, count])],
    ),
  );

describe('会議の結果', () => {
  test.each([
    ['on the first day it looks back to', '2026-11-01', {}, true],
    ['today', '2026-11-26', {}, true],
    ['before the last issue', '2026-10-31', {}, false],
    ['not confirmed yet', '2026-11-10', { confirmedAt: null }, false],
    ['cancelled', '2026-11-10', { cancelled: { at: new Date(0), reason: '' } }, false],
  ])('%s', (_, day, facts, isIn) => {
    expect('meetings' in linesOf({ meetings: [meeting(day, facts)] })).toBe(isIn);
  });

  test('has the date as the report prints it, the body and what it dealt with, and no person', () => {
    expect(linesOf({ meetings: [meeting('2026-11-10')] })).toEqual({
      meetings: [['令和8年11月10日', '幹事会', '協働推進本部会議の年間スケジュールについて', null]],
    });
  });

  test('long 案件 are cut with a mark', () => {
    const items = [{ text: '案'.repeat(300), kind: null }];
    expect(linesOf({ meetings: [meeting('2026-11-10', { items })] }).meetings?.[0]?.[2]).toBe(
      `${'案'.repeat(99)}…`,
    );
  });
});

test.each([
  ['the head count', { headCount: 92 }, { present: 5, partial: 1, absent: 9 }, 92],
  ['without one who was there, wholly or in part', {}, { present: 5, partial: 1, absent: 9 }, 6],
  ['nothing where nothing is known', {}, NOBODY, null],
])('研修の実績 says %s', (_, facts, recorded, count) => {
  expect(linesOf({ trainings: [training('2026-11-20', facts, recorded)] }).trainings).toEqual([
    ['令和8年11月20日', '協働推進員研修', '', count],
  ]);
});

test('回答期限 has open inquiries that are not over, the nearest first', () => {
  const due = (day: string, title: string, state: 'open' | 'draft' | 'closed' = 'open') =>
    anInquiry({ dueOn: localDate(day), title, state });
  expect(
    linesOf({
      inquiries: [
        due('2026-12-10', '後の調査'),
        due('2026-11-26', '今日までの調査'),
        due('2026-11-25', '過ぎた調査'),
        due('2026-12-01', '下書き', 'draft'),
        due('2026-12-01', '締め切った調査', 'closed'),
      ],
    }),
  ).toEqual({
    deadlines: [
      ['令和8年11月26日(木)', '今日までの調査', '', null],
      ['令和8年12月10日(木)', '後の調査', '', null],
    ],
  });
});

test('今後の予定 has meetings and trainings of the next 31 days by day', () => {
  expect(
    linesOf({
      meetings: [meeting('2026-12-27'), meeting('2026-12-28'), meeting('2026-11-30')],
      trainings: [training('2026-12-03', { headCount: 10 })],
    }),
  ).toEqual({
    coming: [
      ['令和8年11月30日', '幹事会', '', null],
      ['令和8年12月3日', '協働推進員研修', '', null],
      ['令和8年12月27日', '幹事会', '', null],
    ],
  });
});

test('what is not ticked, and what there is nothing of, is left out', () => {
  const sources = { meetings: [meeting('2026-11-10')], trainings: [], inquiries: [] };
  expect(partTextsOf(['trainings', 'coming'], sources, SPAN)).toEqual([]);
});
