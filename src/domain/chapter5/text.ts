import { z } from 'zod';
import type { FiscalYear } from '../calendar/fiscal-year.ts';
import { cut } from '../letters.ts';
import { CHAPTER_ITEMS, type ChapterItem } from './items.ts';

/** One of 第5章の文章 as it is kept; empty where it was taken away. */
export type ChapterText = {
  readonly fiscalYear: FiscalYear;
  readonly item: ChapterItem;
  readonly text: string;
  /** Slack id of who wrote it last. */
  readonly writtenBy: string;
  readonly writtenAt: Date;
  readonly revision: number;
};

/** What stays the same from one year to the next, and so starts as it was; of the rest each year has its own. */
const STARTS_AS_LAST_YEARS: readonly ChapterItem[] = ['preface', 'promoterWork', 'liaison', 'contact'];
export const startsAsLastYears = (item: ChapterItem): boolean => STARTS_AS_LAST_YEARS.includes(item);

/** The most letters that one field of a form holds, and the fields that a text goes on in: 60,000 letters in all. */
const MOST_FIELD_LETTERS = 3000;
type TextField = `text${number}`;
const MORE_FIELDS = Array.from({ length: 19 }, (_, index): TextField => `text${index + 2}`);
export const CHAPTER_TEXT_FIELDS: readonly ('text' | TextField)[] = ['text', ...MORE_FIELDS];

/** Spaces alone are no text. */
const isWritten = (text: string): boolean => text.trim() !== '';

/** The form 第5章の文章, as it arrives. The fiscal year is read by its own rule. */
export const ChapterTextDraft = z.object({
  ...Object.fromEntries(
    MORE_FIELDS.map((field): [TextField, z.ZodDefault<z.ZodString>] => [field, z.string().default('')]),
  ),
  fiscalYear: z.string().trim().min(1),
  item: z.enum(CHAPTER_ITEMS),
  text: z.string().refine(isWritten),
});
export type ChapterTextDraft = z.infer<typeof ChapterTextDraft>;

/** Why 第5章の文章 can't be kept so. */
export type ChapterTextProblem =
  | { readonly field: 'fiscalYear'; readonly kind: 'year-unreadable' | 'chapter-year-to-come' }
  /** Another year or 項目 was typed than the form showed, and has a text of its own, which would be written over unseen. */
  | {
      readonly field: 'fiscalYear';
      readonly kind: 'chapter-text-stands';
      readonly fiscalYear: FiscalYear;
      readonly item: ChapterItem;
    };

/**
 * A text in as many parts as fields hold it. Between two of them stood so many line breaks, `joins`; none where a paragraph goes on in
 * the next.
 */
export type TextInParts = { readonly parts: readonly string[]; readonly joins: readonly number[] };

/** A text in parts of at most `most` letters, between lines where that can be. `textOf` makes the same text of them. */
export const inTextParts = (text: string, most: number = MOST_FIELD_LETTERS): TextInParts => {
  const parts: string[] = [];
  const joins: number[] = [];
  let rest = text;
  while (rest.length > most) {
    const lines = rest.slice(0, most + 1).lastIndexOf('\n');
    const whole = rest.slice(0, Math.max(0, lines)).replace(/\n+$/u, '');
    // A letter of more signs than a field holds is none that anybody types: it is parted all the same.
    const part = whole === '' ? cut(rest, most) || rest.slice(0, most) : whole;
    const breaks = /^\n*/u.exec(rest.slice(part.length))?.[0].length ?? 0;
    parts.push(part);
    joins.push(breaks);
    rest = rest.slice(part.length + breaks);
  }
  return { parts: [...parts, rest], joins };
};

/** Without empty lines before it and what is empty behind it; the space before a first line, by which paragraphs begin, stays. */
const withoutEdges = (text: string): string => text.replace(/^\s*\n/u, '').trimEnd();

/** The text that stands in such parts; where no break is known of, each begins on a line of its own. */
export const textOf = ({ parts, joins }: TextInParts): string =>
  withoutEdges(
    parts
      .map((part) => part.replace(/\r\n?/gu, '\n'))
      .reduce((text, part, index) => {
        if (!isWritten(part) || text === '') return text === '' ? part : text;
        return `${text}${'\n'.repeat(joins[index - 1] ?? 1)}${part}`;
      }, ''),
  );

/** What the fields of a form hold, in their order, without the empty ones behind the last. */
export const partsInFields = (values: Readonly<Record<string, unknown>>): readonly string[] => {
  const parts = CHAPTER_TEXT_FIELDS.map((field) => z.string().catch('').parse(values[field]));
  return parts.slice(0, parts.findLastIndex((part) => part !== '') + 1);
};
