import type { UploadAnswer } from './api.ts';
import type { Field, Option } from './block-kit.ts';
import type { FieldValue } from './field-values.ts';

/** What every field is given. `label` is its accessible name; `labelled` says that a visible label element stands by it. */
export type FieldProps<F extends Field> = {
  readonly field: F;
  readonly id: string;
  readonly value: FieldValue;
  readonly label: string;
  readonly labelled: boolean;
  readonly required: boolean;
  readonly invalid: boolean;
  readonly describedBy?: string | undefined;
  readonly onChange: (value: FieldValue) => void;
  /** Enter in a text field that tells the bot; absent where Enter does what it always does. */
  readonly onEnter?: (() => void) | undefined;
  /** Asks the bot what there is to choose, with what was typed. */
  readonly onAsk?: ((typed: string) => Promise<readonly Option[]>) | undefined;
  readonly onUpload?: ((file: File) => Promise<UploadAnswer>) | undefined;
};

/** The attributes that tell assistive technology about a single control. */
export const describedControl = (props: FieldProps<Field>) => ({
  id: props.id,
  required: props.required,
  'aria-invalid': props.invalid,
  'aria-describedby': props.describedBy,
  'aria-label': props.labelled ? undefined : props.label,
  'data-focus': props.field.focus_on_load ? '' : undefined,
});
