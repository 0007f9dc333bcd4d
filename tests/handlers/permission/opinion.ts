import { OPINION_FORMATS } from '../../../src/domain/opinion/format.ts';
import { chosen, picked, typed } from '../steps.ts';
import type { City } from './city.ts';
import { ALL, button, ONE, reason, SECRETARIAT, type Way } from './kinds.ts';

/** Ways in to 評価・意見: everybody reads what is 公表済, and only the secretariat goes through the others. */

export const opinionFields = {
  fiscalYear: typed('令和7年度'),
  number: typed('8'),
  item: typed('第5章 職員の育成'),
  kind: chosen('opinion'),
  words: typed('研修を早い時期に行ってください。'),
};
/** What importing a file of one new opinion shows. */
export const importShown = { added: 1, changed: 0, known: 0, revisions: 0 };
export const considerationFields = { consideration: typed('検討します。'), response: chosen('continuing') };
const target = ({ opinion }: City) => ({ opinionId: opinion, revision: 1 });

export const OPINIONS: readonly Way[] = [
  ...['open', 'previous', 'next', 'previous-year', 'next-year'].map((step) =>
    button(`opinion-list.${step}`, 'take-part', ALL, '2025:1'),
  ),
  button('opinion.show', 'take-part', ALL, ({ publishedOpinion }) => `${publishedOpinion}:2025`),
  button('opinion.show', 'manage-opinions', SECRETARIAT, ({ opinion }) => `${opinion}:2025`),
  ...['opinion-import.open', 'opinion-import.sample'].map((id) => button(id, 'manage-opinions', SECRETARIAT)),
  ...['open', ...OPINION_FORMATS].map((step) =>
    button(`opinion-file.${step}`, 'manage-opinions', SECRETARIAT, '2025'),
  ),
  {
    ...{ id: 'opinion-import.file', act: 'manage-opinions', may: SECRETARIAT },
    send: () => ({ metadata: {}, fields: { file: { type: 'file_input', files: [{ id: 'F0NONE' }] } } }),
  },
  {
    ...{ id: 'opinion-import.approve', act: 'manage-opinions', may: SECRETARIAT },
    send: () => ({ metadata: { fileId: 'F0NONE', shown: importShown }, fields: {} }),
  },
  button('opinion.new', 'manage-opinions', SECRETARIAT, '2025'),
  ...['edit', 'cancel', 'restore'].map((step) =>
    button(`opinion.${step}`, 'manage-opinions', SECRETARIAT, ({ opinion }) => opinion),
  ),
  button('consideration.open', 'manage-opinions', SECRETARIAT, ({ opinion }) => `${opinion}:2025`),
  {
    ...{ id: 'consideration.save', act: 'manage-opinions', may: SECRETARIAT },
    send: ({ opinion }) => ({
      metadata: { opinionId: opinion, year: 2025, revision: 0, seen: '' },
      fields: considerationFields,
    }),
  },
  button('opinion-ask.one', 'manage-inquiry', SECRETARIAT, ({ opinion }) => `${opinion}:2025`),
  button('opinion-ask.all', 'manage-inquiry', SECRETARIAT, '2025'),
  {
    ...{ id: 'opinion-ask.save', act: 'manage-inquiry', may: SECRETARIAT },
    send: ({ opinion }) => ({
      metadata: { inquiryId: ONE, revision: 0, year: 2025, opinionId: opinion, title: '調査・検討' },
      fields: { dueOn: picked('2026-12-10'), content: typed('お願いします。'), sending: chosen('draft') },
    }),
  },
  {
    ...{ id: 'opinion.register', act: 'manage-opinions', may: SECRETARIAT },
    send: () => ({ metadata: {}, fields: opinionFields }),
  },
  {
    ...{ id: 'opinion.edit', act: 'manage-opinions', may: SECRETARIAT },
    send: (city) => ({ metadata: target(city), fields: opinionFields }),
  },
  {
    ...{ id: 'opinion.cancel', act: 'manage-opinions', may: SECRETARIAT },
    send: (city) => ({ metadata: target(city), fields: reason }),
  },
];
