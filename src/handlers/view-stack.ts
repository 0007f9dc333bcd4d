import type { ModalView } from '@slack/types';
import { z } from 'zod';
import type { Shown } from '../slack/message.ts';
import { onTop } from '../views/blocks.ts';
import { FINAL_ACT_DONE } from '../views/final-act.ts';

/** A modal as requests from it show it: of the views under it they tell only the ids. */
type Placed = {
  readonly id: string;
  readonly callback_id: string;
  readonly private_metadata: string;
  readonly previous_view_id?: string | null;
  readonly root_view_id?: string | null;
};

/** A view that is open and can be drawn anew; `dress` gives what is put there the looks of its place. */
export type OpenView = Shown & { readonly id: string; readonly dress: (view: ModalView) => ModalView };

/** The place of a view in its stack. */
type Place = {
  /** The metadata that the view was given. */
  readonly metadata: string;
  /** Whether what would come on top of it comes in its place: it is the third, or tells only what was done, which may be undone. */
  readonly isTopmost: boolean;
  /** A view as it is put in this place. */
  readonly here: (view: ModalView) => ModalView;
  /** A view as it is put on top of this one. */
  readonly above: (view: ModalView) => ModalView;
  /** The view itself, where it is drawn anew. */
  readonly itself: readonly OpenView[];
  /** Those under it that are. */
  readonly beneath: readonly OpenView[];
};

/** Slack shows three, and refuses a fourth without a word to the person. */
const isThird = ({ previous_view_id: previous, root_view_id: root }: Placed): boolean =>
  previous != null && previous !== root;

/** What lies under a view, the nearest first; null is a view that stays as it is. */
type Beneath = readonly (Shown | null)[];

/** A view keeps in its metadata what it lies on, each in a line of its own after what it was given, which is JSON of one line. */
const laidOn = (view: ModalView, beneath: Beneath): ModalView =>
  beneath.every((shown) => shown === null)
    ? view
    : {
        ...view,
        private_metadata: [
          view.private_metadata ?? '',
          ...beneath.map((shown) => (shown === null ? '' : `${shown.by} ${shown.of}`)),
        ].join('\n'),
      };

const readLine = (line: string): Shown | null => {
  const [by = '', ...of] = line.split(' ');
  return by === '' ? null : { by, of: of.join(' ') };
};

/** Where a view lies; `isDrawn` tells by its callback id whether one is drawn anew. */
export const placeOf = (view: Placed, isDrawn: (callbackId: string) => boolean): Place => {
  const { id, callback_id: by, previous_view_id: previous, root_view_id: root } = view;
  const [metadata = '', ...lines] = view.private_metadata.split('\n');
  const under = lines.map(readLine);
  const ids = [previous, isThird(view) ? root : null].filter((one) => one != null);
  const at =
    (depth: number): OpenView['dress'] =>
    (shown) =>
      laidOn(depth < ids.length && shown.clear_on_close !== true ? onTop(shown) : shown, under.slice(depth));
  const here = at(0);
  const isTopmost = isThird(view) || by === FINAL_ACT_DONE;
  const itself = isDrawn(by) ? { by, of: metadata } : null;
  return {
    metadata,
    isTopmost,
    here,
    above: (shown) => (isTopmost ? here(shown) : laidOn(onTop(shown), [itself, ...under])),
    itself: itself === null ? [] : [{ ...itself, id, dress: here }],
    beneath: ids.flatMap((one, index) => {
      const shown = under[index] ?? null;
      return shown === null ? [] : [{ ...shown, id: one, dress: at(index + 1) }];
    }),
  };
};

/** What Slack answers of a view that was closed, or changed, before an update came. */
const PASSED_BY: readonly string[] = ['not_found', 'hash_conflict'];
const Refused = z.object({ data: z.object({ error: z.string() }) });
const refusedWith = (error: unknown): string => Refused.safeParse(error).data?.data.error ?? '';

/** Waits for an update of a view; that the person has closed it meanwhile is no failure. */
export const ifStillOpen = async (update: Promise<unknown>): Promise<void> => {
  await update.catch((error: unknown) => {
    if (!PASSED_BY.includes(refusedWith(error))) throw error;
  });
};

/** Waits for a view to come on top of a dialog that had room: that there is none any more, since its button was pressed twice, is no failure. */
export const unlessCovered = async (push: Promise<unknown>): Promise<void> => {
  await push.catch((error: unknown) => {
    if (refusedWith(error) !== 'push_limit_reached') throw error;
  });
};
