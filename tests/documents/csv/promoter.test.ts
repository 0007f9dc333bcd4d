import { describe, expect, test } from 'vitest';
import { readMemberCsv } from '../../../src/documents/csv/member.ts';
import { readPeopleCsv } from '../../../src/documents/csv/people.ts';
import { readPromoterFile } from '../../../src/documents/csv/promoter.ts';
import type { RosterRow } from '../../../src/domain/roster/import.ts';

const read = (...lines: readonly string[]) => {
  const result = readPromoterFile(Buffer.from(lines.join('\r\n')));
  if (!result.ok) throw new Error(result.error.kind);
  return result.value;
};

const ROW = {
  line: 2,
  name: '青空 そら',
  email: null,
  department: '福祉部',
  section: '福祉課',
  role: 'promoter',
  startsOn: '2026-04-01',
  endsOn: null,
} as const;

describe('a roster is read', () => {
  test.each<[string, string, string, Partial<Record<keyof RosterRow, unknown>>]>([
    [
      'all columns',
      '氏名,メール,部局,課,役割,任期開始日,任期終了日',
      '青空 そら,Sora@City.example,福祉部,福祉課,主任,2026/4/1,2026-09-30',
      { email: 'sora@city.example', role: 'chief', endsOn: '2026-09-30' },
    ],
    [
      'the columns it needs, in any order',
      '役割,課,部局,任期開始日,氏名',
      '推進員,福祉課,福祉部,R8.4.1,青空 そら',
      {},
    ],
    [
      'other words for headers',
      '氏名,部局,課・室等,役割,任期の始まり,任期の終わり',
      '青空 そら,福祉部,福祉課,協働推進員,令和8年4月1日(水),令和9年3月31日',
      { endsOn: '2027-03-31' },
    ],
    [
      'in full width',
      '氏名,部局,課,役割,任期開始日',
      '青空 そら,福祉部,福祉課,協働推進員（主任）,令和８年４月１日',
      { role: 'chief' },
    ],
    [
      'with spaces',
      '氏名,部局,課,役割,任期開始日',
      ' 青空 そら , 福祉部 ,福祉課,協働推進員 (主任),R8/4/1',
      { role: 'chief' },
    ],
    [
      'an era that began later',
      '氏名,部局,課,役割,任期開始日',
      '青空 そら,福祉部,福祉課,推進員,平成31年4月1日',
      { startsOn: '2019-04-01' },
    ],
  ])('%s', (_what, headers, line, facts) => {
    expect(read(headers, line)).toMatchObject({ rows: [{ ...ROW, ...facts }], problems: [] });
  });

  const HEADERS = '氏名,メール,部局,課,役割,任期開始日,任期終了日';
  test.each<[string, readonly string[], string, string]>([
    [
      'a weekday that does not fit',
      ['甲,,乙,丙,推進員,令和8年4月1日(木),'],
      '任期開始日',
      '曜日が日付と合いません。この日は水曜日です。',
    ],
    [
      'a name of 61 characters',
      [`${'名'.repeat(61)},,乙,丙,推進員,R8.4.1,`],
      '氏名',
      '60文字以内で入力してください。',
    ],
    [
      'a line break in a name',
      ['"甲\n乙",,乙,丙,推進員,R8.4.1,'],
      '氏名',
      '改行が入っています。1行にしてください。',
    ],
    [
      'a cell too many',
      ['甲,,乙,丙,推進員,R8.4.1,,余り'],
      '(見出しのない列)',
      'この列の見出しがありません。1行目に見出しを入力してください。',
    ],
    [
      'a month',
      ['甲,,乙,丙,推進員,令和8年4月,'],
      '任期開始日',
      '日付を読み取れません。実在する日付を、令和8年4月1日、R8.4.1、2026/4/1 のように入力してください。',
    ],
  ])('but not %s', (_what, lines, column, sentence) => {
    expect(read(HEADERS, ...lines)).toMatchObject({ rows: [], problems: [{ line: 2, column, sentence }] });
  });

  test('nor a column twice, by whatever word', () => {
    expect(read('氏名,部局,課,課・室等,役割,任期開始日', '甲,乙,丙,丁,推進員,R8.4.1').problems).toEqual([
      { line: 1, column: '課', sentence: 'この列が2つ以上あります。1つにしてください。' },
    ]);
  });
});

test('people are read by name, with e-mail and Slack id where they are known', () => {
  const headers = ['氏名', 'メール', 'SlackユーザーID'];
  const cells = (...values: readonly string[]) =>
    Object.fromEntries(headers.map((header, index) => [header, values[index] ?? '']));
  const rows = [
    { line: 2, cells: cells('青空 そら', 'SORA@city.example', 'Ｕ0ＳＯＲＡ') },
    { line: 3, cells: cells('山道 あゆむ') },
    { line: 4, cells: cells('', 'yama', '山') },
  ];
  expect(readPeopleCsv({ headers, rows })).toEqual({
    rows: [
      { line: 2, name: '青空 そら', email: 'sora@city.example', slackId: 'U0SORA' },
      { line: 3, name: '山道 あゆむ', email: null, slackId: null },
    ],
    defaults: [],
    problems: [
      { line: 4, column: '氏名', sentence: '空欄です。入力してください。' },
      {
        line: 4,
        column: 'メール',
        sentence: 'メールアドレスとして読み取れません。例:yamada@city.example.lg.jp',
      },
      {
        line: 4,
        column: 'SlackユーザーID',
        sentence: 'この内容は読み取れませんでした。入力し直してください。',
      },
    ],
  });
});

test('members are read with their office, order and term', () => {
  const headers = ['会議体', '氏名', '職名', '役', '並び順', '任期開始日', '任期終了日'];
  const cells = (...values: readonly string[]) =>
    Object.fromEntries(headers.map((header, index) => [header, values[index] ?? '']));
  const rows = [
    { line: 2, cells: cells('本部会議', '青空 そら', '副市長', '委員長', '１０', 'R8.4.1', 'R9.3.31') },
    { line: 3, cells: cells('本部会議', '山道 あゆむ', '部長', '', '', '2026/4/1') },
    { line: 4, cells: cells('本部会議', '海野 波', '部長', '会長', '0', '2026/4/31') },
  ];
  const row = { email: null, bodyName: '本部会議', startsOn: '2026-04-01' };
  expect(readMemberCsv({ headers, rows })).toEqual({
    rows: [
      {
        ...row,
        line: 2,
        name: '青空 そら',
        title: '副市長',
        office: 'chair',
        position: 10,
        endsOn: '2027-03-31',
      },
      { ...row, line: 3, name: '山道 あゆむ', title: '部長', office: 'member', position: null, endsOn: null },
    ],
    defaults: [{ column: '役', as: '委員', count: 1 }],
    problems: [
      {
        line: 4,
        column: '役',
        sentence: '「委員長」「副委員長」「委員」「幹事長」「幹事」のどれかにしてください。',
      },
      { line: 4, column: '並び順', sentence: '1から9999までの整数にしてください。' },
      {
        line: 4,
        column: '任期開始日',
        sentence:
          '日付を読み取れません。実在する日付を、令和8年4月1日、R8.4.1、2026/4/1 のように入力してください。',
      },
    ],
  });
});
