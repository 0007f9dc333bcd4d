import { z } from 'zod';
import type { PromoterRole } from '../actor.ts';
import { checkDeadline } from '../calendar/deadline.ts';
import type { FiscalYear } from '../calendar/fiscal-year.ts';
import { type LocalDate, LocalDateSchema } from '../calendar/local-date.ts';
import type { WorkingCalendar } from '../calendar/working-day.ts';
import type { FileName } from '../file-type.ts';
import { SlackId } from '../person/person.ts';
import { type Result, refuse, succeed } from '../result.ts';
import type { DocumentProblem } from './document-file.ts';

/** 下書き, 照会中, 締切, 集計済, 取りやめ. */
export type InquiryState = 'draft' | 'open' | 'closed' | 'tallied' | 'cancelled';

/** 区分: duties 2, 4, 5 and 8 of promoters, and the other kinds. */
export const INQUIRY_DUTIES = [
  'proposalSurvey',
  'grantSurvey',
  'proposedProjectSurvey',
  'prefectureSurvey',
  'rosterSelection',
  'beforeTraining',
  'districtDatabase',
  'opinions',
  'other',
] as const;
export type InquiryDuty = (typeof INQUIRY_DUTIES)[number];

/** 対象 to choose from. `related` are the 関係課 of 評価・意見 (調査・検討を依頼), each asked about its own and answering each. */
export const INQUIRY_AUDIENCES = ['everyone', 'promoters', 'chiefs', 'departments', 'people'] as const;
export type InquiryAudience = (typeof INQUIRY_AUDIENCES)[number] | 'related';
export const hasQuestions = ({ audience }: Pick<InquiryFacts, 'audience'>): boolean => audience === 'related';

/** 回答形式: 該当の有無と記述, 件数, 記述, 確認のみ, 様式の提出. */
export const ANSWER_FORMS = ['applicability', 'count', 'words', 'confirmation', 'document'] as const;
export type AnswerForm = (typeof ANSWER_FORMS)[number];

/** 送信: with the next morning message, now, or not yet. */
export const SENDINGS = ['next-morning', 'now', 'draft'] as const;
export type Sending = (typeof SENDINGS)[number];

/** The most people the field 対象者 takes. */
export const MOST_INQUIRED = 100;

/** The form 照会を作成, as it arrives. `file` is the id of a file of Slack's. */
export const InquiryDraft = z.object({
  title: z.string().trim().min(1).max(100),
  documentNumber: z.string().trim().max(60).default(''),
  requester: z.string().trim().max(60).default(''),
  content: z.string().trim().min(1).max(3000),
  file: z.array(z.string()).max(1).default([]),
  /** 前回の様式・資料: ticked where the file of the earlier inquiry is to come with the new one. */
  earlierFile: z.array(z.string()).default([]),
  link: z.string().trim().max(500).default(''),
  duty: z.enum(INQUIRY_DUTIES),
  dueOn: LocalDateSchema,
  collectBy: LocalDateSchema.optional(),
  audience: z.enum(INQUIRY_AUDIENCES),
  departments: z.array(z.uuid()).default([]),
  people: z.array(SlackId).max(MOST_INQUIRED).default([]),
  answerForm: z.enum(ANSWER_FORMS),
  sending: z.enum(SENDINGS),
});
export type InquiryDraft = z.infer<typeof InquiryDraft>;

/** What an inquiry says and asks, and of whom. */
export type InquiryFacts = {
  readonly title: string;
  readonly documentNumber: string;
  readonly requester: string;
  readonly content: string;
  readonly link: string;
  readonly duty: InquiryDuty;
  readonly dueOn: LocalDate;
  /** 部局のとりまとめ期限. */
  readonly collectBy: LocalDate | null;
  readonly audience: InquiryAudience;
  readonly departmentIds: readonly string[];
  /** 対象部局 and 対象者 (by Slack id) as they were chosen: they count only with the 対象 that they belong to. */
  readonly chosen: readonly string[];
  readonly answerForm: AnswerForm;
};

/** 照会 as the record holds it. */
export type Inquiry = InquiryFacts & {
  readonly id: string;
  readonly fiscalYear: FiscalYear;
  /** Counted in its fiscal year from 1. */
  readonly number: number;
  readonly file: FileName | null;
  /** The due day that it had before 回答期限を変更. */
  readonly dueBefore: LocalDate | null;
  readonly state: InquiryState;
  readonly createdBy: string;
  readonly createdAt: Date;
  /** When 送信する was pressed. */
  readonly sentAt: Date | null;
  /** The day on which it is first asked. */
  readonly askedOn: LocalDate | null;
  /** When it was closed or cancelled, and why if a reason was asked. */
  readonly endedAt: Date | null;
  readonly endReason: string;
  readonly revision: number;
};

/** Of whom an inquiry is asked: a section, in the role of its promoter or its 主任. */
export type TargetKey = {
  readonly inquiryId: string;
  readonly sectionId: string;
  readonly role: PromoterRole;
};

