import { promoterRate, type Rate } from '../../domain/attendance/attendance.ts';
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
import { NO_DAYS, rowDaysOf } from '../writing/row-days.ts';
import type { RowDays } from '../writing/text-document.ts';

/** One row of 職員研修; without a No where a programme has no session to print. `content` is a line each. */
export type TrainingRow = {
  readonly no: number | null;
  readonly dateAndPlace: string;
  readonly days: RowDays;
  readonly content: readonly string[];
  readonly participants: string;
};

/** The sessions that one row prints, with its No; none where the programme has no session to print. */
export type TrainingGroup = {
  readonly no: number | null;
  readonly programme: ProgrammeChapter;
  readonly group: readonly ChapterSession[];
};

/** What each row of the table 職員研修 prints: in programme order, then by date. */
export const trainingGroups = (programmes: readonly ProgrammeChapter[]): readonly TrainingGroup[] => {
  let last = 0;
  return programmes.flatMap((programme): readonly TrainingGroup[] => {
    const groups = printedRows(programme.sessions);
    return groups.length === 0
      ? [{ no: null, programme, group: [] }]
      : groups.map((group) => ({ no: ++last, programme, group }));
  });
};

/** 参加者 of one session; null while it is not known. */
const countOf = ({ session, attendances }: ChapterSession): number | null =>
  participantsOf(session, recordedOf(attendances));

/** 参加者 of all of them; null while it is not known of one, since a sum without one of its parts would be told as the whole. */
export const participantsIn = (group: readonly ChapterSession[]): number | null => {
  const counts = group.flatMap((one) => countOf(one) ?? []);
  return counts.length < group.length ? null : counts.reduce((sum, count) => sum + count, 0);
};

const participantsText = (group: readonly ChapterSession[]): string => {
  const participants = participantsIn(group);
  return participants === null ? chapterText.unrecorded : chapterText.people(participants);
};

/**
 * How many of the 協働推進員 came, of a training meant for them. Where the head count says that others came than are
 * recorded, it is not known who they were.
 */
export const rateIn = ({ programme }: ProgrammeChapter, group: readonly ChapterSession[]): Rate | null => {
  const [first] = group;
  const isMeant = group.every(
    ({ session }) => programme?.forPromoters === true || session.audience === 'promoters',
  );
  const isKnown = group.every(({ session, attendances }) => !countsDiffer(session, recordedOf(attendances)));
  if (first === undefined || !isMeant || !isKnown) return null;
  return promoterRate(
    group.flatMap(({ attendances }) => attendances),
    first.promoters,
  );
};

const rateLines = (programme: ProgrammeChapter, group: readonly ChapterSession[]): readonly string[] => {
  const rate = rateIn(programme, group);
  return rate === null ? [] : [chapterText.rate(rate)];
};

const rowOf = ({ no, programme, group }: TrainingGroup, year: FiscalYear): TrainingRow => {
  if (group.length === 0)
    return {
      no,
      dateAndPlace: programme.notHeld ? printNotHeld(year) : chapterText.unrecorded,
      days: NO_DAYS,
      content: [chapterText.programme(programme.name)],
      participants: '',
    };
  const contents = [...new Set(group.map(({ session }) => session.contents.content))];
  return {
    no,
    dateAndPlace: group.map(({ session }) => printTrainingDate(session)).join('、'),
    days: rowDaysOf(group.map(({ session }) => session.date)),
    content: [
      chapterText.programme(programme.name),
      ...contents.filter((text) => text !== ''),
      ...rateLines(programme, group),
    ],
    participants: participantsText(group),
  };
};

/** The table 職員研修. */
export const trainingRows = (
  programmes: readonly ProgrammeChapter[],
  year: FiscalYear,
): readonly TrainingRow[] => trainingGroups(programmes).map((group) => rowOf(group, year));

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
