import type { DueText } from '../calendar/deadline.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import type { PlaceNames } from '../department.ts';
import type { Inquiry, InquiryAnswer, TargetKey } from './inquiry.ts';
import type { Relation } from './responsible.ts';

/** One inquiry for one section, as the one who reads it stands to it. */
export type InquiryLine = PlaceNames &
  DueText & {
    readonly kind: 'inquiry' | 'inquiry-answered';
    readonly key: TargetKey;
    readonly inquiry: Inquiry;
    /** `elsewhere`: somebody else has it now, whom Slack reaches. */
    readonly relation: Relation | 'elsewhere';
    /** Whose it is, by name, where that is not the reader. */
    readonly names: readonly string[];
    readonly answer: InquiryAnswer | null;
    /** 差戻し, while it is open again. */
    readonly returnReason: string | null;
    /** Who gave it back: a 主任 by name, or the secretariat (`chief` null); null where that is not known. */
    readonly returnedBy: { readonly chief: string | null } | null;
    /** 翌開庁日に再通知: when the reader is told again. */
    readonly postponedUntil: LocalDate | null;
  };
