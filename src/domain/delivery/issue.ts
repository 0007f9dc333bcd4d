import type { Article } from '../newsletter/article.ts';
import type { IssueContent } from '../newsletter/newsletter.ts';
import { joinParts } from '../parts.ts';
import { type Subject, subjectOf } from '../subject.ts';
import type { PlannedDelivery } from './delivery.ts';

/** Automatic parts come after so many articles in the thread, and articles added later after them. */
const PARTS_FROM = 1000;
const LATER_FROM = 2000;

type Where = { readonly keyedBy: string; readonly recipient: string; readonly issueId: string };

const rootKey = ({ keyedBy, recipient }: Where): string => joinParts(keyedBy, recipient);

const reply = (where: Where, kind: PlannedDelivery['kind'], ref: string, place: number): PlannedDelivery => ({
  key: joinParts(rootKey(where), ref),
  kind,
  recipient: where.recipient,
  subject: subjectOf('newsletter', where.issueId, ref),
  thread: { key: rootKey(where), place },
});

/**
 * The messages of an issue to one channel, or to one person who tries it: the opening, and its thread. `keyedBy` begins their
 * keys, so that a trial and the issue itself are not taken for each other.
 */
export const issueDeliveries = (
  { issue, articles, partTexts }: IssueContent,
  recipient: string,
  keyedBy: string = subjectOf('newsletter', issue.id),
): readonly PlannedDelivery[] => {
  const where = { keyedBy, recipient, issueId: issue.id };
  return [
    { key: rootKey(where), kind: 'newsletter-issue', recipient, subject: subjectOf('newsletter', issue.id) },
    ...articles.map(({ id }, index) => reply(where, 'newsletter-article', id, index + 1)),
    ...partTexts.map(({ part }, index) => reply(where, 'newsletter-part', part, PARTS_FROM + index)),
  ];
};

/** What messages that show an article are about: those to people about it, and of the issues it is out in the opening and its own. */
export const showingArticle = (
  articleId: string,
  issues: readonly { readonly id: string }[],
): readonly Subject[] => [
  subjectOf('article', articleId),
  ...issues.flatMap(({ id }) => [subjectOf('newsletter', id), subjectOf('newsletter', id, articleId)]),
];

/** What the writers of articles hear once these are published. */
export const publishedDeliveries = (
  articles: readonly Pick<Article, 'id' | 'writtenBy'>[],
): readonly PlannedDelivery[] =>
  articles.map(({ id, writtenBy }) => ({
    key: joinParts('article-published', id),
    kind: 'article-published',
    recipient: writtenBy,
    subject: subjectOf('article', id),
  }));

/** What is heard of a withdrawal of `at`: by who did it and may undo it, and by who wrote the article. */
export const withdrawnDeliveries = (
  { id, writtenBy }: Pick<Article, 'id' | 'writtenBy'>,
  withdrawnBy: string,
  at: Date,
): readonly PlannedDelivery[] =>
  [...new Set([withdrawnBy, writtenBy])].map((recipient) => ({
    key: joinParts('article-withdrawn', id, at.getTime(), recipient),
    kind: 'article-withdrawn',
    recipient,
    subject: subjectOf('article', id),
  }));

/** What the secretariat hears of a change that is proposed. */
export const proposedDeliveries = (
  proposalId: string,
  secretariat: readonly string[],
): readonly PlannedDelivery[] =>
  secretariat.map((recipient) => ({
    key: joinParts('article-proposed', proposalId, recipient),
    kind: 'article-proposed',
    recipient,
    subject: subjectOf('article-proposal', proposalId),
  }));

/** The messages of articles that a published issue got later: in its thread after all else, in the issue's order. */
export const laterDeliveries = (
  { issue }: Pick<IssueContent, 'issue'>,
  recipient: string,
  articleIds: readonly string[],
): readonly PlannedDelivery[] => {
  const where = { keyedBy: subjectOf('newsletter', issue.id), recipient, issueId: issue.id };
  return articleIds.map((id) =>
    reply(where, 'newsletter-article', id, LATER_FROM + issue.articleIds.indexOf(id)),
  );
};
