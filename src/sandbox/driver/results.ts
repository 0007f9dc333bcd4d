import type { ActionOutcome } from '../acts/acting.ts';
import type { Line } from '../acts/line.ts';
import type { ActionResult, FormStore } from './form.ts';
import { readMessage } from './messages-read.ts';
import { waitFor } from './waiting.ts';

/** Reads an outcome as `person` sees it. */
export const actionResult = (
  { workspace }: Pick<Line, 'workspace'>,
  store: FormStore,
  person: string,
  { status, triggerId, answer }: ActionOutcome,
): ActionResult => {
  const form = store.openedWith(triggerId);
  const seen = (): string => {
    const titles = store.open(person).map((each) => each.title);
    const told = [answer?.text, workspace.notice(person)].filter((each) => each !== undefined);
    return `status ${status} ${[...titles, ...told].map((each) => `「${each}」`).join(' ')}`;
  };
  return {
    status,
    ...(answer === undefined ? {} : { answer: readMessage(workspace, answer) }),
    ...(form === undefined ? {} : { form }),
    opened: () =>
      waitFor(workspace.changes, () => store.openedWith(triggerId), {
        patience: store.patience,
        what: 'a view opened with this trigger',
        seen,
      }),
  };
};
