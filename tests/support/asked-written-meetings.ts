import { randomUUID } from 'node:crypto';
import type { Database } from '../../src/db/database.ts';
import { trusted } from '../../src/domain/actor.ts';
import { isMemberOn } from '../../src/domain/body/member.ts';
import { localDate, todayInTokyo } from '../../src/domain/calendar/local-date.ts';
import { succeed } from '../../src/domain/result.ts';
import { endOf, isDecided } from '../../src/domain/written-meeting/answer.ts';
import { recordedFrom } from '../../src/domain/written-meeting/result.ts';
import { votersOf } from '../../src/domain/written-meeting/voter.ts';
import { itemsFrom, type WrittenMeetingFacts } from '../../src/domain/written-meeting/written-meeting.ts';
import { readWrittenOutcome } from '../../src/queries/written-meeting/outcome.ts';

/** What is asked unless a test asks otherwise: due Thu 2026-12-10. */
const PLAIN = {
  documentNumber: '豊コ第80号',
  invitation: '',
  documents: '',
  dueOn: localDate('2026-12-10'),
};

/**
 * Puts a 書面開催 into the record as it is once it was opened, past every form, asked on the day of `at` of all who are members then;
 * gives its id.
 */
export const putWrittenMeeting = async (
  db: Database,
  workspaceId: string,
  at: Date,
  {
    items = '市の調査・検討について(審議)\n年間スケジュールについて',
    ...facts
  }: Pick<WrittenMeetingFacts, 'bodyId'> & Partial<WrittenMeetingFacts> & { readonly items?: string },
): Promise<string> => {
  const id = randomUUID();
  const askedOn = todayInTokyo(at);
  const act = { actor: trusted(workspaceId, 'cli:test', 'cli'), action: 'put-written-meeting', at };
  await db.act(act, async (record) => {
    const members = (await record.bodyMembers.all(facts.bodyId)).filter((one) => isMemberOn(one, askedOn));
    const named = {
      voters: members.flatMap(({ person: { slackId } }) => slackId ?? []),
      votersWithoutSlack: members
        .flatMap(({ person: { slackId, name } }) => (slackId === null ? [name] : []))
        .join('\n'),
    };
    const [read, voters] = [itemsFrom({ items }), votersOf(named, members)];
    if (!read.ok || !voters.ok) throw new Error('nothing is asked, or of nobody');
    await record.writtenMeetings.create(id, { ...PLAIN, ...named, ...facts }, read.value, {
      by: 'cli:test',
      at,
    });
    await record.writtenAnswers.fixVoters(id, voters.value);
    await record.writtenMeetings.putCourse(id, { state: 'open', sentAt: at, askedOn });
    return succeed(null);
  });
  return id;
};

/** The same when its answers have ended and a result was put together, 承認 of all that is deliberated; nobody is told yet. */
export const putDecidedWrittenMeeting = async (
  ...put: Parameters<typeof putWrittenMeeting>
): Promise<string> => {
  const [db, workspaceId, at] = put;
  const id = await putWrittenMeeting(...put);
  const act = { actor: trusted(workspaceId, 'cli:test', 'cli'), action: 'decide-written-meeting', at };
  await db.act(act, async (record) => {
    const meeting = await record.writtenMeetings.find(id);
    const outcome = meeting && (await readWrittenOutcome(record, meeting));
    if (outcome === undefined) throw new Error('it was put there');
    await record.writtenMeetings.putCourse(id, { state: 'closed', endedAt: at });
    await record.writtenMeetings.putResult(id, {
      decisions: outcome.items.map(({ item }) => ({
        position: item.position,
        result: isDecided(item) ? 'approved' : null,
        reply: '',
      })),
      notice: '結果をお知らせします。',
      noticeOffered: false,
      basis: outcome.basis,
    });
    return succeed(null);
  });
  return id;
};

/** The same when its result was told: its id, and that of the meeting of the record that it is. */
export const putAnnouncedWrittenMeeting = async (
  ...put: Parameters<typeof putWrittenMeeting>
): Promise<{ readonly meetingId: string; readonly recordId: string }> => {
  const [db, workspaceId, at] = put;
  const id = await putDecidedWrittenMeeting(...put);
  const recordId = randomUUID();
  const act = { actor: trusted(workspaceId, 'cli:test', 'cli'), action: 'announce-written-result', at };
  await db.act(act, async ({ meetings, writtenMeetings }) => {
    const meeting = await writtenMeetings.find(id);
    if (meeting === undefined) throw new Error('it was put there');
    const told = endOf(meeting);
    const made = { by: 'cli:test', forSection: null, at: told, confirmed: true, heldConfirmed: true };
    await meetings.create(recordId, recordedFrom(meeting, { writtenNote: '開催案内送付' }), made);
    await writtenMeetings.putCourse(id, { state: 'announced', announcedAt: told, recordId });
    return succeed(null);
  });
  return { meetingId: id, recordId };
};
