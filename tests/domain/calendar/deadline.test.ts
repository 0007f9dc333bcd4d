import { describe, expect, it } from 'vitest';
import { checkDeadline } from '../../../src/domain/calendar/deadline.ts';
import { localDate } from '../../../src/domain/calendar/local-date.ts';
import { createWorkingCalendar } from '../../../src/domain/calendar/working-day.ts';
import { refuse, succeed } from '../../../src/domain/result.ts';

const calendar = createWorkingCalendar([localDate('2023-08-15')]);
const today = localDate('2023-08-09');

describe('a deadline', () => {
  it.each([
    ['2023-08-10', undefined],
    ['2023-08-11', '2023-08-14'],
    ['2023-08-13', '2023-08-14'],
    ['2023-08-15', '2023-08-16'],
    ['2023-12-29', '2024-01-04'],
  ])('on %s is kept as typed and warns of %s', (day, warnOf) => {
    expect(checkDeadline(localDate(day), today, calendar)).toEqual(succeed({ day, warnOf }));
  });

  it.each(['2023-08-09', '2023-08-08', '2022-12-01'])('on %s is refused, today or past', (day) => {
    expect(checkDeadline(localDate(day), today, calendar)).toEqual(
      refuse({ kind: 'not-after-today', today }),
    );
  });

  it.each(['2034-04-01', '2203-12-08', '9999-12-31'])('on %s is refused as a slip of the year', (day) => {
    expect(checkDeadline(localDate(day), today, calendar)).toEqual(refuse({ kind: 'too-far-ahead', today }));
  });
});
