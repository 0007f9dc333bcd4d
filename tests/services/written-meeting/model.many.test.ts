import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { localDate } from '../../../src/domain/calendar/local-date.ts';
import { CHOICES, type Choice } from '../../../src/domain/written-meeting/answer.ts';
import { progressOf, tallyOf } from '../../../src/domain/written-meeting/tally.ts';
import { amendWrittenItem } from '../../../src/services/written-meeting/amend.ts';
import { closeOverWrittenMeetings } from '../../../src/services/written-meeting/close-over.ts';
import { type StepOfWrittenMeeting, stepWrittenMeeting } from '../../../src/services/written-meeting/step.ts';
import { ask } from '../../support/desk.ts';
import { openWrittenDesk, type WrittenDesk } from '../../support/written-meeting-desk.ts';

const MEMBERS = 3;
const TIMES = 30;

let desk: WrittenDesk;
beforeAll(async () => {
  desk = await openWrittenDesk(MEMBERS);
});
afterAll(() => desk.stop());

/** What may be done to a 書面開催. A stale form is one that was opened before every amendment. */
type Step =
  | {
      readonly kind: 'answer' | 'on-behalf';
      readonly position: number;
      readonly choices: readonly [Choice, Choice];
      readonly isStale: boolean;
      readonly daysAgo: number;
    }
  | { readonly kind: 'amend'; readonly item: number }
  | { readonly kind: 'extend' | 'reopen'; readonly days: number }
  | { readonly kind: 'close' | 'job' | 'hours' };

const answers = fc.record({
  kind: fc.constantFrom('answer' as const, 'on-behalf' as const),
  position: fc.integer({ min: 1, max: MEMBERS }),
  choices: fc.tuple(fc.constantFrom(...CHOICES), fc.constantFrom(...CHOICES)),
  isStale: fc.boolean(),
  daysAgo: fc.nat(2),
});
const steps = fc.array(
  fc.oneof(
    { weight: 8, arbitrary: answers },
    {
      weight: 2,
      arbitrary: fc.record({ kind: fc.constant('amend' as const), item: fc.integer({ min: 1, max: 2 }) }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constantFrom('extend' as const, 'reopen' as const),
        days: fc.integer({ min: 1, max: 2 }),
      }),
    },
    {
      weight: 4,
      arbitrary: fc.record({ kind: fc.constantFrom('close' as const, 'job' as const, 'hours' as const) }),
    },
  ),
  { minLength: 8, maxLength: 20 },
);

const later = (now: Date, hours: number): string => new Date(now.getTime() + hours * 3_600_000).toISOString();
const dayAfter = (now: Date, days: number) => localDate(later(now, days * 24 + 9).slice(0, 10));

/** What chance alone does not bring about each time: a late answer, and one after the 書面開催 was reopened. */
const anAnswer = { choices: ['object', 'agree'], isStale: false, daysAgo: 0 } as const;
const CLOSED_AND_REOPENED: Step[] = [
  { kind: 'answer', ...anAnswer, position: 1 },
  { kind: 'hours' },
  { kind: 'hours' },
  { kind: 'hours' },
  { kind: 'job' },
  { kind: 'answer', ...anAnswer, position: 2 },
  { kind: 'reopen', days: 2 },
  { kind: 'amend', item: 1 },
  { kind: 'answer', ...anAnswer, position: 3 },
];

/** Does one step through the use cases, whatever they answer: what is refused must change nothing. */
const take = async (step: Step, meetingId: string, place: number): Promise<void> => {
  const now = desk.clock.now();
  const secretary = desk.secretary;
  const by = (taken: StepOfWrittenMeeting) => stepWrittenMeeting(desk, { meetingId }, taken, secretary);
  switch (step.kind) {
    case 'answer':
    case 'on-behalf': {
      const opened = step.isStale ? { versions: [1, 1] } : {};
      const received = { receivedOn: dayAfter(now, -step.daysAgo) };
      // The second 案件 is no 審議: nobody can object to it.
      const [first, second] = step.choices;
      const choices = [first, second === 'object' ? 'agree' : second] as const;
      const how = step.kind === 'answer' ? { opened } : { opened, received, by: secretary };
      await desk.say(meetingId, step.position, choices, how);
      return;
    }
    case 'amend': {
      const revision = (await desk.record.writtenMeetings.find(meetingId))?.revision ?? 0;
      const text = `${step.item}つめの${place}回目の訂正${step.item === 1 ? '(審議)' : ''}`;
      const form = { key: desk.nextKey(), draft: { item: step.item, text, reason: '誤記' } };
      await amendWrittenItem(desk, { meetingId, revision }, form, secretary);
      return;
    }
    case 'extend':
    case 'reopen':
      await by({ step: step.kind, dueOn: dayAfter(now, step.days), reason: '理由' });
      return;
    case 'close':
      await by({ step: 'close' });
      return;
    case 'job':
      await closeOverWrittenMeetings(desk, desk.workspaceId);
      return;
    case 'hours':
      desk.clock.set(later(now, 16));
  }
};

