import { AT, DAY, ID, SLACK_ID } from '../full-workspace/names.ts';
import { VOTER, writtenAnswer, writtenItem, writtenMeetingFacts } from '../full-workspace/written-meeting.ts';
import { finds, own, refused, type WallCase, WORDS } from './case.ts';

const made = { by: SLACK_ID, at: AT };
const facts = writtenMeetingFacts(WORDS);
const items = [writtenItem(WORDS)];

/** The same of 書面開催. */
export const WRITTEN_MEETING_WALL_CASES: Readonly<Record<string, WallCase>> = {
  'writtenMeetings.find': finds(undefined, ({ writtenMeetings }) => writtenMeetings.find(ID.written)),
  'writtenMeetings.findToChange': finds(undefined, ({ writtenMeetings }) =>
    writtenMeetings.findToChange(ID.written),
  ),
  'writtenMeetings.findToAnswer': finds(undefined, ({ writtenMeetings }) =>
    writtenMeetings.findToAnswer(ID.written),
  ),
  'writtenMeetings.inState': finds([], ({ writtenMeetings }) => writtenMeetings.inState(['open'])),
  'writtenMeetings.toldAfter': finds([], ({ writtenMeetings }) => writtenMeetings.toldAfter(new Date(0))),
  'writtenMeetings.announcedSince': finds([], ({ writtenMeetings }) =>
    writtenMeetings.announcedSince(DAY, [ID.body]),
  ),
  'writtenMeetings.create': refused(({ writtenMeetings }) =>
    writtenMeetings.create(ID.fresh, facts, items, made),
  ),
  'writtenMeetings.putDraft': refused(({ writtenMeetings }) =>
    writtenMeetings.putDraft(ID.writtenDraft, facts, items, made),
  ),
  'writtenMeetings.putFiles': refused(({ writtenMeetings }) =>
    writtenMeetings.putFiles(ID.written, [ID.stored]),
  ),
  'writtenMeetings.putCourse': refused(({ writtenMeetings }) =>
    writtenMeetings.putCourse(ID.written, { state: 'closed', endedAt: AT, dueOn: DAY, dueBefore: DAY }),
  ),
  'writtenMeetings.amend': refused(({ writtenMeetings }) =>
    writtenMeetings.amend(ID.written, writtenItem(WORDS, 3), { ...made, reason: WORDS }),
  ),
  'writtenMeetings.putResult': refused(({ writtenMeetings }) =>
    writtenMeetings.putResult(ID.written, {
      decisions: [{ position: 1, result: 'rejected', reply: WORDS }],
      notice: WORDS,
      noticeOffered: false,
      basis: null,
    }),
  ),
  'writtenMeetings.versionsOf': finds([], ({ writtenMeetings }) => writtenMeetings.versionsOf(ID.written)),
  'writtenMeetings.remove': own(({ writtenMeetings }) => writtenMeetings.remove(ID.writtenDraft)),

  'writtenAnswers.fixVoters': refused(({ writtenAnswers }) =>
    writtenAnswers.fixVoters(ID.writtenDraft, [VOTER]),
  ),
  'writtenAnswers.ofMeetings': finds(new Map(), ({ writtenAnswers }) =>
    writtenAnswers.ofMeetings([ID.written]),
  ),
  'writtenAnswers.votersOf': finds([], ({ writtenAnswers }) => writtenAnswers.votersOf(ID.written)),
  'writtenAnswers.holdVoter': finds(false, ({ writtenAnswers }) => writtenAnswers.holdVoter(ID.written, 1)),
  'writtenAnswers.answersOf': finds([], ({ writtenAnswers }) => writtenAnswers.answersOf(ID.written)),
  'writtenAnswers.answer': refused(({ writtenAnswers }) =>
    writtenAnswers.answer(ID.written, writtenAnswer(WORDS, 2)),
  ),
};
