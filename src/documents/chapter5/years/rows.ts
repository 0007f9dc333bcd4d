import { printFiscalYear } from '../../../domain/calendar/fiscal-year.ts';
import {
  inquiriesIn,
  type MeetingsCounted,
  meetingsIn,
  meetingsTogether,
  type TrainingCounted,
  trainingIn,
  trainingTogether,
  type Untold,
} from '../../../domain/chapter5/years.ts';
import type { YearsFacts } from '../../../services/report/read-years.ts';
import { chapterText } from '../../../texts/chapter5.ts';
import { yearsPictureText, yearsText } from '../../../texts/years.ts';
import type { Bar, BarGroup } from '../../bar-picture.ts';

/** A row of a table of the comparison: what is counted, and its number in each year as it is printed. */
export type YearsRow = { readonly name: string; readonly cells: readonly string[] };

/** A table of the comparison, and the bars in which it is drawn besides. */
export type YearsTable = {
  readonly caption: string;
  readonly rows: readonly YearsRow[];
  readonly bars: readonly BarGroup[];
};

/** A bar for each year, under a name. */
const barsOf = (
  { years }: Pick<YearsFacts, 'years'>,
  name: string,
  bars: readonly Omit<Bar, 'label'>[],
): BarGroup => ({
  name,
  bars: bars.map((bar, index) => ({ label: printFiscalYear(years[index] ?? 0), ...bar })),
});

const noBar = (untold: Untold): Omit<Bar, 'label'> => ({ value: 0, words: yearsText.untold(untold) });

/** 会議の開催: bodies that are printed in any of the years, and all of a year together. */
export const meetingsTable = (facts: YearsFacts): YearsTable => {
  const told = facts.bodies
    .map(({ name, years }) => ({ name, counts: years.map(meetingsIn) }))
    .filter(({ counts }) => counts.some(({ kind }) => kind !== 'not-printed'));
  const together = facts.years.map((_, index) =>
    meetingsTogether(told.flatMap(({ counts }) => counts[index] ?? [])),
  );
  const cell = (one: (MeetingsCounted & { readonly unrecorded?: number }) | Untold): string =>
    one.kind === 'counted' ? yearsText.meetingCount(one, one.unrecorded) : yearsText.untold(one);
  return {
    caption: yearsText.meetings,
    rows: [
      ...told.map(({ name, counts }) => ({ name, cells: counts.map(cell) })),
      { name: yearsText.together, cells: together.map(cell) },
    ],
    bars: told.map(({ name, counts }) =>
      barsOf(
        facts,
        name,
        counts.map((one) =>
          one.kind === 'counted' ? { value: one.all, words: yearsPictureText.meetingBar(one) } : noBar(one),
        ),
      ),
    ),
  };
};

/** 研修と参加者: by 研修の種類, and all of a year together. */
export const trainingTable = (facts: YearsFacts): YearsTable => {
  const told = facts.programmes.map(({ name, years }) => ({
    name: name ?? yearsText.other,
    isExpected: name !== null,
    counts: years.map(trainingIn),
  }));
  const together = facts.years.map((_, index) =>
    trainingTogether(
      told.flatMap(({ isExpected, counts }) => {
        const is = counts[index];
        return is === undefined ? [] : [{ is, isExpected }];
      }),
    ),
  );
  const cell = (one: (TrainingCounted & { readonly unrecorded?: number }) | Untold): string =>
    one.kind === 'counted' ? yearsText.trainingCount(one, one.unrecorded) : yearsText.untold(one);
  return {
    caption: yearsText.training,
    rows: [
      ...told.map(({ name, counts }) => ({ name, cells: counts.map(cell) })),
      { name: yearsText.together, cells: together.map(cell) },
    ],
    bars: told.map(({ name, counts }) =>
      barsOf(
        facts,
        name,
        counts.map((one) =>
          one.kind === 'counted'
            ? { value: one.participants ?? 0, words: yearsPictureText.trainingBar(one) }
            : noBar(one),
        ),
      ),
    ),
  };
};

/** 協働推進員の選任. Where nobody held it on 1 April, nothing is recorded of that year. */
export const promotersTable = ({ promoters }: YearsFacts): YearsTable => {
  const cell = (onFirstDay: number, count: number): string =>
    onFirstDay === 0 ? chapterText.unrecorded : yearsText.people(count);
  return {
    caption: yearsText.promoters,
    rows: [
      {
        name: yearsText.appointed,
        cells: promoters.map(({ onFirstDay }) => cell(onFirstDay, onFirstDay)),
      },
      { name: yearsText.later, cells: promoters.map(({ onFirstDay, later }) => cell(onFirstDay, later)) },
    ],
    bars: [],
  };
};

/** 照会への回答. */
export const inquiriesTable = ({ years, inquiries, firstInquiryYear }: YearsFacts): YearsTable => {
  const counts = years.map((year) => inquiriesIn(year, inquiries, firstInquiryYear));
  return {
    caption: yearsText.inquiries,
    rows: [
      {
        name: yearsText.asked,
        cells: counts.map((one) =>
          one.kind === 'counted' ? yearsText.inquiryCount(one.inquiries) : yearsText.untold(one),
        ),
      },
      {
        name: yearsText.inTime,
        cells: counts.map((one) =>
          one.kind === 'counted' ? yearsText.inTimeCount(one) : yearsText.untold(one),
        ),
      },
    ],
    bars: [],
  };
};
