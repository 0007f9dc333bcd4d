import { z } from 'zod';

export type Part = string | number | undefined;

/** Several parts as one text, with colons between; those that are undefined are left out. E.g. `2026:3`. */
export const joinParts = (...parts: readonly Part[]): string =>
  parts.filter((part) => part !== undefined).join(':');

/** The parts of such a text, in order. */
export const splitParts = (text: string): readonly string[] => text.split(':');

/** A year where it stands as such a part: four digits, read as a number. */
export const YearPart: z.ZodType<number> = z
  .string()
  .regex(/^\d{4}$/u)
  .transform(Number);
