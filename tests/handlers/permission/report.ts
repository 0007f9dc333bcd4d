import { chosen, typed } from '../steps.ts';
import { button, ONE, PROMOTERS, SECRETARIAT, type Way } from './kinds.ts';

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
  ...['report.open', 'chapter-text.open'].map((id) => button(id, 'manage', SECRETARIAT)),
  ...['report.again', 'report.previous', 'report.next'].map((id) =>
    button(id, 'manage', SECRETARIAT, '2025:1'),
  ),
  ...['open', 'previous', 'next'].map((step) =>
    button(`report-changes.${step}`, 'manage', SECRETARIAT, '2025:1'),
  ),
  button('report-changes.file', 'manage', SECRETARIAT, '2025'),
  button('report.make', 'manage', SECRETARIAT, '2025:md:1'),
  ...(['confirm', 'held'] as const).map((step) =>
    button(`report.${step}`, 'confirm-record', SECRETARIAT, `meeting:${ONE}:2025:1`),
  ),
  button('meeting.point', 'record-open-meeting', PROMOTERS, ({ open }) => open),
  button('training.point', 'record-training', PROMOTERS, ONE),
  button('did-not-meet.point', 'manage', SECRETARIAT, ({ headquarters }) => `body:${headquarters}:2025`),
  button('chapter-text.edit', 'manage', SECRETARIAT, '2025:preface'),
  {
    id: 'chapter-text.save',
    act: 'manage',
    may: SECRETARIAT,
    send: () => ({ metadata: carriedText, fields: textFields }),
  },
];
