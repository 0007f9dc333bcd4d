import { fiscalYearOf, lastDayOf } from '../../domain/calendar/fiscal-year.ts';
import { printDayWithWeekday, printMonth } from '../../domain/calendar/japanese-era.ts';
import { addDays, type LocalDate, monthOf } from '../../domain/calendar/local-date.ts';
import { printAgenda } from '../../domain/meeting/agenda.ts';
import { preparesFrom } from '../../domain/meeting/preparation.ts';
import { dayKnownOf, firstDayOfRecord, printRecordDate } from '../../domain/occasion/date.ts';
import { rosterReportDueOn } from '../../domain/promoter/serving.ts';
import { type DateAhead, dayInYear, lastDayAhead, monthsAhead } from '../../domain/schedule/ahead.ts';
import { meetingLike } from '../../domain/schedule/planned.ts';
import { calendarOf } from '../../domain/settings.ts';
import { lagDays } from '../../domain/training/lag.ts';
import type { SecretariatHandover } from '../../services/handover/read-secretariat.ts';
import { whenText } from '../../texts/day-text.ts';
import { aheadText, handoverPart } from '../../texts/handover.ts';
import { DUTY_WORD } from '../../texts/inquiry.ts';
import { SCHEDULE_STANDING } from '../../texts/schedule.ts';
import { matterLines, printEntryDate } from '../../texts/schedule-entry.ts';
import type { Cell, DocumentPart } from '../writing/text-document.ts';
import { heading, lines, tableOf } from './parts.ts';

/** A row of a month, in order of its first day. */
type AheadRow = { readonly first: LocalDate; readonly cells: readonly [Cell, Cell, Cell, Cell] };

type Entry = Extract<DateAhead, { readonly kind: 'entry' }>;
type Like = Extract<DateAhead, { readonly kind: 'like' }>;

const entryRow = ({ entry, date }: Entry, { setUp }: SecretariatHandover): AheadRow => {
  const { body } =
    setUp.bodies.find((one) => entry.kind === 'meeting' && one.body.id === entry.facts.bodyId) ?? {};
  const from =
    body === undefined ? undefined : preparesFrom(date, body.preparationDays, calendarOf(setUp.settings));
  return {
    first: firstDayOfRecord(date),
    cells: [
      [printEntryDate(entry)],
      [entry.title],
      [...matterLines(entry), ...(from === undefined ? [] : [aheadText.prepare(printDayWithWeekday(from))])],
      [SCHEDULE_STANDING[entry.standing]],
    ],
  };
};

const likeRow = ({ offer, date }: Like): AheadRow => ({
  first: firstDayOfRecord(date),
  cells: [
    [dayKnownOf(date) === undefined ? aheadText.dayOpen(printRecordDate(date)) : whenText(date)],
    [offer.occasion.name],
    [
      aheadText.lastYear(whenText(offer.occasion.date)),
      ...(offer.kind === 'meeting' ? printAgenda(meetingLike(offer.facts, date).items) : []),
      ...(offer.reason?.kind === 'training-lag' ? [aheadText.lag] : []),
    ],
    [aheadText.like],
  ],
});

/** What was asked in the year that is over, at the like of its day. */
const inquiryRows = ({ sent, setUp, today }: SecretariatHandover): readonly AheadRow[] =>
  sent.inquiries.flatMap(({ inquiry: { title, duty, askedOn, dueOn, state } }) => {
    if (askedOn === null || state === 'cancelled') return [];
    const first = dayInYear(askedOn, calendarOf(setUp.settings));
    return first < today
      ? []
      : [
          {
            first,
            cells: [
              [aheadText.around(printDayWithWeekday(first))],
              [aheadText.inquiry(title)],
              [
                aheadText.asked(printDayWithWeekday(askedOn), printDayWithWeekday(dueOn)),
                aheadText.duty(DUTY_WORD[duty]),
              ],
              [aheadText.like],
            ],
          },
        ];
  });

/** What comes on a day of every year. */
const yearlyRows = ({ setUp: { settings }, today }: SecretariatHandover): readonly AheadRow[] => {
  const calendar = calendarOf(settings);
  const years = [fiscalYearOf(today), fiscalYearOf(today) + 1];
  const days = years.flatMap((year) => [
    {
      first: addDays(lastDayOf(year), 1 - 31),
      what: aheadText.rollOver,
      detail: aheadText.rollOverDetail,
    },
    {
      first: rosterReportDueOn(year, settings),
      what: aheadText.reportDue,
      detail: aheadText.reportDueDetail,
    },
    ...lagDays(year, calendar).map((first) => ({
      first,
      what: aheadText.lagDay,
      detail: aheadText.lagDetail,
    })),
  ]);
  return days
    .filter(({ first }) => today <= first)
    .map(({ first, what, detail }) => ({
      first,
      cells: [[printDayWithWeekday(first)], [what], [detail], [aheadText.yearly]],
    }));
};

const monthTable = (caption: string, rows: readonly AheadRow[]): DocumentPart =>
  tableOf(
    caption,
    [
      [aheadText.column.date, 24],
      [aheadText.column.what, 24],
      [aheadText.column.detail, 38],
      [aheadText.column.standing, 14],
    ],
    rows.map(({ cells }) => cells),
    aheadText.nothing,
  );

/** これからの12か月: what is planned, and what the year before lets expect, month by month; behind it what is planned later. */
export const aheadParts = (handover: SecretariatHandover): readonly DocumentPart[] => {
  const { ahead, today } = handover;
  const rows = [
    ...ahead.map((one) => (one.kind === 'entry' ? entryRow(one, handover) : likeRow(one))),
    ...inquiryRows(handover),
    ...yearlyRows(handover),
  ].toSorted((one, other) => one.first.localeCompare(other.first));
  const months = monthsAhead(today);
  const planned = ahead.flatMap((one) => (one.kind === 'entry' ? [entryRow(one, handover)] : []));
  const later = planned.filter(({ first }) => first > lastDayAhead(today));
  return [
    heading(handoverPart.numbered(3, aheadText.title)),
    lines(aheadText.lead),
    ...months.flatMap((month, index) => {
      const label = printMonth(month);
      const here = rows.filter(({ first }) =>
        // What began in a month that is over and goes on stands in the first.
        index === 0 ? monthOf(first) <= month : monthOf(first) === month,
      );
      return [heading(label, 2), monthTable(label, here)];
    }),
    ...(later.length === 0 ? [] : [heading(aheadText.later, 2), monthTable(aheadText.later, later)]),
  ];
};
