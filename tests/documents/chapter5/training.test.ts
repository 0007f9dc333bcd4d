import { describe, expect, test } from 'vitest';
import { trainingRows, unsettledTraining } from '../../../src/documents/chapter5/training.ts';
import type { Unsettled } from '../../../src/domain/chapter5/unsettled.ts';
import type { ProgrammeChapter } from '../../../src/services/read-chapter5.ts';
import { day, days } from '../../support/record-dates.ts';
import { aProgramme, aTraining, attended, inChapter, peopleUpTo } from '../../support/trainings.ts';

const programme = (
  sessions: ProgrammeChapter['sessions'],
  { name = '協働推進員研修', ...facts }: Partial<ProgrammeChapter> = {},
): ProgrammeChapter => ({ programme: aProgramme({ name }), name, sessions, notHeld: false, ...facts });

const rows = (...programmes: readonly ProgrammeChapter[]) => trainingRows(programmes, 2023);
const row = (chapter: ProgrammeChapter) => rows(chapter)[0];

const TRAINING = { kind: 'training', id: aTraining().id } as const;
const PROMOTERS = peopleUpTo(112);

describe('a rate is printed with its denominator, or not at all', () => {
  test('92 recorded promoters of 112', () => {
    expect(
      row(programme([inChapter({ headCount: null }, { attendances: attended(92), promoters: PROMOTERS })])),
    ).toEqual({
      no: 1,
      dateAndPlace: '令和6年1月 豊中市立文化芸術センター',
      days: { first: '2024-01-01', last: '2024-01-31' },
      content: ['【協働推進員研修】', '協働推進員112名のうち92名が受講(82.1%)'],
      participants: '92人',
    });
  });

  test('92 as a mere head count', () => {
    expect(row(programme([inChapter({ headCount: 92 }, { promoters: PROMOTERS })]))).toMatchObject({
      content: ['【協働推進員研修】'],
      participants: '92人',
    });
  });

  test('a head count of 92 of whom 50 are recorded: who the others were is not known', () => {
    expect(
      row(programme([inChapter({ headCount: 92 }, { attendances: attended(50), promoters: PROMOTERS })])),
    ).toMatchObject({ content: ['【協働推進員研修】'], participants: '92人' });
  });

  test('a training for others says nothing of promoters, even where some came', () => {
    const sessions = [inChapter({ headCount: null }, { attendances: attended(9), promoters: peopleUpTo(2) })];
    expect(
      row(programme(sessions, { name: '昇格前研修', programme: aProgramme({ forPromoters: false }) })),
    ).toMatchObject({
      content: ['【昇格前研修】'],
      participants: '9人',
    });
  });

  test('a training named for the occasion whose 対象 are the promoters has one', () => {
    const sessions = [
      inChapter(
        { headCount: null, audience: 'promoters' },
        { attendances: attended(28), promoters: PROMOTERS },
      ),
    ];
    expect(row(programme(sessions, { name: '補講', programme: null }))?.content).toEqual([
      '【補講】',
      '協働推進員112名のうち28名が受講(25.0%)',
    ]);
  });
});

test('一部出席 counts as coming, 欠席 does not', () => {
  const attendances = [...attended(10), ...attended(5, 'partial', 11), ...attended(7, 'absent', 16)];
  expect(row(programme([inChapter({ headCount: null }, { attendances })]))?.participants).toBe('15人');
});

test('the text follows the name, line by line', () => {
  const contents = { lecturer: '講師', content: '協働とは何か\n事例の紹介', link: '' };
  expect(row(programme([inChapter({ contents })]))?.content).toEqual([
    '【協働推進員研修】',
    '協働とは何か\n事例の紹介',
  ]);
});

const FIRST = { date: day('2023-05-10'), place: '市役所内', headCount: 40 } as const;
const SECOND = { date: day('2023-05-17'), place: '市役所内', headCount: 52 } as const;

test('each session is a row, numbered through in programme order and then by date', () => {
  const early = programme([inChapter({ date: day('2023-04-05') })], { name: '乙' });
  expect(
    rows(programme([inChapter(FIRST), inChapter(SECOND)], { name: '甲' }), early).map(
      ({ no, dateAndPlace, content }) => [no, dateAndPlace, ...content],
    ),
  ).toEqual([
    [1, '令和5年5月10日 市役所内', '【甲】'],
    [2, '令和5年5月17日 市役所内', '【甲】'],
    [3, '令和5年4月5日 豊中市立文化芸術センター', '【乙】'],
  ]);
});

