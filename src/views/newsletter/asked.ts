import type { KnownBlock } from '@slack/types';
import { printMoment } from '../../domain/calendar/moment.ts';
import type { NewsletterContent } from '../../domain/newsletter/content.ts';
import type { SlackMessage } from '../../slack/message.ts';
import { ARTICLE_BUTTON, articleText } from '../../texts/article.ts';
import { ISSUE_BUTTON, issueDeskText } from '../../texts/newsletter.ts';
import { problemInWords } from '../../texts/slack-error.ts';
import { button, buttons, header, note, paragraph } from '../blocks.ts';
import { personMention, recipientMention } from '../mrkdwn.ts';
import { typedBlock } from '../typed-text.ts';
import { undoPart } from '../undo.ts';
import { articleBlocks } from './message.ts';

type Of<Kind extends NewsletterContent['kind']> = Extract<NewsletterContent, { readonly kind: Kind }>;

const askedSentence = ({ why, title, publishAt }: Of<'newsletter-asked'>): string =>
  issueDeskText.asked[why](title, publishAt === null ? '' : printMoment(publishAt));

/** To the secretariat: an issue that did not go out by itself, or one that nobody has begun. */
export const newsletterAskedMessage = (content: Of<'newsletter-asked'>): SlackMessage => {
  const { why, issueId, stands } = content;
  return {
    text: issueDeskText.askedTitle,
    blocks: [
      header(issueDeskText.askedTitle),
      paragraph(stands ? askedSentence(content) : issueDeskText.askedSettled),
      ...(stands
        ? buttons('newsletter-asked', [
            ...((why === 'late' || why === 'unconfirmed') && issueId !== null
              ? [button('issue.publish', ISSUE_BUTTON.publish, issueId, 'primary')]
              : []),
            button('issue.open', ISSUE_BUTTON.continue, issueId ?? 'new'),
          ])
        : []),
    ],
  };
};

/** To the author of the message that somebody made an article of. */
export const articleConsentMessage = ({ article, contact }: Of<'article-consent'>): SlackMessage => {
  const isOpen = article.withdrawnAt === null && article.agreedAt === null;
  const outcome =
    article.agreedAt === null ? articleText.declined : articleText.agreed(printMoment(article.agreedAt));
  return {
    text: articleText.consentTitle,
    blocks: [
      header(articleText.consentTitle),
      ...(isOpen
        ? [
            {
              type: 'section',
              text: {
                type: 'mrkdwn',
                verbatim: true,
                text: articleText.consentLead(personMention(article.writtenBy)),
              },
            } as const,
            ...articleBlocks(article),
            ...buttons('article-consent', [
              button('article.agree', ARTICLE_BUTTON.agree, article.id, 'primary'),
              button('article.decline', ARTICLE_BUTTON.decline, article.id),
            ]),
            note(articleText.consentNote),
          ]
        : // Rich text, as the article was: Slack lets it be replaced by nothing else.
          [typedBlock(outcome)]),
      note(articleText.contact(contact)),
    ],
  };
};

/** To who wrote an article: it is out. */
export const articlePublishedMessage = ({ article, title }: Of<'article-published'>): SlackMessage => ({
  text: articleText.publishedTitle,
  blocks: [header(articleText.publishedTitle), paragraph(articleText.publishedLine(article.title, title))],
});

/** To who withdrew an article how to undo it; to who wrote it whom to ask. */
export const articleWithdrawnMessage = ({
  article: { id, title, withdrawnAt },
  stands,
  isOwnAct,
  contact,
}: Of<'article-withdrawn'>): SlackMessage => {
  const said = (): readonly KnownBlock[] => {
    if (!stands || withdrawnAt === null) return [paragraph(articleText.restoredLine(title))];
    return isOwnAct
      ? [paragraph(articleText.withdrawnLine(title)), ...undoPart({ kind: 'article', id }, withdrawnAt)]
      : [paragraph(articleText.withdrawnForYou(title)), note(articleText.contact(contact))];
  };
  return { text: articleText.withdrawnTitle, blocks: [header(articleText.withdrawnTitle), ...said()] };
};

/** What goes to a channel. */
const goesThere = ({ titles, bodies, isLog }: Of<'channel-trouble'>): readonly KnownBlock[] => [
  ...(titles.length === 0 ? [] : [note(issueDeskText.troubleIssues(titles.join('、')))]),
  ...(bodies.length === 0 ? [] : [note(issueDeskText.troubleBodies(bodies.join('、')))]),
  ...(isLog ? [note(issueDeskText.troubleLog)] : []),
];

/** To the secretariat: a channel that an issue is to go to, or that took no message. */
export const channelTroubleMessage = (content: Of<'channel-trouble'>): SlackMessage => {
  const { trouble, channel, titles, word } = content;
  const about = (): readonly KnownBlock[] => {
    if (trouble === 'refused') {
      const where = issueDeskText.troubleWhere(recipientMention(channel.id));
      return [
        paragraph(issueDeskText.refused(problemInWords(word, channel.id))),
        { type: 'section', text: { type: 'mrkdwn', verbatim: true, text: where } },
        ...goesThere(content),
      ];
    }
    return titles.length === 0
      ? [paragraph(issueDeskText.troubleSettled)]
      : [paragraph(issueDeskText.trouble[trouble](channel.name)), ...goesThere({ ...content, bodies: [] })];
  };
  return { text: issueDeskText.troubleTitle, blocks: [header(issueDeskText.troubleTitle), ...about()] };
};
