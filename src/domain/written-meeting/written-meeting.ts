import { z } from 'zod';
import { checkDeadline } from '../calendar/deadline.ts';
import type { FiscalYear } from '../calendar/fiscal-year.ts';
import { type LocalDate, LocalDateSchema } from '../calendar/local-date.ts';
import type { WorkingCalendar } from '../calendar/working-day.ts';
import type { FileName } from '../file-type.ts';
import type { DocumentProblem } from '../inquiry/document-file.ts';
import { SENDINGS } from '../inquiry/inquiry.ts';
import { type AgendaItem, agendaText, readAgenda } from '../meeting/agenda.ts';
import { SlackId } from '../person/person.ts';
import { type Result, refuse, succeed } from '../result.ts';
import type { KeptResult } from './decision.ts';
import { type DocumentLinkProblem, readDocumentLinks } from './document-link.ts';

/** 準備中, 回答受付中, 受付終了, 結果通知済, 中止. */
export type WrittenMeetingState = 'draft' | 'open' | 'closed' | 'announced' | 'cancelled';

/** Asked, and its result not told yet. */
export const UNDER_WAY: readonly WrittenMeetingState[] = ['open', 'closed'];

/** The most 案件 of a 書面開催, and the most letters of one: so many are shown whole in one form. */
export const MOST_ITEMS = 20;
export const MOST_ITEM_LETTERS = 2000;

/** The most people the field 回答者 takes. */
export const MOST_VOTERS = 100;

/**
 * The fields of 案件, in order: one of Slack's holds 3,000 letters, and 案件 that are longer together go on in the next (案件(続き)).
 * None is divided between two, so that one field for each is always enough.
 */
export type ItemsField = 'items' | MoreItemsField;
type MoreItemsField = `items${number}`;
const MORE_ITEMS_FIELDS = Array.from(
  { length: MOST_ITEMS - 1 },
  (_, index): MoreItemsField => `items${index + 2}`,
);
export const ITEMS_FIELDS: readonly ItemsField[] = ['items', ...MORE_ITEMS_FIELDS];

/** The most letters that one field of a form holds. */
export const MOST_FIELD_LETTERS = 3000;

const MoreItems: Readonly<Record<MoreItemsField, z.ZodDefault<z.ZodString>>> = Object.fromEntries(
  MORE_ITEMS_FIELDS.map((field) => [field, z.string().default('')]),
);

/** The most files among the 資料. */
export const MOST_FILES = 5;

/** The form 書面開催を始める, as it arrives. `file` are ids of files of Slack's, `keptFiles` of files that the draft had already. */
export const WrittenMeetingDraft = z.object({
  ...MoreItems,
  bodyId: z.uuid(),
  documentNumber: z.string().trim().max(60).default(''),
  invitation: z.string().trim().max(3000).default(''),
  items: z.string(),
  documents: z.string().trim().max(3000).default(''),
  file: z.array(z.string()).max(MOST_FILES).default([]),
  keptFiles: z.array(z.uuid()).default([]),
  dueOn: LocalDateSchema,
  voters: z.array(SlackId).max(MOST_VOTERS).default([]),
  votersWithoutSlack: z.string().trim().max(3000).default(''),
  sending: z.enum(SENDINGS),
});
export type WrittenMeetingDraft = z.infer<typeof WrittenMeetingDraft>;

/** What a 書面開催 says and asks, and of whom. */
export type WrittenMeetingFacts = {
  readonly bodyId: string;
  readonly documentNumber: string;
  /** 案内文. */
  readonly invitation: string;
  /** 資料 as typed: a line each, name and address. */
  readonly documents: string;
  readonly dueOn: LocalDate;
  /** 回答者 by Slack id, and Slack未利用の回答者 as typed: what the draft was saved with. */
  readonly voters: readonly string[];
  readonly votersWithoutSlack: string;
};

/** One 案件 as it is asked. Amending (案件を訂正) makes the next version, and the earlier ones stay in the record. */
export type WrittenItem = AgendaItem & {
  /** In order from 1. */
  readonly position: number;
  /** Counted from 1. */
  readonly version: number;
};

/** A version of a 案件, since when it reads so, and why it was amended to that. */
export type ItemVersion = WrittenItem & { readonly at: Date; readonly reason: string };

/** 書面開催 as the record holds it. */
export type WrittenMeeting = WrittenMeetingFacts &
  KeptResult & {
    readonly id: string;
    /** Each as it stands now. */
    readonly items: readonly WrittenItem[];
    /** Among the 資料. */
    readonly files: readonly FileName[];
    readonly state: WrittenMeetingState;
    readonly createdBy: string;
    readonly createdAt: Date;
    /** When 送信する was pressed. */
    readonly sentAt: Date | null;
    /** The day on which it is asked. */
    readonly askedOn: LocalDate | null;
    /** The due day that it had before 回答期限を変更 or 再開. */
    readonly dueBefore: LocalDate | null;
    /** When it was closed or cancelled, and why if a reason was asked. */
    readonly endedAt: Date | null;
    readonly endReason: string;
    /** When the notices of its result leave, and the meeting of the record that it is since 結果を通知する was pressed. */
    readonly announcedAt: Date | null;
    readonly recordId: string | null;
    /** When that was cancelled: the result does not stand since; null while it does. */
    readonly recordCancelledAt: Date | null;
    /** The 予定 that it was begun from, which becomes its record. */
    readonly plannedId: string | null;
    readonly revision: number;
  };