describe('まとめて掲載', () => {
  const together = { printedTogether: true } as const;

  test('is one row: dates in a row, participants added, the rest rows of their own', () => {
    const between = inChapter({ date: days('2023-05-11', '2023-05-12'), headCount: 8 });
    expect(
      rows(
        programme([
          inChapter({ ...FIRST, ...together, contents: { lecturer: '', content: '講義', link: '' } }),
          between,
          inChapter({ ...SECOND, ...together, contents: { lecturer: '', content: '講義', link: '' } }),
        ]),
      ),
    ).toEqual([
      {
        no: 1,
        dateAndPlace: '令和5年5月10日 市役所内、令和5年5月17日 市役所内',
        days: { first: '2023-05-10', last: '2023-05-17' },
        content: ['【協働推進員研修】', '講義'],
        participants: '92人',
      },
      {
        no: 2,
        dateAndPlace: '令和5年5月11日から12日まで 豊中市立文化芸術センター',
        days: { first: '2023-05-11', last: '2023-05-12' },
        content: ['【協働推進員研修】'],
        participants: '8人',
      },
    ]);
  });

  test('counts a promoter once who came twice in its rate', () => {
    const sessions = [
      inChapter(
        { ...FIRST, ...together, headCount: null },
        { attendances: attended(40), promoters: PROMOTERS },
      ),
      inChapter(
        { ...SECOND, ...together, headCount: null },
        { attendances: attended(26, 'present', 31), promoters: PROMOTERS },
      ),
    ];
    expect(row(programme(sessions))).toMatchObject({
      content: ['【協働推進員研修】', '協働推進員112名のうち56名が受講(50.0%)'],
      participants: '66人',
    });
  });

  test('has no sum while one of its sessions has no number', () => {
    const sessions = [
      inChapter({ ...FIRST, ...together }),
      inChapter({ ...SECOND, ...together, headCount: null }),
    ];
    expect(row(programme(sessions))?.participants).toBe('(未記録)');
    expect(unsettledTraining([programme(sessions)])).toEqual([
      {
        text: '・協働推進員研修 令和5年5月17日 市役所内:参加者数の記録がありません。',
        settle: [
          { kind: 'edit', of: TRAINING },
          { kind: 'record-attendance', sessionId: TRAINING.id },
        ],
      },
    ]);
  });
});

describe('what is unsettled is listed, and its place prints (未記録)', () => {
  const unrecorded = {
    no: null,
    dateAndPlace: '(未記録)',
    days: { first: null, last: null },
    content: ['【協働推進員研修】'],
    participants: '',
  };
  const PLACE = '・協働推進員研修 令和6年1月 豊中市立文化芸術センター:';
  test.each<[string, ProgrammeChapter, Unsettled]>([
    [
      'neither a session nor 開催なし',
      programme([]),
      {
        text: '・協働推進員研修:研修の記録も「開催なし」の記録もありません。',
        settle: [
          { kind: 'record-training', programmeId: aProgramme().id },
          { kind: 'record-not-held', of: { kind: 'programme', id: aProgramme().id } },
        ],
      },
    ],
    [
      'a planned session',
      programme([inChapter({}, { standing: 'planned' })]),
      {
        text: `${PLACE}予定の記録です。開催日を過ぎるまで掲載しません。`,
        settle: [{ kind: 'edit', of: TRAINING }],
      },
    ],
    [
      'a session that the secretariat has not confirmed',
      programme([inChapter({ confirmedAt: null }, { standing: 'unconfirmed' })]),
      {
        text: `${PLACE}未確認の記録です。事務局が確認すると掲載します。`,
        settle: [{ kind: 'confirm', of: TRAINING }],
      },
    ],
  ])('%s', (_, chapter, point) => {
    expect([rows(chapter), unsettledTraining([chapter])]).toEqual([[unrecorded], [point]]);
  });

  test('開催なし is printed where it was recorded, and settles it', () => {
    const chapter = programme([], { notHeld: true });
    expect([rows(chapter), unsettledTraining([chapter])]).toEqual([
      [{ ...unrecorded, dateAndPlace: '令和5年度は開催なし' }],
      [],
    ]);
  });

  test('a row without a session takes no number', () => {
    expect(rows(programme([]), programme([inChapter()])).map(({ no }) => no)).toEqual([null, 1]);
  });

  test('a session entered before its day is printed, and that nobody has confirmed it is listed', () => {
    const chapter = programme([inChapter({ heldConfirmedAt: null })]);
    expect([rows(chapter).map(({ no }) => no), unsettledTraining([chapter])]).toEqual([
      [1],
      [
        {
          text: `${PLACE}予定として記録された研修です。実施の確認がまだです。`,
          settle: [{ kind: 'confirm-held', of: TRAINING }],
        },
      ],
    ]);
  });

  test('no programme at all', () => {
    expect([rows(), unsettledTraining([])]).toEqual([
      [],
      [{ text: '・職員研修:研修の種類が登録されていません。', settle: [{ kind: 'register-programme' }] }],
    ]);
  });
});
