import type { InputBlock } from '@slack/types';
import {
  DATE_PRECISIONS,
  type DatePrecision,
  fieldsOf,
  type RecordDate,
} from '../../domain/occasion/date.ts';
import { DATE_LABEL, PRECISION_WORD } from '../../texts/record-date.ts';
import { dayField, radioField } from '../blocks.ts';

const PRECISIONS = DATE_PRECISIONS.map((precision) => ({
  value: precision,
  text: PRECISION_WORD[precision].word,
  description: PRECISION_WORD[precision].example,
}));

/** What the form says under each of the three. */
type Hints = { readonly heldOn: string; readonly heldUntil: string; readonly precision?: string };

/**
 * 開催日, 終了日 and 報告書での日付 (日付の3欄), filled with `date` where there is one. `precision`, when given, is the choice that
 * follows from another field just pressed: its action id carries it, because Slack keeps an input's value while both ids
 * stay the same.
 */
export const dateFields = (
  hints: Hints,
  date?: RecordDate,
  precision?: DatePrecision,
): readonly InputBlock[] => {
  const fields = date && fieldsOf(date);
  return [
    dayField({ name: 'heldOn', label: DATE_LABEL.heldOn, hint: hints.heldOn, initial: fields?.heldOn }),
    dayField({
      name: 'heldUntil',
      label: DATE_LABEL.heldUntil,
      hint: hints.heldUntil,
      initial: fields?.heldUntil,
      optional: true,
    }),
    radioField({
      name: 'precision',
      label: DATE_LABEL.precision,
      choices: PRECISIONS,
      initial: precision ?? fields?.precision ?? 'day',
      ...(hints.precision === undefined ? {} : { hint: hints.precision }),
      ...(precision === undefined ? {} : { actionId: `precision:${precision}` }),
    }),
  ];
};