/** 代理入力: the way in which an answer came. */
export const RECEIVED_BY = ['paper', 'telephone', 'spoken', 'mail'] as const;
export type ReceivedBy = (typeof RECEIVED_BY)[number];

/** What an answer says: of 該当 and 件数 what its form asks for, null otherwise. */
export type AnswerFacts = {
  readonly applicable: boolean | null;
  readonly count: number | null;
  readonly text: string;
};

/** One answer. Answers are never changed; the last one counts. */
export type InquiryAnswer = TargetKey &
  AnswerFacts & {
    readonly id: string;
    readonly at: Date;
    /** Who entered it, by Slack id. */
    readonly by: string;
    readonly file: FileName | null;
    /** 代理入力: how and when it came. */
    readonly received: { readonly by: ReceivedBy; readonly on: LocalDate } | null;
  };

/** The state of one of those asked: who answered, and when. */
export type InquiryTarget = TargetKey & {
  /** The answer that counts; null while it is open. */
  readonly answer: InquiryAnswer | null;
  /** 差戻し: since when, by whom (Slack id; null in old records), why, and its own due day; stays after the next answer as history. */
  readonly returned: {
    readonly at: Date;
    readonly by: string | null;
    readonly reason: string;
    readonly dueOn: LocalDate;
  } | null;
  /** Who was named for it, by person id. */
  readonly delegateId: string | null;
};

/** Until when this one is to answer: the inquiry's due day, or its own after it was returned. */
export const dueOnOf = (
  { dueOn }: Pick<Inquiry, 'dueOn'>,
  { returned }: { readonly returned: Pick<NonNullable<InquiryTarget['returned']>, 'dueOn'> | null },
): LocalDate => (returned !== null && returned.dueOn > dueOn ? returned.dueOn : dueOn);

/** Its due day after it is returned on `today`: the next working day at the earliest. */
export const dueAfterReturn = (
  { dueOn }: Pick<Inquiry, 'dueOn'>,
  today: LocalDate,
  calendar: Pick<WorkingCalendar, 'nextWorkingDay'>,
): LocalDate => {
  const next = calendar.nextWorkingDay(today);
  return dueOn > next ? dueOn : next;
};

/** The day on which an answer came: of one on paper the day on which it was received. */
export const cameOn = ({ received }: Pick<InquiryAnswer, 'received'>, enteredOn: LocalDate): LocalDate =>
  received?.on ?? enteredOn;

/** Why an inquiry can't be asked so. */
export type InquiryProblem =
  | {
      readonly field: 'dueOn' | 'collectBy';
      readonly kind: 'not-after-today' | 'too-far-ahead';
      readonly today: LocalDate;
    }
  | { readonly field: 'collectBy'; readonly kind: 'collect-after-due' }
  | {
      readonly field: 'dueOn' | 'collectBy';
      readonly kind: 'not-after-asking';
      readonly askedOn: LocalDate;
    }
  | { readonly field: 'departments'; readonly kind: 'departments-needed' }
  | { readonly field: 'people'; readonly kind: 'people-needed' }
  | { readonly field: 'people'; readonly kind: 'people-not-promoters'; readonly names: readonly string[] }
  | { readonly field: 'audience'; readonly kind: 'nobody-to-ask' }
  | DocumentProblem;

/** The facts of a form; what was chosen for another 対象 than the one in force is kept, as the form had it. */
export const inquiryFrom = (
  { file: _, earlierFile: __, sending: ___, departments, people, collectBy, ...facts }: InquiryDraft,
  today: LocalDate,
  calendar: Pick<WorkingCalendar, 'isWorkingDay' | 'nextWorkingDay'>,
): Result<InquiryFacts, InquiryProblem> => {
  const due = checkDeadline(facts.dueOn, today, calendar);
  if (!due.ok) return refuse({ field: 'dueOn', ...due.error });
  if (collectBy !== undefined) {
    const collect = checkDeadline(collectBy, today, calendar);
    if (!collect.ok) return refuse({ field: 'collectBy', ...collect.error });
    if (collectBy > facts.dueOn) return refuse({ field: 'collectBy', kind: 'collect-after-due' });
  }
  const { audience } = facts;
  if (audience === 'departments' && departments.length === 0)
    return refuse({ field: 'departments', kind: 'departments-needed' });
  if (audience === 'people' && people.length === 0) return refuse({ field: 'people', kind: 'people-needed' });
  return succeed({
    ...facts,
    collectBy: collectBy ?? null,
    departmentIds: departments,
    chosen: people,
  });
};

/** The facts of an inquiry without its course. */
export const factsOf = ({
  title,
  documentNumber,
  requester,
  content,
  link,
  duty,
  dueOn,
  collectBy,
  audience,
  departmentIds,
  chosen,
  answerForm,
}: InquiryFacts): InquiryFacts => ({
  title,
  documentNumber,
  requester,
  content,
  link,
  duty,
  dueOn,
  collectBy,
  audience,
  departmentIds,
  chosen,
  answerForm,
});
