import type { KnownBlock, ModalView } from '@slack/types';
import { printDayWithWeekday } from '../../domain/calendar/japanese-era.ts';
import { todayInTokyo } from '../../domain/calendar/local-date.ts';
import type { WaitingArticle } from '../../services/newsletter/list-waiting-articles.ts';
import type { SlackMessage } from '../../slack/message.ts';
import { ARTICLE_BUTTON, articleText, CATEGORY_WORD, WAITING_ARTICLES } from '../../texts/article.ts';
import { issueText } from '../../texts/newsletter.ts';
import { UNDO_BUTTON } from '../../texts/undo.ts';
import { button, buttons, form, header, note, paragraph } from '../blocks.ts';
import { articleBlocks } from './message.ts';

/** A view holds 100 blocks, and each article takes two. */
const MOST = 40;

/** Whether an article may go before the one above it, and behind the one below: both wait for an issue yet to be made. */
type Places = { readonly hasEarlier: boolean; readonly hasLater: boolean };

const rowOf = (
  { article, issue }: WaitingArticle,
  { hasEarlier, hasLater }: Places,
): readonly KnownBlock[] => {
  const { id, title, category, byline, writtenAt } = article;
  const day = printDayWithWeekday(todayInTokyo(writtenAt));
  return [
    paragraph(
      articleText.waitingLine(`${issueText.headline(CATEGORY_WORD[category])}${title}`, byline, day, issue),
    ),
    ...buttons(`waiting-${id}`, [
      button('article-list.read', ARTICLE_BUTTON.read, id),
      button('article.change', ARTICLE_BUTTON.change, id),
      button('article-list.withdraw', ARTICLE_BUTTON.withdraw, id),
      ...(hasEarlier ? [button('article-list.earlier', ARTICLE_BUTTON.earlier, id)] : []),
      ...(hasLater ? [button('article-list.later', ARTICLE_BUTTON.later, id)] : []),
    ]),
  ];
};

/** The rows; the order of those that an issue holds is chosen in its form. */
const rowsOf = (waiting: readonly WaitingArticle[]): readonly KnownBlock[] =>
  waiting.flatMap((one, index) => {
    const isMovable = (other: WaitingArticle | undefined): boolean =>
      one.issue === null && other?.issue === null;
    return rowOf(one, {
      hasEarlier: isMovable(waiting[index - 1]),
      hasLater: isMovable(waiting[index + 1]),
    });
  });

/** 掲載を待っている記事, for the secretariat; of one that was just withdrawn how to undo that. */
export const waitingArticlesMessage = (
  waiting: readonly WaitingArticle[],
  withdrawn?: { readonly id: string; readonly title: string },
): SlackMessage => ({
  text: WAITING_ARTICLES,
  shown: { by: 'article-list', of: '' },
  blocks: [
    header(WAITING_ARTICLES),
    ...(withdrawn === undefined
      ? []
      : [
          {
            ...paragraph(articleText.withdrawnLine(withdrawn.title)),
            accessory: button('article-list.take-back', UNDO_BUTTON, withdrawn.id),
          } as const,
        ]),
    ...(waiting.length === 0 ? [paragraph(articleText.noneWaiting)] : [note(articleText.waitingLead)]),
    ...rowsOf(waiting.slice(0, MOST)),
    ...(waiting.length > MOST ? [note(articleText.moreWaiting(waiting.length - MOST))] : []),
  ],
});

/** One of them as everybody would read it. */
export const waitingArticleForm = ({ article }: WaitingArticle): ModalView =>
  form(ARTICLE_BUTTON.read, 'notice', null, articleBlocks(article));
