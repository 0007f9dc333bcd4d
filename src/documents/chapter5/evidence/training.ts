import type { EnteredAttendance } from '../../../domain/attendance/attendance.ts';
import { ATTENDANCE_STATES, wasThere } from '../../../domain/attendance/attendance.ts';
import { printDay } from '../../../domain/calendar/japanese-era.ts';
import type { LocalDate } from '../../../domain/calendar/local-date.ts';
import { groupBy } from '../../../domain/group-by.ts';
import { firstDayOfRecord } from '../../../domain/occasion/date.ts';
import { holdsOn } from '../../../domain/promoter/appointment.ts';
import { subjectOf } from '../../../domain/subject.ts';
import { printTrainingDate, recordedOf } from '../../../domain/training/training.ts';
import type { Chapter5Facts, ChapterSession, ChapterSources } from '../../../services/read-chapter5.ts';
import { chapterText, evidenceText } from '../../../texts/chapter5.ts';
import { rowDaysOf } from '../../writing/row-days.ts';
import { participantsIn, rateIn, type TrainingGroup, trainingGroups } from '../training.ts';
import { type EvidenceRow, nameIn, type Who, whoActed } from './row.ts';

/** What the rows of a session have in common. */
const ofSession = (
  sources: ChapterSources,
  { session }: ChapterSession,
): Who & Pick<EvidenceRow, 'date' | 'days'> => ({
  date: printTrainingDate(session),
  days: rowDaysOf([session.date]),
  ...whoActed(sources, subjectOf('training', session.id), session),
});

/** 出席90、一部出席2. */
const countsText = (attendances: readonly EnteredAttendance[]): string => {
  const counts = recordedOf(attendances);
  return ATTENDANCE_STATES.filter((state) => counts[state] > 0)
    .map((state) => `${evidenceText.counted[state]}${counts[state]}`)
    .join(evidenceText.between);
};

/** The order in which who entered them stand: the one of most first, those of as many by name, whatever order they were read in. */
const mostFirst = (
  one: { readonly part: number; readonly recordedBy: string },
  other: { readonly part: number; readonly recordedBy: string },
): number => other.part - one.part || (one.recordedBy < other.recordedBy ? -1 : 1);

/** The head count of a session, or without one its attendances by who entered them: how many they are, and not who. */
const participantsOfSession = (
  sources: ChapterSources,
  name: string,
  one: ChapterSession,
): readonly Omit<EvidenceRow, 'place' | 'number'>[] => {
  const common = ofSession(sources, one);
  if (one.session.headCount !== null)
    return [{ ...common, record: evidenceText.headCount(name), part: one.session.headCount }];
  return [...groupBy(one.attendances, ({ enteredBy }) => enteredBy)]
    .map(([enteredBy, entered]) => ({
      ...common,
      record: evidenceText.attendances(name, countsText(entered)),
      part: entered.filter(wasThere).length,
      recordedBy: nameIn(sources, enteredBy),
    }))
    .toSorted(mostFirst);
};

/** Those of the sessions of one row who count in its rate, each once: where they came first. */
const cameRows = (
  sources: ChapterSources,
  name: string,
  group: readonly ChapterSession[],
): readonly Omit<EvidenceRow, 'place' | 'number'>[] => {
  const [first] = group;
  const counted = new Set<string>();
  return group.map((one) => {
    const came = one.attendances.filter(
      (attendance) =>
        wasThere(attendance) &&
        first?.promoters.has(attendance.personId) === true &&
        !counted.has(attendance.personId),
    );
    for (const { personId } of came) counted.add(personId);
    const enteredBy = [
      ...new Set(came.map((attendance) => nameIn(sources, attendance.enteredBy))),
    ].toSorted();
    return {
      ...ofSession(sources, one),
      record: evidenceText.cameRecord(name),
      part: came.length,
      recordedBy: enteredBy.join(evidenceText.between),
    };
  });
};

type TermRow = Omit<EvidenceRow, 'place' | 'number'>;

/** The 協働推進員 of a day by who recorded and confirmed them, each once. */
const termRows = (sources: ChapterSources, day: LocalDate): readonly TermRow[] => {
  const people = new Map(
    sources.appointments
      .filter((appointment) => holdsOn(appointment, day))
      .toReversed()
      .map((appointment) => [appointment.person.id, appointment]),
  );
  const acted = [...people.values()].map((appointment) =>
    whoActed(sources, subjectOf('appointment', appointment.id), appointment),
  );
  return [...groupBy(acted, (who) => JSON.stringify([who.recordedBy, who.confirmedBy])).values()].flatMap(
    (alike) =>
      alike.slice(0, 1).map((who) => ({
        record: evidenceText.term(printDay(day)),
        part: alike.length,
        date: printDay(day),
        days: { first: day, last: day },
        ...who,
      })),
  );
};

/** Many sessions have one day. */
const termRowsByDay = (sources: ChapterSources): ((day: LocalDate) => readonly TermRow[]) => {
  const known = new Map<LocalDate, readonly TermRow[]>();
  return (day) => {
    const rows = known.get(day) ?? termRows(sources, day);
    known.set(day, rows);
    return rows;
  };
};

const ofGroup = (
  sources: ChapterSources,
  termsOn: (day: LocalDate) => readonly TermRow[],
  { no, programme, group }: TrainingGroup,
): readonly EvidenceRow[] => {
  const [first] = group;
  if (no === null || first === undefined) return [];
  const { name } = programme;
  const participants = participantsIn(group);
  const rate = rateIn(programme, group);
  const number = participants === null ? '' : chapterText.people(participants);
  return [
    ...group.map((one) => ({
      place: evidenceText.sessions,
      number: evidenceText.no(no),
      record: evidenceText.session(name),
      part: 1,
      ...ofSession(sources, one),
    })),
    ...(participants === null
      ? []
      : group.flatMap((one) =>
          participantsOfSession(sources, name, one).map((row) => ({
            place: evidenceText.participants(no),
            number,
            ...row,
          })),
        )),
    ...(rate === null
      ? []
      : [
          ...cameRows(sources, name, group).map((row) => ({
            place: evidenceText.came(no),
            number: evidenceText.appointed(rate.came),
            ...row,
          })),
          ...termsOn(firstDayOfRecord(first.session.date)).map((row) => ({
            place: evidenceText.of(no),
            number: evidenceText.appointed(rate.of),
            ...row,
          })),
        ]),
  ];
};

/** By which the numbers of the table 職員研修 are counted. */
export const trainingEvidence = ({ programmes, sources }: Chapter5Facts): readonly EvidenceRow[] => {
  const termsOn = termRowsByDay(sources);
  return trainingGroups(programmes).flatMap((group) => ofGroup(sources, termsOn, group));
};
