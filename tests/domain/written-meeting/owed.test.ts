import { describe, expect, test } from 'vitest';
import { NEUTRAL_RULES } from '../../../src/domain/body/body.ts';
import type { BodyMember } from '../../../src/domain/body/member.ts';
import { localDate } from '../../../src/domain/calendar/local-date.ts';
import type { WrittenAnswer } from '../../../src/domain/written-meeting/answer.ts';
import {
  answeredBy,
  ballotRelation,
  itemsAskedAgain,
  lastAskedOn,
} from '../../../src/domain/written-meeting/owed.ts';
import { anAnswerOf, anItem, aVoter, aWrittenMeeting, memberOf } from '../../support/written-meetings.ts';

const day = localDate('2023-08-01');

describe('what one 回答者 has answered', () => {
  const FIRST = anItem();
  const SECOND = anItem({ position: 2, text: '年間予定について', kind: null });
  const AMENDED = anItem({ version: 2, text: '市の調査・検討(第2版)について' });
  const versions = [
    { ...FIRST, reason: '', at: new Date('2023-07-26T10:00:00+09:00') },
    { ...AMENDED, reason: '', at: new Date('2023-08-04T23:30:00+09:00') },
    { ...SECOND, reason: '', at: new Date('2023-07-26T10:00:00+09:00') },
  ];
  const both = anAnswerOf(1, ['agree', 'agree']);
  const again = anAnswerOf(1, [], {
    number: 2,
    votes: [
      { position: 1, version: 2, choice: 'agree', opinion: '' },
      { position: 2, version: 1, choice: 'agree', opinion: '' },
    ],
  });
  const late = anAnswerOf(1, ['agree', 'agree'], { at: new Date('2023-08-11T00:00:00+09:00') });
  test.each<[string, readonly WrittenAnswer[], boolean, string, readonly number[], string]>([
    ['nothing', [], false, 'no', [], '2023-07-27'],
    ['both 案件', [both], false, 'all', [], '2023-07-27'],
    ['both before the first was amended', [both], true, 'some', [1], '2023-08-04'],
    ['nothing when it was amended', [], true, 'no', [], '2023-07-27'],
    ['it again afterwards', [both, again], true, 'all', [], '2023-07-27'],
    ['only after the end', [late], false, 'some', [], '2023-07-27'],
  ])('%s', (_, answers, isAmended, answered, askedAgain, askedOn) => {
    const meeting = {
      ...aWrittenMeeting({ items: [isAmended ? AMENDED : FIRST, SECOND] }),
      askedOn: localDate('2023-07-27'),
    };
    expect([
      answeredBy(meeting, answers),
      itemsAskedAgain(meeting, answers).map(({ position }) => position),
      lastAskedOn(meeting, answers, versions),
    ]).toEqual([answered, askedAgain, askedOn]);
  });
});

describe('how one who reads of it stands to it', () => {
  const VOTER = aVoter(2);
  const SUCCESSOR = aVoter(9, { title: VOTER.title });
  const own = memberOf(VOTER, { copiedTo: ['U0COPIED', 'U0BOTH'], proxies: ['U0AIDE', 'U0BOTH'] });
  const left = [
    memberOf(VOTER, { endsOn: localDate('2023-07-31') }),
    memberOf(SUCCESSOR, { startsOn: localDate('2023-08-01') }),
  ];
  const without = aVoter(2, { slackId: null });
  const allowed = { ...NEUTRAL_RULES, proxy: 'allowed' } as const;
  test.each<[string, string, typeof VOTER, readonly BodyMember[], typeof NEUTRAL_RULES, string]>([
    ['the 回答者', 'U0VOTER2', VOTER, [own], NEUTRAL_RULES, 'own'],
    ['通知も受ける人', 'U0COPIED', VOTER, [own], NEUTRAL_RULES, 'told'],
    ['代理入力できる人', 'U0AIDE', VOTER, [own], NEUTRAL_RULES, 'on-behalf'],
    ['one who is both', 'U0BOTH', VOTER, [own], NEUTRAL_RULES, 'on-behalf'],
    ['a stranger', 'U0SECRETARY', VOTER, [own], NEUTRAL_RULES, 'elsewhere'],
    [
      'the secretariat, of one without Slack',
      'U0SECRETARY',
      without,
      [memberOf(without)],
      NEUTRAL_RULES,
      'on-behalf',
    ],
    ['a successor, where the body lets one', 'U0VOTER9', VOTER, left, allowed, 'proxy'],
    ['a successor, where it does not', 'U0VOTER9', VOTER, left, NEUTRAL_RULES, 'elsewhere'],
    ['who left', 'U0VOTER2', VOTER, left, allowed, 'own'],
  ])('%s', (_, reader, voter, members, rules, relation) => {
    expect(ballotRelation(reader, voter, [voter], { rules, members, day })).toBe(relation);
  });
});
