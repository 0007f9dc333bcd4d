import { describe, expect, test } from 'vitest';
import { readCsv } from '../../../src/documents/csv/file.ts';
import { readMeetingCsv } from '../../../src/documents/csv/meeting.ts';
import type { MeetingDraft } from '../../../src/domain/meeting/meeting.ts';

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;

/** Reads a file whose header and rows are given as cells. */
const read = (...lines: readonly (readonly string[])[]) => {
  const text = lines.map((cells) => cells.map(quoted).join(',')).join('\r\n');
  return readMeetingCsv(readCsv(new TextEncoder().encode(text)));
};

const ALL = [
  '会議体',
  '開催方法',
  '開催日',
  '終了日',
  '報告書での日付',
  '日付欄の注記',
  '場所',
  '案件',
  '時刻',
  '出席者',
  'Slack未利用の出席者',
  '欠席・代理出席',
  '決定事項・要点',
  '資料・会議録の保存先',
];

test('a row with every column is read as the two forms would give it', () => {
  expect(
    read(ALL, [
      '協働推進本部会議',
      '書面開催',
      '令和5年8月10日',
      '',
      '期限（…まで）',
      '開催案内送付',
      '',
      '(1)年間スケジュールについて（審議）\n(2)その他',
      '',
      '総務課長 山田花子、福祉課長 山本一郎',
      '教育長 池田次郎',
      '豊中太郎 欠席',
      '原案のとおり',
      '共有フォルダー',
    ]),
  ).toEqual({
    defaults: [],
    rows: [
      {
        line: 2,
        bodyName: '協働推進本部会議',
        draft: {
          way: 'written',
          heldOn: '2023-08-10',
          heldUntil: undefined,
          precision: 'until',
          note: '開催案内送付',
          place: '',
          items: '(1)年間スケジュールについて（審議）\n(2)その他',
          reason: '',
        },
        contents: {
          time: '',
          attendees: [],
          attendeesWithoutSlack: '総務課長 山田花子\n福祉課長 山本一郎\n教育長 池田次郎',
          absences: '豊中太郎 欠席',
          decisions: '原案のとおり',
          documents: '共有フォルダー',
        },
      },
    ],
    problems: [],
  });
});

const NEEDED = ['会議体', '開催方法', '開催日', '案件'];
const row = (cells: Readonly<Record<string, string>>) => {
  const all = { 会議体: '本部会議', 開催方法: '対面', 開催日: '2023-08-10', 案件: '年間予定', ...cells };
  return read(Object.keys(all), Object.values(all));
};

test('the four columns that every meeting needs are enough, in any order', () => {
  expect(
    read(['案件', '開催日', '会議体', '開催方法'], ['年間予定', 'R5.8.10', '本部会議', '対面']).problems,
  ).toEqual([]);
});

describe('開催方法 is one of the words of the form, in either width', () => {
  test.each<[string, MeetingDraft['way']]>([
    ['対面', 'onsite'],
    ['オンライン', 'online'],
    ['ｵﾝﾗｲﾝ', 'online'],
    ['対面・オンライン併用', 'hybrid'],
    ['対面･オンライン併用', 'hybrid'],
    ['書面開催', 'written'],
    ['不明', 'unknown'],
  ])('%s', (typed, way) => {
    expect(row({ 開催方法: typed }).rows[0]?.draft.way).toBe(way);
  });
});

test('a cell under no header is named, not passed over', () => {
  expect(read([...NEEDED, ''], ['幹事会', '不明', 'R5.7.7', '案', '忘れた列'])).toEqual({
    rows: [],
    defaults: [],
    problems: [
      {
        line: 2,
        column: '(見出しのない列)',
        sentence: 'この列の見出しがありません。1行目に見出しを入力してください。',
      },
    ],
  });
});

