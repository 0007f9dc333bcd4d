import type { Article } from '../../../src/domain/newsletter/article.ts';
import { readSigned } from '../../../src/queries/bylines.ts';
import {
  readArticleConsent,
  readArticleMessage,
  readArticlePublished,
  readArticleWithdrawn,
  readIssueContent,
  readIssueMessage,
  readNewsletterAsked,
  readPartMessage,
} from '../../../src/queries/newsletter.ts';
import { readNextIssue } from '../../../src/queries/next-issue.ts';
import { readArticleJudged, readArticleProposed } from '../../../src/queries/proposal.ts';
import { AT, ID, SLACK_ID } from '../full-workspace/names.ts';
import { articleFacts, issueFacts } from '../full-workspace/newsletter.ts';
import { finds, type WallCase, WORDS } from './case.ts';

const ISSUE = {
  ...issueFacts(WORDS),
  id: ID.issue,
  state: 'published',
  createdBy: SLACK_ID,
  createdAt: AT,
  publishedAt: AT,
  partTexts: [],
  revision: 1,
} as const;

const ARTICLE: Article = {
  ...articleFacts(WORDS),
  id: ID.article,
  writtenBy: SLACK_ID,
  writtenAt: AT,
  photo: null,
  source: null,
  agreedAt: null,
  withdrawnAt: null,
  withdrawnBy: null,
  correctedAt: null,
  revision: 1,
};

/** Those of the newsletter. */
export const NEWSLETTER_QUERY_CASES: Readonly<Record<string, WallCase>> = {
  readIssueMessage: finds(undefined, (record) => readIssueMessage(record, [ID.issue], AT)),
  readArticleMessage: finds(undefined, (record) => readArticleMessage(record, [ID.issue, ID.article])),
  readPartMessage: finds(undefined, (record) => readPartMessage(record, [ID.issue, 'meetings'], AT)),
  readNewsletterAsked: finds(undefined, (record) => readNewsletterAsked(record, [ID.issue, 'late'], AT)),
  readArticleConsent: finds(undefined, (record) => readArticleConsent(record, [ID.article])),
  readArticleWithdrawn: finds(undefined, (record) =>
    readArticleWithdrawn(record, { key: `article-withdrawn:${ID.article}:1`, recipient: SLACK_ID }),
  ),
  readArticleProposed: finds(undefined, (record) => readArticleProposed(record, [ID.proposal])),
  readArticleJudged: finds(undefined, (record) => readArticleJudged(record, [ID.proposal])),
  readArticlePublished: finds(undefined, (record) => readArticlePublished(record, [ID.article])),
  readSigned: finds([''], async (record) =>
    (await readSigned(record, [ARTICLE], 'full')).map(({ byline }) => byline),
  ),
  readNextIssue: finds({ number: 1, parts: [], channels: [] }, async (record) => {
    const { number, parts, channels } = await readNextIssue(record, AT);
    return { number, parts, channels };
  }),
  readIssueContent: finds({ articles: [], readers: 0 }, async (record) => {
    const { articles, readers } = await readIssueContent(record, ISSUE, AT);
    return { articles, readers };
  }),
};
