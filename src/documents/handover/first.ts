import { printFiscalYear } from '../../domain/calendar/fiscal-year.ts';
import { todayInTokyo } from '../../domain/calendar/local-date.ts';
import { printMoment } from '../../domain/calendar/moment.ts';
import { preparesFrom } from '../../domain/meeting/preparation.ts';
import { dayKnownOf } from '../../domain/occasion/date.ts';
import { calendarOf } from '../../domain/settings.ts';
import type { SecretariatHandover } from '../../services/handover/read-secretariat.ts';
import { firstText, handoverPart, secretariatFirst, underWayText } from '../../texts/handover.ts';
import { printEntryDate } from '../../texts/schedule-entry.ts';
import type { DocumentPart } from '../writing/text-document.ts';
import { type DueRow, dueTable, heading, list } from './parts.ts';
import type { HandoverYear } from './years.ts';

const { kind: KIND, next: NEXT, waits: WAITS } = secretariatFirst;

const inquiryRows = ({ underWay }: SecretariatHandover): readonly DueRow[] =>
  underWay.inquiries
    .filter(({ inquiry }) => inquiry.state === 'open')
    .flatMap(({ inquiry: { title, dueOn, collectBy }, tally }) => [
      {
        day: dueOn,
        kind: KIND.inquiry,
        what: [title],
        next: NEXT.inquiry(tally.unanswered),
        mayBeLate: true,
      },
      ...(collectBy === null
        ? []
        : [{ day: collectBy, kind: KIND.collect, what: [title], next: NEXT.collect }]),
    ]);

const writtenRows = ({ underWay }: SecretariatHandover): readonly DueRow[] =>
  underWay.written
    .filter(({ meeting }) => meeting.state === 'open')
    .map(({ meeting, bodyName, asked, answered }) => ({
      day: meeting.dueOn,
      kind: KIND.written,
      what: [bodyName],
      next: NEXT.written(asked - answered),
      mayBeLate: true,
    }));

const actionRows = ({ underWay }: SecretariatHandover): readonly DueRow[] =>
  underWay.actions.map(({ item, bodyName }) => ({
    day: item.dueOn,
    kind: KIND.action,
    what: [item.text, bodyName],
    next: NEXT.action,
    mayBeLate: true,
  }));

/** Meetings and 研修 of which the day is known, and from when a meeting is prepared. */
const occasionRows = ({ ahead, setUp }: SecretariatHandover): readonly DueRow[] => {
  const calendar = calendarOf(setUp.settings);
  const daysOf = (bodyId: string): number | undefined =>
    setUp.bodies.find(({ body }) => body.id === bodyId)?.body.preparationDays;
  return ahead.flatMap((one): readonly DueRow[] => {
    if (one.kind === 'like' || one.entry.kind === 'written-meeting') return [];
    const { entry, date } = one;
    const what = [entry.title, printEntryDate(entry)];
    const day = dayKnownOf(date);
    const held =
      day === undefined
        ? []
        : [
            {
              day,
              kind: entry.kind === 'training' ? KIND.training : KIND.meeting,
              what,
              next: NEXT.occasion,
            },
          ];
    const days = entry.kind === 'meeting' ? daysOf(entry.facts.bodyId) : undefined;
    return days === undefined
      ? held
      : [
          {
            day: preparesFrom(date, days, calendar),
            kind: KIND.preparation,
            what,
            next: NEXT.preparation,
          },
          ...held,
        ];
  });
};

const issueRows = ({ underWay }: SecretariatHandover): readonly DueRow[] =>
  underWay.news.issues.flatMap(({ issue: { state, publishAt }, title }) =>
    state !== 'scheduled' || publishAt === null
      ? []
      : [
          {
            day: todayInTokyo(publishAt),
            kind: KIND.issue,
            what: [title, printMoment(publishAt)],
            next: NEXT.scheduled,
          },
        ],
  );

const reportRows = ({ waiting }: SecretariatHandover): readonly DueRow[] =>
  waiting.awaitedUntil === null
    ? []
    : [{ day: waiting.awaitedUntil, kind: KIND.report, what: [KIND.report], next: NEXT.report }];

/** What has no day and waits for the secretariat, and where in the file it stands. */
const undated = (
  { underWay, waiting }: SecretariatHandover,
  years: readonly HandoverYear[],
): readonly string[] => {
  const { inquiries, written, news } = underWay;
  const counts: readonly (readonly [string, number, string])[] = [
    [
      WAITS.tally,
      inquiries.filter(({ inquiry }) => inquiry.state === 'closed').length,
      underWayText.inquiries,
    ],
    [WAITS.result, written.filter(({ meeting }) => meeting.state === 'closed').length, underWayText.written],
    [WAITS.late, news.issues.filter(({ issue }) => issue.state === 'late').length, underWayText.news],
    [WAITS.opinions, underWay.opinions.length, underWayText.opinions],
    [WAITS.proposals, news.proposed.length, underWayText.news],
    [WAITS.records, waiting.records.length, underWayText.records],
    [WAITS.appointments, waiting.unconfirmed.length, underWayText.roster],
    [WAITS.vacancies, waiting.vacancies.length, underWayText.roster],
    [WAITS.successors, waiting.needingSuccessor.length, underWayText.roster],
    [WAITS.failed, underWay.failed.reduce((sum, { count }) => sum + count, 0), underWayText.failed],
    ...years.map(
      ({ year, unsettled }) =>
        [WAITS.unsettled(printFiscalYear(year)), unsettled.length, underWayText.unsettled] as const,
    ),
  ];
  return counts.flatMap(([what, count, where]) =>
    count === 0 ? [] : [secretariatFirst.count(what, count, where)],
  );
};

/** 最初に見るもの: the first day, what is due within 30 days or should be done already, and what waits without a day. */
export const firstParts = (
  handover: SecretariatHandover,
  years: readonly HandoverYear[],
  logName: string | null,
): readonly DocumentPart[] => {
  const waits = undated(handover, years);
  const rows = [inquiryRows, writtenRows, actionRows, occasionRows, issueRows, reportRows].flatMap((of) =>
    of(handover),
  );
  return [
    heading(handoverPart.numbered(1, firstText.title)),
    heading(secretariatFirst.dayOne, 2),
    list([
      secretariatFirst.joined,
      secretariatFirst.home,
      logName === null ? secretariatFirst.noLog : secretariatFirst.log(logName),
      secretariatFirst.help,
    ]),
    heading(firstText.soon, 2),
    dueTable(rows, handover.today),
    heading(secretariatFirst.undated, 2),
    list(waits),
  ];
};
