import { z } from 'zod';
import { isUndoable } from '../calendar/undo.ts';
import type { FileName } from '../file-type.ts';
import type { ArticleByline } from '../settings.ts';
import type { PhotoProblem } from './photo.ts';

/** 分類: 好事例, お知らせ, 催し, 研修, 広域連携. */
export const ARTICLE_CATEGORIES = ['example', 'notice', 'event', 'training', 'region'] as const;
export type ArticleCategory = (typeof ARTICLE_CATEGORIES)[number];

/** The most UTF-16 units of 本文. */
export const MOST_BODY = 3000;

/** The form 記事を書く, as it arrives. `photo` is the id of a file of Slack's. */
export const ArticleDraft = z.object({
  title: z.string().trim().min(1).max(60),
  body: z.string().trim().min(1).max(MOST_BODY),
  category: z.enum(ARTICLE_CATEGORIES),
  link: z.string().trim().max(500).default(''),
  photo: z.array(z.string()).max(1).default([]),
  photoText: z.string().trim().max(200).default(''),
  photoConsent: z.array(z.literal('given')).default([]),
});
export type ArticleDraft = z.infer<typeof ArticleDraft>;

/** What an article says. */
export type ArticleFacts = Pick<ArticleDraft, 'title' | 'body' | 'category' | 'link'> & {
  /** What the photo shows, for those who do not see it; empty without one. */
  readonly photoText: string;
};

/** The message of a channel that an article was made of, and whose it is, by Slack id. */
export type ArticleSource = { readonly channel: string; readonly ts: string; readonly author: string };

/** A photo of the record; `slackId` is the same as a file of Slack's. */
export type Photo = FileName & { readonly slackId: string };

/** 記事 as the record holds it. */
export type Article = ArticleFacts & {
  readonly id: string;
  /** Who entered it, by Slack id. */
  readonly writtenBy: string;
  readonly writtenAt: Date;
  readonly photo: Photo | null;
  /** Where it was made of a message of another: that, and when its author agreed. */
  readonly source: ArticleSource | null;
  readonly agreedAt: Date | null;
  readonly withdrawnAt: Date | null;
  /** Who withdrew it, by Slack id; of one whose source's author said no, and of one of long ago, nobody. */
  readonly withdrawnBy: string | null;
  /** When it was last changed after it had been published. */
  readonly correctedAt: Date | null;
  readonly revision: number;
};

/** An article with the words that say whose it is; empty where none do. */
export type SignedArticle = Article & { readonly byline: string };

/** Whose words it is, by Slack id: of a message's its author's, not who entered it. */
export const authorOf = ({ source, writtenBy }: Pick<Article, 'source' | 'writtenBy'>): string =>
  source?.author ?? writtenBy;

/** 記事の署名 of a writer, as much of it as is known. E.g. 文化課 山田 花子. */
export const bylineOf = (
  { section, name }: { readonly section: string; readonly name: string },
  how: ArticleByline,
): string => {
  if (how === 'none') return '';
  return how === 'section' ? section : [section, name].filter((part) => part !== '').join(' ');
};

const FACTS = ['title', 'body', 'category', 'link', 'photoText'] as const satisfies (keyof ArticleFacts)[];

type Said = ArticleFacts & { readonly photo: Pick<Photo, 'id'> | null };

/** Whether two say the same, with the same photo. */
export const isSameArticle = (one: Said, other: Said): boolean =>
  one.photo?.id === other.photo?.id && FACTS.every((fact) => one[fact] === other[fact]);

/** Why an article can't be kept so. */
export type ArticleProblem =
  | { readonly field: 'link'; readonly kind: 'link-not-http' }
  | { readonly field: 'photo'; readonly kind: PhotoProblem }
  | { readonly field: 'photoText'; readonly kind: 'photo-text-needed' }
  | { readonly field: 'photoConsent'; readonly kind: 'photo-consent-needed' }
  | { readonly field: 'source'; readonly kind: 'source-not-public' | 'source-gone' };

/** Whether 元に戻す is still offered at `now`: what its source's author declined comes back only with their word. */
export const isRestorable = ({ withdrawnAt, withdrawnBy }: Article, now: Date): boolean =>
  withdrawnAt !== null && withdrawnBy !== null && isUndoable(withdrawnAt, now);

/** Whether the secretariat may choose it: what is another's is not shown to them before its author agreed. */
export const isOffered = ({ source, agreedAt, withdrawnAt, writtenBy }: Article): boolean =>
  withdrawnAt === null && (source === null || source.author === writtenBy || agreedAt !== null);

/** Whether it waits for 掲載を承諾する. */
export const awaitsConsent = (article: Article): boolean =>
  article.withdrawnAt === null && article.source !== null && !isOffered(article);

/** What is wrong with the words of a form, beside its photo. */
export const articleProblem = (
  { link, photoText, photoConsent }: ArticleDraft,
  hasPhoto: boolean,
): ArticleProblem | undefined => {
  if (link !== '' && !/^https?:\/\/\S+$/u.test(link)) return { field: 'link', kind: 'link-not-http' };
  if (!hasPhoto) return undefined;
  if (photoText === '') return { field: 'photoText', kind: 'photo-text-needed' };
  return photoConsent.length === 0 ? { field: 'photoConsent', kind: 'photo-consent-needed' } : undefined;
};
