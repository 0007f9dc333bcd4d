import type { KnownBlock, RichTextElement } from '@slack/types';
import { printDayWithWeekday } from '../../domain/calendar/japanese-era.ts';
import { todayInTokyo } from '../../domain/calendar/local-date.ts';
import type { Article, SignedArticle } from '../../domain/newsletter/article.ts';
import type { NewsletterContent } from '../../domain/newsletter/content.ts';
import type { IssueContent, PartText } from '../../domain/newsletter/newsletter.ts';
import type { SlackMessage } from '../../slack/message.ts';
import { articleText, CATEGORY_WORD } from '../../texts/article.ts';
import { ISSUE_BUTTON, issueText, PART_WORD, partLineText } from '../../texts/newsletter.ts';
import { button, buttons, header, note, paragraph } from '../blocks.ts';
import { jsonLength } from '../measure.ts';
import { escaped } from '../mrkdwn.ts';
import { inParts } from '../paging.ts';
import { leavesOf, typedBlock, typedList, typedText } from '../typed-text.ts';

/** The characters of JSON that all headlines take together, of what a message may have. */
const MOST_HEADLINES = 4500;
const MOST_PART = 8000;
/** The characters of JSON one line takes where addresses and emoji make it longer. */
const MOST_LINE = 800;

const headline = ({ title, category, link }: Article): RichTextElement[] => [
  { type: 'text', text: issueText.headline(CATEGORY_WORD[category]) },
  ...(link === '' ? typedText(title) : [{ type: 'link', url: link, text: title } as const]),
];

/** Those that fit, and the rest. */
const fitting = <T>(items: readonly T[], most: number, lengthOf: (item: T) => number) => {
  let left = most;
  const end = items.findIndex((item) => {
    left -= lengthOf(item);
    return left < 0;
  });
  const shown = end === -1 ? items : items.slice(0, end);
  return { shown, rest: items.length - shown.length };
};

const headlines = (articles: readonly Article[]): readonly KnownBlock[] => {
  const { shown, rest } = fitting(articles, MOST_HEADLINES, (article) => jsonLength(headline(article)) + 45);
  const below = rest === 0 ? issueText.inThread : issueText.otherArticles(rest);
  // Rich text also where no article is left: Slack lets it be replaced by nothing else.
  return shown.length === 0 ? [typedBlock(below)] : [typedList(shown.map(headline)), note(below)];
};

/** What of an issue stands in the channel, without its buttons. */
export const issueOpening = ({ title, issue, articles, partTexts }: IssueContent): readonly KnownBlock[] => [
  header(title),
  ...(issue.greeting === '' ? [] : [typedBlock(issue.greeting)]),
  ...headlines(articles),
  ...(partTexts.length === 0
    ? []
    : [typedList(partTexts.map(({ part }) => [{ type: 'text', text: PART_WORD[part] }]))]),
];

/** The message in the channel: short, with headlines; the articles are in its thread. */
export const issueMessage = (content: IssueContent): SlackMessage => ({
  text: escaped(content.title, 300),
  blocks: [
    ...issueOpening(content),
    ...buttons('newsletter', [button('newsletter.read', ISSUE_BUTTON.read, content.issue.id, 'primary')]),
    note(issueText.readers(content.readers)),
  ],
});

const photoOf = ({ photo, photoText }: Article): readonly KnownBlock[] =>
  photo === null ? [] : [{ type: 'image', slack_file: { id: photo.slackId }, alt_text: photoText }];

/** An article as everybody reads it. */
export const articleBlocks = (article: SignedArticle): readonly KnownBlock[] =>
  article.withdrawnAt !== null
    ? // Slack lets no rich text be replaced by anything else.
      [header(article.title), typedBlock(articleText.withdrawn)]
    : [
        header(article.title),
        note(articleText.under(CATEGORY_WORD[article.category], article.byline)),
        ...(article.correctedAt === null
          ? []
          : [paragraph(articleText.corrected(printDayWithWeekday(todayInTokyo(article.correctedAt))))]),
        typedBlock(article.body),
        ...(article.link === '' ? [] : [typedBlock(articleText.more(article.link))]),
        ...photoOf(article),
      ];

/** An article in the thread of its issue. */
export const articleMessage = ({
  article,
}: Extract<NewsletterContent, { readonly kind: 'newsletter-article' }>): SlackMessage => ({
  text: escaped(article.title, 300),
  blocks: [...articleBlocks(article)],
});

/** Lines as lists of a few: what is too long for one message goes on between them. */
const listsOf = (lines: PartText['lines']): readonly KnownBlock[] =>
  inParts(lines, 10).map((few) => typedList(few.map((line) => leavesOf(partLineText(line), MOST_LINE))));

/** An automatic part, as everybody reads it. */
export const partBlocks = ({ part, lines }: PartText): readonly KnownBlock[] => {
  const { shown, rest } = fitting(lines, MOST_PART, (line) => partLineText(line).length);
  return [
    header(PART_WORD[part]),
    ...listsOf(shown),
    ...(rest === 0 ? [] : [note(issueText.otherLines(rest))]),
  ];
};

/** The same in the thread of its issue. */
export const partMessage = ({
  text,
}: Extract<NewsletterContent, { readonly kind: 'newsletter-part' }>): SlackMessage => ({
  text: PART_WORD[text.part],
  blocks: [...partBlocks(text)],
});
