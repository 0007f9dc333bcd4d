import { useState } from 'react';
import { closeView, type View } from './api.ts';
import type { Workspace } from './use-workspace.ts';

/**
 * The form to show, and how to close it. The last form of a stack leaves the screen at once, as in Slack, so that what is
 * typed next goes into the box and not into a form on its way out; it comes back if Slack could not be told.
 */
export const useClosing = (
  view: View | null,
  person: string,
  run: Workspace['runAloud'],
): readonly [View | null, () => void] => {
  const [leaving, setLeaving] = useState<string>();
  const close = async (): Promise<void> => {
    if (view === null) return;
    if (view.isLast) setLeaving(view.id);
    const { ok } = await run(closeView(person, view.id));
    if (!ok) setLeaving(undefined);
  };
  return [view?.id === leaving ? null : view, () => void close()];
};
