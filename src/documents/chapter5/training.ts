import { promoterRate } from '../../domain/attendance/attendance.ts';
import type { FiscalYear } from '../../domain/calendar/fiscal-year.ts';
import type { Unsettled } from '../../domain/chapter5/unsettled.ts';
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

const unsettledSession = (name: string, one: ChapterSession): readonly Unsettled[] => {
  const date = printTrainingDate(one.session);
  const of = { kind: 'training', id: one.session.id } as const;
  if (one.standing === 'planned')
    return [{ text: unsettledText.planned(name, date), settle: [{ kind: 'edit', of }] }];
  if (one.standing === 'unconfirmed')
    return [{ text: unsettledText.unconfirmed(name, date), settle: [{ kind: 'confirm', of }] }];
  return [
    ...(one.session.heldConfirmedAt === null
      ? [
          {
            text: unsettledText.trainingUnconfirmed(name, date),
            settle: [{ kind: 'confirm-held', of }],
          } as const,
        ]
      : []),
    ...(countOf(one) === null
      ? [
          {
            text: unsettledText.noParticipants(name, date),
            settle: [
              { kind: 'edit', of },
              { kind: 'record-attendance', sessionId: of.id },
            ],
          } as const,
        ]
      : []),
  ];
};

const unsettledProgramme = ({
  programme,
  name,
  sessions,
  notHeld,
}: ProgrammeChapter): readonly Unsettled[] => {
  if (programme === null || sessions.length > 0 || notHeld)
    return sessions.flatMap((one) => unsettledSession(name, one));
  return [
    {
      text: unsettledText.noTraining(name),
      settle: [
        { kind: 'record-training', programmeId: programme.id },
        { kind: 'record-not-held', of: { kind: 'programme', id: programme.id } },
      ],
    },
  ];
};

/** What of the training is unsettled. */
export const unsettledTraining = (programmes: readonly ProgrammeChapter[]): readonly Unsettled[] =>
  programmes.length === 0
    ? [{ text: unsettledText.noProgrammes, settle: [{ kind: 'register-programme' }] }]
    : programmes.flatMap(unsettledProgramme);
