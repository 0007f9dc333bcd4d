import { chosen, typed } from '../steps.ts';
import { type FormCase, form, revisionOf } from './kinds.ts';

/** Forms of 書面開催. */
export const WRITTEN_MEETINGS: readonly FormCase[] = [
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
  form('written-result.announce', async (city) => ({
    metadata: {
      meetingId: city.decidedMeeting,
      revision: await revisionOf(city, 'written_meeting', city.decidedMeeting),
    },
    fields: {},
  })),
];
