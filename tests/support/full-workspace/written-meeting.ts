import type { WorkspaceRecord } from '../../../src/db/database.ts';
import type { WrittenAnswer } from '../../../src/domain/written-meeting/answer.ts';
import type { Voter } from '../../../src/domain/written-meeting/voter.ts';
import type {
  WrittenItem,
  WrittenMeetingFacts,
} from '../../../src/domain/written-meeting/written-meeting.ts';
import { AT, DAY, ID, MARK, SLACK_ID } from './names.ts';

export const writtenMeetingFacts = (text: string): WrittenMeetingFacts => ({
  bodyId: ID.body,
  documentNumber: text,
  invitation: text,
  documents: '',
  dueOn: DAY,
  voters: [SLACK_ID],
  votersWithoutSlack: '',
});

export const writtenItem = (text: string, version = 1): WrittenItem => ({
  position: 1,
  version,
  text,
  kind: 'deliberation',
});

/** The person of the full workspace, asked as the member that they are. */
export const VOTER: Voter = {
  position: 1,
  memberId: ID.member,
  personId: ID.person,
  slackId: SLACK_ID,
  name: `${MARK}花子`,
  title: MARK,
  office: 'chair',
};

export const writtenAnswer = (text: string, number = 1): WrittenAnswer => ({
  voter: 1,
  number,
  at: AT,
  by: SLACK_ID,
  proxy: null,
  received: { by: 'paper', on: DAY },
  votes: [{ position: 1, version: 1, choice: 'object', opinion: text }],
});

/** A 書面開催 that was sent, answered and amended, which is the meeting of the record, and the draft of another. */
export const fillWrittenMeeting = async (record: WorkspaceRecord): Promise<void> => {
  const { writtenMeetings, writtenAnswers } = record;
  const made = { by: SLACK_ID, at: AT };
  for (const id of [ID.written, ID.writtenDraft])
    await writtenMeetings.create(id, writtenMeetingFacts(MARK), [writtenItem(MARK)], made);
  await writtenAnswers.fixVoters(ID.written, [VOTER]);
  await writtenMeetings.putCourse(ID.written, { state: 'open', sentAt: AT, askedOn: DAY });
  await writtenAnswers.answer(ID.written, writtenAnswer(MARK));
  await writtenMeetings.putResult(ID.written, {
    decisions: [{ position: 1, result: 'approved', reply: MARK }],
    notice: MARK,
    noticeOffered: false,
    basis: null,
  });
  await writtenMeetings.amend(ID.written, writtenItem(MARK, 2), { ...made, reason: MARK });
  for (const id of [ID.written, ID.writtenDraft]) await writtenMeetings.putFiles(id, [ID.stored]);
  await writtenMeetings.putCourse(ID.written, { announcedAt: AT, recordId: ID.meeting });
};
