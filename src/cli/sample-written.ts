import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { type Actor, plainStaff } from '../domain/actor.ts';
import { currentFiscalYear } from '../domain/calendar/fiscal-year.ts';
import { instantInTokyo, type LocalDate, todayInTokyo } from '../domain/calendar/local-date.ts';
import { STANDARD_CALENDAR } from '../domain/calendar/working-day.ts';
import type { Result } from '../domain/result.ts';
import { WrittenAnswerDraft } from '../domain/written-meeting/answer.ts';
import { WrittenResultDraft } from '../domain/written-meeting/result.ts';
import { WrittenMeetingDraft } from '../domain/written-meeting/written-meeting.ts';
import type { ServiceDeps } from '../services/service-deps.ts';
import { announceWrittenResult } from '../services/written-meeting/announce.ts';
import { answerWrittenMeeting } from '../services/written-meeting/answer.ts';
import { openWrittenMeeting } from '../services/written-meeting/open.ts';
import { openWrittenResult } from '../services/written-meeting/open-result.ts';
import { saveWrittenMeeting } from '../services/written-meeting/save.ts';
import { saveWrittenResult } from '../services/written-meeting/save-result.ts';
import type { Files } from '../slack/files.ts';
import { PRACTICE_SECRETARY } from './practice-people.ts';

/** A 書面開催 gone by: its days in working days from today, what each 回答者 said, by position, and what came of it. */
const Sample = z.object({
  body: z.string(),
  documentNumber: z.string(),
  invitation: z.string(),
  items: z.string(),
  documents: z.string(),
  asked: z.number().int(),
  due: z.number().int(),
  told: z.number().int(),
  answers: z.array(
    z.object({ voter: z.number().int(), receivedBy: z.string().optional() }).catchall(z.string()),
  ),
  result: z.record(z.string(), z.string()),
});

const FILE = new URL('../../prisma/sample/written.json', import.meta.url);

/** What a step gave; the sample is ours, so one that is not taken is a mistake of ours. */
const given = <Value>(step: string, outcome: Result<Value, { readonly kind: string }>): Value => {
  if (!outcome.ok) throw new Error(`the sample 書面開催 was not taken at ${step}: ${outcome.error.kind}`);
  return outcome.value;
};

const noFiles: Files = { read: async () => ({ ok: false, problem: 'gone' }) };

/**
 * A 書面開催 of the year under way, asked, answered and told of as people would have done it on its days. Its members are in the record
 * already, and nothing of it is sent but its result, when the bot starts, and to the secretariat that it was recorded.
 */
export const enterWrittenMeeting = async ({ clock, db }: ServiceDeps, workspaceId: string): Promise<void> => {
  const sample = Sample.parse(JSON.parse(readFileSync(FILE, 'utf8')));
  const today = todayInTokyo(clock.now());
  const dayOf = (days: number): LocalDate => STANDARD_CALENDAR.addWorkingDays(today, days);
  const on = (days: number) => {
    const at = instantInTokyo(dayOf(days), '10:00');
    return { db, clock: { now: () => at }, files: noFiles };
  };
  const { bodies, bodyMembers, writtenAnswers } = db.record(workspaceId);
  const body = (await bodies.nameable(currentFiscalYear(today))).find(({ name }) => name === sample.body);
  if (body === undefined) throw new Error(`no body ${sample.body}`);
  const people = (await bodyMembers.all(body.id)).map(({ person }) => person);
  const secretary: Actor = { ...plainStaff(workspaceId, PRACTICE_SECRETARY), isSecretariat: true };
  const meetingId = randomUUID();
  const form = <Draft>(draft: Draft) => ({ key: randomUUID(), draft });

  const draft = WrittenMeetingDraft.parse({
    ...sample,
    bodyId: body.id,
    dueOn: dayOf(sample.due),
    voters: people.flatMap(({ slackId }) => slackId ?? []),
    votersWithoutSlack: people.flatMap(({ slackId, name }) => (slackId === null ? [name] : [])).join('\n'),
    sending: 'now',
  });
  const asking = on(sample.asked);
  const saved = given(
    'saving',
    await saveWrittenMeeting(asking, { meetingId, revision: 0 }, form(draft), secretary),
  );
  given(
    'opening',
    await openWrittenMeeting(asking, { meetingId, ...saved }, form('now' as const), secretary),
  );

  const voters = await writtenAnswers.votersOf(meetingId);
  const answering = on(sample.asked + 1);
  for (const { voter: position, ...said } of sample.answers) {
    const voter = voters.find((one) => one.position === position);
    const isOnBehalf = said.receivedBy !== undefined;
    const actor: Actor = isOnBehalf
      ? secretary
      : { ...plainStaff(workspaceId, voter?.slackId ?? ''), personId: voter?.personId ?? null };
    const received = isOnBehalf ? { receivedOn: dayOf(sample.asked + 1) } : {};
    const opened = {
      meetingId,
      position,
      as: isOnBehalf ? 'on-behalf' : 'own',
      versions: [1, 1],
      answers: 0,
    } as const;
    const answer = form(WrittenAnswerDraft.parse({ ...said, ...received }));
    given('answering', await answerWrittenMeeting(answering, opened, answer, actor));
  }

  const telling = on(sample.told);
  const opened = given('the answers', await openWrittenResult(telling, meetingId, secretary));
  const seen = { meetingId, revision: opened.meeting.revision, basis: opened.basis, offered: '' };
  const result = form(WrittenResultDraft.parse(sample.result));
  const kept = given('the result', await saveWrittenResult(telling, seen, result, secretary));
  given(
    'telling',
    await announceWrittenResult(telling, { meetingId, ...kept }, form('now' as const), secretary),
  );
};
