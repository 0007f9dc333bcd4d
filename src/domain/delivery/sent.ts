import type { LocalDate } from '../calendar/local-date.ts';
import type { DeliveryKind } from './delivery.ts';

/** How many messages of a kind were posted on a day in Japan. */
export type SentOnDay = { readonly kind: DeliveryKind; readonly day: LocalDate; readonly count: number };
