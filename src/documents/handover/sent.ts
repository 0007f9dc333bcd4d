import { printFiscalYear } from '../../domain/calendar/fiscal-year.ts';
import { printDayWithWeekday, printMonth } from '../../domain/calendar/japanese-era.ts';
import { monthOf, numbersOf } from '../../domain/calendar/local-date.ts';
import { printMoment } from '../../domain/calendar/moment.ts';
import type { DeliveryKind } from '../../domain/delivery/delivery.ts';
import { groupBy } from '../../domain/group-by.ts';
import { joinParts } from '../../domain/parts.ts';
import type { SecretariatHandover } from '../../services/handover/read-secretariat.ts';
import { handoverPart, sentText as TEXT, underWayText } from '../../texts/handover.ts';
import { DELIVERY_WORD } from '../../texts/job.ts';
import type { Cell, DocumentPart } from '../writing/text-document.ts';
import { heading, lines, tableOf } from './parts.ts';

/** What the bot writes to its log, what one sends to oneself to look at it, and what is answered at once: nothing that a successor sends. */
const NOT_TOLD: readonly DeliveryKind[] = [
  'job-report',
  'failure-noted',
  'inquiry-trial',
  'written-meeting-trial',
  'written-result-trial',
  'free-text-answer',
  'continued',
];

/** More days than that are only counted. */
const MOST_DAYS = 6;

/** A row for each kind in each month: on which days, and how many. */
const messageRows = ({ sent: { messages } }: SecretariatHandover): readonly (readonly Cell[])[] => {
  const told = messages.filter(({ kind }) => !NOT_TOLD.includes(kind));
  const groups = groupBy(told, ({ kind, day }) => joinParts(monthOf(day), kind));
  return [...groups.values()].flatMap((rows) => {
    const [first] = rows;
    if (first === undefined) return [];
    const days = rows.map(({ day }) => TEXT.day(numbersOf(day).day));
    return [
      [
        [printMonth(monthOf(first.day))],
        [DELIVERY_WORD[first.kind]],
        [days.length > MOST_DAYS ? TEXT.days(days.length) : days.join(handoverPart.between)],
        [TEXT.count(rows.reduce((sum, { count }) => sum + count, 0))],
      ],
    ];
  });
};

/** この1年に送ったもの: what was asked, what was published, and how many messages of each kind, without names. */
export const sentParts = (handover: SecretariatHandover): readonly DocumentPart[] => {
  const { sent, today } = handover;
  return [
    heading(handoverPart.numbered(4, TEXT.title)),
    lines(TEXT.lead(printDayWithWeekday(sent.since), printDayWithWeekday(today))),
    heading(TEXT.inquiries, 2),
    tableOf(
      TEXT.inquiries,
      [
        [TEXT.inquiryColumn.day, 24],
        [TEXT.inquiryColumn.what, 38],
        [TEXT.inquiryColumn.due, 24],
        [TEXT.inquiryColumn.count, 14],
      ],
      sent.inquiries.map(({ inquiry: { askedOn, fiscalYear, number, title, dueOn }, tally }) => [
        askedOn === null ? [] : [printDayWithWeekday(askedOn)],
        [underWayText.inquiry.name(printFiscalYear(fiscalYear), number), title],
        [printDayWithWeekday(dueOn)],
        [underWayText.inquiry.answered(tally.answered, tally.asked)],
      ]),
    ),
    heading(TEXT.issues, 2),
    tableOf(
      TEXT.issues,
      [
        [TEXT.issueColumn.when, 34],
        [TEXT.issueColumn.issue, 50],
        [TEXT.issueColumn.articles, 16],
      ],
      sent.issues.map(({ issue: { publishedAt, articleIds }, title }) => [
        publishedAt === null ? [] : [printMoment(publishedAt)],
        [title],
        [underWayText.count(articleIds.length)],
      ]),
    ),
    heading(TEXT.messages, 2),
    lines(TEXT.note),
    tableOf(
      TEXT.messages,
      [
        [TEXT.messageColumn.month, 18],
        [TEXT.messageColumn.kind, 36],
        [TEXT.messageColumn.days, 32],
        [TEXT.messageColumn.count, 14],
      ],
      messageRows(handover),
    ),
  ];
};
