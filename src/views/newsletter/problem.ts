import type { ArticleProblem } from '../../domain/newsletter/article.ts';
import type { IssueProblem } from '../../domain/newsletter/newsletter.ts';
import { MOST_PHOTO_BYTES, MOST_PHOTO_PIXELS } from '../../domain/newsletter/photo.ts';
import { newsletterProblemText as text } from '../../texts/newsletter-problem.ts';
import { problemText } from '../../texts/problem.ts';

/** What stands in the way of an article or an issue, beside what stands in the way of anything. */
export type NewsletterProblem = ArticleProblem | IssueProblem;

const BYTES_A_MEGABYTE = 1024 * 1024;

/** It in one sentence. */
export const newsletterProblemSentence = (problem: NewsletterProblem): string => {
  switch (problem.kind) {
    case 'link-not-http':
      return problemText.notALink;
    case 'photo-not-taken':
      return text.photoNotTaken;
    case 'photo-unreadable':
      return text.photoUnreadable;
    case 'photo-too-large':
      return text.photoTooLarge(MOST_PHOTO_BYTES / BYTES_A_MEGABYTE);
    case 'photo-wrong-type':
      return text.photoWrongType;
    case 'photo-broken':
      return text.photoBroken;
    case 'photo-too-many-pixels':
      return text.photoTooManyPixels(MOST_PHOTO_PIXELS);
    case 'photo-text-needed':
      return text.photoTextNeeded;
    case 'photo-consent-needed':
      return text.photoConsentNeeded;
    case 'source-not-public':
      return text.sourceNotPublic;
    case 'source-gone':
      return text.sourceGone;
    case 'number-unreadable':
      return text.numberUnreadable;
    case 'number-taken':
      return text.numberTaken;
    case 'articles-not-offered':
      return text.articlesNotOffered;
    case 'channels-without-bot':
      return text.channelsWithoutBot(problem.names);
    case 'publish-at-needed':
      return text.publishAtNeeded;
    case 'publish-at-passed':
      return text.publishAtPassed;
    case 'publish-at-too-far':
      return text.publishAtTooFar;
  }
};
