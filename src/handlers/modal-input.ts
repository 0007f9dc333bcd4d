import { z } from 'zod';
import type { ChoiceFields } from '../views/failure.ts';

/** One input's state as Slack sends it; which field carries the value depends on the element. */
const State = z.looseObject({
  value: z.string().nullish(),
  selected_date: z.string().nullish(),
  selected_channel: z.string().nullish(),
  selected_option: z.object({ value: z.string() }).nullish(),
  selected_options: z.array(z.object({ value: z.string() })).nullish(),
  selected_users: z.array(z.string()).nullish(),
  selected_user: z.string().nullish(),
  selected_time: z.string().nullish(),
  selected_channels: z.array(z.string()).nullish(),
  selected_date_time: z.number().nullish(),
  files: z.array(z.object({ id: z.string() })).nullish(),
});
const Values = z.record(z.string(), z.record(z.string(), State));

/** What was filled in, by field name (the block id); what was left empty is missing. */
export type FormValues = Readonly<Record<string, string | readonly string[]>>;

const filledIn = (state: z.infer<typeof State>): string | readonly string[] | undefined =>
  state.value ??
  state.selected_date ??
  state.selected_channel ??
  state.selected_option?.value ??
  state.selected_users ??
  state.selected_user ??
  state.selected_time ??
  state.selected_channels ??
  state.selected_date_time?.toString() ??
  state.files?.map(({ id }) => id) ??
  state.selected_options?.map(({ value }) => value) ??
  undefined;

/** Reads `view.state.values`: the single element of each block, whatever its action id. */
export const readModal = (values: unknown): FormValues =>
  Object.fromEntries(
    Object.entries(Values.parse(values)).flatMap(([name, elements]) => {
      const value = Object.values(elements).map(filledIn)[0];
      return value === undefined ? [] : [[name, value]];
    }),
  );

/** An input as its view shows it. */
const Input = z.object({
  type: z.literal('input'),
  block_id: z.string(),
  element: z.object({ type: z.string() }),
});

/** The fields of a view where one chooses: selects of every kind, checkboxes, radio buttons and days. */
export const choiceFieldsOf = (blocks: readonly unknown[]): ChoiceFields =>
  Object.fromEntries(
    blocks.flatMap((block): readonly (readonly [string, ChoiceFields[string]])[] => {
      const input = Input.safeParse(block).data;
      const kind = input?.element.type ?? '';
      if (input === undefined || !/(?:select|checkboxes|radio_buttons|datepicker)$/u.test(kind)) return [];
      return [[input.block_id, kind === 'datepicker' ? 'day' : 'choice']];
    }),
  );

/** What a form carries that answers a question: the key of the form that asked. */
export const Asking = z.object({ asking: z.string().min(1).max(200) });

/** private_metadata and button values, parsed by a schema: a value that was changed by hand is refused like any other. */
export const readJson = <T>(schema: z.ZodType<T>, json: string): T => schema.parse(JSON.parse(json));
