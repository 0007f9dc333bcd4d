import { chosen, typed } from '../steps.ts';
import type { City, Who } from './city.ts';
import { ALL, button, ONE, SECRETARIAT, type Way } from './kinds.ts';

/** Ways in to きょうどう通信 協DO: articles of a 推進員, and issues. */

const OF_WRITER: readonly Who[] = ['secretary', 'promoter'];
const article = (city: City): string => city.article;
const draft = (city: City): string => city.draft;
const published = (city: City): string => city.published;
const options = (...values: readonly string[]) => ({
  type: 'multi_static_select',
  selected_options: values.map((value) => ({ value })),
});
const channels = { type: 'multi_channels_select', selected_channels: ['C0GENERAL'] };
const words = { title: typed('見出し'), body: typed('本文'), category: chosen('notice') };

const form = (id: string, send: Way['send']): Way => ({
  id,
  act: 'manage-newsletter',
  may: SECRETARIAT,
  send,
});

const ARTICLES: readonly Way[] = [
  button('article.open', 'take-part', ALL),
  button('article.change', 'change-article', OF_WRITER, article),
  {
    id: 'article.save',
    act: 'change-article',
    may: OF_WRITER,
    send: (city) => ({ metadata: { articleId: city.article }, fields: words }),
  },
  // Who wrote the message that somebody else made an article of.
  button('article.agree', 'none', ['promoter'], ({ asked }) => asked),
  button('article.decline', 'none', ['promoter'], ({ asked }) => asked),
];

const READING: readonly Way[] = [
  button('newsletter.read', 'take-part', ALL, published),
  button('back-issues.open', 'take-part', ALL),
  button('back-issue.open', 'take-part', ALL, published),
];

const MAKING: readonly Way[] = [
  button('issue.open', 'manage-newsletter', SECRETARIAT),
  button('issue.try', 'manage-newsletter', SECRETARIAT, draft),
  button('issue.try-log', 'manage-newsletter', SECRETARIAT, draft),
  button('issue-status.open', 'manage-newsletter', SECRETARIAT, published),
  button('issue.add', 'manage-newsletter', SECRETARIAT, published),
  form('issue.save', (city) => ({
    metadata: { issueId: ONE },
    fields: {
      number: typed('第9号'),
      articles: options(city.article),
      channels,
      publishing: chosen('draft'),
    },
  })),
  form('issue.add', (city) => ({
    metadata: { issueId: city.published },
    fields: { articles: options(city.article) },
  })),
  form('issue.confirm', (city) => ({ metadata: { issueId: city.draft, when: 'now' }, fields: {} })),
  button('issue.publish', 'manage-newsletter', SECRETARIAT, draft),
  button('issue.cancel', 'manage-newsletter', SECRETARIAT, ONE),
  form('issue.cancel', () => ({ metadata: { issueId: ONE }, fields: {} })),
  button('monthly-day.open', 'manage-newsletter', SECRETARIAT),
  form('monthly-day.save', () => ({
    metadata: {},
    fields: {
      time: { type: 'timepicker', selected_time: '09:00' },
      shift: chosen('yes'),
    },
  })),
];

export const NEWSLETTER: readonly Way[] = [
  ...ARTICLES,
  ...READING,
  ...MAKING,
  button('article.withdraw', 'change-article', OF_WRITER, article),
  {
    id: 'article.withdraw',
    act: 'change-article',
    may: OF_WRITER,
    send: (city) => ({ metadata: { articleId: city.article }, fields: {} }),
  },
  button('article-proposal.open', 'manage-newsletter', SECRETARIAT, ({ proposal }) => proposal),
  form('article-proposal.judge', ({ proposal }) => ({
    metadata: { proposalId: proposal },
    fields: { verdict: chosen('approved') },
  })),
  ...['open', 'read', 'earlier', 'later', 'withdraw', 'take-back'].map((act) =>
    button(`article-list.${act}`, 'manage-newsletter', SECRETARIAT, article),
  ),
  button('article.restore', 'change-article', OF_WRITER, article),
];
