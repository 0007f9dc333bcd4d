import { z } from 'zod';
import { checkDeadline } from '../calendar/deadline.ts';
import type { FiscalYear } from '../calendar/fiscal-year.ts';
import { type LocalDate, LocalDateSchema } from '../calendar/local-date.ts';
import type { WorkingCalendar } from '../calendar/working-day.ts';
import { SENDINGS } from '../inquiry/inquiry.ts';
import { type AgendaItem, readAgenda } from '../meeting/agenda.ts';
import { SlackId } from '../person/person.ts';
import { type Result, refuse, succeed } from '../result.ts';
import type { WrittenDecision } from './decision.ts';
import { type DocumentLinkProblem, readDocumentLinks } from './document-link.ts';

/** 準備中, 回答受付中, 受付終了, 結果通知済, 中止. */
export type WrittenMeetingState = 'draft' | 'open' | 'closed' | 'announced' | 'cancelled';

/** The most 案件 of a 書面開催, and the most letters of one: so many are shown whole in one form. */
export const MOST_ITEMS = 20;
export const MOST_ITEM_LETTERS = 2000;

/** The most people the field 回答者 takes. */
const MOST_VOTERS = 100;

/** The form 書面開催を始める, as it arrives. */
export const WrittenMeetingDraft = z.object({
  bodyId: z.uuid(),
  documentNumber: z.string().trim().max(60).default(''),
  invitation: z.string().trim().max(3000).default(''),
  items: z.string(),
  documents: z.string().trim().max(3000).default(''),
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

/** 書面開催 as the record holds it. */
export type WrittenMeeting = WrittenMeetingFacts & {
  readonly id: string;
  /** Each as it stands now. */
  readonly items: readonly WrittenItem[];
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
  /** The result as it was put together; of no 案件, and without 通知文, until it was. */
  readonly decisions: readonly WrittenDecision[];
  readonly notice: string;
  /** When 結果を通知する was pressed, and the meeting of the record that it is since then. */
  readonly announcedAt: Date | null;
  readonly recordId: string | null;
  readonly revision: number;
};

/** Why a 案件 or all of them can't be asked so. */
export type ItemsProblem =
  | { readonly field: 'items'; readonly kind: 'no-items' }
  | {
      readonly field: 'items';
      readonly kind: 'too-many-items';
      readonly count: number;
      readonly most: number;
    }
  | {
      readonly field: 'items';
      readonly kind: 'item-too-long';
      readonly position: number;
      readonly letters: number;
      readonly most: number;
    };

/** Why a 書面開催 can't be begun so. */
export type WrittenMeetingProblem =
  | ItemsProblem
  | DocumentLinkProblem
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

const tooLong = (items: readonly AgendaItem[]): ItemsProblem | undefined => {
  const index = items.findIndex(({ text }) => text.length > MOST_ITEM_LETTERS);
  const item = items[index];
  return item === undefined
    ? undefined
    : {
        field: 'items',
        kind: 'item-too-long',
        position: index + 1,
        letters: item.text.length,
        most: MOST_ITEM_LETTERS,
      };
};

/** The 案件 typed one a line; the first version of each. */
export const itemsFrom = (typed: string): Result<readonly WrittenItem[], ItemsProblem> => {
  const items = readAgenda(typed);
  if (items.length === 0) return refuse({ field: 'items', kind: 'no-items' });
  if (items.length > MOST_ITEMS)
    return refuse({ field: 'items', kind: 'too-many-items', count: items.length, most: MOST_ITEMS });
  const problem = tooLong(items);
  return problem === undefined
    ? succeed(items.map((item, index) => ({ ...item, position: index + 1, version: 1 })))
    : refuse(problem);
};

/** What a form asks: its facts and 案件. Who answers is judged by the members of the day, in `votersOf`. */
export const writtenMeetingFrom = (
  { items: typed, sending: _, ...facts }: WrittenMeetingDraft,
  today: LocalDate,
  calendar: Pick<WorkingCalendar, 'isWorkingDay' | 'nextWorkingDay'>,
): Result<
  { readonly facts: WrittenMeetingFacts; readonly items: readonly WrittenItem[] },
  WrittenMeetingProblem
> => {
  const items = itemsFrom(typed);
  if (!items.ok) return items;
  const documents = readDocumentLinks(facts.documents);
  if (!documents.ok) return documents;
  const due = checkDeadline(facts.dueOn, today, calendar);
  return due.ok ? succeed({ facts, items: items.value }) : refuse({ field: 'dueOn', ...due.error });
};
