import { randomUUID } from 'node:crypto';
import { type City, PERSON } from '../permission/city.ts';
import { ONE, reason, user } from '../permission/kinds.ts';
import { chosen, picked, rowsOf, typed } from '../steps.ts';
import { channels, type FormCase, form, one, options, revisionOf, type Sent } from './kinds.ts';

/** Forms of inquiries and of きょうどう通信 協DO. */

const target = ({ inquiry, welfareSection }: City) => ({
  inquiryId: inquiry,
  sectionId: welfareSection,
  role: 'promoter',
});

const ofInquiry = async (city: City, fields: Sent['fields']): Promise<Sent> => ({
  metadata: { inquiryId: city.inquiry, revision: await revisionOf(city, 'inquiry', city.inquiry) },
  fields,
});

const words = { title: typed('調査'), content: typed('お知らせください。') };

export const INQUIRIES: readonly FormCase[] = [
  form(
    'inquiry.save',
    () => ({
      metadata: { inquiryId: ONE, revision: 0 },
      fields: {
        ...words,
        duty: chosen('other'),
        dueOn: picked('2026-12-10'),
        audience: chosen('everyone'),
        answerForm: chosen('confirmation'),
        sending: chosen('next-morning'),
      },
    }),
    { pushes: true },
  ),
  form('inquiry.send', () => ({
    metadata: { inquiryId: ONE, revision: 1, sending: 'next-morning' },
    fields: {},
  })),
  form('inquiry.amend', (city) => ofInquiry(city, words)),
  form('inquiry.extend', (city) => ofInquiry(city, { dueOn: picked('2026-12-17'), ...reason })),
  form(
    'inquiry-delegate.ask',
    (city) => ({ metadata: target(city), fields: { candidate: user(PERSON.staff) } }),
    { who: 'promoter' },
  ),
  form('inquiry-delegate.name', (city) => ({
    metadata: target(city),
    fields: { delegate: user(PERSON.staff) },
  })),
  form('inquiry-answer.submit', (city) => ({
    metadata: { ...target(city), as: 'on-behalf' },
    fields: { applicable: chosen('no'), receivedBy: chosen('paper'), receivedOn: picked('2026-11-24') },
  })),
  form('inquiry-answer.page', (city) => ({
    metadata: { ...target(city), as: 'on-behalf', page: 1, isLast: false },
    fields: { part1: typed('回答') },
  })),
  form('inquiry-return.submit', async (city) => {
    const answerId = await one(city, 'select id as it from inquiry_answer');
    return { metadata: { ...target(city), answerId }, fields: reason };
  }),
  form('inquiry.collect', async (city) => {
    await rowsOf(city.practice, 'update inquiry set collect_by = due_on where id = $1', [city.inquiry]);
    return { metadata: { inquiryId: city.inquiry, departmentId: city.welfare }, fields: {} };
  }),
  form('inquiry.again', (city) => ({
    metadata: { inquiryId: city.inquiry },
    fields: { sending: chosen('next-morning') },
  })),
  form('inquiry.close', (city) => ofInquiry(city, {})),
  form('inquiry.reopen', async (city) => {
    await rowsOf(city.practice, `update inquiry set state = 'closed' where id = $1`, [city.inquiry]);
    return ofInquiry(city, reason);
  }),
  form('inquiry.cancel', (city) => ofInquiry(city, reason)),
];

export const NEWSLETTER: readonly FormCase[] = [
  form('article.save', () => ({
    metadata: { articleId: randomUUID(), revision: 0 },
    fields: { title: typed('六回送った記事'), body: typed('本文'), category: chosen('notice') },
  })),
  form(
    'issue.save',
    async (city) => ({
      metadata: { issueId: ONE, revision: 0 },
      fields: {
        number: typed('第9号'),
        articles: options(await one(city, `select id as it from article where title = '六回送った記事'`)),
        channels,
        publishing: chosen('now'),
      },
    }),
    { pushes: true },
  ),
  form('issue.confirm', () => ({ metadata: { issueId: ONE, revision: 1, when: 'now' }, fields: {} })),
  form('issue.add', async ({ practice, published, asked }) => {
    await rowsOf(practice, 'update article set agreed_at = written_at where id = $1', [asked]);
    return { metadata: { issueId: published }, fields: { articles: options(asked) } };
  }),
  form('article-proposal.judge', ({ proposal }) => ({
    metadata: { proposalId: proposal, revision: 1 },
    fields: { verdict: chosen('approved') },
  })),
  form('issue.cancel', async (city) => ({
    metadata: { issueId: city.draft, revision: await revisionOf(city, 'newsletter_issue', city.draft) },
    fields: {},
  })),
  form('article.withdraw', ({ article }) => ({ metadata: { articleId: article }, fields: {} })),
  form('monthly-day.save', () => ({
    metadata: { opened: null },
    fields: {
      day: { type: 'number_input', value: '20' },
      time: { type: 'timepicker', selected_time: '09:00' },
      shift: chosen('yes'),
    },
  })),
];
