import type { InputBlock } from '@slack/types';
import { RECEIVED_BY } from '../domain/inquiry/inquiry.ts';
import { ANSWER_HINT, ANSWER_LABEL, RECEIVED_WORD } from '../texts/inquiry-answer.ts';
import { dayField, radioField } from './blocks.ts';

/** 受けた方法 and 受けた日, with which every 代理入力 ends. */
export const receivedFields = (): readonly InputBlock[] => [
  radioField({
    name: 'receivedBy',
    label: ANSWER_LABEL.receivedBy,
    choices: RECEIVED_BY.map((value) => ({ value, text: RECEIVED_WORD[value] })),
  }),
  dayField({ name: 'receivedOn', label: ANSWER_LABEL.receivedOn, hint: ANSWER_HINT.receivedOn }),
];
