import type { DeliveryContent, DeliveryKind } from './delivery.ts';

/** A message that goes on where another was too long: which page of that. */
export type ContinuedContent = {
  readonly kind: 'continued';
  readonly of: DeliveryContent;
  readonly page: number;
};

/** The name by which deliveries call the one they continue. */
export const continuationOf = (deliveryId: string): string => `continues:${deliveryId}`;

/** The key of a page, counted from 1, of the message with this key. */
export const pageKey = (key: string, page: number): string => `${key}/${String(page).padStart(2, '0')}`;

/** The page that a key names. */
export const pageOfKey = (key: string): number => Number(key.split('/').at(-1));

/** What nobody has just asked for by a form or button leaves in office hours only. */
const OWN_ACCOUNT: readonly DeliveryKind[] = [
  'morning',
  'inquiry-returned',
  'delegate-asked',
  'role-guide',
  'training-lag',
  'newsletter-asked',
  'channel-trouble',
  'job-report',
  'failure-noted',
];
export const isOwnAccount = ({ kind }: { readonly kind: DeliveryKind }): boolean =>
  OWN_ACCOUNT.includes(kind);