/** Why a 案件 or all of them can't be asked so. */
export type ItemsProblem =
  | { readonly field: 'items'; readonly kind: 'no-items' }
  | {
      readonly field: ItemsField;
      readonly kind: 'too-many-items';
      readonly count: number;
      readonly most: number;
    }
  | {
      readonly field: ItemsField;
      readonly kind: 'item-too-long';
      readonly position: number;
      readonly letters: number;
      readonly most: number;
    };

/** Why a 書面開催 can't be begun so. */
export type WrittenMeetingProblem =
  | ItemsProblem
  | DocumentLinkProblem
  | DocumentProblem
  | { readonly field: 'file'; readonly kind: 'too-many-files'; readonly most: number }
  | { readonly field: 'bodyId'; readonly kind: 'unknown-body' | 'body-has-no-meetings' }
  | {
      readonly field: 'dueOn';
      readonly kind: 'not-after-today' | 'too-far-ahead';
      readonly today: LocalDate;
    }
  | { readonly field: 'dueOn'; readonly kind: 'not-after-asking'; readonly askedOn: LocalDate }
  | {
      readonly field: 'dueOn';
      readonly kind: 'did-not-meet-stands';
      readonly bodyName: string;
      readonly fiscalYear: FiscalYear;
    };

/** 案件 as they were typed, each with the field it stands in. */
type TypedItem = AgendaItem & { readonly field: ItemsField };

const typedItems = (typed: Readonly<Partial<Record<ItemsField, string>>>): readonly TypedItem[] =>
  ITEMS_FIELDS.flatMap((field) => readAgenda(typed[field] ?? '').map((item) => ({ ...item, field })));

/** What is wrong with them; undefined when nothing is. */
const itemsProblem = (items: readonly TypedItem[]): ItemsProblem | undefined => {
  if (items.length === 0) return { field: 'items', kind: 'no-items' };
  const beyond = items[MOST_ITEMS];
  if (beyond !== undefined)
    return { field: beyond.field, kind: 'too-many-items', count: items.length, most: MOST_ITEMS };
  const index = items.findIndex(({ text }) => text.length > MOST_ITEM_LETTERS);
  const long = items[index];
  return (
    long && {
      field: long.field,
      kind: 'item-too-long',
      position: index + 1,
      letters: long.text.length,
      most: MOST_ITEM_LETTERS,
    }
  );
};

/** The 案件 typed one a line, in however many fields; the first version of each. */
export const itemsFrom = (
  typed: Readonly<Partial<Record<ItemsField, string>>>,
): Result<readonly WrittenItem[], ItemsProblem> => {
  const items = typedItems(typed);
  const problem = itemsProblem(items);
  return problem === undefined
    ? succeed(items.map(({ text, kind }, index) => ({ text, kind, position: index + 1, version: 1 })))
    : refuse(problem);
};

/** 案件 as the fields of the form hold them, as few as hold them all, so that `itemsFrom` reads the same from them. */
export const itemsInFields = (items: readonly AgendaItem[]): readonly string[] => {
  const fields: string[] = [];
  for (const line of items.map((item) => agendaText([item]))) {
    const last = fields.at(-1);
    if (last === undefined || last.length + 1 + line.length > MOST_FIELD_LETTERS) fields.push(line);
    else fields[fields.length - 1] = `${last}\n${line}`;
  }
  return fields;
};

/** What a form asks: its facts and 案件. Who answers is judged by the members of the day, in `votersOf`. */
export const writtenMeetingFrom = (
  draft: WrittenMeetingDraft,
  today: LocalDate,
  calendar: Pick<WorkingCalendar, 'isWorkingDay' | 'nextWorkingDay'>,
): Result<
  { readonly facts: WrittenMeetingFacts; readonly items: readonly WrittenItem[] },
  WrittenMeetingProblem
> => {
  const items = itemsFrom(draft);
  if (!items.ok) return items;
  const documents = readDocumentLinks(draft.documents);
  if (!documents.ok) return documents;
  const due = checkDeadline(draft.dueOn, today, calendar);
  return due.ok
    ? succeed({ facts: factsOf(draft), items: items.value })
    : refuse({ field: 'dueOn', ...due.error });
};

/** Its facts, without 案件 and its course. */
const factsOf = ({
  bodyId,
  documentNumber,
  invitation,
  documents,
  dueOn,
  voters,
  votersWithoutSlack,
}: WrittenMeetingFacts): WrittenMeetingFacts => ({
  bodyId,
  documentNumber,
  invitation,
  documents,
  dueOn,
  voters,
  votersWithoutSlack,
});
