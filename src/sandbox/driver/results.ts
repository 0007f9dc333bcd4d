import type { ActionOutcome } from '../acts/acting.ts';
import type { Line } from '../acts/line.ts';
import type { Form } from './form.ts';
import type { FormStore } from './form-store.ts';
import { type Message, readMessage } from './messages-read.ts';
import { waitFor } from './waiting.ts';

/** What a command, a press or a shortcut has brought by the time the bot has acknowledged it. */
export type ActionResult = {
  /** The status of the ack; 0 when none came within 3 seconds. */
  readonly status: number;
  /** The message in the ack of a command. */
  readonly answer?: Message;
  /** The view opened with this action's trigger, when it was there before the ack. */
  readonly form?: Form;
  /** Waits for the view opened with this action's trigger: bots usually acknowledge first. */
  opened(): Promise<Form>;
};

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
