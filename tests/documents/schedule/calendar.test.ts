import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { entryCalendar, scheduleCalendar } from '../../../src/documents/schedule/calendar.ts';
import type { RecordDate } from '../../../src/domain/occasion/date.ts';
import { readCalendar } from '../../support/calendar-file.ts';
import { day, days, month, months, until } from '../../support/record-dates.ts';
import { aMeetingEntry, aSchedule, aTrainingEntry } from '../../support/schedule.ts';

const AT = new Date('2026-11-24T10:00:00+09:00');
const asOne = (entry = aMeetingEntry(), changes = 0, changedAt: Date | null = null) =>
  readCalendar(entryCalendar({ entry, changes, changedAt, at: AT }));

test('one date is a calendar without a name, and its event takes the day and nobody’s time', () => {
  const changedAt = new Date('2026-11-20T15:30:00+09:00');
  const planned = aMeetingEntry(
    { way: 'onsite', note: '', place: '第一庁舎4階', date: day('2026-12-10') },
    { standing: 'planned' },
  );
  expect(asOne(planned, 3, changedAt)).toEqual({
    properties: {
      version: '2.0',
      prodid: '-//kyodo-bot//schedule//JA',
      calscale: 'GREGORIAN',
      method: 'PUBLISH',
      'x-wr-timezone': 'Asia/Tokyo',
    },
    events: [
      {
        uid: '00000000-0000-4000-8000-0000000000a1',
        sequence: 3,
        first: '2026-12-10',
        last: '2026-12-10',
        summary: '協働推進本部会議',
        description:
          '予定です。変わることがあります。\n日付:令和8年12月10日(木)\n(1)協働推進本部会議の年間スケジュールについて\n開催方法:対面',
        location: '第一庁舎4階',
        status: 'CONFIRMED',
        stamp: '2026-11-24T01:00:00Z',
        changed: '2026-11-20T06:30:00Z',
        others: ['x-microsoft-cdo-alldayevent', 'x-microsoft-msncalendar-alldayevent', 'transp'],
      },
    ],
    faults: [],
  });
});

test('a year is a calendar with a name, and the same id each time it is given', () => {
  const taken = aSchedule([aMeetingEntry(), aTrainingEntry()]);
  const { properties, events, faults } = readCalendar(scheduleCalendar(taken));
  const later = readCalendar(scheduleCalendar({ ...taken, at: new Date('2027-01-05T09:00:00+09:00') }));
  expect([properties['x-wr-calname'], properties['x-wr-relcalid'], properties.method, faults]).toEqual([
    '協働の年間スケジュール(令和5年度)',
    'kyodo-bot-T0PRACTICE-2023',
    'PUBLISH',
    [],
  ]);
  expect(later.properties).toEqual(properties);
  expect(later.events.map(({ uid }) => uid)).toEqual(events.map(({ uid }) => uid));
  expect(events.map(({ summary, first }) => [summary, first])).toEqual([
    ['協働推進本部会議(書面開催の回答期限)', '2023-08-10'],
    ['協働推進員研修(令和6年1月)', '2024-01-01'],
  ]);
});

test('a year without a date is a calendar without an event', () => {
  expect(readCalendar(scheduleCalendar(aSchedule([])))).toMatchObject({ events: [], faults: [] });
});

describe('the days that a date takes', () => {
  test.each<[RecordDate, string, string, string]>([
    [day('2019-05-01'), '協働推進員研修', '2019-05-01', '2019-05-01'],
    [days('2026-12-20', '2027-01-19'), '協働推進員研修', '2026-12-20', '2027-01-19'],
    [until('2027-03-31'), '協働推進員研修(期限)', '2027-03-31', '2027-03-31'],
    [month('2027-02'), '協働推進員研修(令和9年2月・日は未定)', '2027-02-01', '2027-02-01'],
    [
      months('2026-12', '2027-02'),
      '協働推進員研修(令和8年12月から令和9年2月まで・日は未定)',
      '2026-12-01',
      '2026-12-01',
    ],
  ])('of %j', (date, summary, first, last) => {
    const { events } = asOne(aTrainingEntry({ date }, { standing: 'planned' }));
    expect(events).toMatchObject([{ summary, first, last }]);
  });
});

test.each([true, false])(
  'what was cancelled says so to calendars and to people, and nothing of what it was, called off %s',
  (isCalledOff) => {
    const standing = { standing: 'cancelled', isCalledOff } as const;
    const { events } = asOne(
      aMeetingEntry({ way: 'onsite', place: '第一庁舎4階', date: day('2026-12-10') }, standing),
      2,
    );
    expect(events).toMatchObject([
      {
        sequence: 2,
        status: 'CANCELLED',
        first: '2026-12-10',
        summary: '【取消し】協働推進本部会議',
        description: 'この予定は取り消されました。',
      },
    ]);
    expect(events[0]?.location).toBeNull();
    const inWriting = asOne(aMeetingEntry({ way: 'written', date: until('2026-12-10') }, standing));
    expect(inWriting.events[0]?.summary).toBe('【取消し】協働推進本部会議');
  },
);

test('whatever people typed comes back whole, in lines of 75 octets', () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 3000 }),
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.constantFrom(
      'あ'.repeat(3000),
      '髙﨑 👨‍👩‍👧 ,;:\\n\\N "quoted"',
      'END:VEVENT\r\nBEGIN:VEVENT\nUID:other',
      '\\\\,;\n\n\\',
      '\u0000\u0007\u001B[31m\u0085\u2028 ends',
      '=cmd|<script>alert(1)</script>',
    ),
  );
  fc.assert(
    fc.property(hostile, hostile, (title, item) => {
      const entry = aMeetingEntry(
        {
          way: 'unknown',
          note: '',
          date: day('2026-12-10'),
          place: title,
          items: [{ text: item, kind: null }],
        },
        { title },
      );
      const { events, faults } = asOne(entry);
      // Control letters can't stand in such a file, and whichever break of lines was typed is read as one.
      const kept = (text: string): string =>
        text
          .replace(/\r\n|\r/gu, '\n')
          .replace(/[^\P{Cc}\t\n]|\p{Cs}|[\u202A-\u202E\u2066-\u2069\uFFFE\uFFFF]/gu, '');
      expect(faults).toEqual([]);
      expect(events).toHaveLength(1);
      expect(events[0]?.summary).toBe(kept(title));
      expect(events[0]?.location ?? '').toBe(kept(title));
      expect(events[0]?.description).toBe(`日付:令和8年12月10日(木)\n(1)${kept(item)}`);
    }),
  );
});
