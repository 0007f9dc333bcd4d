import { expect, test } from 'vitest';
import { type BodyRules, NEUTRAL_RULES } from '../../../src/domain/body/body.ts';
import type { Choice } from '../../../src/domain/written-meeting/answer.ts';
import { rulingOf } from '../../../src/domain/written-meeting/ruling.ts';
import { tallyOf, votesByItem } from '../../../src/domain/written-meeting/tally.ts';
import { anAnswerOf, aVoter, aWrittenMeeting } from '../../support/written-meetings.ts';

const CHOICE: Readonly<Record<string, Choice>> = { '○': 'agree', '△': 'agreeWithOpinion', '×': 'object' };
const MAJORITY: BodyRules = { ...NEUTRAL_RULES, quorum: 'majority' };
const CONSENT: BodyRules = { ...NEUTRAL_RULES, unanswered: 'consent' };
const CHAIR: BodyRules = { ...NEUTRAL_RULES, tie: 'chair' };
const STRICT: BodyRules = {
  ...NEUTRAL_RULES,
  quorum: 'majority',
  proxy: 'allowed',
  unanswered: 'consent',
  tie: 'chair',
};

/** A letter for each 回答者, the chair first: ○ 異議なし, △ 異議なし(意見あり), × 異議あり, - 未回答. */
const rule = (said: string, rules: BodyRules) => {
  const meeting = aWrittenMeeting();
  const letters = [...said];
  const voters = letters.map((_, index) => aVoter(index + 1));
  const answers = letters.flatMap((letter, index) => {
    const choice = CHOICE[letter];
    return choice === undefined ? [] : [anAnswerOf(index + 1, [choice])];
  });
  const [tally] = tallyOf(meeting, voters, answers);
  const [item] = votesByItem(meeting, voters, answers);
  if (tally === undefined || item === undefined) throw new Error('one 案件 was asked');
  return rulingOf(tally, item.votes, rules);
};

const carried = { kind: 'carried', deemed: 0 };
const notCarried = { kind: 'not-carried', deemed: 0 };
const tie = { kind: 'tie', deemed: 0 };
const nobody = { kind: 'nobody-answered', deemed: 0 };
const chair = (said: 'agree' | 'object' | null, deemed = 0) => ({
  kind: 'chair-decides',
  chair: said,
  deemed,
});
const noQuorum = (answered: number, needed: number) => ({ kind: 'no-quorum', answered, needed, deemed: 0 });
const deemed = (kind: string, count: number) => ({ kind, deemed: count });

/** The same answers; what 定めなし, 過半数, みなし, 委員長が決する and all three of them give. */
test.each([
  ['○○○○○', carried, carried, carried, carried, carried],
  ['○△×--', carried, carried, deemed('carried', 2), carried, deemed('carried', 2)],
  ['○×---', tie, noQuorum(2, 3), deemed('carried', 3), chair('agree'), noQuorum(2, 3)],
  ['-××--', notCarried, noQuorum(2, 3), deemed('carried', 3), notCarried, noQuorum(2, 3)],
  ['×××○-', notCarried, notCarried, deemed('not-carried', 1), notCarried, deemed('not-carried', 1)],
  ['×××○○-', notCarried, notCarried, deemed('tie', 1), notCarried, chair('object', 1)],
  ['×○', tie, tie, tie, chair('object'), chair('object')],
  ['-○×', tie, tie, deemed('carried', 1), chair(null), deemed('carried', 1)],
  ['○×--', tie, noQuorum(2, 3), deemed('carried', 2), chair('agree'), noQuorum(2, 3)],
  ['-----', nobody, noQuorum(0, 3), deemed('carried', 5), nobody, noQuorum(0, 3)],
])('%s', (said, ...expected) => {
  expect([NEUTRAL_RULES, MAJORITY, CONSENT, CHAIR, STRICT].map((rules) => rule(said, rules))).toEqual(
    expected,
  );
});
