import type { KnownBlock, ModalView } from '@slack/types';
import type { Article } from '../../domain/newsletter/article.ts';
import type { NewsletterContent } from '../../domain/newsletter/content.ts';
import { type ArticleProposal, proposedArticle, VERDICTS } from '../../domain/newsletter/proposal.ts';
import type { OpenedProposal } from '../../services/newsletter/judge-proposal.ts';
import type { SlackMessage } from '../../slack/message.ts';
import { ARTICLE_LABEL, articleText, CATEGORY_WORD } from '../../texts/article.ts';
import {
  PROPOSAL_BUTTON,
  PROPOSAL_FORM,
  PROPOSAL_HINT,
  PROPOSAL_LABEL,
  proposalText,
  VERDICT_WORD,
} from '../../texts/proposal.ts';
import { button, buttons, divider, form, header, note, paragraph, radioField, textField } from '../blocks.ts';
import { personMention } from '../mrkdwn.ts';
import { typedBlock } from '../typed-text.ts';

type Of<Kind extends NewsletterContent['kind']> = Extract<NewsletterContent, { readonly kind: Kind }>;

const photoBlocks = ({ photo, photoText }: Article): readonly KnownBlock[] =>
  photo === null ? [] : [{ type: 'image', slack_file: { id: photo.slackId }, alt_text: photoText }];

/** What of an article can be changed, in words. */
const WRITTEN = [
  ['title', ({ title }) => title],
  ['body', ({ body }) => body],
  ['category', ({ category }) => CATEGORY_WORD[category]],
  ['link', ({ link }) => link],
  ['photoText', ({ photoText }) => photoText],
] as const satisfies readonly (readonly [keyof typeof ARTICLE_LABEL, (article: Article) => string])[];

const typedOrNone = (words: string): KnownBlock =>
  words === '' ? note(proposalText.none) : typedBlock(words);

/** What would be otherwise, field by field: before, and after. */
const differences = (before: Article, after: Article): readonly KnownBlock[] => [
  ...WRITTEN.filter(([, wordsOf]) => wordsOf(before) !== wordsOf(after)).flatMap(([name, wordsOf]) => [
    divider(),
    note(proposalText.before(ARTICLE_LABEL[name])),
    typedOrNone(wordsOf(before)),
    note(proposalText.after(ARTICLE_LABEL[name])),
    typedOrNone(wordsOf(after)),
  ]),
  ...(before.photo?.id === after.photo?.id
    ? []
    : [
        divider(),
        note(proposalText.before(ARTICLE_LABEL.photo)),
        ...(before.photo === null ? [note(proposalText.none)] : photoBlocks(before)),
        note(proposalText.after(ARTICLE_LABEL.photo)),
        ...photoBlocks(after),
      ]),
];

/** 記事の変更の承認: what would change, and the secretariat's word on it. */
export const judgementForm = ({ proposal, article }: OpenedProposal): ModalView =>
  form(
    PROPOSAL_FORM,
    'article-proposal.judge',
    '回答する',
    [
      {
        type: 'section',
        text: {
          type: 'mrkdwn',
          verbatim: true,
          text: proposalText.by(personMention(proposal.proposedBy)),
        },
      },
      ...(proposal.facts === null
        ? [
            paragraph(articleText.withdrawLead(article.title)),
            divider(),
            note(proposalText.before(ARTICLE_LABEL.body)),
            typedBlock(article.body),
            note(proposalText.after(ARTICLE_LABEL.body)),
            typedBlock(articleText.withdrawn),
          ]
        : [paragraph(article.title), ...differences(article, proposedArticle(article, proposal))]),
      divider(),
      radioField({
        name: 'verdict',
        label: PROPOSAL_LABEL.verdict,
        choices: VERDICTS.map((value) => ({ value, text: VERDICT_WORD[value] })),
      }),
      textField({
        name: 'reason',
        label: PROPOSAL_LABEL.reason,
        hint: PROPOSAL_HINT.reason,
        maxLength: 300,
        multiline: true,
        optional: true,
      }),
    ],
    { proposalId: proposal.id, revision: article.revision },
  );

const whatIsAsked = ({ facts }: ArticleProposal, { title }: Article): string =>
  facts === null ? proposalText.askedWithdrawal(title) : proposalText.askedChange(title);

/** To the secretariat: a change that waits for 承認. */
export const articleProposedMessage = ({
  proposal,
  article,
  stands,
}: Of<'article-proposed'>): SlackMessage => ({
  text: proposalText.proposedTitle,
  blocks: [
    header(proposalText.proposedTitle),
    paragraph(whatIsAsked(proposal, article)),
    ...(stands
      ? buttons('article-proposed', [
          button('article-proposal.open', PROPOSAL_BUTTON.open, proposal.id, 'primary'),
        ])
      : [note(proposalText.settled[proposal.outcome ?? 'replaced'])]),
  ],
});

/** To who proposed it: what became of it. */
export const articleJudgedMessage = ({ proposal, article, contact }: Of<'article-judged'>): SlackMessage => ({
  text: proposalText.judgedTitle,
  blocks: [
    header(proposalText.judgedTitle),
    paragraph(
      proposal.outcome === 'returned'
        ? proposalText.returned(article.title)
        : proposalText.approved[proposal.facts === null ? 'withdrawal' : 'change'](article.title),
    ),
    ...(proposal.reason === '' ? [] : [typedBlock(proposalText.reason(proposal.reason))]),
    note(articleText.contact(contact)),
  ],
});
