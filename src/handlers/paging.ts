import { z } from 'zod';
import { joinParts, splitParts } from '../domain/parts.ts';
import type { Asked, ButtonRequest, Handler, HandlerDeps } from './types.ts';

/** The number of a page, counted from 1, as buttons that turn pages carry it. */
export const PageNumber: z.ZodType<number> = z
  .string()
  .regex(/^[1-9]\d{0,4}$/u)
  .transform(Number);

const AnyPage = z
  .string()
  .regex(/^\d{1,4}$/u)
  .transform(Number);

/**
 * Reads what such a button carries where the list is of something: that, by its schema, and the page. E.g. `2023:2`. For a page
 * that is none, also 0, the nearest is shown.
 */
export const readPageOf = <Of extends z.ZodType>(
  of: Of,
  value: string,
): { readonly of: z.output<Of>; readonly page: number } => {
  const parts = splitParts(value);
  return { of: of.parse(joinParts(...parts.slice(0, -1))), page: AnyPage.parse(parts.at(-1)) };
};

/** The ways to a list that is shown page by page. */
type PagedList = {
  /** Its first page, as an answer. */
  readonly open: Handler<Asked>;
  /** Another page, in place of the one whose button was pressed. */
  readonly turn: Handler<ButtonRequest>;
};

/** The list of which `show` answers a page. */
export const paged = (show: (deps: HandlerDeps, asked: Asked, page: number) => Promise<void>): PagedList => ({
  open: (deps) => (asked) => show(deps, asked, 1),
  turn: (deps) => (pressed) =>
    show(deps, { ...pressed, answer: pressed.replace }, PageNumber.parse(pressed.value)),
});
