import { describe, expect, test } from 'vitest';
import { minutesOf } from '../../../src/documents/minutes/model.ts';
import { localDate } from '../../../src/domain/calendar/local-date.ts';
import { readAbsences } from '../../../src/domain/meeting/absence.ts';
import type { Meeting } from '../../../src/domain/meeting/meeting.ts';
import type { RecordDate } from '../../../src/domain/occasion/date.ts';
import { actionText } from '../../../src/texts/action-item.ts';
import { anAction } from '../../support/action-items.ts';
import { aBody, aMeeting } from '../../support/meetings.ts';
import { MEMBERS } from '../../support/members.ts';
import { aPerson } from '../../support/promoters.ts';

const NAMES = new Map([['U0GUEST', '傍聴 三郎']]);
const { contents: NOTHING } = aMeeting();
const day = (text: string): RecordDate => ({ kind: 'day', day: localDate(text) });

const minutesFor = (facts: Partial<Meeting>, members = MEMBERS, body = aBody()) =>
  minutesOf(
    {
      meeting: aMeeting({ note: '', ...facts }),
      body,
      members,
      earlierActions: [],
      actions: [],
      written: null,
    },
    NAMES,
  );

const HELD: Partial<Meeting> = {
  way: 'hybrid',
  date: day('2023-08-10'),
  place: '第一庁舎4階',
  items: [
    { text: '年間予定について', kind: 'report' },
    { text: '評価・意見について', kind: 'deliberation' },
    { text: 'その他', kind: null },
  ],
  contents: {
    time: '14時から15時30分まで',
    attendees: ['U0CHAIR', 'U0GUEST', 'U0NOBODY'],
    attendeesWithoutSlack: ['市民団体 代表 協働太郎'],
    absences: readAbsences('架空太郎 代理 総務課長 田中三郎\n架空花子 欠席\n前任 次郎 欠席'),
    decisions: '案件1は了承した。\r\n案件2は承認した。\n',
    documents: '共有フォルダー/第1回',
  },
};

test('a meeting that was held', () => {
  expect(minutesFor(HELD)).toEqual({
    isDraft: true,
    title: '会議録(案)',
    bodyName: '協働推進本部会議',
    fileName: '会議録(案)_本部会議_令和5年8月10日.docx',
    when: '令和5年8月10日',
    facts: [
      { label: '会議名', lines: ['協働推進本部会議'] },
      { label: '日時', lines: ['令和5年8月10日(木) 14時から15時30分まで'] },
      { label: '開催方法', lines: ['対面・オンライン併用'] },
      { label: '場所', lines: ['第一庁舎4階'] },
    ],
    isWritten: false,
    attendance: {
      heading: '出席者',
      column: '出欠',
      counts: '出席1名、代理出席1名、欠席1名、未記録1名',
      members: [
        { office: '委員長', title: '副市長', name: '髙田 一郎', presence: '出席' },
        { office: '副委員長', title: '副市長', name: '山﨑 花子', presence: '未記録' },
        { office: '委員', title: '総務部長', name: '架空 太郎', presence: '代理出席(総務課長 田中三郎)' },
        { office: '委員', title: '福祉部長', name: '架空 花子', presence: '欠席' },
      ],
      others: ['傍聴 三郎', '氏名を確かめられない方(Slackの利用者 U0NOBODY)', '市民団体 代表 協働太郎'],
      otherAbsences: ['前任 次郎 欠席'],
    },
    items: [
      { no: '(1)', text: '年間予定について', kind: '報告', result: [], opinions: [] },
      { no: '(2)', text: '評価・意見について', kind: '審議', result: [], opinions: [] },
      { no: '(3)', text: 'その他', kind: '', result: [], opinions: [] },
    ],
    decisions: ['案件1は了承した。', '案件2は承認した。'],
    documents: ['共有フォルダー/第1回'],
    earlierActions: [],
    actions: [],
  });
});

