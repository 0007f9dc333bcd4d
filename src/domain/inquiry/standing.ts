import { z } from 'zod';
import type { Actor } from '../actor.ts';
import { may } from '../permission.ts';
import { SlackId } from '../person/person.ts';
import type { Inquiry, InquiryTarget } from './inquiry.ts';
import type { Responsible } from './responsible.ts';

/** How somebody answers for a section: as one of it or as one named for it, or in its place (代理入力). */
export const ANSWERS_AS = ['own', 'on-behalf'] as const;
export type AnswersAs = (typeof ANSWERS_AS)[number];

/** A section by its names and ids, and where it stands in the order. */
export type SectionPlace = {
  readonly sectionId: string;
  readonly sectionName: string;
  readonly departmentId: string;
  readonly departmentName: string;
};

/** One of those asked, with what is asked and where. */
export type TargetInPlace = {
  readonly inquiry: Inquiry;
  readonly target: InquiryTarget;
  readonly place: SectionPlace;
};

type Whose = Pick<InquiryTarget, 'sectionId' | 'delegateId'>;

/** How this person answers what is asked of a section; undefined when they may not. Who may answer may see the answers. */
export const answersAs = (
  actor: Actor,
  { sectionId, delegateId }: Whose,
  departmentId: string,
): AnswersAs | undefined => {
  const isNamed = delegateId !== null && delegateId === actor.personId;
  if (!may(actor, 'answer-inquiry', { sectionId, departmentId, ...(isNamed ? { owner: actor.id } : {}) }))
    return undefined;
  return isNamed || actor.posts.some((post) => post.sectionId === sectionId) ? 'own' : 'on-behalf';
};

/** 差し戻す, とりまとめ完了, naming somebody: the 主任 of the department and the secretariat. */
export const mayOversee = (actor: Actor, departmentId: string): boolean =>
  may(actor, 'oversee-inquiry', { departmentId });

/** Why an inquiry takes no answer any more. */
export type ClosedProblem =
  | { readonly kind: 'inquiry-closed' }
  | { readonly kind: 'inquiry-cancelled' }
  | { readonly kind: 'gone' };

/** What stands in the way of answering, returning or handing over; undefined while the inquiry is open. */
export const closedProblem = ({ state }: Pick<Inquiry, 'state'>): ClosedProblem | undefined => {
  switch (state) {
    case 'open':
      return undefined;
    case 'closed':
    case 'tallied':
      return { kind: 'inquiry-closed' };
    case 'cancelled':
      return { kind: 'inquiry-cancelled' };
    case 'draft':
      return { kind: 'gone' };
  }
};

/** The form 回答を差し戻す, as it arrives. */
export const ReturnDraft = z.object({ reason: z.string().trim().min(1).max(300) });
export type ReturnDraft = z.infer<typeof ReturnDraft>;

/** The form 担当の変更を依頼, as it arrives. */
export const DelegateRequestDraft = z.object({
  candidate: SlackId.optional(),
  word: z.string().trim().max(300).default(''),
});
export type DelegateRequestDraft = z.infer<typeof DelegateRequestDraft>;

/** The form 担当を決める, as it arrives. */
export const DelegateDraft = z.object({ delegate: SlackId });
export type DelegateDraft = z.infer<typeof DelegateDraft>;

/** 担当の変更を依頼, as the record holds it. */
export type DelegateRequest = {
  readonly id: string;
  readonly at: Date;
  /** By Slack id. */
  readonly by: string;
  readonly candidate: string | null;
  readonly word: string;
};

/** Why an answer can't be given back, or the work handed over. */
export type OverseeProblem =
  | ClosedProblem
  | { readonly kind: 'nothing-to-return' }
  | { readonly kind: 'already-answered' }
  | { readonly field: 'delegate' | 'candidate'; readonly kind: 'delegate-not-member' };

/** Whether one who asked to be relieved still has it. */
export const isStillWith = (slackId: string, { people }: Pick<Responsible, 'people'>): boolean =>
  people.some((person) => person.slackId === slackId);
