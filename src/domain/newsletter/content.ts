import { type Article, awaitsConsent, type SignedArticle } from './article.ts';
import type { Issue, IssueContent, PartText } from './newsletter.ts';
import type { ArticleProposal } from './proposal.ts';

/**
 * Why the secretariat is asked about an issue: its hour had passed, there was nothing to publish, its hour came while it was a
 * draft, or nobody has begun it.
 */
export const ASKED_WHYS = ['late', 'nothing', 'unconfirmed', 'draft'] as const;
export type AskedWhy = (typeof ASKED_WHYS)[number];

/** What is wrong with a channel that an issue is to go to, or that took no message of the bot's. */
export const CHANNEL_TROUBLES = ['gone', 'renamed', 'refused'] as const;
export type ChannelTrouble = (typeof CHANNEL_TROUBLES)[number];

/** What the messages around きょうどう通信 say. */
export type NewsletterContent =
  | (IssueContent & { readonly kind: 'newsletter-issue' })
  | { readonly kind: 'newsletter-article'; readonly issue: Issue; readonly article: SignedArticle }
  | { readonly kind: 'newsletter-part'; readonly issue: Issue; readonly text: PartText }
  | {
      readonly kind: 'newsletter-asked';
      readonly why: AskedWhy;
      /** The issue, or where there is none yet the next one's name. */
      readonly issueId: string | null;
      readonly title: string;
      readonly publishAt: Date | null;
      readonly stands: boolean;
    }
  | { readonly kind: 'article-consent'; readonly article: SignedArticle; readonly contact: string }
  | {
      readonly kind: 'article-published';
      readonly article: Article;
      readonly title: string;
      readonly isPublished: boolean;
    }
  | {
      /** To who withdrew it, and to who wrote it. */
      readonly kind: 'article-withdrawn';
      readonly article: Article;
      /** Whether the reader withdrew it, and so may undo that. */
      readonly isOwnAct: boolean;
      readonly contact: string;
      /** Until it was undone. */
      readonly stands: boolean;
    }
  | {
      /** To the secretariat: a change that waits for 承認, and what became of it. */
      readonly kind: 'article-proposed';
      readonly proposal: ArticleProposal;
      readonly article: Article;
      readonly stands: boolean;
    }
  | {
      /** To who proposed it. */
      readonly kind: 'article-judged';
      readonly proposal: ArticleProposal;
      readonly article: Article;
      readonly contact: string;
    }
  | {
      readonly kind: 'channel-trouble';
      readonly trouble: ChannelTrouble;
      readonly channel: { readonly id: string; readonly name: string };
      /** Issues that are to go there. */
      readonly titles: readonly string[];
      /** Bodies of which meetings are told there. */
      readonly bodies: readonly string[];
      /** 運用ログ is there. */
      readonly isLog: boolean;
      /** Slack's word, where it refused a message. */
      readonly word: string;
    };

/** Whether a message that was never posted still has something to say. */
export const isNewsletterStillTrue = (content: NewsletterContent): boolean => {
  switch (content.kind) {
    case 'newsletter-issue':
      return content.issue.state !== 'cancelled' && content.articles.length > 0;
    case 'newsletter-article':
      return content.issue.state !== 'cancelled' && content.article.withdrawnAt === null;
    case 'newsletter-part':
      return content.issue.state !== 'cancelled';
    case 'newsletter-asked':
    case 'article-withdrawn':
    case 'article-proposed':
      return content.stands;
    case 'article-judged':
      return true;
    case 'article-consent':
      return awaitsConsent(content.article);
    case 'article-published':
      return content.isPublished;
    case 'channel-trouble':
      return content.trouble === 'refused' || content.titles.length > 0;
  }
};
