import { type FiscalYear, printFiscalYear } from '../../../domain/calendar/fiscal-year.ts';
import { inquiriesIn, meetingsIn, trainingIn } from '../../../domain/chapter5/years.ts';
import { printMeetingDate } from '../../../domain/meeting/print.ts';
import { printRecordDate } from '../../../domain/occasion/date.ts';
import { subjectOf } from '../../../domain/subject.ts';
import { participantsOf, printTrainingDate } from '../../../domain/training/training.ts';
import type { BodyYear, ProgrammeYear, YearsFacts } from '../../../services/report/read-years.ts';
import { evidenceText } from '../../../texts/chapter5.ts';
import { yearsEvidenceText, yearsText } from '../../../texts/years.ts';
import { NO_DAYS, rowDaysOf } from '../../writing/row-days.ts';
import { appointmentEvidence } from '../evidence/appointments.ts';
import { type EvidenceRow, nameIn, whoActed } from '../evidence/row.ts';

/** A number of the comparison: where it is printed, and how much of it each row of the record is. */
type Counted = {
  readonly place: string;
  readonly number: string;
  readonly rows: readonly Omit<EvidenceRow, 'place' | 'number'>[];
};

const inPlace = ({ place, number, rows }: Counted): readonly EvidenceRow[] =>
  rows.map((row) => ({ place, number, ...row }));

const placeOf = (table: string, row: string, year: FiscalYear, of: string): string =>
  [table, row, printFiscalYear(year), of].join(' ');

/** What is added from other numbers of the same table. */
const sumOf = (
  place: string,
  print: (count: number) => string,
  parts: readonly { readonly name: string; readonly count: number }[],
): Counted => ({
  place,
  number: print(parts.reduce((sum, { count }) => sum + count, 0)),
  rows: parts.map(({ name, count }) => ({
    record: yearsEvidenceText.sum(name),
    part: count,
    date: '',
    days: NO_DAYS,
    recordedBy: '',
    confirmedBy: '',
  })),
});

const meetingRows = (
  { meetings }: Pick<BodyYear, 'meetings'>,
  sources: YearsFacts['sources'],
): Counted['rows'] =>
  meetings.map((meeting) => ({
    record: evidenceText.meeting(meeting.items.length),
    part: 1,
    date: printMeetingDate(meeting),
    days: rowDaysOf([meeting.date]),
    ...whoActed(sources, subjectOf('meeting', meeting.id), meeting),
  }));

const ofMeetings = ({ bodies, years, sources }: YearsFacts): readonly Counted[] => {
  const table = yearsText.meetings;
  const counted = bodies.flatMap(({ name, years: over }) =>
    over.flatMap((one) => {
      const count = meetingsIn(one);
      return count.kind === 'counted' ? [{ name, one, ...count }] : [];
    }),
  );
  const sums = years.flatMap((year): readonly Counted[] => {
    const here = counted.filter(({ one }) => one.year === year);
    const place = (of: string): string => placeOf(table, yearsText.together, year, of);
    return [
      sumOf(
        place(yearsEvidenceText.times),
        yearsText.times,
        here.map(({ name, all }) => ({ name, count: all })),
      ),
      sumOf(
        place(yearsEvidenceText.written),
        yearsText.times,
        here.map(({ name, written }) => ({ name, count: written })),
      ),
    ];
  });
  return [
    ...counted.flatMap(({ name, one, all, written }): readonly Counted[] => [
      {
        place: placeOf(table, name, one.year, yearsEvidenceText.times),
        number: yearsText.times(all),
        rows: meetingRows(one, sources),
      },
      {
        place: placeOf(table, name, one.year, yearsEvidenceText.written),
        number: yearsText.times(written),
        rows: meetingRows({ meetings: one.meetings.filter(({ way }) => way === 'written') }, sources),
      },
    ]),
    ...sums,
  ];
};

const sessionRows = (
  { sessions }: ProgrammeYear,
  sources: YearsFacts['sources'],
  record: string,
  partOf: (session: ProgrammeYear['sessions'][number]) => number | null,
): Counted['rows'] =>
  sessions.flatMap((one) => {
    const part = partOf(one);
    if (part === null) return [];
    const { session } = one;
    return [
      {
        record,
        part,
        date: printTrainingDate(session),
        days: rowDaysOf([session.date]),
        ...whoActed(sources, subjectOf('training', session.id), session),
      },
    ];
  });

