import { expect, test } from 'vitest';
import { localDate } from '../../../src/domain/calendar/local-date.ts';
import { earlierWord } from '../../../src/domain/morning/earlier.ts';
import { answer, due, inquiry, line } from '../../support/inquiry-lines.ts';
import { anAppointment } from '../../support/promoters.ts';

const DUE = localDate('2026-12-10');
const asked = line({ ...due(DUE, 3) });

test.each([
  ['open and due as it was told', asked, DUE, 'newest'],
  ['open and due on another day', asked, localDate('2026-12-04'), 'due-changed'],
  ['open, told without a due day', asked, undefined, 'newest'],
  ['answered, whenever it was due', line({ answer }), localDate('2026-12-04'), 'done'],
  [
    'closed without an answer',
    line({ inquiry: inquiry({ state: 'closed' }) }),
    localDate('2026-12-04'),
    'newest',
  ],
  ['with somebody else now', line({ relation: 'elsewhere' }), localDate('2026-12-04'), 'newest'],
] as const)('an inquiry that is %s', (_, content, toldDueOn, word) => {
  expect(earlierWord(content, toldDueOn)).toBe(word);
});

test('a guide is done when it is confirmed, and not because its term is over', () => {
  const guide = { kind: 'guide', departmentName: '部', sectionName: '課' } as const;
  const appointment = anAppointment();
  expect(earlierWord({ ...guide, appointment, stands: false }, undefined)).toBe('newest');
  const confirmed = { ...appointment, guideConfirmedAt: new Date('2026-12-01T10:00:00+09:00') };
  expect(earlierWord({ ...guide, appointment: confirmed, stands: true }, undefined)).toBe('done');
});
