import type { LocalDate } from '../calendar/local-date.ts';
import type { Delivery, DeliveryContent, DeliveryKind } from './delivery.ts';

/**
 * A message that was given up (`dead`), or that was posted and can't be made to show the present state (`sent`), since when it
 * exists, and what stood in its way.
 */
export type FailedDelivery = Delivery & { readonly plannedAt: Date; readonly problem: string };

/** So many of them the Home tab and a message show. */
export const MOST_FAILED = 5;

/** Whether it stands at Slack, and says what is no longer so. */
export const isUnshown = ({ state }: Pick<Delivery, 'state'>): boolean => state === 'sent';

/** How many there are of a kind. */
export type FailedCount = {
  readonly kind: DeliveryKind;
  readonly isUnshown: boolean;
  readonly count: number;
};

/** The name of a delivery, by which audit lines and the reply that corrects it call it. */
export const deliverySubject = (deliveryId: string): string => `delivery:${deliveryId}`;

/** What those who hear of messages that can't be changed are told about: all of a day for the secretariat, one for its writer. */
export const unshownSubjects = (deliveryId: string, day: LocalDate) =>
  ({ secretariat: `unshown:${day}`, writer: `unshown-of:${deliveryId}` }) as const;

/** To the secretariat or to the writer: what Slack shows as it was before, as far as it still does. */
export type UnshownContent = {
  readonly kind: 'update-refused';
  readonly forWriter: boolean;
  /** The newest ones. */
  readonly lines: readonly FailedDelivery[];
  readonly count: number;
};

/** A reply that says what the message it answers can't be made to say. */
export type CorrectionContent = { readonly kind: 'correction'; readonly of: DeliveryContent };

/** Whose words a message carries, by Slack id, where they are somebody's. */
export const writerOf = (content: DeliveryContent): string | undefined => {
  const writer = ((): string | undefined => {
    switch (content.kind) {
      case 'meeting-recorded':
      case 'meeting-announced':
        return content.meeting.recordedBy;
      case 'training-recorded':
        return content.session.recordedBy;
      case 'newsletter-issue':
      case 'newsletter-part':
        return content.issue.createdBy;
      case 'newsletter-article':
      case 'article-published':
        return content.article.writtenBy;
      case 'inquiry-trial':
        return content.inquiry.createdBy;
      case 'correction':
      case 'continued':
        return writerOf(content.of);
      default:
        return undefined;
    }
  })();
  return writer !== undefined && /^[UW]/u.test(writer) ? writer : undefined;
};
