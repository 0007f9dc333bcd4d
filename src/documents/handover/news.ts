import { printMoment } from '../../domain/calendar/moment.ts';
import type { SecretariatHandover } from '../../services/handover/read-secretariat.ts';
import { underWayText as TEXT } from '../../texts/handover.ts';
import { ISSUE_STATE_WORD } from '../../texts/newsletter.ts';
import type { DocumentPart } from '../writing/text-document.ts';
import { heading, lines, list, tableOf } from './parts.ts';

/** きょうどう通信 as it is under way: issues that are not out, articles that wait, and changes that wait for 承認. */
export const newsParts = ({ news }: SecretariatHandover['underWay']): readonly DocumentPart[] => [
  heading(TEXT.news, 2),
  tableOf(
    TEXT.news,
    [
      [TEXT.newsColumn.issue, 38],
      [TEXT.newsColumn.standing, 18],
      [TEXT.newsColumn.when, 30],
      [TEXT.newsColumn.articles, 14],
    ],
    news.issues.map(({ issue, title }) => [
      [title],
      [ISSUE_STATE_WORD[issue.state]],
      issue.publishAt === null ? [] : [printMoment(issue.publishAt)],
      [TEXT.count(issue.articleIds.length)],
    ]),
  ),
  heading(TEXT.waitingArticles, 3),
  list(news.waiting),
  ...(news.awaitingConsent === 0 ? [] : [lines(TEXT.consent(news.awaitingConsent))]),
  heading(TEXT.proposals, 3),
  list(news.proposed.map(({ title, isWithdrawal }) => (isWithdrawal ? TEXT.withdrawal(title) : title))),
];
