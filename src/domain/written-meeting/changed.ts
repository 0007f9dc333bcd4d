import type { LocalDate } from '../calendar/local-date.ts';
import { isBallotOpen, type WrittenLine } from './line.ts';
import type { WrittenItem, WrittenMeeting } from './written-meeting.ts';

/** 案件の訂正のお知らせ, to who had answered it and is asked again, and to who is told too. */
export type WrittenAmendedContent = {
  readonly kind: 'written-meeting-amended';
  readonly day: LocalDate;
  /** What is owed now, as the reader stands to it. */
  readonly line: WrittenLine;
  /** The 案件 as it was amended to. */
  readonly item: WrittenItem;
  readonly reason: string;
  readonly contact: string;
};

/** 中止のお知らせ, to who had been asked or told. */
export type WrittenCancelledContent = {
  readonly kind: 'written-meeting-cancelled';
  readonly meeting: WrittenMeeting;
  readonly bodyName: string;
  readonly contact: string;
};

/** Whether that 案件 reads otherwise again since. */
export const isSuperseded = ({ line, item }: Pick<WrittenAmendedContent, 'line' | 'item'>): boolean =>
  line.meeting.items.some(({ position, version }) => position === item.position && version > item.version);

/** Whether that 案件 is still to be answered again, in these words. */
export const isAskedAgain = ({ line, item }: Pick<WrittenAmendedContent, 'line' | 'item'>): boolean =>
  isBallotOpen(line) &&
  line.askedAgain.some(({ position, version }) => position === item.position && version === item.version);
