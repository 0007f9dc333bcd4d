import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NEUTRAL_RULES } from '../../../src/domain/body/body.ts';
import { addDays, localDate } from '../../../src/domain/calendar/local-date.ts';
import { STANDARD_CALENDAR } from '../../../src/domain/calendar/working-day.ts';
import { LINE_KINDS, type MorningWorld } from '../../../src/domain/morning/morning.ts';
import { planMorning } from '../../../src/domain/morning/plan.ts';
import { standingLines } from '../../../src/domain/morning/standing.ts';
import { subjectOf } from '../../../src/domain/subject.ts';
import { anAction } from '../../support/action-items.ts';
import {
  asked,
  departments,
  holds,
  inquiry,
  inquiryId,
  person,
  SECRETARIAT,
  world as worldWith,
} from '../../support/morning-world.ts';
import { aVoter, memberOf } from '../../support/written-meetings.ts';

const FIRST = localDate('2027-02-01');
/** Past 選任報告の締切り and its escalation. */
const day = fc.integer({ min: 0, max: 110 }).map((count) => addDays(FIRST, count));

const VOTER = aVoter(1, { personId: person(2).id, slackId: 'U0P2' });

/** A department of three sections with a 主任, one who is asked, and one whose account may be stopped; of all kinds something. */
const worldOf = (facts: {
  readonly due: string;
  readonly told: boolean;
  readonly stopped: boolean;
  readonly held: string;
  readonly guided: string;
  readonly videoEnd: string;
  readonly away: string;
  readonly postponed: string;
}): MorningWorld => {
  const appointments = [
    holds(1, 1, { role: 'chief' }),
    holds(2, 2, { guidePlannedAt: new Date(`${facts.guided}T09:00:00+09:00`) }),
    holds(3, 3, { who: facts.stopped ? { deactivatedAt: new Date('2027-02-01T12:00:00+09:00') } : {} }),
  ];
  const toldOf = (slackId: string) =>
    facts.told ? new Map([[slackId, FIRST]]) : new Map<string, typeof FIRST>();
  const places = departments(3, 1);
  return worldWith({
    departments: places,
    appointments,
    people: appointments.map((one) => one.person),
    away: [
      {
        id: 'away',
        personId: person(2).id,
        startsOn: localDate(facts.away),
        endsOn: addDays(localDate(facts.away), 9),
        recordedBy: SECRETARIAT,
      },
    ],
    inquiries: [
      inquiry(
        [
          asked(2, { told: toldOf('U0P2') }),
          asked(3, { told: toldOf('U0P3') }),
          asked(4),
          // Answered before it came to the one who has it now.
          asked(2, {
            role: 'chief',
            delegateId: person(3).id,
            isAnswered: true,
            told: new Map([['U0P1', FIRST]]),
          }),
        ],
        { askedOn: FIRST, dueOn: localDate(facts.due), collectBy: localDate(facts.due) },
      ),
    ],
    postponed: [
      {
        slackId: 'U0P2',
        ref: subjectOf('inquiry', asked(2).inquiryId, asked(2).sectionId, 'promoter'),
        until: localDate(facts.postponed),
      },
      // As sending it sets the morning on which its 主任 hears of とりまとめ.
      {
        slackId: 'U0P1',
        ref: subjectOf('inquiry-collect', inquiryId(1), places[0]?.id ?? ''),
        until: localDate(facts.postponed),
      },
    ],
    videos: [
      {
        id: 'video',
        date: { kind: 'days', first: FIRST, last: localDate(facts.videoEnd) },
        personIds: new Set([person(2).id]),
      },
    ],
    writtenMeetings: [
      {
        id: 'written',
        askedOn: FIRST,
        dueOn: localDate(facts.due),
        voters: [VOTER],
        unanswered: [{ voter: VOTER, askedOn: FIRST }],
        rules: NEUTRAL_RULES,
        members: [memberOf(VOTER, { person: person(2), copiedTo: ['U0P3'] })],
      },
    ],
    endingInWriting: [{ id: 'written', endedOn: localDate(facts.due) }],
    actionItems: [
      anAction({
        responsible: { kind: 'section', sectionId: asked(4).sectionId, departmentId: places[1]?.id ?? '' },
        dueOn: localDate(facts.due),
        createdAt: new Date(`${FIRST}T14:00:00+09:00`),
      }),
      anAction({
        id: 'of the one who may be away',
        responsible: { kind: 'person', person: person(2) },
        dueOn: localDate(facts.held),
        createdAt: new Date(`${facts.guided}T14:00:00+09:00`),
      }),
    ],
    preparations: [
      {
        id: 'prepared',
        date: { kind: 'day', day: localDate(facts.due) },
        preparesFrom: localDate(facts.held),
        confirmedOn: localDate(facts.guided),
      },
    ],
    held: [
      {
        kind: 'held-meeting',
        id: 'meeting',
        date: { kind: 'day', day: localDate(facts.held) },
        recordedBy: 'U0P2',
      },
      {
        kind: 'held-training',
        id: 'training',
        date: { kind: 'day', day: localDate(facts.held) },
        recordedBy: 'U0P1',
      },
    ],
  });
};

