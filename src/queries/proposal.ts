import type { WorkspaceRecord } from '../db/database.ts';
import type { Article } from '../domain/newsletter/article.ts';
import type { NewsletterContent } from '../domain/newsletter/content.ts';
import type { ArticleProposal } from '../domain/newsletter/proposal.ts';
import type { SubjectParts } from '../domain/subject.ts';

type Sources = Pick<WorkspaceRecord, 'articleProposals' | 'articles' | 'settings'>;

/** A change that somebody proposed, with the article as it is. */
const readProposal = async (
  record: Pick<Sources, 'articleProposals' | 'articles'>,
  id: string,
): Promise<{ readonly proposal: ArticleProposal; readonly article: Article } | undefined> => {
  const proposal = await record.articleProposals.find(id);
  const article = proposal && (await record.articles.find(proposal.articleId));
  return proposal && article && { proposal, article };
};

/** What the secretariat is asked to look at; an article that was withdrawn meanwhile has nothing to change. */
export const readArticleProposed = async (
  record: Sources,
  [id]: SubjectParts['article-proposal'],
): Promise<NewsletterContent | undefined> => {
  const found = await readProposal(record, id);
  return (
    found && {
      kind: 'article-proposed',
      ...found,
      stands: found.proposal.outcome === null && found.article.withdrawnAt === null,
    }
  );
};

/** What became of it, for who proposed it. */
export const readArticleJudged = async (
  record: Sources,
  [id]: SubjectParts['article-proposal'],
): Promise<NewsletterContent | undefined> => {
  const found = await readProposal(record, id);
  return found && { kind: 'article-judged', ...found, contact: (await record.settings.read()).contact };
};
