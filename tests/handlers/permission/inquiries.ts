import { chosen, picked, typed } from '../steps.ts';
import type { City } from './city.ts';
import { button, CHIEFS, ONE, PROMOTERS, reason, SECRETARIAT, type Way } from './kinds.ts';

/** Ways in to inquiries as the secretariat makes and follows them, to the morning message, and to what could not be sent. */

const inquiry = ({ inquiry: id }: City): string => id;
const words = { title: typed('調査'), content: typed('お知らせください。') };

const form = (id: string, metadata: (city: City) => object, fields: object): Way => ({
  id,
  act: 'manage-inquiry',
  may: SECRETARIAT,
  send: (city) => ({ metadata: metadata(city), fields }),
});

const about = (city: City) => ({ inquiryId: city.inquiry });

const MAKING: readonly Way[] = [
  button('inquiry.open', 'manage-inquiry', SECRETARIAT),
  button('inquiry-earlier.open', 'manage-inquiry', SECRETARIAT),
  button('inquiry-earlier.use', 'manage-inquiry', SECRETARIAT, inquiry),
  ...['inquiry.continue', 'inquiry.try', 'inquiry.remove'].map((id) =>
    button(id, 'manage-inquiry', SECRETARIAT, ONE),
  ),
  form('inquiry.save', () => ({ inquiryId: ONE }), {
    ...words,
    duty: chosen('other'),
    dueOn: picked('2026-12-10'),
    audience: chosen('everyone'),
    answerForm: chosen('confirmation'),
    sending: chosen('draft'),
  }),
  form('inquiry.send', () => ({ inquiryId: ONE, sending: 'next-morning' }), {}),
];

const FOLLOWING: readonly Way[] = [
  button('inquiry-list.open', 'oversee-inquiry', CHIEFS),
  ...['previous', 'next', 'previous-year', 'next-year'].map((way) =>
    button(`inquiry-list.${way}`, 'oversee-inquiry', CHIEFS, '2026:1'),
  ),
  button('inquiry-status.open', 'oversee-inquiry', CHIEFS, inquiry),
  ...['previous', 'next'].map((way) =>
    button(`inquiry-status.${way}`, 'oversee-inquiry', CHIEFS, (city) => `${city.inquiry}:1`),
  ),
  button('inquiry.csv', 'oversee-inquiry', CHIEFS, inquiry),
  button('inquiry-file.send', 'answer-inquiry', PROMOTERS, inquiry),
  ...[
    'inquiry.amend',
    'inquiry.again',
    'inquiry.extend',
    'inquiry.reopen',
    'inquiry.cancel',
    'inquiry.close',
    'inquiry.restore',
    'inquiry.tally',
  ].map((id) => button(id, 'manage-inquiry', SECRETARIAT, inquiry)),
  form('inquiry.amend', (city) => ({ ...about(city), revision: 1 }), words),
  form('inquiry.extend', about, { dueOn: picked('2026-12-17'), ...reason }),
  form('inquiry.again', about, { sending: chosen('next-morning') }),
  form('inquiry.reopen', about, reason),
  form('inquiry.cancel', about, reason),
  form('inquiry.close', (city) => ({ ...about(city), revision: 1 }), {}),
];

const MESSAGES: readonly Way[] = [
  // Who was told of it may be told again.
  ...['line.postpone', 'line.take-back-postponed'].map((id) =>
    button(id, 'none', ['promoter'], (city) => `inquiry:${city.inquiry}:${city.welfareSection}:promoter`),
  ),
  button('dead-letter.resend', 'manage', SECRETARIAT, ONE),
  button('dead-letter.forgo', 'manage', SECRETARIAT, ONE),
  button('dead-letter.correct', 'manage', SECRETARIAT, ONE),
  button('dead-letter.resend-all', 'manage', SECRETARIAT),
  ...['account-claim.take', 'account-claim.leave'].map((id) =>
    button(id, 'manage', SECRETARIAT, `${ONE} U0CLAIMANT`),
  ),
  ...['held.send', 'held.forgo'].map((id) => button(id, 'manage', SECRETARIAT)),
  { ...form('held.settle', () => ({ sends: false, expected: 0 }), {}), act: 'manage' },
  form('dead-letter.resend-all', () => ({ expected: 0 }), {}),
];

export const INQUIRIES: readonly Way[] = [...MAKING, ...FOLLOWING, ...MESSAGES];
