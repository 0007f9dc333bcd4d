import { expect, test } from 'vitest';
import { localDate } from '../../src/domain/calendar/local-date.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../src/domain/settings.ts';
import { lagSlot, morningSlot } from '../../src/jobs/jobs.ts';

const slotAt = (now: string, settings: Partial<Settings> = {}): string | undefined =>
  morningSlot(new Date(`${now}+09:00`), { ...DEFAULT_SETTINGS, ...settings })?.toISOString();

test.each([
  { now: '2023-08-10T09:00:00', why: 'the morning itself' },
  { now: '2023-08-10T09:00:59.999', why: 'within its minute' },
  { now: '2023-08-10T16:59:59.999', why: 'made up for until 17:00' },
  {
    now: '2023-08-14T09:00:00',
    why: 'a Monday after 山の日 and a weekend',
    slot: '2023-08-14T00:00:00.000Z',
  },
  { now: '2023-12-28T16:00:00', why: 'the last working day of the year', slot: '2023-12-28T00:00:00.000Z' },
  { now: '2024-01-04T09:00:00', why: 'the first working day of the year', slot: '2024-01-04T00:00:00.000Z' },
  { now: '2024-02-29T12:00:00', why: 'a leap day', slot: '2024-02-29T00:00:00.000Z' },
])('$now in Japan is due at 9:00: $why', ({ now, slot = '2023-08-10T00:00:00.000Z' }) => {
  expect(slotAt(now)).toBe(slot);
});

test.each([
  { now: '2023-08-10T00:00:00', why: 'midnight' },
  { now: '2023-08-10T08:59:59.999', why: 'not yet 9:00' },
  { now: '2023-08-10T17:00:00', why: 'too late for a message of the morning' },
  { now: '2023-08-10T23:59:59', why: 'night, the next day in no zone but ours' },
  { now: '2023-08-11T10:00:00', why: '山の日' },
  { now: '2023-08-12T10:00:00', why: 'a Saturday' },
  { now: '2023-08-13T10:00:00', why: 'a Sunday' },
  { now: '2024-02-12T10:00:00', why: 'a holiday moved to Monday' },
  { now: '2023-12-29T10:00:00', why: 'the turn of the year' },
  { now: '2023-12-31T10:00:00', why: 'the turn of the year' },
  { now: '2024-01-01T10:00:00', why: '元日' },
  { now: '2024-01-02T10:00:00', why: 'the turn of the year' },
  { now: '2024-01-03T10:00:00', why: 'the turn of the year' },
])('$now in Japan nothing is due: $why', ({ now }) => {
  expect(slotAt(now)).toBeUndefined();
});

test.each([
  { now: '2023-08-10T09:30:00', morningAt: '09:30', slot: '2023-08-10T00:30:00.000Z' },
  { now: '2023-08-10T09:29:59', morningAt: '09:30', slot: undefined },
  { now: '2023-08-10T16:59:59', morningAt: '16:59', slot: '2023-08-10T07:59:00.000Z' },
  { now: '2023-08-10T17:00:00', morningAt: '16:59', slot: undefined },
])('with 朝の通知 at $morningAt, at $now in Japan the last one due is $slot', ({ now, morningAt, slot }) => {
  expect(slotAt(now, { morningAt })).toBe(slot);
});

test('nothing is due on a 閉庁日 that the secretariat added', () => {
  expect(slotAt('2023-08-10T09:00:00', { closingDays: [localDate('2023-08-10')] })).toBeUndefined();
});

const lagSlotAt = (now: string): string | undefined =>
  lagSlot(new Date(`${now}+09:00`), DEFAULT_SETTINGS)?.toISOString();

test.each([
  ['2023-04-17T09:00:00', '2023-04-17T00:00:00.000Z'],
  ['2023-04-17T16:59:59', '2023-04-17T00:00:00.000Z'],
  ['2023-06-01T09:00:00', '2023-06-01T00:00:00.000Z'],
  ['2023-08-01T12:00:00', '2023-08-01T00:00:00.000Z'],
  ['2023-04-15T09:00:00', undefined],
  ['2023-04-17T08:59:59', undefined],
  ['2023-04-17T17:00:00', undefined],
  ['2023-04-18T09:00:00', undefined],
  ['2024-04-15T09:00:00', '2024-04-15T00:00:00.000Z'],
])('the lag of the promoters’ training is looked at on three mornings of the year: %s', (now, slot) => {
  expect(lagSlotAt(now)).toBe(slot);
});
