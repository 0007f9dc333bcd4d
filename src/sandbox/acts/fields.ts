import { type BlockShape, elementsOf, type PlacedElement } from '../workspace/shapes.ts';
import {
  type FieldValue,
  type FormValues,
  initialValue,
  isEmpty,
  isField,
  type Shown,
  shownValue,
} from './field-values.ts';

/** A field with the words a person finds it by: its label, else the text it stands beside. */
export type Field = PlacedElement & { readonly label: string };

const labelOf = ({ block, element, actionId }: PlacedElement): string => {
  if (block.label !== undefined) return block.label.text;
  if (block.type === 'section' && typeof block.text === 'object') return block.text.text;
  return element.placeholder?.text ?? actionId;
};

/** The fields of a view in reading order. */
export const fieldsOf = (blocks: readonly BlockShape[]): readonly Field[] =>
  elementsOf(blocks)
    .filter(({ element }) => isField(element))
    .map((placed) => ({ ...placed, label: labelOf(placed) }));

/** Whether changing the field tells the bot at once: inputs that ask for it, and every field outside an input. */
export const isDispatching = ({ block }: Field): boolean =>
  block.type !== 'input' || block.dispatch_action === true;

/** What the field holds in `values`. */
const heldValue = (values: FormValues, field: Field): FieldValue =>
  values[field.blockId]?.[field.actionId] ?? initialValue(field.element);

/**
 * The values of a view whose blocks are `blocks`, after `before`. As in Slack what was there stays only where block id,
 * action id and kind of element are unchanged, even when the new element has another initial value; every other field
 * begins with its initial value, and a field that is gone is forgotten.
 */
export const carriedValues = (blocks: readonly BlockShape[], before: FormValues): FormValues => {
  const values: Record<string, Record<string, FieldValue>> = {};
  for (const field of fieldsOf(blocks)) {
    const kept = before[field.blockId]?.[field.actionId];
    const value = kept?.type === field.element.type ? kept : initialValue(field.element);
    values[field.blockId] = { ...values[field.blockId], [field.actionId]: value };
  }
  return values;
};

/** `values` with one field replaced. */
export const withValue = (
  values: FormValues,
  { blockId, actionId }: Pick<Field, 'blockId' | 'actionId'>,
  value: FieldValue,
): FormValues => ({ ...values, [blockId]: { ...values[blockId], [actionId]: value } });

/** The values by label, as a person sees them. */
export const valuesByLabel = (
  blocks: readonly BlockShape[],
  values: FormValues,
): Readonly<Record<string, Shown>> =>
  Object.fromEntries(
    fieldsOf(blocks).map((field) => [field.label, shownValue(field.element, heldValue(values, field))]),
  );

const addressShapes: ReadonlyMap<string, RegExp> = new Map([
  ['url_text_input', /^https?:\/\/\S+$/],
  ['email_text_input', /^\S+@\S+$/],
]);

const clientProblem = (field: Field, value: FieldValue): string | undefined => {
  const { block, element } = field;
  if (isEmpty(element, value)) return block.optional === true ? undefined : 'この項目は必須です。';
  const entry = String(value.value ?? '');
  const shape = addressShapes.get(element.type);
  if (shape !== undefined && !shape.test(entry)) return '形式が正しくありません。';
  return element.min_length !== undefined && entry.length < element.min_length
    ? `${element.min_length}文字以上で入力してください。`
    : undefined;
};

/** What Slack's own client finds before it sends a form, by block id: empty required fields, addresses, short texts. */
export const clientErrors = (
  blocks: readonly BlockShape[],
  values: FormValues,
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    fieldsOf(blocks).flatMap((field) => {
      const problem =
        field.block.type === 'input' ? clientProblem(field, heldValue(values, field)) : undefined;
      return problem === undefined ? [] : [[field.blockId, problem]];
    }),
  );
