import { promoterRate } from '../../domain/attendance/attendance.ts';
import type { FiscalYear } from '../../domain/calendar/fiscal-year.ts';
import { printNotHeld } from '../../domain/occasion/date.ts';
import {
  countsDiffer,
  participantsOf,
  printTrainingDate,
  recordedOf,
} from '../../domain/training/training.ts';
import { printedRows } from '../../domain/training/year.ts';
import type { ChapterSession, ProgrammeChapter } from '../../services/read-chapter5.ts';
import { chapterText, unsettledText } from '../../texts/chapter5.ts';

/** One row of 職員研修; without a No where a programme has no session to print. `content` is a line each. */
export type TrainingRow = {
  readonly no: number | null;
  readonly dateAndPlace: string;
  readonly content: readonly string[];
  readonly participants: string;
};

const countOf = ({ session, attendances }: ChapterSession): number | null =>
  participantsOf(session, recordedOf(attendances));

const participantsText = (group: readonly ChapterSession[]): string => {
  const counts = group.flatMap((one) => countOf(one) ?? []);
  // A sum without one of its parts would be told as the whole.
  return counts.length < group.length
    ? chapterText.unrecorded
    : chapterText.people(counts.reduce((sum, count) => sum + count, 0));
};

/**
 * How many of the 協働推進員 came, of a training meant for them. Where the head count says that others came than are
 * recorded, it is not known who they were.
 */
const rateLines = ({ programme }: ProgrammeChapter, group: readonly ChapterSession[]): readonly string[] => {
  const [first] = group;
  const isMeant = group.every(
    ({ session }) => programme?.forPromoters === true || session.audience === 'promoters',
  );
  const isKnown = group.every(({ session, attendances }) => !countsDiffer(session, recordedOf(attendances)));
  if (first === undefined || !isMeant || !isKnown) return [];
  const rate = promoterRate(
    group.flatMap(({ attendances }) => attendances),
    first.promoters,
  );
  return rate === null ? [] : [chapterText.rate(rate)];
};

const rowOf = (chapter: ProgrammeChapter, group: readonly ChapterSession[]): Omit<TrainingRow, 'no'> => {
  const contents = [...new Set(group.map(({ session }) => session.contents.content))];
  return {
    dateAndPlace: group.map(({ session }) => printTrainingDate(session)).join('、'),
    content: [
      chapterText.programme(chapter.name),
      ...contents.filter((text) => text !== ''),
      ...rateLines(chapter, group),
    ],
    participants: participantsText(group),
  };
};

const rowsOfProgramme = (
  programme: ProgrammeChapter,
  year: FiscalYear,
): readonly (Omit<TrainingRow, 'no'> & { readonly isSession: boolean })[] => {
  const groups = printedRows(programme.sessions);
  if (groups.length > 0) return groups.map((group) => ({ ...rowOf(programme, group), isSession: true }));
  return [
    {
      dateAndPlace: programme.notHeld ? printNotHeld(year) : chapterText.unrecorded,
      content: [chapterText.programme(programme.name)],
      participants: '',
      isSession: false,
    },
  ];
};

/** The table 職員研修: rows in programme order, then by date. */
export const trainingRows = (
  programmes: readonly ProgrammeChapter[],
  year: FiscalYear,
): readonly TrainingRow[] => {
  let last = 0;
  return programmes
    .flatMap((programme) => rowsOfProgramme(programme, year))
    .map(({ isSession, ...row }) => ({ no: isSession ? ++last : null, ...row }));
};

const unsettledSession = (name: string, one: ChapterSession): readonly string[] => {
  const date = printTrainingDate(one.session);
  if (one.standing === 'planned') return [unsettledText.planned(name, date)];
  if (one.standing === 'unconfirmed') return [unsettledText.unconfirmed(name, date)];
  return [
    ...(one.session.heldConfirmedAt === null ? [unsettledText.trainingUnconfirmed(name, date)] : []),
    ...(countOf(one) === null ? [unsettledText.noParticipants(name, date)] : []),
  ];
};

/** What of the training is unsettled, a line each. */
export const unsettledTraining = (programmes: readonly ProgrammeChapter[]): readonly string[] =>
  programmes.length === 0
    ? [unsettledText.noProgrammes]
    : programmes.flatMap(({ name, sessions, notHeld }) =>
        sessions.length === 0 && !notHeld
          ? [unsettledText.noTraining(name)]
          : sessions.flatMap((one) => unsettledSession(name, one)),
      );
