import { chosen, typed } from '../steps.ts';
import { button, SECRETARIAT, type Way } from './kinds.ts';

/** Ways in to 第5章, which only the secretariat goes through. */

export const carriedText = {
  year: 2025,
  item: 'preface',
  revision: 0,
  fields: 1,
  joins: [],
  filled: 1,
  turned: 1,
};
export const textFields = { fiscalYear: typed('2025'), item: chosen('preface'), text: typed('前文') };

export const REPORTS: readonly Way[] = [
  button('chapter-text.open', 'manage', SECRETARIAT),
  button('chapter-text.edit', 'manage', SECRETARIAT, '2025:preface'),
  {
    id: 'chapter-text.save',
    act: 'manage',
    may: SECRETARIAT,
    send: () => ({ metadata: carriedText, fields: textFields }),
  },
];
