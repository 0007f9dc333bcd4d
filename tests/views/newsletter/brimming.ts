import type { KnownBlock, ModalView } from '@slack/types';
import type { SignedArticle } from '../../../src/domain/newsletter/article.ts';
import { ASKED_WHYS } from '../../../src/domain/newsletter/content.ts';
import { AUTOMATIC_PARTS, type Issue, type IssueContent } from '../../../src/domain/newsletter/newsletter.ts';
import type { ArticleProposal } from '../../../src/domain/newsletter/proposal.ts';
import type { SlackMessage } from '../../../src/slack/message.ts';
import { sentenceForm } from '../../../src/views/failure.ts';
import { articleForm, ownArticlesPart } from '../../../src/views/newsletter/article-form.ts';
import {
  articleConsentMessage,
  articlePublishedMessage,
  articleWithdrawnMessage,
  channelTroubleMessage,
  newsletterAskedMessage,
} from '../../../src/views/newsletter/asked.ts';
import { cancelIssueForm, withdrawalForm } from '../../../src/views/newsletter/final-acts.ts';
import { backIssuesMessage, backIssuesPart, issueDeskPart } from '../../../src/views/newsletter/home.ts';
import {
  addArticlesForm,
  backIssueForm,
  issueConfirmation,
  issueForm,
  issuePreview,
  issueStatusMessage,
} from '../../../src/views/newsletter/issue-form.ts';
import { articleMessage, issueMessage, partMessage } from '../../../src/views/newsletter/message.ts';
import { monthlyDayForm } from '../../../src/views/newsletter/monthly-day-form.ts';
import {
  articleJudgedMessage,
  articleProposedMessage,
  judgementForm,
} from '../../../src/views/newsletter/proposal.ts';
import { waitingArticleForm, waitingArticlesMessage } from '../../../src/views/newsletter/waiting.ts';

const AT = new Date('2026-11-26T10:00:00+09:00');

const filledWith =
  (sample: string) =>
  (most: number): string => {
    const whole = sample.repeat(Math.ceil(most / sample.length)).slice(0, most);
    return /[\uD800-\uDBFF]$/u.test(whole) ? whole.slice(0, -1) : whole;
  };

