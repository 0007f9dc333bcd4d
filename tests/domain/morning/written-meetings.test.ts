import { describe, expect, test } from 'vitest';
import { type BodyRules, NEUTRAL_RULES } from '../../../src/domain/body/body.ts';
import type { BodyMember } from '../../../src/domain/body/member.ts';
import { addDays, localDate } from '../../../src/domain/calendar/local-date.ts';
import type { WrittenMeetingToPlan } from '../../../src/domain/morning/morning.ts';
import { planMorning } from '../../../src/domain/morning/plan.ts';
import { standingLines } from '../../../src/domain/morning/standing.ts';
import { SECRETARIAT, world } from '../../support/morning-world.ts';
import { aVoter, memberOf } from '../../support/written-meetings.ts';

const on = localDate;
const CHAIR = aVoter(1);
const SECOND = aVoter(2);
const ON_PAPER = aVoter(3, { slackId: null });

/** Asked on Thu 2023-07-27 and due on Thu 2023-08-10; of these nobody has answered. */
const written = (
  members: readonly BodyMember[],
  facts: Partial<WrittenMeetingToPlan> & { readonly proxy?: BodyRules['proxy'] } = {},
): WrittenMeetingToPlan => {
  const { proxy = 'none', ...rest } = facts;
  const voters = facts.voters ?? [SECOND];
  return {
    id: 'written',
    askedOn: on('2023-07-27'),
    dueOn: on('2023-08-10'),
    voters,
    unanswered: voters.map((voter) => ({ voter, askedOn: facts.askedOn ?? on('2023-07-27') })),
    rules: { ...NEUTRAL_RULES, proxy },
    members,
    ...rest,
  };
};

/** Who is told of what, morning by morning, from July to the end of August. */
const told = (meeting: WrittenMeetingToPlan, facts: Parameters<typeof world>[0] = {}): readonly string[] => {
  const { calendar } = world({});
  const lines: string[] = [];
  for (let day = on('2023-07-20'); day <= on('2023-08-31'); day = calendar.nextWorkingDay(day)) {
    const window = { after: calendar.addWorkingDays(day, -1), day };
    for (const { slackId, lines: owed } of planMorning(
      world({ writtenMeetings: [meeting], ...facts }),
      window,
    ).messages)
      lines.push(...owed.map(({ kind, ref }) => `${day} ${slackId} ${kind} ${ref.split(':').at(-1)}`));
  }
  return lines;
};

/** Only the days on which the second 回答者 is told. */
const days = (facts: Parameters<typeof written>[1], worldFacts: Parameters<typeof world>[0] = {}) =>
  told(written([memberOf(SECOND)], facts), worldFacts).map((line) => line.slice(0, 10));

describe('who has not answered is told 3 and 1 working days before the due day', () => {
  test.each<[string, Parameters<typeof written>[1], readonly string[]]>([
    ['due on Thu 10 August', {}, ['2023-08-07', '2023-08-09']],
    ['due on Mon 14 August: Fri 11 is 山の日', { dueOn: on('2023-08-14') }, ['2023-08-08', '2023-08-10']],
    ['due on Sat 12 August, a closing day', { dueOn: on('2023-08-12') }, ['2023-08-08', '2023-08-10']],
    ['not on the day of asking', { askedOn: on('2023-08-07') }, ['2023-08-09']],
    ['nor on the working day after it', { askedOn: on('2023-08-08') }, []],
    ['asked the day before', { askedOn: on('2023-08-09') }, []],
    [
      'asked again on Mon 7 August, for a 案件 was amended',
      { unanswered: [{ voter: SECOND, askedOn: on('2023-08-07') }] },
      ['2023-08-09'],
    ],
    ['who has answered, nobody', { unanswered: [] }, []],
  ])('%s', (_, facts, expected) => {
    expect(days(facts)).toEqual(expected);
  });

  test('nobody hears of it after the due day, whatever mornings there were not', () => {
    const meeting = written([memberOf(SECOND)]);
    const lines = (after: string, day: string) =>
      planMorning(world({ writtenMeetings: [meeting] }), { after: on(after), day: on(day) }).messages.length;
    expect([lines('2023-08-04', '2023-08-10'), lines('2023-08-04', '2023-08-14')]).toEqual([1, 0]);
  });

  test('who is 不在 hears of it when they are back, if that is no later than the due day', () => {
    const away = (startsOn: string, endsOn: string) => ({
      people: [memberOf(SECOND).person],
      away: [
        {
          id: 'a',
          personId: SECOND.personId,
          startsOn: on(startsOn),
          endsOn: on(endsOn),
          recordedBy: SECRETARIAT,
        },
      ],
    });
    expect(days({}, away('2023-08-07', '2023-08-09'))).toEqual(['2023-08-10']);
    expect(days({}, away('2023-08-07', '2023-08-10'))).toEqual([]);
    // 開催案内 itself comes when they are back: on Mon 7, on Tue 8 and on Wed 9 August.
    expect(days({}, away('2023-07-26', '2023-08-06'))).toEqual(['2023-08-09']);
    expect(days({}, away('2023-07-26', '2023-08-07'))).toEqual([]);
    expect(days({}, away('2023-07-26', '2023-08-08'))).toEqual([]);
  });
});

