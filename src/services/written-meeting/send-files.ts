import type { WorkspaceRecord } from '../../db/database.ts';
import type { Actor } from '../../domain/actor.ts';
import { NEUTRAL_RULES } from '../../domain/body/body.ts';
import { fiscalYearOf } from '../../domain/calendar/fiscal-year.ts';
import { type LocalDate, todayInTokyo } from '../../domain/calendar/local-date.ts';
import { may } from '../../domain/permission.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { subjectOf } from '../../domain/subject.ts';
import { votesAs } from '../../domain/written-meeting/voter.ts';
import type { WrittenMeeting } from '../../domain/written-meeting/written-meeting.ts';
import type { FileToSend, Uploads } from '../../slack/uploads.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** Whether it was sent to this person, who answers or is told too, or their body is asked. */
const isTheirs = async (
  { bodies, bodyMembers, writtenAnswers }: WorkspaceRecord,
  { id, state, bodyId, dueOn }: WrittenMeeting,
  actor: Actor,
  day: LocalDate,
): Promise<boolean> => {
  if (state === 'draft') return false;
  const [voters, members, rules = NEUTRAL_RULES] = await Promise.all([
    writtenAnswers.votersOf(id),
    bodyMembers.all(bodyId),
    bodies.find(bodyId, fiscalYearOf(dueOn)),
  ]);
  const asked = new Set(voters.map(({ memberId }) => memberId));
  return (
    actor.memberOf.includes(bodyId) ||
    members.some((member) => asked.has(member.id) && member.copiedTo.includes(actor.id)) ||
    voters.some((voter) => votesAs(actor, voter, voters, { rules, members, day }) !== undefined)
  );
};

/** Sends the 資料 that are files to one who may see them, in the bot's direct messages, with a word each; gives how many. */
export const sendWrittenFiles = async (
  { clock, db, uploads }: ServiceDeps & { readonly uploads: Pick<Uploads, 'send'> },
  meetingId: string,
  wordsFor: (name: string) => string,
  actor: Actor,
): Promise<Result<number, Refusal>> => {
  const at = clock.now();
  const act = { actor, action: 'send-written-files', at, subject: subjectOf('written-meeting', meetingId) };
  const found = await db.look<readonly FileToSend[], Refusal>(act, async (record) => {
    const meeting = await record.writtenMeetings.find(meetingId);
    if (meeting === undefined) return refuse({ kind: 'gone' });
    if (!may(actor, 'manage-written-meeting') && !(await isTheirs(record, meeting, actor, todayInTokyo(at))))
      return refuse({ kind: 'not-allowed', who: 'member' });
    const files = await Promise.all(meeting.files.map(({ id }) => record.storedFiles.find(id)));
    const there = files.filter((file) => file !== undefined);
    return there.length === 0 ? refuse({ kind: 'gone' }) : succeed(there);
  });
  if (!found.ok) return found;
  for (const file of found.value) {
    const sent = await uploads.send(actor.id, file, wordsFor(file.name));
    if (!sent.ok) return sent;
  }
  return succeed(found.value.length);
};