/** As much of everything as there may be, in some words. */
export const brimming = (
  sample: string,
): {
  readonly messages: Readonly<Record<string, SlackMessage>>;
  readonly views: Readonly<Record<string, ModalView>>;
  readonly parts: readonly (readonly KnownBlock[])[];
} => {
  const filled = filledWith(sample);
  const article = (index: number): SignedArticle => ({
    id: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
    title: filled(60),
    body: filled(3000),
    category: 'example',
    link: `https://example.jp/${'a'.repeat(480)}`,
    photoText: filled(200),
    photo: { id: 'p', name: filled(255), slackId: 'F0PHOTO' },
    writtenBy: 'U0WRITER',
    writtenAt: AT,
    source: { channel: 'C0ONE', ts: '1.1', author: 'U0AUTHOR' },
    agreedAt: AT,
    withdrawnAt: null,
    withdrawnBy: null,
    byline: filled(121),
    correctedAt: AT,
    revision: 2,
  });
  const articles = Array.from({ length: 100 }, (_, index) => article(index));
  const line = { when: filled(200), what: filled(200), detail: filled(100), count: 99_999 };
  const partTexts = AUTOMATIC_PARTS.map((part) => ({ part, lines: Array.from({ length: 300 }, () => line) }));
  const issue: Issue = {
    id: '00000000-0000-4000-8000-0000000000aa',
    fiscalYear: 2026,
    number: 9999,
    articleIds: articles.map(({ id }) => id),
    parts: AUTOMATIC_PARTS,
    greeting: filled(3000),
    channels: Array.from({ length: 20 }, (_, index) => ({ id: `C0${index}`, name: filled(80) })),
    publishAt: AT,
    state: 'late',
    createdBy: 'U0SECRETARY',
    createdAt: AT,
    publishedAt: AT,
    partTexts,
    revision: 1,
  };
  const title = 'きょうどう通信 協DO 令和8年度第9999号';
  const content: IssueContent = { issue, title, articles, partTexts, readers: 99_999, contact: filled(100) };
  const opened = {
    issueId: issue.id,
    issue,
    articles,
    number: filled(40),
    parts: AUTOMATIC_PARTS,
    publishAt: AT,
    channels: issue.channels.map(({ id }) => id),
  };
  const preview = {
    content: { ...content, partTexts: [] },
    isBegun: true,
    unusual: 'outside-hours' as const,
  };
  const [first = article(0)] = articles;
  const { id: articleId, photo, ...facts } = first;
  const proposal: ArticleProposal = {
    id: issue.id,
    articleId,
    facts,
    photo,
    proposedBy: 'U0WRITER',
    proposedAt: AT,
    outcome: null,
    reason: '',
  };
  const listed = Array.from({ length: 60 }, (_, index) => ({
    issue: { ...issue, id: `${issue.id}${index}` },
    title,
  }));
  const withdrawn = {
    kind: 'article-withdrawn',
    article: { ...first, withdrawnAt: AT },
    stands: true,
    contact: filled(100),
  } as const;
  const messages: Readonly<Record<string, SlackMessage>> = {
    opening: issueMessage(content),
    article: articleMessage({ ...content, kind: 'newsletter-article', article: first }),
    withdrawn: articleMessage({
      ...content,
      kind: 'newsletter-article',
      article: { ...first, withdrawnAt: AT },
    }),
    ...Object.fromEntries(
      partTexts.map((text) => [text.part, partMessage({ ...content, kind: 'newsletter-part', text })]),
    ),
    consent: articleConsentMessage({
      kind: 'article-consent',
      article: { ...first, agreedAt: null },
      contact: filled(100),
    }),
    agreed: articleConsentMessage({ kind: 'article-consent', article: first, contact: filled(100) }),
    published: articlePublishedMessage({
      kind: 'article-published',
      article: first,
      title,
      isPublished: true,
    }),
    'withdrawn by me': articleWithdrawnMessage({ ...withdrawn, isOwnAct: true }),
    'withdrawn by others': articleWithdrawnMessage({ ...withdrawn, isOwnAct: false }),
    proposed: articleProposedMessage({ kind: 'article-proposed', proposal, article: first, stands: true }),
    judged: articleJudgedMessage({
      kind: 'article-judged',
      proposal: { ...proposal, outcome: 'returned', reason: filled(300) },
      article: first,
      contact: filled(100),
    }),
    trouble: channelTroubleMessage({
      kind: 'channel-trouble',
      trouble: 'gone',
      channel: { id: 'C0', name: filled(80) },
      titles: listed.map((each) => each.title),
      bodies: [],
      isLog: false,
      word: '',
    }),
    refused: channelTroubleMessage({
      kind: 'channel-trouble',
      trouble: 'refused',
      channel: { id: 'C0ONE', name: '' },
      titles: listed.map((each) => each.title),
      bodies: listed.map(() => filled(60)),
      isLog: true,
      word: 'restricted_action',
    }),
    ...Object.fromEntries(
      ASKED_WHYS.map((why) => [
        `asked ${why}`,
        newsletterAskedMessage({
          kind: 'newsletter-asked',
          why,
          issueId: issue.id,
          title,
          publishAt: AT,
          stands: true,
        }),
      ]),
    ),
    back: backIssuesMessage(listed),
    status: issueStatusMessage({ issue, title, readers: 99_999, reactions: 99_999 }, 999),
  };
  const views: Readonly<Record<string, ModalView>> = {
    'article form': articleForm({ articleId: first.id, article: first }),
    'article from a message': articleForm({
      articleId: first.id,
      article: undefined,
      body: filled(3000),
      source: { channel: 'C0', ts: '1.1' },
    }),
    'issue form': issueForm(opened),
    confirmation: issueConfirmation({ ...preview, content }, 'at'),
    'confirmation without parts': issueConfirmation(preview, 'at'),
    preview: issuePreview({ ...preview, content }),
    'preview of none': issuePreview({ ...preview, isBegun: false }),
    withdrawal: withdrawalForm({
      article: first,
      awaitsApproval: true,
      issues: Array.from({ length: 20 }, () => ({ title, channels: 20, readers: 99_999 })),
    }),
    cancelling: cancelIssueForm(content),
    judging: judgementForm({ proposal, article: { ...first, title: '', body: '', photo: null } }),
    'judging a withdrawal': judgementForm({ proposal: { ...proposal, facts: null }, article: first }),
    'waiting articles': sentenceForm(
      waitingArticlesMessage(
        articles.map((one) => ({ article: one, issue: null })),
        first,
      ),
    ),
    'waiting article': waitingArticleForm({ article: first, issue: title }),
    'back issue': backIssueForm(content),
    adding: addArticlesForm(issue.id, articles),
    monthly: monthlyDayForm({ day: 31, time: '09:00', shift: false, channels: opened.channels }),
    'status on Home': sentenceForm(messages.status ?? issueMessage(content)),
  };
  const own = (['asking', 'waiting', 'published'] as const).map((state, index) => ({
    article: article(index),
    state,
    issue: title,
    isProposed: true,
  }));
  const desk = {
    coming: listed,
    last: { issue, title, readers: 9, silent: 9 },
    offered: 100,
    nextMonthly: AT,
    proposals: listed.map(({ issue: { id } }) => ({ id, title: filled(60), isWithdrawal: true })),
  };
  const parts: readonly (readonly KnownBlock[])[] = [
    ownArticlesPart(own),
    issueDeskPart(desk),
    backIssuesPart(listed),
  ];
  return { messages, views, parts };
};
