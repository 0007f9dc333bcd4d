import type { Actor } from '../../domain/actor.ts';
import { type LocalDate, todayInTokyo } from '../../domain/calendar/local-date.ts';
import { type OwedInquiries, readOwedInquiries } from '../../queries/inquiry/owed.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** What of inquiries falls to somebody, as it is shown on a day. */
export type OwedToday = OwedInquiries & { readonly day: LocalDate };

/** What of inquiries is open for this person: their sections', what they were named for, and what reaches nobody else. */
export const listOwedInquiries = async (
  { clock, db }: ServiceDeps,
  most: number,
  actor: Actor,
): Promise<OwedToday> => {
  const at = clock.now();
  const owed = await readOwedInquiries(db.record(actor.workspaceId), actor, at, most);
  return { ...owed, day: todayInTokyo(at) };
};
