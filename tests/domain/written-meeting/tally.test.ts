import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { localDate } from '../../../src/domain/calendar/local-date.ts';
import { CHOICES, type WrittenAnswer } from '../../../src/domain/written-meeting/answer.ts';
import { openItems, progressOf, tallyOf } from '../../../src/domain/written-meeting/tally.ts';
import { anAnswerOf, anItem, aVoter, aWrittenMeeting } from '../../support/written-meetings.ts';

const TWO = [anItem(), anItem({ position: 2, text: '年間予定について', kind: null })];
const voters = [1, 2, 3].map((position) => aVoter(position));
const LATE = new Date('2023-08-11T00:00:00+09:00');
const numbers = (meeting: ReturnType<typeof aWrittenMeeting>, answers: readonly WrittenAnswer[]) =>
  tallyOf(meeting, voters, answers).map(({ item: _, ...counted }) => Object.values(counted).join(' '));

describe('of the answers of one 回答者', () => {
  const meeting = aWrittenMeeting({ items: TWO });

  test('the last counts, in whatever order they are read', () => {
    const answers = [anAnswerOf(1, ['object', 'agree'], { number: 2 }), anAnswerOf(1, ['agree', 'agree'])];
    expect(numbers(meeting, answers)).toEqual(['0 0 1 2', '1 0 0 2']);
  });

  test('a late one is kept and does not take the place of the one in time', () => {
    const answers = [
      anAnswerOf(1, ['agreeWithOpinion', 'agree']),
      anAnswerOf(1, ['object', 'agree'], { number: 2, at: LATE }),
      anAnswerOf(2, ['object', 'agree'], { at: LATE }),
    ];
    expect(numbers(meeting, answers)).toEqual(['1 1 0 2', '1 0 0 2']);
    const reopened = { ...meeting, dueOn: localDate('2023-08-18') };
    expect(numbers(reopened, answers)).toEqual(['0 0 2 1', '2 0 0 1']);
  });

  test('an amended 案件 is asked again of who had answered it, and the others stay answered', () => {
    const amended = aWrittenMeeting({ items: [anItem({ version: 2 }), ...TWO.slice(1)] });
    const answers = [anAnswerOf(1, ['agree', 'agree']), anAnswerOf(2, ['object', 'agree'])];
    expect(numbers(amended, answers)).toEqual(['0 0 0 3', '2 0 0 1']);
    expect(openItems(amended, answers.slice(0, 1)).map(({ position }) => position)).toEqual([1]);
    expect(progressOf(amended, voters, answers)).toEqual({ asked: 3, answered: 0 });
  });

  test('a form opened before the amendment does not undo an answer to what it reads now', () => {
    const amended = aWrittenMeeting({ items: [anItem({ version: 2 }), ...TWO.slice(1)] });
    const toNew = anAnswerOf(1, [], {
      votes: [{ position: 1, version: 2, choice: 'object', opinion: '反対' }],
    });
    const toOld = anAnswerOf(1, ['agree', 'agree'], { number: 2 });
    expect(numbers(amended, [toNew, toOld])).toEqual(['0 0 1 2', '1 0 0 2']);
  });
});

/** The same numbers, counted by going through the answers one by one from the last to the first. */
const counted = (
  items: readonly { readonly position: number; readonly version: number }[],
  answers: readonly WrittenAnswer[],
): readonly string[] =>
  items.map(({ position, version }) => {
    const count = { agreed: 0, withOpinion: 0, objected: 0, unanswered: 0 };
    for (const voter of voters) {
      let said: string | undefined;
      let last = 0;
      for (const answer of answers) {
        if (answer.voter !== voter.position || answer.at >= LATE || answer.number < last) continue;
        for (const vote of answer.votes) {
          if (vote.position !== position || vote.version !== version) continue;
          said = vote.choice;
          last = answer.number;
        }
      }
      if (said === undefined) count.unanswered += 1;
      else if (said === 'object') count.objected += 1;
      else count.agreed += 1;
      if (said === 'agreeWithOpinion') count.withOpinion += 1;
    }
    return Object.values(count).join(' ');
  });

test('every number is a count over the answers, whatever came when to whichever version', () => {
  const version = fc.integer({ min: 1, max: 3 });
  const answer = fc.record({
    voter: fc.integer({ min: 1, max: 3 }),
    late: fc.boolean(),
    votes: fc.tuple(
      fc.record({ version, choice: fc.constantFrom(...CHOICES) }),
      fc.record({ version, choice: fc.constantFrom(...CHOICES) }),
    ),
  });
  fc.assert(
    fc.property(fc.tuple(version, version), fc.array(answer, { maxLength: 12 }), (versions, made) => {
      const items = versions.map((each, index) => anItem({ position: index + 1, version: each }));
      const answers = made.map(({ voter, late, votes }, index) =>
        anAnswerOf(voter, [], {
          number: index + 1,
          ...(late ? { at: LATE } : {}),
          votes: votes.map((vote, place) => ({ ...vote, position: place + 1, opinion: '' })),
        }),
      );
      const tally = numbers(aWrittenMeeting({ items }), answers.toReversed());
      expect(tally).toEqual(counted(items, answers));
    }),
  );
});
