import type { ActingRecord } from '../../../src/db/database.ts';
import type { ArticleFacts } from '../../../src/domain/newsletter/article.ts';
import type { IssueFacts } from '../../../src/domain/newsletter/newsletter.ts';
import { AT, ID, MARK, SLACK_ID, YEAR } from './names.ts';

export const articleFacts = (text: string): ArticleFacts => ({
  title: text,
  body: text,
  category: 'example',
  link: '',
  photoText: text,
});

export const PHOTO = { id: ID.stored, slackId: 'F0PHOTO' };
export const written = { by: SLACK_ID, at: AT, source: null, photo: PHOTO };

export const issueFacts = (text: string): IssueFacts => ({
  fiscalYear: YEAR,
  number: 1,
  articleIds: [ID.article],
  parts: ['meetings'],
  greeting: text,
  channels: [{ id: 'C0TAKETORI', name: text }],
  publishAt: AT,
});

export const partTexts = (text: string) =>
  [{ part: 'meetings', lines: [{ when: text, what: text, detail: '', count: null }] }] as const;

export const monthly = (channel: string) => ({ day: 29, time: '10:00', shift: true, channels: [channel] });

export const proposal = (text: string) => ({
  id: ID.proposal,
  articleId: ID.article,
  facts: articleFacts(text),
  photo: { ...PHOTO, name: text },
  proposedBy: SLACK_ID,
  proposedAt: AT,
});

/** The newsletter of the full workspace: an issue that is out with an article that was changed, and an article that waits. */
export const fillNewsletter = async (record: ActingRecord): Promise<void> => {
  await record.articles.create(ID.article, articleFacts(MARK), written);
  await record.articles.putFacts(ID.article, articleFacts(MARK), PHOTO, { by: SLACK_ID, at: AT });
  await record.articles.create(ID.waiting, articleFacts(MARK), written);
  await record.newsletterIssues.create(ID.issue, issueFacts(MARK), { by: SLACK_ID, at: AT });
  await record.newsletterIssues.putCourse(ID.issue, {
    state: 'published',
    publishedAt: AT,
    partTexts: partTexts(MARK),
  });
  await record.articleProposals.put(proposal(MARK));
  await record.newsletterIssues.read(ID.issue, SLACK_ID, AT);
  await record.monthlyDay.put(monthly(MARK));
};