/** The same numbers, counted over the rows by nothing but SQL. */
const COUNTED = `
  with meeting as (
    select *, (due_on + 1)::timestamp at time zone 'Asia/Tokyo' as over from written_meeting where id = $1
  ), standing as (
    select position, max(version) as version from written_item where meeting_id = $1 group by position
  ), counting as (
    select distinct on (v.voter, v.position) v.voter, v.position, v.choice
    from meeting m join written_answer a on a.meeting_id = m.id
    join written_vote v on (v.meeting_id, v.voter, v.number) = (a.meeting_id, a.voter, a.number)
    join standing s on (s.position, s.version) = (v.position, v.version)
    where case when a.received_on is null then a.at < m.over else a.received_on <= m.due_on end
      and not (m.ended_at is not null and m.ended_at < m.over and a.at >= m.ended_at)
    order by v.voter, v.position, v.number desc
  )
  select s.position,
    count(*) filter (where c.choice in ('agree', 'agreeWithOpinion'))::int as agreed,
    count(*) filter (where c.choice = 'agreeWithOpinion')::int as "withOpinion",
    count(*) filter (where c.choice = 'object')::int as objected,
    count(*) filter (where c.choice is null)::int as unanswered,
    (select count(*)::int from written_voter w where w.meeting_id = $1
      and (select count(*) from counting d where d.voter = w.position) = 2) as answered
  from standing s cross join written_voter w
  left join counting c on c.position = s.position and c.voter = w.position
  where w.meeting_id = $1 group by s.position order by s.position`;

test('whatever comes in which order, every number is a count over the rows, and no answer is lost', async () => {
  const reached = { late: 0, stale: 0, reopened: 0, objected: 0 };
  await fc.assert(
    fc.asyncProperty(steps, async (taken) => {
      desk.clock.set('2023-07-26T10:00:00+09:00');
      const meetingId = await desk.begin({ dueOn: '2023-07-27' });
      const { writtenMeetings, writtenAnswers } = desk.record;
      let kept = 0;
      for (const [place, step] of taken.entries()) {
        const before = await writtenMeetings.find(meetingId);
        await take(step, meetingId, place + 1);
        const [meeting, voters, given] = await Promise.all([
          writtenMeetings.find(meetingId),
          writtenAnswers.votersOf(meetingId),
          writtenAnswers.answersOf(meetingId),
        ]);
        if (meeting === undefined) throw new Error('it was begun');
        const { asked, answered } = progressOf(meeting, voters, given);
        const tally = tallyOf(meeting, voters, given).map(({ item, ...counted }) => ({
          position: item.position,
          ...counted,
          answered,
        }));
        expect(tally).toEqual(await ask(desk.database, COUNTED, [meetingId]));
        expect(asked).toBe(MEMBERS);
        expect(given.length).toBeGreaterThanOrEqual(kept);
        kept = given.length;
        if (before?.state === 'closed' && meeting.state === 'open') reached.reopened += 1;
        if (
          meeting.state === 'closed' &&
          given.some(({ at }) => meeting.endedAt !== null && at >= meeting.endedAt)
        )
          reached.late += 1;
        if (meeting.items.some(({ version }) => version > 1) && given.length > 0) reached.stale += 1;
        if (tally.some(({ objected }) => objected > 0)) reached.objected += 1;
      }
    }),
    { numRuns: TIMES, examples: [[CLOSED_AND_REOPENED]] },
  );
  expect(Object.entries(reached).filter(([, times]) => times === 0)).toEqual([]);
}, 120_000);
