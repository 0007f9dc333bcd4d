import type { LocalDate } from '../calendar/local-date.ts';
import type { WrittenDecision } from './decision.ts';
import { type ItemOutcome, type NamelessOpinion, withoutNames } from './outcome.ts';
import type { WrittenItem, WrittenMeeting } from './written-meeting.ts';

/** A 案件 as 結果通知 tells of it: opinions without names. */
export type NoticeItem = {
  readonly item: WrittenItem;
  readonly decision: WrittenDecision | undefined;
  readonly opinions: readonly NamelessOpinion[];
};

/** What 結果通知 says: nothing in it tells who said what, or who has not answered. */
export type WrittenNotice = {
  readonly bodyName: string;
  readonly documentNumber: string;
  readonly dueOn: LocalDate;
  /** 通知文. */
  readonly words: string;
  readonly items: readonly NoticeItem[];
  readonly contact: string;
};

/** The same as a message: the notice, or 自分に試し送信 of it; `stands` while it is to be sent. */
export type WrittenResultContent = WrittenNotice & {
  readonly kind: 'written-result' | 'written-result-now' | 'written-result-trial';
  readonly stands: boolean;
};

/** The notice of a result as it is put together. */
export const noticeOf = (
  { documentNumber, dueOn, notice }: Pick<WrittenMeeting, 'documentNumber' | 'dueOn' | 'notice'>,
  items: readonly ItemOutcome[],
  bodyName: string,
  contact: string,
): WrittenNotice => ({
  bodyName,
  documentNumber,
  dueOn,
  words: notice,
  items: items.map(({ item, decision, opinions }) => ({ item, decision, opinions: withoutNames(opinions) })),
  contact,
});

/** What everybody may read of it: what was decided of each 案件, and nothing of what was said. */
export const resultsOnly = ({ items, ...notice }: WrittenNotice): WrittenNotice => ({
  ...notice,
  documentNumber: '',
  words: '',
  items: items.map(({ item, decision }) => ({
    item,
    decision: decision && { ...decision, reply: '' },
    opinions: [],
  })),
});