describe('headers', () => {
  test.each<[string, readonly string[], readonly [string, string][]]>([
    [
      'missing ones are named, all of them',
      ['会議体', '案件'],
      [
        ['開催方法', 'この列の見出しがありません。1行目に見出しを入力してください。'],
        ['開催日', 'この列の見出しがありません。1行目に見出しを入力してください。'],
      ],
    ],
    [
      'unknown ones are named with those that can be used',
      [...NEEDED, '会場', '備考'],
      [
        ['会場', 'この見出しは使いません。READMEの「取り込むCSV」にある見出しにしてください。'],
        ['備考', 'この見出しは使いません。READMEの「取り込むCSV」にある見出しにしてください。'],
      ],
    ],
    [
      'one that stands twice is named',
      [...NEEDED, '開催日'],
      [['開催日', 'この列が2つ以上あります。1つにしてください。']],
    ],
    [
      'a reason is no column of past meetings',
      [...NEEDED, '変更の理由'],
      [['変更の理由', 'この見出しは使いません。READMEの「取り込むCSV」にある見出しにしてください。']],
    ],
  ])('%s', (_what, headers, problems) => {
    expect(read(headers, ['本部会議'])).toEqual({
      rows: [],
      defaults: [],
      problems: problems.map(([column, sentence]) => ({ line: 1, column, sentence })),
    });
  });

  test('columns without a header, as spreadsheets leave them behind, do no harm', () => {
    expect(
      read([...NEEDED, '', ''], ['本部会議', '対面', '2023-08-10', '年間予定', '', '']).problems,
    ).toEqual([]);
  });
});

test('every bad cell of every row is reported with its line and column', () => {
  const { rows, problems } = read(
    ALL.slice(0, 8),
    ['本部会議', '集合', '2023-13-01', '', 'だいたい', '注'.repeat(101), '', '案'.repeat(3001)],
    ['', '', '', '', '', '', '', ''],
    ['幹事会', '対面', '2023-08-10', '', '', '', '', '甲\n乙'],
    ['', '', '', '', '', '', '所'.repeat(101), ''],
    ['幹事会', '対面', '2023-08-10', '2023-08-32', '', '', '', '甲'],
    ['幹事会', '対面', '', '', '', '', '', '(1)\n・'],
  );
  expect(rows.map(({ line }) => line)).toEqual([4]);
  expect(problems.map(({ line, column, sentence }) => [line, column, sentence.slice(0, 12)])).toEqual([
    [2, '開催方法', '「対面」「オンライン」「'],
    [2, '開催日', '日付を読み取れません。実'],
    [2, '報告書での日付', '「年月日」「年月」「期限'],
    [2, '日付欄の注記', '100文字以内で入力して'],
    [2, '案件', '3,000文字以内で入力'],
    [6, '会議体', '空欄です。入力してくださ'],
    [6, '開催方法', '空欄です。入力してくださ'],
    [6, '開催日', '空欄です。入力してくださ'],
    [6, '案件', '空欄です。入力してくださ'],
    [6, '場所', '100文字以内で入力して'],
    [7, '終了日', '日付を読み取れません。実'],
    [8, '開催日', '空欄です。入力してくださ'],
    [8, '案件', '案件を1行に1件ずつ入力'],
  ]);
});

test.each([
  ['時刻', 100],
  ['Slack未利用の出席者', 3000],
  ['欠席・代理出席', 3000],
  ['決定事項・要点', 3000],
  ['資料・会議録の保存先', 300],
])('%s takes %i characters and no more', (column, most) => {
  expect(row({ [column]: '字'.repeat(most) }).problems).toEqual([]);
  expect(row({ [column]: '字'.repeat(most + 1) })).toEqual({
    rows: [],
    defaults: [],
    problems: [{ line: 2, column, sentence: `${most.toLocaleString('ja-JP')}文字以内で入力してください。` }],
  });
});

test('hostile words are kept as they are', () => {
  const { rows } = row({ 会議体: '<!channel> & <b>', 案件: '=1+1\n<!channel> & <b> 🎉' });
  expect(rows.map(({ bodyName, draft }) => [bodyName, draft.items])).toEqual([
    ['<!channel> & <b>', '=1+1\n<!channel> & <b> 🎉'],
  ]);
});