describe('on its mornings it is told to', () => {
  const SUCCESSOR = aVoter(9, { title: SECOND.title });
  const left = [
    memberOf(SECOND, { endsOn: on('2023-08-07') }),
    memberOf(SUCCESSOR, { startsOn: on('2023-08-08') }),
  ];
  test.each<[string, WrittenMeetingToPlan, readonly string[]]>([
    [
      'the 回答者, and with them 通知も受ける人; 代理入力できる人 hear nothing',
      written([memberOf(SECOND, { copiedTo: ['U0COPIED'], proxies: ['U0AIDE'] })]),
      [
        '2023-08-07 U0VOTER2 written-meeting 2',
        '2023-08-07 U0COPIED written-told 2',
        '2023-08-09 U0VOTER2 written-meeting 2',
        '2023-08-09 U0COPIED written-told 2',
      ],
    ],
    [
      'one who is both with the 回答者',
      written([memberOf(SECOND, { copiedTo: ['U0BOTH'], proxies: ['U0BOTH'] })]),
      [
        '2023-08-07 U0VOTER2 written-meeting 2',
        '2023-08-07 U0BOTH written-meeting 2',
        '2023-08-09 U0VOTER2 written-meeting 2',
        '2023-08-09 U0BOTH written-meeting 2',
      ],
    ],
    [
      'the secretariat and 代理入力できる人 for one without Slack',
      written([memberOf(ON_PAPER, { proxies: ['U0AIDE'] })], { voters: [ON_PAPER] }),
      [
        '2023-08-07 U0AIDE written-meeting 3',
        `2023-08-07 ${SECRETARIAT} written-meeting 3`,
        '2023-08-09 U0AIDE written-meeting 3',
        `2023-08-09 ${SECRETARIAT} written-meeting 3`,
      ],
    ],
    [
      'the secretariat for one whose account was stopped',
      written([memberOf(SECOND, { person: { ...memberOf(SECOND).person, deactivatedAt: new Date(0) } })]),
      [`2023-08-07 ${SECRETARIAT} written-meeting 2`, `2023-08-09 ${SECRETARIAT} written-meeting 2`],
    ],
    [
      'who left, and from then on their successor too where the body lets one answer as 代理',
      written(left, { proxy: 'allowed' }),
      [
        '2023-08-07 U0VOTER2 written-meeting 2',
        '2023-08-09 U0VOTER2 written-meeting 2',
        '2023-08-09 U0VOTER9 written-meeting 2',
      ],
    ],
    [
      'only who left where it does not',
      written(left),
      ['2023-08-07 U0VOTER2 written-meeting 2', '2023-08-09 U0VOTER2 written-meeting 2'],
    ],
    [
      'one whose seat was taken out of the record since',
      written([]),
      ['2023-08-07 U0VOTER2 written-meeting 2', '2023-08-09 U0VOTER2 written-meeting 2'],
    ],
    [
      'each of several for themselves',
      written([memberOf(CHAIR), memberOf(SECOND)], {
        voters: [CHAIR, SECOND],
        unanswered: [{ voter: CHAIR, askedOn: on('2023-07-27') }],
      }),
      ['2023-08-07 U0VOTER1 written-meeting 1', '2023-08-09 U0VOTER1 written-meeting 1'],
    ],
  ])('%s', (_, meeting, expected) => {
    expect(told(meeting)).toEqual(expected);
  });
});

test('people whom Slack does not reach are counted on the mornings on which they would hear', () => {
  const meeting = written([memberOf(ON_PAPER)], { voters: [ON_PAPER] });
  const skipped = (day: string) =>
    planMorning(world({ writtenMeetings: [meeting] }), { after: addDays(on(day), -1), day: on(day) }).skipped
      .skippedWithoutSlack;
  expect([skipped('2023-08-08'), skipped('2023-08-09')]).toEqual([0, 1]);
});

describe('it stands open', () => {
  const standsFor = (slackId: string, meeting: WrittenMeetingToPlan): readonly string[] =>
    ['2023-07-26', '2023-07-27', '2023-08-10', '2023-08-11'].filter(
      (day) => standingLines(world({ writtenMeetings: [meeting] }), slackId, on(day)).length > 0,
    );
  test.each([
    ['U0VOTER2', ['2023-07-27', '2023-08-10']],
    ['U0AIDE', ['2023-07-27', '2023-08-10']],
    ['U0COPIED', []],
    [SECRETARIAT, []],
  ])('from the day of asking to the due day, for %s: %j', (slackId, expected) => {
    expect(
      standsFor(slackId, written([memberOf(SECOND, { copiedTo: ['U0COPIED'], proxies: ['U0AIDE'] })])),
    ).toEqual(expected);
  });
});
