import type { DueText } from '../calendar/deadline.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import type { PlaceNames } from '../department.ts';
import type { Relation } from '../inquiry/responsible.ts';
import type { ActionItem } from './action-item.ts';

/** One with the names of its body and, where a section is responsible, of that place. */
export type PlacedAction = {
  readonly item: ActionItem;
  readonly bodyName: string;
  readonly place: PlaceNames | null;
};

/** One as the one who reads it stands to it. */
export type ActionLine = PlacedAction &
  DueText & {
    readonly kind: 'action-item';
    /** `elsewhere`: somebody else has it now, whom Slack reaches. */
    readonly relation: Relation | 'elsewhere';
    /** Whose it is, by name, where that is not the reader. */
    readonly names: readonly string[];
    /** 翌開庁日に再通知: when the reader is told again. */
    readonly postponedUntil: LocalDate | null;
    /** Whether that it was settled can be taken back. */
    readonly isReopenable: boolean;
  };
