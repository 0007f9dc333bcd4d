import type { KnownBlock, ModalView } from '@slack/types';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Article } from '../../../src/domain/newsletter/article.ts';
import { ASKED_WHYS } from '../../../src/domain/newsletter/content.ts';
import { AUTOMATIC_PARTS, type Issue, type IssueContent } from '../../../src/domain/newsletter/newsletter.ts';
import { checkMessage, checkView } from '../../../src/sandbox/gate/gate.ts';
import type { SlackMessage } from '../../../src/slack/message.ts';
import { sentenceForm } from '../../../src/views/failure.ts';
import { homeView } from '../../../src/views/home.ts';
import { articleForm, ownArticlesPart } from '../../../src/views/newsletter/article-form.ts';
import {
  articleConsentMessage,
  articlePublishedMessage,
  channelTroubleMessage,
  newsletterAskedMessage,
} from '../../../src/views/newsletter/asked.ts';
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
import { typedText } from '../../../src/views/typed-text.ts';

const AT = new Date('2026-11-26T10:00:00+09:00');
const SAMPLES = ['あ', '👩‍👩‍👧', '<!channel> & @here *太字* :tada: https://example.jp/?a=1&b=2 '];

const filledWith =
  (sample: string) =>
  (most: number): string => {
    const whole = sample.repeat(Math.ceil(most / sample.length)).slice(0, most);
    return /[\uD800-\uDBFF]$/u.test(whole) ? whole.slice(0, -1) : whole;
  };

/** As much of everything as there may be, in some words. */
const brimming = (sample: string) => {
  const filled = filledWith(sample);
  const article = (index: number): Article => ({
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
    publishAt: AT,
    channels: issue.channels.map(({ id }) => id),
  };
  const [first = article(0)] = articles;
  const listed = Array.from({ length: 60 }, (_, index) => ({
    issue: { ...issue, id: `${issue.id}${index}` },
    title,
  }));
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
    confirmation: issueConfirmation(content, 'at'),
    preview: issuePreview(content),
    'back issue': backIssueForm(content),
    adding: addArticlesForm(issue.id, articles),
    monthly: monthlyDayForm({ day: 31, time: '09:00', shift: false, channels: opened.channels }),
    'status on Home': sentenceForm(messages.status ?? issueMessage(content)),
  };
  const own = (['asking', 'waiting', 'published'] as const).map((state, index) => ({
    article: article(index),
    state,
    issue: title,
  }));
  const desk = {
    coming: listed,
    last: { issue, title, readers: 9, silent: 9 },
    offered: 100,
    nextMonthly: AT,
  };
  const parts: readonly (readonly KnownBlock[])[] = [
    ownArticlesPart(own),
    issueDeskPart(desk),
    backIssuesPart(listed),
  ];
  return { messages, views, parts };
};

describe.each(SAMPLES)('all that may be typed, full of %j', (sample) => {
  const { messages, views, parts } = brimming(sample);

  test.each(Object.entries(messages))('the message %s is taken by Slack', (_, { text, blocks }) => {
    expect(checkMessage({ channel: 'C0ONE', text, blocks })).toEqual([]);
  });

  test.each(Object.entries(views))('the form %s is taken by Slack', (_, view) => {
    expect(checkView(view)).toEqual([]);
  });

  test('its parts of the Home tab are taken by Slack', () => {
    expect(checkView(homeView({ owed: [], secretariat: parts }, []))).toEqual([]);
  });
});

test('what was typed is all there in a rich text, whatever it is: as words, addresses and names of emoji', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.oneof(
          fc.string({ unit: 'grapheme' }),
          fc.constantFrom(':tada:', 'https://example.jp/a', ' ', '。'),
        ),
      ),
      (pieces) => {
        const typed = pieces.join('');
        const read = typedText(typed).map((leaf) => {
          if (leaf.type === 'text') return leaf.text;
          return leaf.type === 'link' ? leaf.url : leaf.type === 'emoji' ? `:${leaf.name}:` : '?';
        });
        expect(read.join('')).toBe(typed);
      },
    ),
  );
});
