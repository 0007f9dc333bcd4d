import { printDayWithWeekday } from '../calendar/japanese-era.ts';
import { addDays, type LocalDate } from '../calendar/local-date.ts';
import type { Inquiry } from '../inquiry/inquiry.ts';
import { shorten } from '../letters.ts';
import type { Meeting } from '../meeting/meeting.ts';
import { printMeetingDate } from '../meeting/print.ts';
import { compareRecordDates, firstDayOfRecord, lastDayOfRecord, printRecordDate } from '../occasion/date.ts';
import { standingOf } from '../occasion/standing.ts';
import type { Recorded, TrainingSession } from '../training/training.ts';
import type { AutomaticPart, PartLine, PartText } from './newsletter.ts';

/** What the automatic parts are taken from. */
export type PartSources = {
  readonly meetings: readonly { readonly meeting: Meeting; readonly bodyName: string }[];
  readonly trainings: readonly {
    readonly session: TrainingSession;
    readonly name: string;
    readonly recorded: Recorded;
  }[];
  readonly inquiries: readonly Inquiry[];
};

/** The days an issue looks back and ahead over. */
export type PartSpan = { readonly since: LocalDate; readonly today: LocalDate };

/** How many days ahead 今後の予定 looks. */
const AHEAD = 31;

/** The characters of 案件 that are told. */
const MOST_ITEMS = 100;

const meetingLine = ({ meeting, bodyName }: PartSources['meetings'][number]): PartLine => ({
  when: printMeetingDate(meeting),
  what: bodyName,
  detail: shorten(meeting.items.map(({ text }) => text).join('、'), MOST_ITEMS),
  count: null,
});

const trainingLine = ({ session, name, recorded }: PartSources['trainings'][number]): PartLine => {
  const counted = recorded.present + recorded.partial;
  return {
    when: printRecordDate(session.date),
    what: name,
    detail: session.place,
    count: session.headCount ?? (counted === 0 ? null : counted),
  };
};

const inquiryLine = ({ dueOn, title }: Inquiry): PartLine => ({
  when: printDayWithWeekday(dueOn),
  what: title,
  detail: '',
  count: null,
});

/** The lines of one part; nobody's name is in them. */
const linesOf = (
  part: AutomaticPart,
  { meetings, trainings, inquiries }: PartSources,
  { since, today }: PartSpan,
): readonly PartLine[] => {
  const isPast = (record: Meeting | TrainingSession): boolean =>
    standingOf(record, today) === 'settled' &&
    lastDayOfRecord(record.date) >= since &&
    lastDayOfRecord(record.date) <= today;
  const isComing = (record: Meeting | TrainingSession): boolean =>
    standingOf(record, today) === 'planned' && firstDayOfRecord(record.date) <= addDays(today, AHEAD);
  switch (part) {
    case 'meetings':
      return meetings.filter(({ meeting }) => isPast(meeting)).map(meetingLine);
    case 'trainings':
      return trainings.filter(({ session }) => isPast(session)).map(trainingLine);
    case 'deadlines':
      return inquiries
        .filter(({ state, dueOn }) => state === 'open' && dueOn >= today)
        .toSorted((one, other) => (one.dueOn < other.dueOn ? -1 : 1))
        .map(inquiryLine);
    case 'coming':
      return [
        ...meetings
          .filter(({ meeting }) => isComing(meeting))
          .map((one) => ({ date: one.meeting.date, line: { ...meetingLine(one), detail: '' } })),
        ...trainings
          .filter(({ session }) => isComing(session))
          .map((one) => ({ date: one.session.date, line: { ...trainingLine(one), count: null } })),
      ]
        .toSorted((one, other) => compareRecordDates(one.date, other.date))
        .map(({ line }) => line);
  }
};

/** The automatic parts of an issue of `today`, in order; what there is nothing of is left out. */
export const partTextsOf = (
  parts: readonly AutomaticPart[],
  sources: PartSources,
  span: PartSpan,
): readonly PartText[] =>
  parts
    .map((part) => ({ part, lines: linesOf(part, sources, span) }))
    .filter(({ lines }) => lines.length > 0);
