import { z } from 'zod';

/** The greatest 並び順 that a form or file takes; the least is 1. */
export const MOST_POSITION = 9999;

/** 並び順 as a form takes it; left empty, the rule of each form says where it goes. */
export const PositionDraft: z.ZodOptional<z.ZodCoercedNumber> = z.coerce
  .number()
  .int()
  .min(1)
  .max(MOST_POSITION)
  .optional();

/** 並び順 of something for which none was typed: behind all others. */
export const lastPosition = (others: readonly { readonly position: number }[]): number =>
  Math.min(MOST_POSITION, Math.max(0, ...others.map(({ position }) => position)) + 10);

/** By 並び順, then by name; never by reading. */
export const inOrder = <T extends { readonly position: number; readonly name: string }>(
  rows: readonly T[],
): readonly T[] => [...rows].sort((a, b) => a.position - b.position || (a.name < b.name ? -1 : 1));
