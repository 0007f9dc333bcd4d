import { z } from 'zod';
import { PROMOTER_ROLES } from './actor.ts';
import { joinParts, splitParts, YearPart } from './parts.ts';

const Text = z.string().min(1);
const Row = z.tuple([Text]);
const RowOfYear = z.tuple([Text, YearPart]);
const Yearly = z.tuple([Text, YearPart.optional()]);
const Alone = z.tuple([]);

/**
 * What audit lines, deliveries and lines of morning messages can be about: the word for each kind, and what stands behind it.
 * The record keeps these texts, and audit lines can't be changed: a kind may come, none is ever called otherwise.
 */
const SUBJECTS = {
  none: Alone,
  workspace: Row,
  settings: Alone,
  meeting: Row,
  /** 対応事項 of a meeting. */
  'action-item': Row,
  training: Row,
  'training-lag': z.tuple([YearPart]),
  /** 年間スケジュール of a fiscal year. */
  schedule: z.tuple([YearPart]),
  programme: Yearly,
  /** 開催なし of a 研修の種類, and below of a 会議体. */
  'programme-not-held': RowOfYear,
  'did-not-meet': RowOfYear,
  body: Yearly,
  'body-member': Row,
  department: Row,
  section: Row,
  person: Row,
  'slack-user': Row,
  appointment: Row,
  away: Row,
  'roster-report': RowOfYear,
  /** An inquiry, or what one of those asked owes of it, by section and role. */
  inquiry: z.union([Row, z.tuple([Text, Text, z.enum(PROMOTER_ROLES)])]),
  'inquiry-department': z.tuple([Text, Text]),
  /** とりまとめ of an inquiry in a department. */
  'inquiry-collect': z.tuple([Text, Text]),
  /** A 書面開催, or what one of its 回答者 owes, by position. */
  'written-meeting': z.tuple([Text, Text.optional()]),
  /** 第5章の文章, by 項目 and year. */
  'chapter-text': RowOfYear,
  /** 第5章 of a year as it was given out. */
  report: z.tuple([YearPart]),
  /** 評価・意見, or its 市の調査・検討 of a fiscal year. */
  opinion: Yearly,
  article: Row,
  'article-proposal': Row,
  /** An issue, or in its thread an article or automatic part. */
  newsletter: z.tuple([Text, Text.optional()]),
  /** Why the secretariat is asked about an issue, or where there is none yet about a day. */
  'newsletter-asked': z.tuple([Text, Text]),
  /** A channel, what is wrong with it, and Slack's word for that where it refused a message. */
  channel: z.tuple([Text, Text, Text.optional()]),
  'monthly-day': Alone,
  /** The morning of a day: in the order of days, as text. */
  morning: Row,
  /** One delivery, or `all` that were given up. */
  delivery: Row,
  /** The delivery whose message goes on in another. */
  continues: Row,
  /** Messages that can't be changed any more: all of a day for the secretariat, one for its writer. */
  unshown: Row,
  'unshown-of': Row,
  /** A run of a job, by a name that has colons of its own. */
  run: z.tuple([Text], z.string()).transform((parts): [string] => [joinParts(...parts)]),
  /** The id under which the log has a failure, and what failed. */
  failure: z.tuple([Text, Text]),
} as const;

export type SubjectKind = keyof typeof SUBJECTS;
/** What stands behind the word of a kind, in order. */
export type SubjectParts = { readonly [K in SubjectKind]: z.output<(typeof SUBJECTS)[K]> };
/** The name of a row, as the record keeps it. E.g. `meeting:ID`, `did-not-meet:ID:2026`, `settings`. */
export type Subject = SubjectKind | `${SubjectKind}:${string}`;

const READERS: { readonly [K in SubjectKind]: z.ZodType<SubjectParts[K]> } = SUBJECTS;

const isKind = (word: string): word is SubjectKind => Object.hasOwn(SUBJECTS, word);
export const SUBJECT_KINDS: readonly SubjectKind[] = Object.keys(SUBJECTS).filter(isKind);

/** The name of a row. E.g. `subjectOf('did-not-meet', bodyId, 2026)`. */
export const subjectOf = <K extends SubjectKind>(kind: K, ...parts: SubjectParts[K]): Subject =>
  parts.length === 0 ? kind : `${kind}:${joinParts(...parts)}`;

/** What a name of this kind says; undefined for a name of another kind, and for one that can't be read. */
export const partsOf = <K extends SubjectKind>(kind: K, subject: string): SubjectParts[K] | undefined => {
  const [word, ...parts] = splitParts(subject);
  return word === kind ? READERS[kind].safeParse(parts).data : undefined;
};

/** What a name is read as where any kind may come: the row, and a fiscal year where the name has one. */
export type AnySubject = {
  readonly kind: SubjectKind;
  readonly id: string;
  readonly year: number | undefined;
};

/** Reads a name of whatever kind, also one with parts that only an earlier release wrote; undefined for none that there is. */
export const readSubject = (subject: string): AnySubject | undefined => {
  const [kind = '', id = '', year] = splitParts(subject);
  return isKind(kind) ? { kind, id, year: YearPart.safeParse(year).data } : undefined;
};

/** Whether this is a name of a row at all. */
export const isSubject = (text: string): text is Subject => readSubject(text) !== undefined;
