import { afterAll, beforeAll, expect, test } from 'vitest';
import { MOST_OPINION_LETTERS } from '../../../src/domain/written-meeting/answer.ts';
import { MOST_ITEM_LETTERS, MOST_ITEMS } from '../../../src/domain/written-meeting/written-meeting.ts';
import type { Practice } from '../../support/practice.ts';
import { askBody, CHAIR, openBallot, startAskedBody } from '../asked-body.ts';
import { rowsOf } from '../steps.ts';

let practice: Practice;
beforeAll(async () => {
  // Over sockets, where an acknowledgement of 20 KB is dropped without a word.
  practice = await startAskedBody('2026-11-24T10:00:00+09:00', { mode: 'socket' });
});
afterAll(async () => {
  expect(practice.slack.refusals).toEqual([]);
  await practice.stop();
});

/** So many letters with a beginning and an end of their own. */
const long = (name: string, letters: number): string => {
  const [first, last] = [`${name}の始め`, `${name}の終わり`];
  return [first, '議'.repeat(letters - first.length - last.length), last].join('');
};
const POSITIONS = Array.from({ length: MOST_ITEMS }, (_, index) => index + 1);
const ITEMS = POSITIONS.map((position) => long(`第${position}案`, MOST_ITEM_LETTERS));
const OPINIONS = POSITIONS.map((position) => long(`意見${position}`, MOST_OPINION_LETTERS));

test('20 案件 of 2,000 letters are answered with 20 opinions of 1,000, seen again and changed, and nothing is cut', async () => {
  const meeting = await askBody(practice, { items: ITEMS.map((text) => `${text}(審議)`).join('\n') });
  const ballot = { meeting, position: 1 };
  const form = await openBallot(practice, CHAIR, ballot);
  for (const text of ITEMS) expect(form.text).toContain(text);
  await form.fill(
    Object.fromEntries(
      OPINIONS.flatMap((opinion, index) => [
        [`案件${index + 1}`, index % 2 === 0 ? '異議あり' : '異議なし(意見あり)'],
        [`案件${index + 1}への意見`, opinion],
      ]),
    ),
  );
  const { form: kept, errors } = await form.submit();
  expect(errors).toEqual({});
  expect(kept?.text).toContain('回答を記録しました。');
  await kept?.close({ all: true });
  expect(await rowsOf(practice, 'select opinion from written_vote order by position')).toEqual(
    OPINIONS.map((opinion) => ({ opinion })),
  );
  const shown = await openBallot(practice, CHAIR, ballot, 'show');
  for (const text of [...ITEMS, ...OPINIONS]) expect(shown.text).toContain(text);
  const again = await (await shown.press('回答を変更する')).opened();
  expect(POSITIONS.map((position) => again.values[`案件${position}への意見`])).toEqual(OPINIONS);
  await again.close({ all: true });
  const copy = await openBallot(practice, 'U0SECRETARY', { meeting, position: 4 }, 'copy');
  for (const text of ITEMS) expect(copy.text).toContain(text);
});
