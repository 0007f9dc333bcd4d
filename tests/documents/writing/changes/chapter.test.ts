import { describe, expect, test } from 'vitest';
import { changesBetween } from '../../../../src/documents/writing/changes/changes.ts';
import type {
  DocumentPart,
  TablePart,
  TextDocument,
} from '../../../../src/documents/writing/text-document.ts';
import type { ChangeSide, DocumentChange } from '../../../../src/domain/document-change.ts';
import { documentOf, numbered, tableOf } from './texts.ts';

/** What the chapter says in invented words: 会議 and 研修, as far as they are given otherwise than here. */
type Said = {
  readonly body?: string;
  readonly meetings?: TablePart['rows'];
  readonly training?: TablePart['rows'];
  readonly topics?: string;
};

const MEETINGS = [
  [['令和5年5月18日'], ['(1)年間スケジュールについて(審議)']],
  [['令和5年8月10日まで 開催案内送付(書面開催)'], ['(1)成案化の結果について(報告)', '(2)名簿について(報告)']],
  [['令和6年2月1日'], ['(1)年間スケジュールについて(審議)']],
] as const;
const TRAINING = [
  [['令和5年4月 市役所'], ['【新規採用職員ステップ研修】'], ['88人']],
  [['令和5年9月 市役所'], ['【新任係長研修】'], ['67人']],
  [['令和6年1月 *動画配信'], ['【協働推進員研修】'], ['92人']],
] as const;

const chapter = ({
  body = '協働推進本部会議',
  meetings = MEETINGS,
  training = TRAINING,
  topics = '本部会議を3回開催しました。\n名簿を改めました。',
}: Said = {}): TextDocument => {
  const heading = (text: string, level: 1 | 2 | 3): DocumentPart => ({ kind: 'heading', text, level });
  return documentOf(
    heading('1 協働推進本部会議', 1),
    heading('トピックス', 2),
    { kind: 'lines', lines: [topics] },
    heading('会議の実施状況', 2),
    heading(body, 3),
    tableOf(`${body}の実施状況`, ['No', '日付', '案件'], numbered(meetings)),
    heading('2 職員の育成', 1),
    heading('職員研修', 2),
    tableOf('職員研修', ['No', '日時・場所', '内容', '参加者'], numbered(training)),
  );
};

/** A side in short: where, which row, and what it says. */
const inShort = (side: ChangeSide | null): string | null =>
  side &&
  [
    side.headings.at(-1) ?? '',
    side.row === null ? '' : `No${side.row.number}`,
    side.says.map(({ label, lines }) => `${label ?? ''}:${lines.join('/')}`).join(' '),
  ].join('|');
const told = (changes: readonly DocumentChange[]): readonly (readonly (string | null)[])[] =>
  changes.map(({ kind, before, after }) => [kind, inShort(before), inShort(after)]);

describe('of a chapter', () => {
  test('a corrected date is one cell, also where its row stands elsewhere now', () => {
    const [first, second, third] = MEETINGS;
    expect(
      told(
        changesBetween(
          chapter(),
          chapter({ meetings: [first, [['令和5年8月24日まで(書面開催)'], second[1]], third] }),
        ),
      ),
    ).toEqual([
      [
        'cell',
        '協働推進本部会議|No2|日付:令和5年8月10日まで 開催案内送付(書面開催)',
        '協働推進本部会議|No2|日付:令和5年8月24日まで(書面開催)',
      ],
    ]);
    expect(
      told(changesBetween(chapter(), chapter({ meetings: [[['令和5年4月3日'], second[1]], first, third] }))),
    ).toEqual([
      [
        'cell',
        '協働推進本部会議|No2|日付:令和5年8月10日まで 開催案内送付(書面開催)',
        '協働推進本部会議|No1|日付:令和5年4月3日',
      ],
      ['numbers', '協働推進本部会議||:2/1', '協働推進本部会議||:1/2'],
    ]);
  });

  test('a training that was cancelled is its row, and the No behind it', () => {
    expect(told(changesBetween(chapter(), chapter({ training: TRAINING.toSpliced(1, 1) })))).toEqual([
      ['row', '職員研修|No2|日時・場所:令和5年9月 市役所 内容:【新任係長研修】 参加者:67人', null],
      ['numbers', '職員研修||:3', '職員研修||:2'],
    ]);
  });

  test('one that is cancelled and another that is new in its place are two rows, not three cells', () => {
    const other = [['令和5年7月 公民館'], ['【窓口の応対】'], ['67人']];
    expect(
      changesBetween(chapter(), chapter({ training: [TRAINING[0], other, TRAINING[2]] })).map(
        ({ kind, before, after }) => [kind, before === null, after === null],
      ),
    ).toEqual([
      ['row', false, true],
      ['row', true, false],
    ]);
  });

  test('of a text the paragraphs that differ', () => {
    expect(
      told(
        changesBetween(
          chapter(),
          chapter({ topics: '本部会議を3回開催しました。\n名簿を改め、公表しました。' }),
        ),
      ),
    ).toEqual([['lines', 'トピックス||:名簿を改めました。', 'トピックス||:名簿を改め、公表しました。']]);
  });

  test('a body of another name is its heading and its caption, not all of its meetings', () => {
    expect(told(changesBetween(chapter(), chapter({ body: '協働推進会議' })))).toEqual([
      ['heading', '会議の実施状況||:協働推進本部会議', '会議の実施状況||:協働推進会議'],
      ['table', '協働推進本部会議||:No/日付/案件', '協働推進会議||:No/日付/案件'],
    ]);
  });

  test('a table that came in place of (未記録) is told row by row', () => {
    const empty = documentOf({ kind: 'lines', lines: ['(未記録)'] });
    const filled = documentOf(
      tableOf('職員研修', ['No', '日時・場所', '内容', '参加者'], numbered(TRAINING.slice(0, 1))),
    );
    expect(told(changesBetween(empty, filled))).toEqual([
      ['lines', '||:(未記録)', null],
      ['table', null, '||:No/日時・場所/内容/参加者'],
      ['row', null, '|No1|日時・場所:令和5年4月 市役所 内容:【新規採用職員ステップ研修】 参加者:88人'],
    ]);
  });
});

test('ten thousand rows, of which one was put in and all others moved on, are compared', () => {
  const rows = Array.from({ length: 10_000 }, (_, at) => [[`令和5年${(at % 12) + 1}月`], [`(1)第${at}の件`]]);
  const before = chapter({ meetings: rows });
  const after = chapter({ meetings: rows.toSpliced(5_000, 0, [['令和5年9月'], ['(1)加わった件']]) });
  const changes = changesBetween(before, after);
  expect(changes.map(({ kind }) => kind)).toEqual(['row', 'numbers']);
});
