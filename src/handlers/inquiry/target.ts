import { z } from 'zod';
import { PROMOTER_ROLES } from '../../domain/actor.ts';
import { splitParts } from '../../domain/parts.ts';
import { SlackId } from '../../domain/person/person.ts';

/** One who is asked, as forms carry it in their metadata. */
export const CarriedTarget = z.object({
  inquiryId: z.uuid(),
  sectionId: z.uuid(),
  role: z.enum(PROMOTER_ROLES),
});

/** One who is asked, as buttons name it: `INQUIRY:SECTION:ROLE`. */
export const PressedTarget = z
  .string()
  .transform((value) => {
    const [inquiryId, sectionId, role] = splitParts(value);
    return { inquiryId, sectionId, role };
  })
  .pipe(CarriedTarget);

/** The same with an answer's id after it. */
export const PressedAnswer = z
  .string()
  .transform((value) => ({ target: value, answerId: splitParts(value)[3] }))
  .pipe(z.object({ target: PressedTarget, answerId: z.uuid() }));

/** The same with the one who was proposed after it, where somebody was. */
export const PressedProposal = z
  .string()
  .transform((value) => ({ target: value, candidate: splitParts(value)[3] ?? null }))
  .pipe(z.object({ target: PressedTarget, candidate: SlackId.nullable() }));

/** A department's part of an inquiry: `INQUIRY:DEPARTMENT`, and the page of its list where one is shown. */
export const PressedDepartment = z
  .string()
  .transform((value) => {
    const [inquiryId, departmentId, page = '1'] = splitParts(value);
    return { part: { inquiryId, departmentId }, page: Number(page) };
  })
  .pipe(
    z.object({
      part: z.object({ inquiryId: z.uuid(), departmentId: z.uuid() }),
      page: z.int().min(1).max(9999),
    }),
  );

/** The same with a page after it, counted from 1. */
export const PressedTargetPage = z
  .string()
  .transform((value) => ({ target: value, page: Number(splitParts(value)[3] ?? '1') }))
  .pipe(z.object({ target: PressedTarget, page: z.int().min(1).max(99) }));
