import { z } from 'zod';
import type { Actor } from '../actor.ts';
import { may } from '../permission.ts';
import type { Settings } from '../settings.ts';
import type { Article, ArticleFacts, Photo } from './article.ts';

/** 承認, 差し戻し. */
export const VERDICTS = ['approved', 'returned'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** The form 記事の変更の承認, as it arrives. */
export const JudgementDraft = z.object({
  verdict: z.enum(VERDICTS),
  reason: z.string().trim().max(300).default(''),
});
export type JudgementDraft = z.infer<typeof JudgementDraft>;

/** What the writer of an article that is out asks for: that it says something else, or is withdrawn (null). */
export type ProposedChange = {
  readonly facts: ArticleFacts | null;
  readonly photo: Photo | null;
};

/** The same as the record holds it. */
export type ArticleProposal = ProposedChange & {
  readonly id: string;
  readonly articleId: string;
  /** By Slack id. */
  readonly proposedBy: string;
  readonly proposedAt: Date;
  /** null while it waits; `replaced` by another of the same article. */
  readonly outcome: Verdict | 'replaced' | null;
  /** Why it was returned. */
  readonly reason: string;
};

/** An article that is out with the change of it that waits for 承認, if one does. */
export type ArticleWithProposal = Article & {
  readonly proposal: { readonly id: string; readonly isWithdrawal: boolean } | null;
};

/** Why a proposal can't be judged so. */
export type JudgementProblem = { readonly field: 'reason'; readonly kind: 'return-reason-needed' };

/** Whether what this person changes of an article that is out waits for 承認. */
export const needsApproval = (
  actor: Actor,
  { publishedChange }: Pick<Settings, 'publishedChange'>,
): boolean => publishedChange === 'approval' && !may(actor, 'manage-newsletter');

/** The article as a proposal would have it. */
export const proposedArticle = (article: Article, { facts, photo }: ProposedChange): Article =>
  facts === null ? article : { ...article, ...facts, photo };
