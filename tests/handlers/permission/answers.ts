import { chosen, picked, typed } from '../steps.ts';
import type { City } from './city.ts';
import { ALL, button, OF_DEPARTMENT, OF_RECORD, ONE, reason, user, type Way } from './kinds.ts';

/** Ways in to answers of inquiries: what is asked of 福祉課, and its department's part. */

const target = ({ inquiry, welfareSection }: City): string => `${inquiry}:${welfareSection}:promoter`;
const department = ({ inquiry, welfare }: City): string => `${inquiry}:${welfare}:1`;
const carried = ({ inquiry, welfareSection }: City) => ({
  inquiryId: inquiry,
  sectionId: welfareSection,
  role: 'promoter',
});

const ANSWERING: readonly Way[] = [
  button('inquiry-own.open', 'take-part', ALL, '1'),
  button('inquiry-own.previous', 'take-part', ALL, '1'),
  button('inquiry-own.next', 'take-part', ALL, '1'),
  button('inquiry-answer.open', 'answer-inquiry', OF_RECORD, target),
  button('inquiry-answer.show', 'answer-inquiry', OF_RECORD, target),
  ...['previous', 'next'].map((step) =>
    button(`inquiry-answer.${step}`, 'answer-inquiry', OF_RECORD, (city) => `${target(city)}:1`),
  ),
  button('inquiry-copy.open', 'answer-inquiry', OF_RECORD, target),
  button('inquiry-answer.file', 'answer-inquiry', OF_RECORD, (city) => `${target(city)}:${ONE}`),
  button('inquiry-delegate.open', 'answer-inquiry', OF_RECORD, target),
  {
    id: 'inquiry-delegate.ask',
    act: 'answer-inquiry',
    // Those who answer only in its place decide, and ask nobody.
    may: ['promoter'],
    send: (city) => ({ metadata: carried(city), fields: { candidate: user('U0STAFF') } }),
  },
];

const OVERSEEING: readonly Way[] = [
  ...['open', 'refresh', 'previous', 'next'].map((name) =>
    button(`inquiry-department.${name}`, 'oversee-inquiry', OF_DEPARTMENT, department),
  ),
  button('inquiry.collect', 'oversee-inquiry', OF_DEPARTMENT, department),
  button('inquiry.take-back-collected', 'oversee-inquiry', OF_DEPARTMENT, department),
  {
    id: 'inquiry.collect',
    act: 'oversee-inquiry',
    may: OF_DEPARTMENT,
    send: ({ inquiry, welfare }) => ({
      metadata: { inquiryId: inquiry, departmentId: welfare },
      fields: {},
    }),
  },
  button('inquiry-delegate.name', 'oversee-inquiry', OF_DEPARTMENT, target),
  {
    id: 'inquiry-delegate.name',
    act: 'oversee-inquiry',
    may: OF_DEPARTMENT,
    send: (city) => ({ metadata: carried(city), fields: { delegate: user('U0PROMOTER') } }),
  },
  button('inquiry-delegate.take-back', 'oversee-inquiry', OF_DEPARTMENT, target),
  button('inquiry-department.take-back-delegate', 'oversee-inquiry', OF_DEPARTMENT, target),
];

const RETURNING: readonly Way[] = [
  {
    id: 'inquiry-answer.page',
    act: 'answer-inquiry',
    may: OF_RECORD,
    send: (city) => ({
      metadata: { ...carried(city), as: 'on-behalf', page: 1, isLast: false },
      fields: { part1: typed('回答') },
    }),
  },
  {
    id: 'inquiry-answer.submit',
    act: 'answer-inquiry',
    may: OF_RECORD,
    send: (city) => ({
      metadata: { ...carried(city), as: 'on-behalf' },
      fields: {
        applicable: chosen('no'),
        receivedBy: chosen('paper'),
        receivedOn: picked('2026-11-24'),
      },
    }),
  },
  button('inquiry-return.open', 'oversee-inquiry', OF_DEPARTMENT, target),
  {
    id: 'inquiry-return.submit',
    act: 'oversee-inquiry',
    may: OF_DEPARTMENT,
    send: (city) => ({ metadata: carried(city), fields: reason }),
  },
];

export const ANSWERS: readonly Way[] = [...ANSWERING, ...OVERSEEING, ...RETURNING];
