import { PERSON } from '../permission/city.ts';
import { chosen, picked, typed } from '../steps.ts';
import { type FormCase, form, one, people, revisionOf } from './kinds.ts';

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
  form(
    'written-result.save',
    async (city) => ({
      metadata: {
        meetingId: city.decidedMeeting,
        revision: await revisionOf(city, 'written_meeting', city.decidedMeeting),
      },
      fields: { result1: chosen('approved'), notice: typed('結果をお知らせします。') },
    }),
    { pushes: true },
  ),
  form('written-record.edit', async (city) => ({
    metadata: {
      meetingId: city.announcedRecord,
      revision: await revisionOf(city, 'meeting', city.announcedRecord),
    },
    fields: { note: typed('書面により開催') },
  })),
  form('written-result.announce', async (city) => ({
    metadata: {
      meetingId: city.decidedMeeting,
      revision: await revisionOf(city, 'written_meeting', city.decidedMeeting),
    },
    fields: {},
  })),
];
