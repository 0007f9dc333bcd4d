import type { LocalDate } from '../calendar/local-date.ts';
import { subjectOf } from '../subject.ts';
import type { Delivery, DeliveryKind } from './delivery.ts';

/**
 * A message that was given up (`dead`), or that was posted and can't be made to show the present state (`sent`), since when it
 * exists, and what stood in its way.
 */
export type FailedDelivery = Delivery & { readonly plannedAt: Date; readonly problem: string };

/** The Home tab and a message show at most this many. */
export const MOST_FAILED = 5;

/** Whether it stands at Slack, and says what is no longer so. */
export const isUnshown = ({ state }: Pick<Delivery, 'state'>): boolean => state === 'sent';

/** How many there are of a kind. */
export type FailedCount = {
  readonly kind: DeliveryKind;
  readonly isUnshown: boolean;
  readonly count: number;
};

/** What those who hear of messages that can't be changed are told about: all of a day for the secretariat, one for its writer. */
export const unshownSubjects = (deliveryId: string, day: LocalDate) =>
  ({ secretariat: subjectOf('unshown', day), writer: subjectOf('unshown-of', deliveryId) }) as const;

/** To the secretariat or to the writer: what Slack shows as it was before, as far as it still does. */
export type UnshownContent = {
  readonly kind: 'update-refused';
  readonly forWriter: boolean;
  /** The newest ones. */
  readonly lines: readonly FailedDelivery[];
  readonly count: number;
};
