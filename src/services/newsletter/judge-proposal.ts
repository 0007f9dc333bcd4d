import type { ActingRecord } from '../../db/database.ts';
import type { Actor } from '../../domain/actor.ts';
import { showingArticle, withdrawnDeliveries } from '../../domain/delivery/issue.ts';
import type { Article } from '../../domain/newsletter/article.ts';
import type {
  ArticleProposal,
  JudgementDraft,
  JudgementProblem,
  Verdict,
} from '../../domain/newsletter/proposal.ts';
import { joinParts } from '../../domain/parts.ts';
import { may } from '../../domain/permission.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { subjectOf } from '../../domain/subject.ts';
import type { FormInput, ServiceDeps } from '../service-deps.ts';

/** A change of a published article that waits for 承認, with the article as it is. */
export type OpenedProposal = { readonly proposal: ArticleProposal; readonly article: Article };

/** Such a change that still waits, its article held until the transaction ends. */
const waiting = async (
  record: ActingRecord,
  proposalId: string,
  actor: Actor,
): Promise<Result<OpenedProposal, Refusal>> => {
  if (!may(actor, 'manage-newsletter')) return refuse({ kind: 'not-allowed', who: 'secretariat' });
  const known = await record.articleProposals.find(proposalId);
  const article = known && (await record.articles.findToChange(known.articleId));
  // What was read before the article was held may have been judged meanwhile.
  const proposal = article && (await record.articleProposals.find(proposalId));
  return proposal === undefined || proposal.outcome !== null || article?.withdrawnAt !== null
    ? refuse({ kind: 'gone' })
    : succeed({ proposal, article });
};

/** Opens it, for the secretariat. */
export const openProposal = (
  { clock, db }: ServiceDeps,
  proposalId: string,
  actor: Actor,
): Promise<Result<OpenedProposal, Refusal>> => {
  const subject = subjectOf('article-proposal', proposalId);
  const act = { actor, action: 'open-proposal', at: clock.now(), subject };
  return db.act<OpenedProposal, Refusal>(act, (record) => waiting(record, proposalId, actor));
};

/** Has the article say what its writer asked for, or be withdrawn in their name. */
const carryOut = async (
  record: ActingRecord,
  { proposal, article }: OpenedProposal,
  at: Date,
): Promise<void> => {
  const { facts, photo, proposedBy } = proposal;
  const subject = subjectOf('article', article.id);
  if (facts === null) {
    await record.articles.putCourse(article.id, { withdrawnAt: at, withdrawnBy: proposedBy });
    await record.deliveries.planAll(withdrawnDeliveries(article, proposedBy, at), at);
  } else {
    await record.articles.putFacts(article.id, facts, photo, { by: proposedBy, at });
    await record.articles.putCourse(article.id, { correctedAt: at });
  }
  const issues = await record.newsletterIssues.publishedWith(article.id);
  for (const shown of showingArticle(article.id, issues)) await record.deliveries.refresh(shown);
  const { source: _, ...before } = article;
  await record.audit(
    facts === null
      ? { subject, before: { withdrawn: false }, after: { withdrawn: true } }
      : { subject, before, after: facts },
  );
};

const ACTION = { approved: 'approve-proposal', returned: 'return-proposal' } as const;

/** What is judged, and the revision of the article that was shown beside it. */
export type ProposalToJudge = { readonly proposalId: string; readonly revision: number };

/**
 * 承認 or 差し戻し of what a writer wants to change of an article that is out; they hear of it. Refused when the article is not any
 * more as it was shown.
 */
export const judgeProposal = (
  { clock, db }: ServiceDeps,
  { proposalId, revision }: ProposalToJudge,
  { key, draft }: FormInput<JudgementDraft>,
  actor: Actor,
): Promise<Result<Verdict, JudgementProblem | Refusal>> => {
  const at = clock.now();
  const subject = subjectOf('article-proposal', proposalId);
  const { verdict, reason } = draft;
  const act = { actor, action: ACTION[verdict], at, subject };
  return db.submit<Verdict, JudgementProblem | Refusal>(act, { key, content: draft }, async (record) => {
    const found = await waiting(record, proposalId, actor);
    if (!found.ok) return found;
    if (verdict === 'returned' && reason === '')
      return refuse({ field: 'reason', kind: 'return-reason-needed' });
    const { proposal, article } = found.value;
    if (article.revision !== revision)
      return refuse(await record.changedMeanwhile(subjectOf('article', article.id)));
    await record.articleProposals.settle(proposalId, verdict, { by: actor.id, at, reason });
    if (verdict === 'approved') await carryOut(record, found.value, at);
    else await record.audit({ subject: subjectOf('article', article.id), reason });
    await record.deliveries.refresh(subject);
    await record.deliveries.plan(
      {
        key: joinParts('article-judged', proposalId),
        kind: 'article-judged',
        recipient: proposal.proposedBy,
        subject,
      },
      at,
    );
    return succeed(verdict);
  });
};
