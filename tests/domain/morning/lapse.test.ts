import { expect, test } from 'vitest';
import { NEUTRAL_RULES } from '../../../src/domain/body/body.ts';
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
import { aVoter, memberOf } from '../../support/written-meetings.ts';

const on = localDate;
const ENDS = on('2027-01-15');
const guided = { guidePlannedAt: new Date('2026-12-01T09:00:00+09:00'), endsOn: ENDS };

const [LEFT, STAYS] = [aVoter(1, { slackId: null }), aVoter(2)];

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
  // The seat of one without Slack is another's from Sat 16 January on, who answers as 代理.
  writtenMeetings: [
    {
      id: 'written',
      askedOn: on('2027-01-05'),
      dueOn: on('2027-02-01'),
      voters: [LEFT, STAYS],
      unanswered: [LEFT, STAYS].map((voter) => ({ voter, askedOn: on('2027-01-05') })),
      rules: { ...NEUTRAL_RULES, proxy: 'allowed' },
      members: [
        memberOf(LEFT, { endsOn: ENDS }),
        memberOf(aVoter(9, { title: LEFT.title }), { startsOn: on('2027-01-16') }),
        memberOf(STAYS),
      ],
    },
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
      'written-meeting:written:1',
    ],
  ],
  // The question about the video stands on Mon 18 still.
  ['2027-01-18', '2027-01-19', ['training:video']],
  ['2027-01-19', '2027-01-20', []],
])('from the morning of %s to that of %s days alone change', (after, day, lapsed) => {
  expect(atOnce(lapsedSince(all, { after: on(after), day: on(day) }))).toEqual(lapsed);
});
