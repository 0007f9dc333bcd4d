import { z } from 'zod';

/** A modal as requests from it show it. */
type Placed = { readonly previous_view_id?: string | null; readonly root_view_id?: string | null };

/**
 * Whether nothing goes on top of this view any more: Slack shows three, and refuses a fourth without a word to the person. What
 * would come on top comes in its place then.
 */
export const isTopmost = ({ previous_view_id: previous, root_view_id: root }: Placed): boolean =>
  previous != null && previous !== root;

/** What Slack answers of a view that was closed, or changed, before an update came. */
const PASSED_BY: readonly string[] = ['not_found', 'hash_conflict'];
const Refused = z.object({ data: z.object({ error: z.string() }) });

/** Waits for an update of a view; that the person has closed it meanwhile is no failure. */
export const ifStillOpen = async (update: Promise<unknown>): Promise<void> => {
  await update.catch((error: unknown) => {
    if (!PASSED_BY.includes(Refused.safeParse(error).data?.data.error ?? '')) throw error;
  });
};
