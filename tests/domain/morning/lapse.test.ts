import { expect, test } from 'vitest';
import { localDate } from '../../../src/domain/calendar/local-date.ts';
import { lapsedSince } from '../../../src/domain/morning/lapse.ts';
import { atOnce } from '../../../src/domain/pieces.ts';
import { anAction } from '../../support/action-items.ts';
import {
  asked,
  departments,
  holds,
  inquiry,
  inquiryId,
  person,
  sectionId,
  world,
} from '../../support/morning-world.ts';

const on = localDate;
const ENDS = on('2027-01-15');
const guided = { guidePlannedAt: new Date('2026-12-01T09:00:00+09:00'), endsOn: ENDS };

/** 職員 1 holds a section until Fri 15 January 2027, 職員 2 from the day after; a video can be watched until then. */
const all = world({
  departments: departments(2),
  appointments: [
    holds(1, 1, guided),
    holds(2, 1, { startsOn: on('2027-01-16') }),
    holds(3, 2, { ...guided, endsOn: on('2027-03-31') }),
  ],
  inquiries: [inquiry([asked(1), asked(2)])],
  // What one person promised falls to nobody else.
  actionItems: [
    anAction({
      id: 'of-section',
      responsible: { kind: 'section', sectionId: sectionId(1), departmentId: '' },
    }),
    anAction({ id: 'of-person', responsible: { kind: 'person', person: person(1) } }),
  ],
  videos: [
    { id: 'video', date: { kind: 'days', first: on('2026-12-01'), last: ENDS }, personIds: new Set() },
  ],
});

test.each([
  ['2027-01-14', '2027-01-15', []],
  [
    '2027-01-15',
    '2027-01-18',
    [
      'training:video',
      `appointment:${holds(1, 1).id}`,
      `inquiry:${inquiryId(1)}:${sectionId(1)}:promoter`,
      'action-item:of-section',
    ],
  ],
  // The question about the video stands on Mon 18 still.
  ['2027-01-18', '2027-01-19', ['training:video']],
  ['2027-01-19', '2027-01-20', []],
])('from the morning of %s to that of %s days alone change', (after, day, lapsed) => {
  expect(atOnce(lapsedSince(all, { after: on(after), day: on(day) }))).toEqual(lapsed);
});
