import { describe, expect, test } from 'vitest';
import { chapter5Of } from '../../../src/documents/chapter5/model.ts';
import { printedTexts } from '../../../src/documents/chapter5/texts.ts';
import { localDate } from '../../../src/domain/calendar/local-date.ts';
import type { BodyChapter } from '../../../src/services/read-chapter5.ts';
import facts from '../../support/fiscal-2023.json' with { type: 'json' };
import { aBody, aMeeting } from '../../support/meetings.ts';
import { chapterOf, FACTS_2023, NOTHING_2023, TEXTS } from './facts-2023.ts';

const MEETING = { kind: 'meeting', id: aMeeting().id };
const EDIT_BODY = { kind: 'edit-body', bodyId: aBody().id };

test('the record of fiscal 2023 makes the chapter that was published', () => {
  expect(chapter5Of(FACTS_2023)).toEqual({
    title: '第5章 推進体制の整備等(令和5年度)',
    structure: facts.structure.map(({ body, members, role }) => ({ body, composition: members, role })),
    meetings: [
      {
        heading: '協働推進本部会議',
        kind: 'table',
        rows: [
          {
            no: 1,
            date: '令和5年8月10日まで 開催案内送付(書面開催)',
            days: { first: null, last: '2023-08-10' },
            items: ['(1)協働推進本部会議の年間スケジュールについて'],
          },
          {
            no: 2,
            date: '令和5年12月8日まで 開催案内送付(書面開催)',
            days: { first: null, last: '2023-12-08' },
            items: ['(1)市民公益活動推進委員会の評価・意見に対する市の調査・検討について(審議)'],
          },
        ],
      },
      {
        heading: '協働推進本部会議幹事会',
        kind: 'table',
        rows: [
          {
            no: 1,
            date: '令和5年7月7日まで',
            days: { first: null, last: '2023-07-07' },
            items: ['(1)協働推進本部会議幹事会の年間スケジュールについて'],
          },
          {
            no: 2,
            date: '令和5年11月8日まで',
            days: { first: null, last: '2023-11-08' },
            items: ['(1)市民公益活動推進委員会の評価・意見に対する市の調査・検討について(審議)'],
          },
        ],
      },
    ],
    appointed: '協働推進員を112名選任しました。',
    training: facts.training.map(({ no, programme, printed, participants, months }) => ({
      no,
      dateAndPlace: printed,
      days: { first: `${months[0]}-01`, last: expect.stringMatching(`^${months.at(-1)}-3[01]$`) },
      content: [`【${programme}】`],
      participants: `${participants}人`,
    })),
    liaison: [
      { heading: '豊能地区市町NPO担当課長連絡会議', kind: 'text', paragraphs: ['令和5年度は開催なし'] },
      { heading: '豊能地区市町合同研修', kind: 'text', paragraphs: ['令和5年度は開催なし'] },
      {
        heading: 'NATSにおける市民公益活動推進の連携',
        kind: 'text',
        paragraphs: ['(未記録)'],
      },
    ],
    texts: printedTexts(TEXTS),
    evidence: expect.any(Array),
    unsettled: [
      {
        text: '・NATSにおける市民公益活動推進の連携:掲載する文章(主な役割)がありません。',
        settle: [EDIT_BODY],
      },
    ],
  });
});

const one = (chapter: BodyChapter) => {
  const { meetings, liaison, unsettled } = chapter5Of({ ...NOTHING_2023, bodies: [chapter] });
  return { part: meetings[0] ?? liaison[0], unsettled };
};
const text = (...paragraphs: readonly string[]) => ({
  heading: '協働推進本部会議',
  kind: 'text',
  paragraphs,
});

describe('what is unsettled is listed, and its place prints (未記録)', () => {
  test('neither a meeting nor 開催なし', () => {
    expect(one(chapterOf({}))).toEqual({
      part: text('(未記録)'),
      unsettled: [
        {
          text: '・協働推進本部会議:会議の記録も「開催なし」の記録もありません。',
          settle: [
            { kind: 'record-meeting', bodyId: aBody().id },
            { kind: 'record-not-held', of: { kind: 'body', id: aBody().id } },
          ],
        },
      ],
    });
  });

  test('a planned meeting', () => {
    const planned = aMeeting({ date: { kind: 'until', day: localDate('2024-06-04') } });
    expect(one(chapterOf({}, [planned]))).toEqual({
      part: text('(未記録)'),
      unsettled: [
        {
          text: '・協働推進本部会議 令和6年6月4日まで 開催案内送付(書面開催):予定の記録です。開催日を過ぎるまで掲載しません。',
          settle: [{ kind: 'edit', of: MEETING }],
        },
      ],
    });
  });

  test('a meeting that the secretariat has not confirmed', () => {
    expect(one(chapterOf({}, [aMeeting({ confirmedAt: null })]))).toEqual({
      part: text('(未記録)'),
      unsettled: [
        {
          text: '・協働推進本部会議 令和5年8月10日まで 開催案内送付(書面開催):未確認の記録です。事務局が確認すると掲載します。',
          settle: [{ kind: 'confirm', of: MEETING }],
        },
      ],
    });
  });

  test('an effort without a text', () => {
    expect(one(chapterOf({ kind: 'effort', section: 'liaison', role: '' }))).toEqual({
      part: text('(未記録)'),
      unsettled: [{ text: '・協働推進本部会議:掲載する文章(主な役割)がありません。', settle: [EDIT_BODY] }],
    });
  });
});

