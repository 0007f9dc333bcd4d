import { z } from 'zod';
import { type LocalDate, LocalDateSchema } from '../calendar/local-date.ts';
import { type Result, refuse, succeed } from '../result.ts';
import type { DocumentProblem } from './document-file.ts';
import { type AnswerFacts, type AnswerForm, RECEIVED_BY } from './inquiry.ts';

/** 該当あり, 該当なし. */
export const APPLICABLE = ['yes', 'no'] as const;

/** So great a number the field 件数 takes. */
export const MOST_COUNTED = 999_999;

/** Of an inquiry with questions the field that answers the one at a position, counted from 1 in the section's own. */
export type PartField = `part${number}`;
export const partField = (position: number): PartField => `part${position}`;

/** The most letters of an answer, and of one to a question. */
export const MOST_ANSWER_LETTERS = 3000;

const PartText = z.string().trim().max(MOST_ANSWER_LETTERS).catch('');

/** What stands in the fields of questions. */
const partsIn = (fields: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, typed]) =>
      /^part\d+$/u.test(name) ? [[name, PartText.parse(typed)]] : [],
    ),
  );

/** The form 照会に回答, as it arrives: which fields there are, the inquiry decides. */
export const AnswerDraft = z
  .looseObject({
    applicable: z.enum(APPLICABLE).optional(),
    count: z.coerce.number().int().min(0).max(MOST_COUNTED).optional(),
    confirmed: z.array(z.string()).default([]),
    text: z.string().trim().max(MOST_ANSWER_LETTERS).default(''),
    file: z.array(z.string()).max(1).default([]),
    /** 代理入力. */
    receivedBy: z.enum(RECEIVED_BY).optional(),
    receivedOn: LocalDateSchema.optional(),
  })
  .transform(({ applicable, count, confirmed, text, file, receivedBy, receivedOn, ...fields }) => ({
    applicable,
    count,
    confirmed,
    text,
    file,
    receivedBy,
    receivedOn,
    parts: partsIn(fields),
  }));
export type AnswerDraft = z.infer<typeof AnswerDraft>;

/** Why an answer is none. */
export type AnswerProblem =
  | { readonly field: 'applicable'; readonly kind: 'applicable-needed' }
  | { readonly field: 'text'; readonly kind: 'words-needed' }
  | { readonly field: 'text' | PartField; readonly kind: 'answer-needed' }
  | { readonly kind: 'page-unanswered'; readonly page: number }
  | { readonly field: 'count'; readonly kind: 'count-needed' }
  | { readonly field: 'confirmed'; readonly kind: 'confirmation-needed' }
  | { readonly field: 'file'; readonly kind: 'document-needed' }
  | DocumentProblem
  | { readonly field: 'receivedBy'; readonly kind: 'way-needed' }
  | { readonly field: 'receivedOn'; readonly kind: 'received-day-needed' | 'received-in-future' };

/**
 * What an answer of this form says. 該当なし is an answer and 0件 is an answer; 該当あり and 記述 need words. `hasFile` is whether a
 * file came with it, now or with the answer before.
 */
export const answerFrom = (
  form: AnswerForm,
  { applicable, count, confirmed, text }: AnswerDraft,
  hasFile: boolean,
): Result<AnswerFacts, AnswerProblem> => {
  switch (form) {
    case 'applicability':
      if (applicable === undefined) return refuse({ field: 'applicable', kind: 'applicable-needed' });
      if (applicable === 'yes' && text === '') return refuse({ field: 'text', kind: 'words-needed' });
      return succeed({ applicable: applicable === 'yes', count: null, text });
    case 'count':
      if (count === undefined) return refuse({ field: 'count', kind: 'count-needed' });
      return succeed({ applicable: null, count, text });
    case 'words':
      if (text === '') return refuse({ field: 'text', kind: 'answer-needed' });
      return succeed({ applicable: null, count: null, text });
    case 'confirmation':
      if (confirmed.length === 0) return refuse({ field: 'confirmed', kind: 'confirmation-needed' });
      return succeed({ applicable: null, count: null, text });
    case 'document':
      if (!hasFile) return refuse({ field: 'file', kind: 'document-needed' });
      return succeed({ applicable: null, count: null, text });
  }
};

/** What a form says to the questions at these positions, by position: each needs an answer. */
export const partsFrom = (
  positions: readonly number[],
  { parts }: Pick<AnswerDraft, 'parts'>,
): Result<ReadonlyMap<number, string>, AnswerProblem> => {
  const said = new Map<number, string>();
  for (const position of positions) {
    const field = partField(position);
    const text = parts[field] ?? '';
    if (text === '') return refuse({ field, kind: 'answer-needed' });
    said.set(position, text);
  }
  return succeed(said);
};

/** What is wrong with 受けた方法 and 受けた日 of a 代理入力; undefined when nothing is. */
export const receivedProblem = (
  { receivedBy, receivedOn }: AnswerDraft,
  today: LocalDate,
): AnswerProblem | undefined => {
  if (receivedBy === undefined) return { field: 'receivedBy', kind: 'way-needed' };
  if (receivedOn === undefined) return { field: 'receivedOn', kind: 'received-day-needed' };
  return receivedOn > today ? { field: 'receivedOn', kind: 'received-in-future' } : undefined;
};
