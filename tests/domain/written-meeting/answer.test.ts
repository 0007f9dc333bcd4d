import { describe, expect, test } from 'vitest';
import { localDate } from '../../../src/domain/calendar/local-date.ts';
import { refuse, succeed } from '../../../src/domain/result.ts';
import {
  isLate,
  receivedFrom,
  votesFrom,
  WrittenAnswerDraft,
} from '../../../src/domain/written-meeting/answer.ts';
import { anAnswerOf, anItem, aWrittenMeeting } from '../../support/written-meetings.ts';

const ITEMS = [anItem(), anItem({ position: 2, version: 3, kind: 'report' })];
const said = (typed: object) => votesFrom(ITEMS, WrittenAnswerDraft.parse(typed));

describe('what is said', () => {
  test('to every 案件, in the version that was shown', () => {
    expect(said({ item1: 'object', opinion1: ' 反対 ', item2: 'agree' })).toEqual(
      succeed([
        { position: 1, version: 1, choice: 'object', opinion: '反対' },
        { position: 2, version: 3, choice: 'agree', opinion: '' },
      ]),
    );
  });

  test.each([
    ['nothing', {}, { field: 'item1', kind: 'choice-needed' }],
    ['異議あり without words', { item1: 'object' }, { field: 'opinion1', kind: 'opinion-needed' }],
    [
      '異議なし(意見あり) with blanks',
      { item1: 'agreeWithOpinion', opinion1: ' ' },
      { field: 'opinion1', kind: 'opinion-needed' },
    ],
    [
      'words with a bare 異議なし',
      { item1: 'agree', opinion1: '意見' },
      { field: 'opinion1', kind: 'opinion-not-chosen' },
    ],
    [
      'an objection to a report',
      { item1: 'agree', item2: 'object', opinion2: '反対' },
      { field: 'item2', kind: 'choice-needed' },
    ],
  ])('%s is no answer', (_what, typed, problem) => {
    expect(said(typed)).toEqual(refuse(problem));
  });
});

test('代理入力 says how and when it came, from the day of asking until today', () => {
  const today = localDate('2023-08-10');
  const askedOn = localDate('2023-07-27');
  const from = (typed: object) => receivedFrom(WrittenAnswerDraft.parse(typed), { askedOn }, today);
  expect([
    from({}),
    from({ receivedBy: 'paper' }),
    from({ receivedBy: 'paper', receivedOn: '2023-08-11' }),
    from({ receivedBy: 'paper', receivedOn: '2023-07-26' }),
    from({ receivedBy: 'paper', receivedOn: '2023-07-27' }),
    from({ receivedBy: 'telephone', receivedOn: '2023-08-10' }),
  ]).toEqual([
    refuse({ field: 'receivedBy', kind: 'way-needed' }),
    refuse({ field: 'receivedOn', kind: 'received-day-needed' }),
    refuse({ field: 'receivedOn', kind: 'received-in-future' }),
    refuse({ field: 'receivedOn', kind: 'received-before-asked', askedOn }),
    succeed({ by: 'paper', on: askedOn }),
    succeed({ by: 'telephone', on: today }),
  ]);
});

describe('期限後', () => {
  const paper = (on: string) => ({ by: 'paper', on: localDate(on) }) as const;
  const byHand = { endedAt: new Date('2023-08-08T15:00:00+09:00') };
  const byJob = { endedAt: new Date('2023-08-11T00:00:20+09:00') };
  test.each([
    ['the last second of the due day', {}, '2023-08-10T23:59:59+09:00', null, false],
    ['24:00', {}, '2023-08-11T00:00:00+09:00', null, true],
    ['in time, but entered after the job closed it', byJob, '2023-08-10T23:59:59+09:00', null, false],
    [
      'on paper on the due day, entered later',
      byJob,
      '2023-08-14T09:00:00+09:00',
      paper('2023-08-10'),
      false,
    ],
    ['on paper a day late', byJob, '2023-08-14T09:00:00+09:00', paper('2023-08-11'), true],
    ['before it was closed by hand', byHand, '2023-08-08T14:59:59+09:00', null, false],
    ['as it was closed by hand', byHand, '2023-08-08T15:00:00+09:00', null, true],
    [
      'on paper, entered after it was closed by hand',
      byHand,
      '2023-08-09T09:00:00+09:00',
      paper('2023-08-08'),
      true,
    ],
    [
      'late, until it was reopened',
      { dueOn: localDate('2023-08-18') },
      '2023-08-12T09:00:00+09:00',
      null,
      false,
    ],
  ])('%s', (_what, meeting, at, received, expected) => {
    expect(isLate(aWrittenMeeting(meeting), anAnswerOf(1, ['agree'], { at: new Date(at), received }))).toBe(
      expected,
    );
  });
});
