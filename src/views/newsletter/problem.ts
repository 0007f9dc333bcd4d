import type { ArticleProblem } from '../../domain/newsletter/article.ts';
import type { IssueProblem } from '../../domain/newsletter/newsletter.ts';
import { MOST_PHOTO_BYTES, MOST_PHOTO_PIXELS } from '../../domain/newsletter/photo.ts';
import type { JudgementProblem } from '../../domain/newsletter/proposal.ts';
import { newsletterProblemText as text } from '../../texts/newsletter-problem.ts';
import { problemText } from '../../texts/problem.ts';
import { proposalText } from '../../texts/proposal.ts';
import type { SentencesOf } from '../../texts/sentence.ts';

/** What stands in the way of an article or an issue, beside what stands in the way of anything. */
export type NewsletterProblem = ArticleProblem | IssueProblem | JudgementProblem;

const BYTES_A_MEGABYTE = 1024 * 1024;

/** What is said of each. */
export const NEWSLETTER_SENTENCES: SentencesOf<NewsletterProblem> = {
  'link-not-http': problemText.notALink,
  'photo-not-taken': text.photoNotTaken,
  'photo-unreadable': text.photoUnreadable,
  'photo-too-large': text.photoTooLarge(MOST_PHOTO_BYTES / BYTES_A_MEGABYTE),
  'photo-wrong-type': text.photoWrongType,
  'photo-broken': text.photoBroken,
  'photo-too-many-pixels': text.photoTooManyPixels(MOST_PHOTO_PIXELS),
  'photo-text-needed': text.photoTextNeeded,
  'photo-consent-needed': text.photoConsentNeeded,
  'source-not-public': text.sourceNotPublic,
  'source-gone': text.sourceGone,
  'return-reason-needed': proposalText.reasonNeeded,
  'number-unreadable': text.numberUnreadable,
  'number-taken': text.numberTaken,
  'articles-not-offered': text.articlesNotOffered,
  'channels-without-bot': ({ names }) => text.channelsWithoutBot(names),
  'publish-at-needed': text.publishAtNeeded,
  'publish-at-passed': text.publishAtPassed,
  'publish-at-too-far': text.publishAtTooFar,
};
