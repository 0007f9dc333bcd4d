import { z } from 'zod';
import type { FiscalYear } from './calendar/fiscal-year.ts';

/** 種別: a body that meets (会議), or a common effort told by a text instead (取組み). */
export const BODY_KINDS = ['meeting', 'effort'] as const;
export type BodyKind = (typeof BODY_KINDS)[number];

/** 掲載箇所: the part of chapter 5 in which the body is printed, if any. */
export const BODY_SECTIONS = ['meetings', 'liaison', 'none'] as const;
export type BodySection = (typeof BODY_SECTIONS)[number];

/** 記録できる人: the secretariat alone, or promoters too. */
export const RECORDABLE_BY = ['secretariat', 'promoters'] as const;
export type RecordableBy = (typeof RECORDABLE_BY)[number];

/** What people read of a 会議体, as of one fiscal year. */
export type BodyFacts = {
  readonly name: string;
  readonly shortName: string;
  readonly kind: BodyKind;
  readonly section: BodySection;
  readonly composition: string;
  readonly role: string;
  readonly position: number;
  readonly recordableBy: RecordableBy;
  readonly writtenNote: string;
  readonly notifyChannel: string | null;
};

/** A 会議体 as it stands in a fiscal year. `since` is the year from which these facts hold. */
export type Body = BodyFacts & {
  readonly id: string;
  readonly since: FiscalYear;
  readonly example: boolean;
};

/** The form 会議体を登録, as it arrives. The fiscal year is read by its own rule. */
export const BodyDraft = z.object({
  name: z.string().trim().min(1).max(75),
  shortName: z.string().trim().max(30).default(''),
  fiscalYear: z.string().trim().min(1),
  kind: z.enum(BODY_KINDS),
  section: z.enum(BODY_SECTIONS),
  composition: z.string().trim().max(3000).default(''),
  role: z.string().trim().max(3000).default(''),
  position: z.coerce.number().int().min(1).max(9999).optional(),
  recordableBy: z.enum(RECORDABLE_BY),
  writtenNote: z.string().trim().max(100).default(''),
  notifyChannel: z.string().optional(),
});
export type BodyDraft = z.infer<typeof BodyDraft>;

/** At most so many bodies in a year: a Slack select holds no more, and none may be missing from it. */
export const MOST_BODIES = 100;

/** Why a 会議体 can't be registered so. */
export type BodyProblem =
  | { readonly field: 'fiscalYear'; readonly kind: 'year-unreadable' }
  | { readonly field: 'name'; readonly kind: 'name-taken'; readonly name: string }
  | { readonly field: 'name'; readonly kind: 'too-many-bodies' }
  | { readonly field: 'kind'; readonly kind: 'has-meetings'; readonly fiscalYear: FiscalYear }
  | { readonly field: 'notifyChannel'; readonly kind: 'bot-not-in-channel' };
