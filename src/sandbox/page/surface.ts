import type { Pressed, UploadAnswer } from './api.ts';
import type { Field, Option } from './block-kit.ts';
import type { FieldValue, FormValues } from './field-values.ts';

/** Where blocks stand, a message or a form: what is filled in there, and what happens on a press or a change. */
export type Surface = {
  /** Unique in the page; the ids of elements start with it. */
  readonly id: string;
  readonly values: FormValues;
  /** One sentence for each wrong field, by block id. */
  readonly errors: Readonly<Record<string, string>>;
  readonly press: (pressed: Pressed) => void;
  /** Keeps the value and, where `dispatch` is true, tells the bot. */
  readonly change: (blockId: string, field: Field, value: FieldValue, dispatch: boolean) => void;
  /** Asks the bot what there is to choose in a field, with what was typed. */
  readonly ask: (blockId: string, actionId: string, typed: string) => Promise<readonly Option[]>;
  /** Gives Slack a file that was chosen; absent where Slack has no file fields. */
  readonly upload?: (file: File) => Promise<UploadAnswer>;
};
