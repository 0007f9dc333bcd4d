import { AT, ID, SLACK_ID } from '../full-workspace/names.ts';
import {
  articleFacts,
  issueFacts,
  monthly,
  PHOTO,
  partTexts,
  proposal,
  written,
} from '../full-workspace/newsletter.ts';
import { finds, own, refused, type WallCase, WORDS } from './case.ts';

const changed = { by: SLACK_ID, at: AT };
const empty = { ...issueFacts(WORDS), articleIds: [] };

/** The same of the newsletter. */
export const NEWSLETTER_WALL_CASES: Readonly<Record<string, WallCase>> = {
  'articles.find': finds(undefined, ({ articles }) => articles.find(ID.article)),
  'articles.findToChange': finds(undefined, ({ articles }) => articles.findToChange(ID.article)),
  'articles.ofIds': finds([], ({ articles }) => articles.ofIds([ID.article])),
  'articles.waiting': finds([], ({ articles }) => articles.waiting()),
  'articles.onDesk': finds([], ({ articles }) => articles.onDesk()),
  'articles.putOrder': own(({ articles }) => articles.putOrder([ID.waiting])),
  'articles.writtenBy': finds([], ({ articles }) => articles.writtenBy(SLACK_ID, 5)),
  'articles.create': refused(({ articles }) => articles.create(ID.fresh, articleFacts(WORDS), written)),
  'articles.putFacts': refused(({ articles }) =>
    articles.putFacts(ID.article, articleFacts(WORDS), PHOTO, changed),
  ),
  'articles.putCourse': refused(({ articles }) => articles.putCourse(ID.article, { withdrawnAt: AT })),
  'articles.versionsOf': finds([], ({ articles }) => articles.versionsOf(ID.article)),

  'articleProposals.find': finds(undefined, ({ articleProposals }) => articleProposals.find(ID.proposal)),
  'articleProposals.openOf': finds(undefined, ({ articleProposals }) => articleProposals.openOf(ID.article)),
  'articleProposals.put': refused(({ articleProposals }) =>
    articleProposals.put({ ...proposal(WORDS), id: ID.fresh }),
  ),
  'articleProposals.settle': own(({ articleProposals }) =>
    articleProposals.settle(ID.proposal, 'approved', { by: SLACK_ID, at: AT }),
  ),
  'newsletterIssues.lock': own(({ newsletterIssues }) => newsletterIssues.lock()),
  'newsletterIssues.find': finds(undefined, ({ newsletterIssues }) => newsletterIssues.find(ID.issue)),
  'newsletterIssues.findToChange': finds(undefined, ({ newsletterIssues }) =>
    newsletterIssues.findToChange(ID.issue),
  ),
  'newsletterIssues.all': finds([], ({ newsletterIssues }) => newsletterIssues.all()),
  'newsletterIssues.inState': finds([], ({ newsletterIssues }) => newsletterIssues.inState(['published'])),
  'newsletterIssues.publishedWith': finds([], ({ newsletterIssues }) =>
    newsletterIssues.publishedWith(ID.article),
  ),
  'newsletterIssues.create': own(({ newsletterIssues }) =>
    newsletterIssues.create(ID.fresh, empty, { by: SLACK_ID, at: AT }),
  ),
  'newsletterIssues.putFacts': refused(({ newsletterIssues }) =>
    newsletterIssues.putFacts(ID.issue, issueFacts(WORDS)),
  ),
  'newsletterIssues.addArticles': refused(({ newsletterIssues }) =>
    newsletterIssues.addArticles(ID.issue, [ID.waiting]),
  ),
  'newsletterIssues.putCourse': refused(({ newsletterIssues }) =>
    newsletterIssues.putCourse(ID.issue, { partTexts: partTexts(WORDS) }),
  ),
  'newsletterIssues.read': refused(({ newsletterIssues }) => newsletterIssues.read(ID.issue, 'U0OTHER', AT)),
  'newsletterIssues.readersOf': finds([], ({ newsletterIssues }) => newsletterIssues.readersOf(ID.issue)),

  'monthlyDay.read': finds(undefined, ({ monthlyDay }) => monthlyDay.read()),
  'monthlyDay.put': own(({ monthlyDay }) => monthlyDay.put(monthly(WORDS))),
};
