import { NEUTRAL_RULES } from '../../../src/domain/body/body.ts';
import { chosen, picked, typed } from '../steps.ts';
import type { City, Who } from './city.ts';
import { ALL, button, ONE, reason, SECRETARIAT, type Way } from './kinds.ts';

/** Ways in to 書面開催: the member is the only 回答者, and the secretariat answers in their place. */

const ANSWERERS: readonly Who[] = ['secretary', 'member'];
/** As it is before anybody has changed it: put together by nobody's form. */
const decided = ({ decidedMeeting }: City) => ({ meetingId: decidedMeeting, revision: 3 });

const ballot = ({ writtenMeeting }: City): string => `${writtenMeeting}:1`;

const newDue = { dueOn: picked('2026-12-16'), ...reason };

/** What changes its course, each a button and the form that it opens. */
const COURSE = [
  ['written-meeting.extend', newDue],
  ['written-meeting.reopen', newDue],
  ['written-meeting.amend', { item: chosen('1'), text: typed('別の案件'), ...reason }],
  ['written-meeting.close', {}],
  ['written-meeting.cancel', reason],
] as const;

export const WRITTEN_MEETINGS: readonly Way[] = [
  button('written-start.open', 'manage-written-meeting', SECRETARIAT),
  button('preparation.written', 'manage-written-meeting', SECRETARIAT, ONE),
  ...['written-start.continue', 'written-start.try', 'written-start.remove'].map((id) =>
    button(id, 'manage-written-meeting', SECRETARIAT, ONE),
  ),
  {
    id: 'written-start.save',
    act: 'manage-written-meeting',
    may: SECRETARIAT,
    send: ({ headquarters }) => ({
      metadata: { meetingId: ONE },
      fields: {
        bodyId: chosen(headquarters),
        items: typed('年間予定について'),
        dueOn: picked('2026-12-10'),
        sending: chosen('draft'),
      },
    }),
  },
  {
    id: 'written-start.send',
    act: 'manage-written-meeting',
    may: SECRETARIAT,
    send: () => ({ metadata: { meetingId: ONE, sending: 'next-morning' }, fields: {} }),
  },
  ...['open', 'again', 'show', 'copy'].map((name) =>
    button(`written-answer.${name}`, 'answer-written-meeting', ANSWERERS, ballot),
  ),
  button('written-file.send', 'answer-written-meeting', ANSWERERS, ({ writtenMeeting }) => writtenMeeting),
  {
    id: 'written-answer.submit',
    act: 'answer-written-meeting',
    may: ANSWERERS,
    send: ({ writtenMeeting }) => ({
      metadata: { meetingId: writtenMeeting, position: 1, as: 'own', versions: [1, 1], answers: 0 },
      fields: { item1: chosen('agree'), item2: chosen('agree') },
    }),
  },
  button(
    'written-progress.open',
    'manage-written-meeting',
    SECRETARIAT,
    ({ writtenMeeting }) => writtenMeeting,
  ),
  ...['written-progress.previous', 'written-progress.next'].map((id) =>
    button(id, 'manage-written-meeting', SECRETARIAT, ({ writtenMeeting }) => `${writtenMeeting}:1`),
  ),
  button(
    'written-result.open',
    'manage-written-meeting',
    SECRETARIAT,
    ({ decidedMeeting }) => decidedMeeting,
  ),
  button('written-result.try', 'manage-written-meeting', SECRETARIAT, ({ decidedMeeting }) => decidedMeeting),
  button('written-result.show', 'none', ALL, ({ announcedMeeting }) => announcedMeeting),
  ...['written-result.previous', 'written-result.next'].map((id) =>
    button(id, 'none', ALL, ({ announcedMeeting }) => `${announcedMeeting}:1`),
  ),
  {
    id: 'written-result.save',
    act: 'manage-written-meeting',
    may: SECRETARIAT,
    send: (city) => ({
      metadata: { ...decided(city), basis: { ...NEUTRAL_RULES, answers: 0 }, offered: '' },
      fields: { result1: chosen('approved'), notice: typed('結果をお知らせします。') },
    }),
  },
  {
    id: 'written-record.edit',
    act: 'change-record',
    may: SECRETARIAT,
    send: ({ announcedRecord }) => ({
      metadata: { meetingId: announcedRecord, revision: 0 },
      fields: { note: typed('書面により開催') },
    }),
  },
  {
    id: 'written-result.announce',
    act: 'manage-written-meeting',
    may: SECRETARIAT,
    send: (city) => ({ metadata: decided(city), fields: {} }),
  },
  ...COURSE.map(([id]) =>
    button(id, 'manage-written-meeting', SECRETARIAT, ({ writtenMeeting }) => writtenMeeting),
  ),
  ...COURSE.map(
    ([id, fields]): Way => ({
      id,
      act: 'manage-written-meeting',
      may: SECRETARIAT,
      send: ({ writtenMeeting }) => ({ metadata: { meetingId: writtenMeeting, revision: 0 }, fields }),
    }),
  ),
];
