import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { localDate, yearMonth } from '../../../src/domain/calendar/local-date.ts';
import type { AgendaItem } from '../../../src/domain/meeting/agenda.ts';
import type { MeetingFacts, MeetingWay } from '../../../src/domain/meeting/meeting.ts';
import { MEETING_WAYS } from '../../../src/domain/meeting/meeting.ts';
import { fittingLines, printAgendaWithin, printMeetingDate } from '../../../src/domain/meeting/print.ts';
import { noteText, writtenMarksIn } from '../../support/meeting-notes.ts';

const until = (day: string): MeetingFacts['date'] => ({ kind: 'until', day: localDate(day) });

describe('日付 is printed as date, note, and (書面開催) for a written meeting alone', () => {
  test.each<[string, MeetingFacts['date'], string, MeetingWay]>([
    ['令和5年8月10日まで 開催案内送付(書面開催)', until('2023-08-10'), '開催案内送付', 'written'],
    ['令和5年12月8日まで 開催案内送付(書面開催)', until('2023-12-08'), '開催案内送付', 'written'],
    ['令和5年7月7日まで', until('2023-07-07'), '', 'unknown'],
    ['令和5年11月8日まで', until('2023-11-08'), '', 'unknown'],
    ['令和5年8月10日まで(書面開催)', until('2023-08-10'), '', 'written'],
    ['令和5年8月10日', { kind: 'day', day: localDate('2023-08-10') }, '', 'onsite'],
    ['令和5年8月10日 市役所', { kind: 'day', day: localDate('2023-08-10') }, '市役所', 'online'],
    ['令和元年5月', { kind: 'month', month: yearMonth('2019-05') }, '', 'hybrid'],
    ['令和5年8月10日まで 開催案内送付(書面開催)', until('2023-08-10'), '開催案内送付（書面開催）', 'written'],
    ['令和5年8月10日まで 持ち回り(書面開催)', until('2023-08-10'), '(書面開催) 持ち回り', 'written'],
    ['令和5年8月10日まで(書面開催)', until('2023-08-10'), '( 書面開催 )', 'written'],
    ['令和5年8月10日まで(書面開催)', until('2023-08-10'), '書面開催', 'written'],
    ['令和5年7月7日まで 案内(書面開催)のみ', until('2023-07-07'), '案内(書面開催)のみ', 'unknown'],
    ['令和5年7月7日まで 案内(書面開催)', until('2023-07-07'), '(書面開催)案内(書面開催)', 'unknown'],
    ['令和5年9月(書面開催)', { kind: 'month', month: yearMonth('2023-09') }, '', 'written'],
  ])('%s', (printed, date, note, way) => {
    expect(printMeetingDate({ date, note, way })).toBe(printed);
  });
});

test('whatever the note says and whichever way it was, (書面開催) is printed at most once', () => {
  fc.assert(
    fc.property(noteText, fc.constantFrom(...MEETING_WAYS), (note, way) => {
      const printed = printMeetingDate({ date: until('2023-08-10'), note, way });
      expect(writtenMarksIn(printed)).toBeLessThanOrEqual(1);
      if (way === 'written') expect(writtenMarksIn(printed)).toBe(1);
    }),
  );
});

const items = (count: number, length: number): readonly AgendaItem[] =>
  Array.from({ length: count }, () => ({ text: '案'.repeat(length), kind: null }));

test('案件 that fit are shown whole', () => {
  expect(
    printAgendaWithin(
      [
        { text: '甲', kind: 'deliberation' },
        { text: '乙', kind: null },
      ],
      500,
    ),
  ).toBe('(1)甲(審議)\n(2)乙');
});

test('60 案件 in too little room are shown in part, the rest counted', () => {
  expect(printAgendaWithin(items(60, 5), 60)).toBe(
    '(1)案案案案案\n(2)案案案案案\n(3)案案案案案\n(4)案案案案案\n(5)案案案案案\nほか55件',
  );
});

test('a single 案件 that is too long is cut, and the cut is marked', () => {
  expect(printAgendaWithin(items(1, 3000), 50)).toBe(`(1)${'案'.repeat(26)}…`);
});

test('a first 案件 that is too long does not hide how many follow', () => {
  expect(printAgendaWithin(items(3, 3000), 50)).toBe(`(1)${'案'.repeat(26)}…\nほか2件`);
});

test('whatever is given fits into the room, splits no character, and says how many lines are missing', () => {
  const line = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }).map((text) => `${text}。`);
  fc.assert(
    fc.property(
      fc.array(line, { minLength: 1, maxLength: 30 }),
      fc.integer({ min: 40, max: 400 }),
      (lines, most) => {
        const shown = fittingLines(lines, most);
        expect(shown.join('\n').length).toBeLessThanOrEqual(most);
        expect(shown.join('\n')).not.toMatch(/\p{Surrogate}/u);
        const rest = /^ほか(\d+)件$/u.exec(shown.at(-1) ?? '')?.[1];
        expect(shown.length + (rest === undefined ? 0 : Number(rest) - 1)).toBe(lines.length);
      },
    ),
  );
});