test('once the chair has confirmed it, the word (案) is nowhere', () => {
  const confirmed = minutesFor({ ...HELD, chairConfirmedAt: new Date('2023-08-21T10:00:00+09:00') });
  expect([confirmed.isDraft, confirmed.title, confirmed.fileName]).toEqual([
    false,
    '会議録',
    '会議録_本部会議_令和5年8月10日.docx',
  ]);
});

describe('when it was', () => {
  test.each<[string, Partial<Meeting>, readonly string[]]>([
    [
      'in writing: by when was to be answered, and no place',
      { note: '開催案内送付' },
      ['会議名', '回答期限:令和5年8月10日(木)', '開催方法:書面開催', '備考:開催案内送付'],
    ],
    [
      'a day of 令和元年',
      { way: 'onsite', date: day('2019-05-09') },
      ['会議名', '日時:令和元年5月9日(木)', '開催方法:対面', '場所:(未記録)'],
    ],
    [
      'over a new year',
      {
        way: 'online',
        date: { kind: 'days', first: localDate('2023-12-20'), last: localDate('2024-01-19') },
      },
      [
        '会議名',
        '日時:令和5年12月20日(水)から令和6年1月19日(金)まで',
        '開催方法:オンライン',
        '場所:(未記録)',
      ],
    ],
    [
      'by a day, in a way that nobody knows any more',
      { way: 'unknown', date: { kind: 'until', day: localDate('2023-07-07') } },
      ['会議名', '日時:令和5年7月7日(金)まで', '開催方法:(未記録)', '場所:(未記録)'],
    ],
  ])('%s', (_, facts, expected) => {
    const [, ...rest] = minutesFor(facts).facts.map(({ label, lines }) => `${label}:${lines.join('/')}`);
    expect(['会議名', ...rest]).toEqual(expected);
  });
});

test('without members and contents nothing is made up', () => {
  const { attendance, decisions, documents } = minutesFor({ ...HELD, contents: NOTHING }, []);
  expect({ attendance, decisions, documents }).toEqual({
    attendance: { heading: '出席者', column: '出欠', counts: '', members: [], others: [], otherAbsences: [] },
    decisions: [],
    documents: [],
  });
});

describe('the name of the file', () => {
  test.each([
    ['a/b\\c:d*e?f"g<h>i|j', '会議録(案)_a_b_c_d_e_f_g_h_i_j_令和5年8月10日.docx'],
    ['一\n二\u202E三', '会議録(案)_一二三_令和5年8月10日.docx'],
    ['会'.repeat(75), `会議録(案)_${'会'.repeat(40)}_令和5年8月10日.docx`],
  ])('%j', (name, expected) => {
    const { fileName } = minutesFor(HELD, [], aBody({ name, shortName: '' }));
    expect(fileName).toBe(expected);
    expect(new TextEncoder().encode(fileName).length).toBeLessThanOrEqual(255);
  });
});

test('対応事項 are listed with who is responsible, until when, and how each stands', () => {
  const place = { departmentName: '市民協働部', sectionName: '市民課' };
  const open = { item: anAction(), bodyName: '', place };
  const person = { kind: 'person', person: aPerson({ name: '髙田 一郎' }) } as const;
  const at = new Date('2026-12-28T10:00:00+09:00');
  const done = {
    item: anAction({ responsible: person, settled: { outcome: 'done', at, by: 'U0X', word: '配付した' } }),
    bodyName: '',
    place: null,
  };
  const { earlierActions, actions } = minutesOf(
    {
      meeting: aMeeting(),
      body: aBody(),
      members: [],
      earlierActions: [done],
      actions: [open],
      written: null,
    },
    NAMES,
  );
  const [words, due] = ['先進市の例を調べる', '令和8年12月28日(月)'];
  expect([earlierActions, actions]).toEqual([
    [
      {
        words,
        responsible: '髙田 一郎',
        due,
        standing: actionText.done('令和8年12月28日(月) 10:00', '配付した'),
      },
    ],
    [{ words, responsible: '市民協働部 市民課', due, standing: '対応中' }],
  ]);
});
