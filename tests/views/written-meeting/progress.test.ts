import { expect, test } from 'vitest';
import { stepsFrom } from '../../../src/domain/written-meeting/course.ts';
import { standingOfVoters } from '../../../src/domain/written-meeting/standing.ts';
import { tallyOf, votesByItem } from '../../../src/domain/written-meeting/tally.ts';
import { MOST_ITEM_LETTERS, MOST_ITEMS } from '../../../src/domain/written-meeting/written-meeting.ts';
import { checkView } from '../../../src/sandbox/gate/gate.ts';
import { sentenceForm } from '../../../src/views/failure.ts';
import { writtenProgressMessage } from '../../../src/views/written-meeting/progress.ts';
import { anAnswerOf, anItem, aVoter, aWrittenMeeting } from '../../support/written-meetings.ts';

test('twenty 案件 of the longest words, with opinions of nine of a hundred 回答者, are shown page by page and nothing is left out', () => {
  const items = Array.from({ length: MOST_ITEMS }, (_, index) =>
    anItem({ position: index + 1, text: `${index + 1}`.padEnd(MOST_ITEM_LETTERS, '案') }),
  );
  const meeting = aWrittenMeeting({ items });
  const voters = Array.from({ length: 100 }, (_, index) => aVoter(index + 1));
  const answers = voters.slice(1).map(({ position }) => ({
    ...anAnswerOf(position, []),
    votes: items.map((item) => ({
      position: item.position,
      version: 1,
      choice: position > 10 ? ('agree' as const) : ('object' as const),
      opinion: position > 10 ? '' : `意見${item.position}-${position}:`.padEnd(1000, '異'),
    })),
  }));
  const votes = votesByItem(meeting, voters, answers);
  const opened = {
    meeting,
    bodyName: '協働推進本部会議',
    progress: { asked: 100, answered: 99 },
    steps: stepsFrom(meeting),
    leaving: null,
    items: tallyOf(meeting, voters, answers).map((tally, index) => ({
      ...tally,
      votes: votes[index]?.votes ?? [],
    })),
    voters: standingOfVoters(meeting, voters, answers),
  };
  const pages: string[] = [];
  for (let page = 1; ; page += 1) {
    const view = sentenceForm(writtenProgressMessage(opened, page));
    expect(checkView(view)).toEqual([]);
    const text = JSON.stringify(view.blocks);
    if (text === pages.at(-1)) break;
    pages.push(text);
  }
  const all = pages.join('');
  const missing = answers.flatMap((answer) =>
    answer.votes.map(({ opinion }) => opinion).filter((opinion) => !all.includes(opinion)),
  );
  expect(missing).toEqual([]);
  expect(items.filter(({ text }) => !all.includes(text))).toEqual([]);
  expect(voters.filter(({ name }) => !all.includes(name))).toEqual([]);
}, 30_000);
