import { describe, expect, test } from 'vitest';
import { localDate } from '../../../src/domain/calendar/local-date.ts';
import { refuse, succeed } from '../../../src/domain/result.ts';
import { calendarOf, DEFAULT_SETTINGS } from '../../../src/domain/settings.ts';
import {
  AmendItemDraft,
  amendedItem,
  checkNewDue,
  closingProblem,
  isOver,
  isTaken,
  NewDueDraft,
  stateAfter,
  WRITTEN_MEETING_STEPS,
} from '../../../src/domain/written-meeting/course.ts';
import { anItem, aWrittenMeeting } from '../../support/written-meetings.ts';

test.each([
  ['draft', [undefined, undefined, undefined, undefined]],
  ['open', [null, 'closed', undefined, 'cancelled']],
  ['closed', [undefined, undefined, 'open', 'cancelled']],
  ['announced', [undefined, undefined, undefined, undefined]],
  ['cancelled', [undefined, undefined, undefined, undefined]],
] as const)('from %s its steps lead to %j', (state, expected) => {
  expect(WRITTEN_MEETING_STEPS.map((step) => stateAfter({ state }, step))).toEqual(expected);
});

test('a step taken twice is taken once', () => {
  expect([isTaken({ state: 'closed' }, 'close'), isTaken({ state: 'open' }, 'extend')]).toEqual([
    true,
    false,
  ]);
});

describe('受付を終了', () => {
  const before = new Date('2023-08-10T23:59:59+09:00');
  const after = new Date('2023-08-11T00:00:00+09:00');
  test.each([
    ['before the end, with all answers', 9, before, undefined],
    ['before the end, with one missing', 8, before, { kind: 'not-all-answered', unanswered: 1 }],
    ['at the end, with one missing', 8, after, undefined],
  ])('%s', (_what, answered, now, problem) => {
    expect(closingProblem(aWrittenMeeting(), { asked: 9, answered }, now)).toEqual(problem);
  });

  test('comes by itself at 24:00', () => {
    expect([before, after].map((now) => isOver(aWrittenMeeting(), now))).toEqual([false, true]);
    expect(isOver(aWrittenMeeting({ state: 'closed' }), after)).toBe(false);
  });
});

test('a new 回答期限 is after today, and one on a closing day names the next working day', () => {
  const judge = (day: string) =>
    checkNewDue(
      NewDueDraft.parse({ dueOn: day, reason: '延長' }).dueOn,
      localDate('2023-08-10'),
      calendarOf(DEFAULT_SETTINGS),
    );
  expect([judge('2023-08-10'), judge('2023-08-11')]).toEqual([
    refuse({ field: 'dueOn', kind: 'not-after-today', today: '2023-08-10' }),
    succeed({ day: '2023-08-11', warnOf: '2023-08-14' }),
  ]);
});

describe('案件を訂正', () => {
  const meeting = aWrittenMeeting({ items: [anItem(), anItem({ position: 2, version: 2 })] });
  const amend = (item: string, text: string) =>
    amendedItem(meeting, AmendItemDraft.parse({ item, text, reason: '誤記' }));

  test('makes the next version', () => {
    expect(amend('2', '(2) 調査・検討について(報告)')).toEqual(
      succeed({ position: 2, version: 3, text: '調査・検討について', kind: 'report' }),
    );
  });

  test.each([
    ['3', '調査', { field: 'item', kind: 'unknown-item' }],
    ['1', '①', { field: 'text', kind: 'no-items' }],
    ['1', '一つめ\n二つめ', { field: 'text', kind: 'several-items' }],
    ['1', '市の調査・検討について(審議)', { field: 'text', kind: 'same-item' }],
    ['1', '議'.repeat(2001), { field: 'text', kind: 'item-too-long', letters: 2001, most: 2000 }],
  ])('案件%s as %j is refused', (item, text, problem) => {
    expect(amend(item, text)).toEqual(refuse(problem));
  });
});
