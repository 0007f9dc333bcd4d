import { type City, PERSON } from '../permission/city.ts';
import { chosen, picked, typed } from '../steps.ts';
import { type FormCase, form, one, people, revisionOf } from './kinds.ts';

type Fields = Readonly<Record<string, unknown>>;

/** A form about a 書面開催 of the city, as it stands then. */
const about =
  (which: 'writtenMeeting' | 'decidedMeeting') =>
  (id: string, fields: Fields, { pushes = false, carried = {} } = {}) =>
    form(
      id,
      async (city: City) => ({
        metadata: {
          ...carried,
          meetingId: city[which],
          revision: await revisionOf(city, 'written_meeting', city[which]),
        },
        fields,
      }),
      { pushes },
    );
const changing = about('writtenMeeting');
const deciding = about('decidedMeeting');

/** Forms of 書面開催. */
export const WRITTEN_MEETINGS: readonly FormCase[] = [
  form(
    'written-start.save',
    ({ headquarters }) => ({
      metadata: { meetingId: '66666666-6666-4666-8666-666666666666', revision: 0, fields: 1 },
      fields: {
        bodyId: chosen(headquarters),
        items: typed('年間予定について'),
        dueOn: picked('2026-12-10'),
        voters: people(PERSON.member),
        sending: chosen('next-morning'),
      },
    }),
    { pushes: true },
  ),
  form('written-start.send', async (city) => {
    const meetingId = await one(city, `select id as it from written_meeting where state = 'draft'`);
    const revision = await revisionOf(city, 'written_meeting', meetingId);
    return { metadata: { meetingId, revision, sending: 'next-morning' }, fields: {} };
  }),
  form(
    'written-answer.submit',
    ({ writtenMeeting }) => ({
      metadata: { meetingId: writtenMeeting, position: 1, as: 'own', versions: [1, 1], answers: 0 },
      fields: { item1: chosen('agree'), item2: chosen('agree') },
    }),
    { who: 'member' },
  ),
  changing('written-meeting.close', {}),
  changing('written-meeting.reopen', { dueOn: picked('2026-12-16'), reason: typed('資料の差替え') }),
  changing('written-meeting.extend', { dueOn: picked('2026-12-17'), reason: typed('資料の差替え') }),
  changing('written-meeting.amend', {
    item: chosen('1'),
    text: typed('市の調査・検討(改)について(審議)'),
    reason: typed('誤記'),
  }),
  changing('written-meeting.cancel', { reason: typed('対面で開催するため') }),
  deciding(
    'written-result.save',
    { result1: chosen('approved'), notice: typed('結果をお知らせします。') },
    {
      pushes: true,
      carried: {
        basis: { answers: 0, quorum: 'none', unanswered: 'unanswered', tie: 'recorded' },
        offered: '',
      },
    },
  ),
  form('written-record.edit', async (city) => ({
    metadata: {
      meetingId: city.announcedRecord,
      revision: await revisionOf(city, 'meeting', city.announcedRecord),
    },
    fields: { note: typed('書面により開催') },
  })),
  deciding('written-result.announce', {}),
];
