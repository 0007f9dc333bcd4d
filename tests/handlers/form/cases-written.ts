import { chosen } from '../steps.ts';
import { type FormCase, form } from './kinds.ts';

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
];