const ofTraining = ({ programmes, years, sources }: YearsFacts): readonly Counted[] => {
  const table = yearsText.training;
  const counted = programmes.flatMap(({ name, years: over }) =>
    over.flatMap((one) => {
      const count = trainingIn(one);
      return count.kind === 'counted' ? [{ name: name ?? yearsText.other, one, ...count }] : [];
    }),
  );
  const sums = years.flatMap((year): readonly Counted[] => {
    const here = counted.filter(({ one }) => one.year === year);
    const place = (of: string): string => placeOf(table, yearsText.together, year, of);
    return [
      sumOf(
        place(yearsEvidenceText.times),
        yearsText.times,
        here.map(({ name, sessions }) => ({ name, count: sessions })),
      ),
      sumOf(
        place(yearsEvidenceText.participants),
        yearsText.heads,
        here.flatMap(({ name, participants }) =>
          participants === null ? [] : [{ name, count: participants }],
        ),
      ),
    ];
  });
  return [
    ...counted.flatMap(({ name, one, sessions, participants }): readonly Counted[] => [
      {
        place: placeOf(table, name, one.year, yearsEvidenceText.times),
        number: yearsText.times(sessions),
        rows: sessionRows(one, sources, yearsEvidenceText.session, () => 1),
      },
      ...(participants === null
        ? []
        : [
            {
              place: placeOf(table, name, one.year, yearsEvidenceText.participants),
              number: yearsText.heads(participants),
              rows: sessionRows(one, sources, yearsEvidenceText.heads, ({ session, recorded }) =>
                participantsOf(session, recorded),
              ),
            },
          ]),
    ]),
    ...sums,
  ];
};

const ofInquiries = ({ years, inquiries, firstInquiryYear, sources }: YearsFacts): readonly Counted[] =>
  years.flatMap((year): readonly Counted[] => {
    const count = inquiriesIn(year, inquiries, firstInquiryYear);
    if (count.kind !== 'counted') return [];
    const rows = (partOf: (one: YearsFacts['inquiries'][number]) => number): Counted['rows'] =>
      inquiries
        .filter(({ fiscalYear }) => fiscalYear === year)
        .map((one) => ({
          record: yearsEvidenceText.inquiry(one.number, one.title),
          part: partOf(one),
          date: printRecordDate({ kind: 'until', day: one.dueOn }),
          days: { first: one.askedOn, last: one.dueOn },
          recordedBy: nameIn(sources, one.createdBy),
          confirmedBy: '',
        }));
    const place = (of: string): string => [yearsText.inquiries, of, printFiscalYear(year)].join(' ');
    return [
      { place: place(yearsText.asked), number: yearsText.inquiryCount(count.inquiries), rows: rows(() => 1) },
      {
        place: place(yearsEvidenceText.asked),
        number: yearsText.inquiryCount(count.asked),
        rows: rows(({ asked }) => asked),
      },
      {
        place: place(yearsText.inTime),
        number: yearsText.inquiryCount(count.inTime),
        rows: rows(({ inTime }) => inTime),
      },
    ];
  });

const ofPromoters = ({ promoters, sources }: YearsFacts): readonly EvidenceRow[] =>
  promoters.flatMap(({ year, onFirstDay, later, rows }) => {
    const place = (of: string): string => [yearsText.promoters, of, printFiscalYear(year)].join(' ');
    return onFirstDay === 0
      ? []
      : [
          ...appointmentEvidence(place(yearsText.appointed), onFirstDay, rows.onFirstDay, sources),
          ...appointmentEvidence(place(yearsText.later), later, rows.later, sources),
        ];
  });

/** The rows of the record by which every number of the comparison is counted, table by table; a sum is traced to what is added. */
export const yearsEvidence = (facts: YearsFacts): readonly EvidenceRow[] => [
  ...ofMeetings(facts).flatMap(inPlace),
  ...ofTraining(facts).flatMap(inPlace),
  ...ofPromoters(facts),
  ...ofInquiries(facts).flatMap(inPlace),
];