test('a meeting entered before its day is printed, and that nobody has confirmed it is listed', () => {
  expect(one(chapterOf({}, [aMeeting({ heldConfirmedAt: null })]))).toEqual({
    part: {
      heading: '協働推進本部会議',
      kind: 'table',
      rows: [
        {
          no: 1,
          date: '令和5年8月10日まで 開催案内送付(書面開催)',
          days: { first: null, last: '2023-08-10' },
          items: ['(1)協働推進本部会議の年間スケジュールについて'],
        },
      ],
    },
    unsettled: [
      {
        text: '・協働推進本部会議 令和5年8月10日まで 開催案内送付(書面開催):予定として記録された会議です。実施の確認がまだです。',
        settle: [{ kind: 'confirm-held', of: MEETING }],
      },
    ],
  });
});

test('an unsettled meeting takes no number from the settled ones', () => {
  const { part, unsettled } = one(
    chapterOf({}, [
      aMeeting({ confirmedAt: null }),
      aMeeting({ date: { kind: 'day', day: localDate('2023-12-08') }, way: 'onsite', note: '' }),
    ]),
  );
  expect(part).toMatchObject({ kind: 'table', rows: [{ no: 1, date: '令和5年12月8日' }] });
  expect(unsettled).toHaveLength(1);
});

test('an effort prints who takes part and what for', () => {
  const effort = chapterOf({
    kind: 'effort',
    section: 'liaison',
    composition: '西宮市\n尼崎市\n豊中市\n吹田市',
    role: '市民公益活動推進の情報交換',
  });
  expect(one(effort)).toEqual({
    part: text('西宮市・尼崎市・豊中市・吹田市', '市民公益活動推進の情報交換'),
    unsettled: [],
  });
});

test('an effort of 会議の実施状況 stands in 体制 only, and what it lacks there is listed', () => {
  const chapter = chapter5Of({
    ...NOTHING_2023,
    bodies: [chapterOf({ name: '協働推進員(主任)', kind: 'effort', composition: '', role: '' })],
  });
  expect([chapter.structure, chapter.meetings, chapter.unsettled]).toEqual([
    [{ body: '協働推進員(主任)', composition: ['(未記録)'], role: '(未記録)' }],
    [],
    [
      { text: '・協働推進員(主任):掲載する構成がありません。', settle: [EDIT_BODY] },
      { text: '・協働推進員(主任):掲載する文章(主な役割)がありません。', settle: [EDIT_BODY] },
    ],
  ]);
});

test('a body that is not published is neither printed nor listed', () => {
  const { title, structure, meetings, liaison, unsettled } = chapter5Of({
    ...NOTHING_2023,
    year: 2019,
    bodies: [chapterOf({ section: 'none' })],
  });
  expect({ title, structure, meetings, liaison, unsettled }).toEqual({
    title: '第5章 推進体制の整備等(令和元年度)',
    structure: [],
    meetings: [],
    liaison: [],
    unsettled: [],
  });
});

test.each([
  [{ onFirstDay: 112, later: 0 }, '協働推進員を112名選任しました。'],
  [{ onFirstDay: 112, later: 3 }, '協働推進員を112名選任しました(ほかに年度途中の選任3名)。'],
])('those appointed are counted: %o', (appointed, sentence) => {
  const chapter = chapter5Of({ ...NOTHING_2023, appointed });
  expect([chapter.appointed, chapter.unsettled]).toEqual([sentence, []]);
});

test('without anybody on 1 April their number is unrecorded', () => {
  const chapter = chapter5Of({ ...NOTHING_2023, appointed: { onFirstDay: 0, later: 2 } });
  expect([chapter.appointed, chapter.unsettled]).toEqual([
    '(未記録)',
    [
      {
        text: '・協働推進員:4月1日に在任する協働推進員の記録がありません。',
        settle: [{ kind: 'register-promoters' }],
      },
    ],
  ]);
});
