import { z } from 'zod';
import type { FiscalYear } from '../calendar/fiscal-year.ts';
import {
  printRecordDate,
  type RecordDate,
  type RecordDateProblem,
  recordDateFrom,
} from '../occasion/date.ts';
import { DateFields, isBeforeRecord, type OccasionRecord } from '../occasion/record.ts';
import { MOST_CHOSEN } from '../person/chosen.ts';
import { SlackId } from '../person/person.ts';
import { type Result, refuse, succeed } from '../result.ts';
import type { Programme } from './programme.ts';

/** 実施方法: 集合, オンライン, 集合・オンライン併用, 動画配信. */
export const TRAINING_WAYS = ['onsite', 'online', 'hybrid', 'video'] as const;
export type TrainingWay = (typeof TRAINING_WAYS)[number];

/** 対象: 定めない, 協働推進員全員(主任を含む), 選ぶ. */
export const TRAINING_AUDIENCES = ['open', 'promoters', 'chosen'] as const;
export type TrainingAudience = (typeof TRAINING_AUDIENCES)[number];

/** The value of その他 in the field 研修. */
export const OTHER_PROGRAMME = 'other';

/** The form 研修を記録, as it arrives. */
export const TrainingDraft = z.object({
  programme: z.union([z.uuid(), z.literal(OTHER_PROGRAMME)]),
  otherName: z.string().trim().max(75).default(''),
  way: z.enum(TRAINING_WAYS),
  ...DateFields,
  place: z.string().trim().max(100).default(''),
  audience: z.enum(TRAINING_AUDIENCES),
  invitees: z.array(SlackId).max(MOST_CHOSEN).default([]),
  headCount: z.coerce.number().int().min(0).max(99_999).optional(),
  reception: z.array(z.literal('code')).default([]),
  printedTogether: z.array(z.literal('together')).default([]),
  reason: z.string().trim().max(300).default(''),
});
export type TrainingDraft = z.infer<typeof TrainingDraft>;

/** The form 研修の内容を記録, as it arrives. */
export const TrainingContentsDraft = z.object({
  lecturer: z.string().trim().max(100).default(''),
  content: z.string().trim().max(3000).default(''),
  link: z.union([z.literal(''), z.url({ protocol: /^https?$/u }).max(1000)]).default(''),
});
export type TrainingContentsDraft = z.infer<typeof TrainingContentsDraft>;

/** What anyone may read of a session. */
export type TrainingFacts = {
  /** null: one that is named only here (その他). */
  readonly programmeId: string | null;
  readonly otherName: string;
  readonly way: TrainingWay;
  readonly date: RecordDate;
  readonly place: string;
  readonly audience: TrainingAudience;
  /** 参加者数, where only the head count is known. */
  readonly headCount: number | null;
};

export type TrainingContents = {
  readonly lecturer: string;
  readonly content: string;
  readonly link: string;
};

/** A session as the record holds it. */
export type TrainingSession = TrainingFacts &
  OccasionRecord & {
    readonly contents: TrainingContents;
    /** まとめて掲載. */
    readonly printedTogether: boolean;
    readonly code: string | null;
  };

/** How many people of a session are known: attendances by state. */
export type Recorded = { readonly present: number; readonly partial: number; readonly absent: number };

/** Of a session at which nobody is recorded. */
export const NOBODY: Recorded = { present: 0, partial: 0, absent: 0 };

/** Attendances counted by state. */
export const recordedOf = (attendances: readonly { readonly state: keyof Recorded }[]): Recorded => {
  const count = (wanted: keyof Recorded): number =>
    attendances.filter(({ state }) => state === wanted).length;
  return { present: count('present'), partial: count('partial'), absent: count('absent') };
};

/** Why a session can't be recorded so; `field` is the form's field at which the sentence belongs. */
export type TrainingProblem =
  | RecordDateProblem
  | { readonly field: 'heldOn'; readonly kind: 'before-record' | 'training-still-to-come' }
  | {
      readonly field: 'programme';
      readonly kind: 'unknown-programme' | 'training-known-otherwise';
    }
  | { readonly field: 'otherName'; readonly kind: 'other-name-needed' | 'other-name-not-needed' }
  | { readonly field: 'invitees'; readonly kind: 'invitees-needed' | 'invitees-not-members' }
  | {
      readonly field: 'heldOn';
      readonly kind: 'training-not-held-stands';
      readonly name: string;
      readonly fiscalYear: FiscalYear;
    };

const nameProblem = ({ programme, otherName }: TrainingDraft): TrainingProblem | undefined => {
  if (programme === OTHER_PROGRAMME && otherName === '')
    return { field: 'otherName', kind: 'other-name-needed' };
  if (programme !== OTHER_PROGRAMME && otherName !== '')
    return { field: 'otherName', kind: 'other-name-not-needed' };
  return undefined;
};

/** The session a draft describes. */
export const trainingFrom = (draft: TrainingDraft): Result<TrainingFacts, TrainingProblem> => {
  const { heldOn, heldUntil, precision, programme, otherName, way, place, audience } = draft;
  const named = nameProblem(draft);
  if (named !== undefined) return refuse(named);
  const date = recordDateFrom({ heldOn, heldUntil, precision });
  if (!date.ok) return date;
  if (isBeforeRecord(date.value)) return refuse({ field: 'heldOn', kind: 'before-record' });
  if (audience === 'chosen' && draft.invitees.length === 0)
    return refuse({ field: 'invitees', kind: 'invitees-needed' });
  return succeed({
    programmeId: programme === OTHER_PROGRAMME ? null : programme,
    otherName,
    way,
    date: date.value,
    place,
    audience,
    headCount: draft.headCount ?? null,
  });
};

/** 対象者 as chosen one by one; nobody unless 対象 says 選ぶ. */
export const chosenIn = ({ audience, invitees }: TrainingDraft): readonly string[] =>
  audience === 'chosen' ? invitees : [];

/** Why a session can't be recorded for its programme in a year; `isNotHeld` while 開催なし stands. */
export const programmeProblem = (
  programme: Pick<Programme, 'name'> | undefined,
  isNotHeld: boolean,
  fiscalYear: FiscalYear,
): TrainingProblem | undefined => {
  if (programme === undefined) return { field: 'programme', kind: 'unknown-programme' };
  if (!isNotHeld) return undefined;
  return { field: 'heldOn', kind: 'training-not-held-stands', name: programme.name, fiscalYear };
};

/** The word printed behind date and place of a video. */
const VIDEO_MARK = '*動画配信';

/** 日時・場所 as chapter 5 prints it: 令和5年9月 市役所内; 令和5年7月から9月まで *動画配信. */
export const printTrainingDate = ({
  date,
  place,
  way,
}: Pick<TrainingFacts, 'date' | 'place' | 'way'>): string =>
  [printRecordDate(date), place, way === 'video' ? VIDEO_MARK : ''].filter((part) => part !== '').join(' ');

/** 参加者: the head count where one was given, else those recorded as 出席 or 一部出席; null while neither is known. */
export const participantsOf = (
  { headCount }: Pick<TrainingFacts, 'headCount'>,
  { present, partial, absent }: Recorded,
): number | null => {
  if (headCount !== null) return headCount;
  return present + partial + absent === 0 ? null : present + partial;
};

/** Whether both numbers are known and differ: the list says so, the report prints the head count. */
export const countsDiffer = (
  { headCount }: Pick<TrainingFacts, 'headCount'>,
  recorded: Recorded,
): boolean => {
  const known = recorded.present + recorded.partial;
  return headCount !== null && known > 0 && headCount !== known;
};
