import type { DueText } from '../calendar/deadline.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import type { EarlierWord } from '../earlier-word.ts';
import type { InquiryLine } from './line.ts';
import type { DelegateRequest, TargetInPlace } from './standing.ts';

/** 回答の差戻し: a message of its own to the one who is to answer again. */
export type ReturnedContent = {
  readonly kind: 'inquiry-returned';
  readonly day: LocalDate;
  readonly line: InquiryLine;
  /** What stands in the place of the line, where a newer message has it. */
  readonly earlier: EarlierWord | null;
  readonly contact: string;
};

/** 担当の変更の依頼, to the 主任 or the secretariat. */
export type DelegateAskedContent = {
  readonly kind: 'delegate-asked';
  readonly day: LocalDate;
  readonly found: TargetInPlace;
  readonly request: DelegateRequest;
  /** Whether it is still with the one who asked, and to be answered. */
  readonly isOpen: boolean;
  /** Who has it now, by name. */
  readonly names: readonly string[];
  readonly due: DueText;
  readonly contact: string;
};

/** Whether an answer that was given back is still to be given. */
export const isReturnOpen = ({ line }: Pick<ReturnedContent, 'line'>): boolean =>
  line.inquiry.state === 'open' &&
  line.answer === null &&
  line.returnReason !== null &&
  line.relation !== 'elsewhere';
