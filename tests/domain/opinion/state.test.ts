import { describe, expect, test } from 'vitest';
import { localDate } from '../../../src/domain/calendar/local-date.ts';
import {
  deliberatingBodyOf,
  hasDeliberated,
  OPINION_STATES,
  type OpinionCourse,
  type OpinionState,
  opinionState,
} from '../../../src/domain/opinion/state.ts';
import { OPINION_STATE_WORD } from '../../../src/texts/opinion.ts';
import { aMeeting } from '../../support/meetings.ts';

const NOTHING: OpinionCourse = { isAsked: false, isSaved: false, deliberatedBy: [], isPublished: false };

describe('how far an opinion is', () => {
  test.each<[OpinionState, Partial<OpinionCourse>]>([
    ['registered', {}],
    ['asked', { isAsked: true }],
    ['drafted', { isSaved: true }],
    ['drafted', { isSaved: true, isAsked: true }],
    ['drafted', { isSaved: true, deliberatedBy: [undefined] }],
    ['committee', { isSaved: true, deliberatedBy: [undefined, 'committee'] }],
    ['headquarters', { isSaved: true, deliberatedBy: ['headquarters', 'committee'] }],
    ['headquarters', { isSaved: true, deliberatedBy: ['headquarters'] }],
    ['published', { isSaved: true, isPublished: true }],
  ])('%s: %o', (state, course) => expect(opinionState({ ...NOTHING, ...course })).toBe(state));

  test('its words are in the order of the work', () => {
    expect(OPINION_STATES.map((state) => OPINION_STATE_WORD[state])).toEqual([
      '登録',
      '依頼中',
      '案あり',
      '幹事会審議済',
      '本部会議審議済',
      '公表済',
    ]);
  });
});

test.each([
  ['協働推進本部会議幹事会', '幹事会', 'committee'],
  ['協働推進本部会議', '本部会議', 'headquarters'],
  ['市民協働推進幹事会', '', 'committee'],
  ['協働推進会議', '本部会議', 'headquarters'],
  ['協働事業成案化検討会議', '', undefined],
])('%s (%s) is %s', (name, shortName, body) => expect(deliberatingBodyOf({ name, shortName })).toBe(body));

const TODAY = localDate('2024-02-01');
const day = (on: string) => ({ kind: 'day', day: localDate(on) }) as const;

test.each([
  ['held', aMeeting({ date: day('2024-01-31') }), true],
  ['to come', aMeeting({ date: day('2024-02-02') }), false],
  ['cancelled', aMeeting({ date: day('2024-01-31'), cancelled: { at: new Date(), reason: '' } }), false],
  [
    'asked in writing, its result not told',
    aMeeting({ date: day('2024-01-31'), begunInWritingId: 'w1' }),
    false,
  ],
])('a chosen meeting that is %s has deliberated: %o', (_name, meeting, deliberated) =>
  expect(hasDeliberated(meeting, TODAY)).toBe(deliberated),
);
