import { chosen } from '../steps.ts';
import type { City, Who } from './city.ts';
import { button, SECRETARIAT, type Way } from './kinds.ts';

/** Ways in to 書面開催: the member is the only 回答者, and the secretariat answers in their place. */

const ANSWERERS: readonly Who[] = ['secretary', 'member'];
const ballot = ({ writtenMeeting }: City): string => `${writtenMeeting}:1`;

export const WRITTEN_MEETINGS: readonly Way[] = [
  button('written-answer.open', 'answer-written-meeting', ANSWERERS, ballot),
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
];