const worlds = fc
  .record({
    due: day,
    told: fc.boolean(),
    stopped: fc.boolean(),
    held: day,
    guided: day,
    videoEnd: day,
    away: day,
    postponed: day,
  })
  .map((facts) => ({ facts, world: worldOf(facts) }));

const EVERYBODY = ['U0P1', 'U0P2', 'U0P3', SECRETARIAT];

test('whatever a morning tells somebody of stands open for them on that day, in the same order', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(worlds, day, ({ world }, at) => {
      const today = STANDARD_CALENDAR.onOrAfter(at);
      const { messages } = planMorning(world, { after: addDays(FIRST, -1), day: today });
      for (const slackId of EVERYBODY) {
        const all = messages.find((message) => message.slackId === slackId)?.lines ?? [];
        for (const line of all) seen.add(line.kind);
        // What was answered before it came to them is told, and owed by nobody; of what another answers one is told too.
        const told = all.filter(({ kind }) => kind !== 'inquiry-answered' && kind !== 'written-told');
        const standing = standingLines(world, slackId, today);
        expect(
          standing.filter((line) => told.some(({ kind, ref }) => kind === line.kind && ref === line.ref)),
        ).toEqual(told);
      }
    }),
    { numRuns: 200 },
  );
  expect([...seen].sort()).toEqual([...LINE_KINDS].sort());
});

test('who is away, was told before or put something off still owes it', () => {
  fc.assert(
    fc.property(worlds, day, ({ facts, world: all }, at) => {
      const plain = { ...worldOf({ ...facts, told: false }), postponed: [] };
      const away = all.away.map((period) => ({ ...period, startsOn: FIRST, endsOn: addDays(FIRST, 90) }));
      for (const slackId of ['U0P2', 'U0P3'])
        expect(standingLines({ ...all, away }, slackId, at)).toEqual(standingLines(plain, slackId, at));
    }),
    { numRuns: 200 },
  );
});

test('a day that is no reminder day asks nothing of one who was told, and they owe it all the same', () => {
  const all = worldOf({
    due: '2027-03-20',
    told: true,
    stopped: false,
    held: '2027-04-01',
    guided: '2027-04-01',
    videoEnd: '2027-02-01',
    away: '2027-04-10',
    postponed: '2027-04-10',
  });
  const today = localDate('2027-02-15');
  const window = { after: localDate('2027-02-12'), day: today };
  expect(planMorning(all, window).messages.find(({ slackId }) => slackId === 'U0P2')).toBeUndefined();
  expect(standingLines(all, 'U0P2', today).map(({ kind }) => kind)).toEqual(['inquiry', 'written-meeting']);
});
