import { DEFAULT_SETTINGS } from '../../../src/domain/settings.ts';
import { readWrittenAsked } from '../../../src/queries/written-meeting/asked.ts';
import { readBallot } from '../../../src/queries/written-meeting/ballot.ts';
import { readBegunFrom } from '../../../src/queries/written-meeting/begun.ts';
import {
  readToldFrom,
  readWrittenAmended,
  readWrittenCancelled,
} from '../../../src/queries/written-meeting/changed.ts';
import { readInvitations, readReached } from '../../../src/queries/written-meeting/invitations.ts';
import {
  readOutcomeOfRecord,
  readOutcomeToTell,
  readWrittenOutcome,
  readWrittenResultTold,
} from '../../../src/queries/written-meeting/outcome.ts';
import { readOwedBallots } from '../../../src/queries/written-meeting/owed.ts';
import { readAskedInWriting } from '../../../src/queries/written-meeting/progress.ts';
import { readUnansweredBallots } from '../../../src/queries/written-meeting/unanswered.ts';
import { AT, DAY, ID, SLACK_ID } from '../full-workspace/names.ts';
import { VOTER, writtenMeetingFacts } from '../full-workspace/written-meeting.ts';
import { aWrittenMeeting } from '../written-meetings.ts';
import { finds, type WallCase, WORDS } from './case.ts';

const WRITTEN = aWrittenMeeting({ id: ID.written, bodyId: ID.body });
/** One of the secretariat, who may be asked anything. */
const READER = { id: SLACK_ID, personId: ID.person, isSecretariat: true, posts: [] } as const;

/** What is read of 書面開催. */
export const WRITTEN_QUERY_CASES: Readonly<Record<string, WallCase>> = {
  readReached: finds(
    [],
    async (record) =>
      (await readReached(record, { bodyId: ID.body, voters: [VOTER] }, DAY, DEFAULT_SETTINGS)).invited,
  ),
  readBegunFrom: finds(undefined, async (record) => {
    await record.writtenMeetings.putCourse(ID.written, { plannedId: ID.meeting }).catch(() => undefined);
    return readBegunFrom(record, ID.meeting);
  }),
  readInvitations: finds(
    { ok: false, error: { field: 'voters', kind: 'not-members', named: [SLACK_ID] } },
    (record) => readInvitations(record, writtenMeetingFacts(WORDS), DAY, DEFAULT_SETTINGS),
  ),
  readWrittenAsked: finds(undefined, (record) =>
    readWrittenAsked('written-meeting-asked')(record, { subject: `written-meeting:${ID.written}:1` }, AT),
  ),
  readUnansweredBallots: finds([], (record) => readUnansweredBallots(record)),
  readOwedBallots: finds([], (record) => readOwedBallots(record, READER, AT)),
  readBallot: finds(undefined, (record) =>
    readBallot(record, { meetingId: ID.written, position: 1 }, DAY, true),
  ),
  readWrittenAmended: finds(undefined, (record) =>
    readWrittenAmended(
      record,
      {
        key: `written-meeting-amended:${ID.written}:1:2:1:${SLACK_ID}`,
        recipient: SLACK_ID,
        subject: `written-meeting:${ID.written}:1`,
      },
      AT,
    ),
  ),
  readWrittenCancelled: finds(undefined, (record) => readWrittenCancelled(record, [ID.written])),
  readToldFrom: finds({}, async (record) => (await readToldFrom(record, [SLACK_ID], AT))(SLACK_ID)),
  readAskedInWriting: finds([], async (record) => (await readAskedInWriting(record, WRITTEN)).answers),
  readWrittenOutcome: finds([], async (record) => {
    const outcome = await readWrittenOutcome(record, WRITTEN);
    return outcome === undefined ? [] : [...outcome.voters, ...outcome.answers];
  }),
  readOutcomeToTell: finds('gone', async (record) => {
    const outcome = await readOutcomeToTell(record, ID.written, AT, false);
    return outcome.ok ? 'found' : outcome.error.kind;
  }),
  readOutcomeOfRecord: finds(null, (record) => readOutcomeOfRecord(record, { writtenMeetingId: ID.written })),
  readWrittenResultTold: finds(undefined, (record) =>
    readWrittenResultTold('written-result')(record, [ID.written]),
  ),
};
