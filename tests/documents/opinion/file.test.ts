import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { opinionFile } from '../../../src/documents/opinion/file.ts';
import type { OpinionOnDesk } from '../../../src/domain/opinion/desk.ts';
import { OPINION_FORMATS, type OpinionFormat } from '../../../src/domain/opinion/format.ts';
import { aConsideration, anOpinion, onDesk } from '../../support/opinions.ts';
import type { ReadDocument } from '../../support/read-document.ts';
import { readFile } from '../../support/read-file.ts';
import { HOSTILE } from '../writing/hostile.ts';

/** 評価・意見に対する市の調査・検討, each format read by another library than wrote it. */

const taken = (listed: readonly OpinionOnDesk[]) => ({
  year: 2023,
  at: new Date('2024-12-02T10:00:00+09:00'),
  listed,
});
type Rows = readonly (readonly string[])[];

/** A cell of a CSV file without the mark that keeps a spreadsheet from running it. */
const unmarked = (cell: string): string => cell.replace(/^'(?=[=+\-@\t\r＝＋－＠])/u, '');

const rowsIn = async (listed: readonly OpinionOnDesk[], format: OpinionFormat): Promise<Rows> => {
  const { bytes } = await opinionFile(taken(listed), format);
  if (format === 'csv') {
    const rows: readonly (readonly string[])[] = parse(Buffer.from(bytes), { bom: true });
    return rows.map((row) => row.map(unmarked));
  }
  const { parts }: ReadDocument = await readFile(bytes, format);
  const tables = parts.flatMap((part) => ('table' in part ? [part.table] : []));
  return [...(tables[0]?.slice(0, 1) ?? []), ...tables.flatMap((table) => table.slice(1))];
};

const LISTED: readonly OpinionOnDesk[] = [
  onDesk({
    opinion: anOpinion({ number: '1', words: '研修を早く。\n1月では遅い。' }),
    state: 'published',
    considered: aConsideration({
      consideration: '6月に行います。',
      response: 'will_do',
      responseWhen: '令和6年度',
    }),
  }),
  onDesk({ opinion: anOpinion({ number: '2', kind: 'evaluation', item: '第5章 前文', words: 'よい。' }) }),
  onDesk({
    opinion: anOpinion({ fiscalYear: 2022, number: '7', words: '指標を。' }),
    isCarried: true,
    before: aConsideration({
      fiscalYear: 2022,
      consideration: '検討します。\n2年かけます。',
      response: 'continuing',
    }),
    considered: aConsideration({ consideration: '決めました。', response: 'done' }),
  }),
];

test.each(OPINION_FORMATS)(
  '%s has a row for each in order, what has no answer as (未記録), and what was carried',
  async (format) => {
    expect(await rowsIn(LISTED, format)).toEqual([
      ['No', '項目', '評価・意見', '市の調査・検討', '対応の区分'],
      ['1', '第5章 職員の育成', '研修を早く。\n1月では遅い。', '6月に行います。', '対応する\n(令和6年度)'],
      ['2', '第5章 前文', 'よい。', '(未記録)', '(未記録)'],
      [
        '令和4年度 7',
        '第5章 職員の育成',
        '指標を。\n【令和4年度の市の調査・検討】(検討を続ける)\n検討します。\n2年かけます。',
        '決めました。',
        '対応済み',
      ],
    ]);
  },
);

test('the document says which year it is of, and what goes on from the years before', async () => {
  const { name, bytes } = await opinionFile(taken(LISTED), 'docx');
  const { title, parts } = await readFile(bytes, 'docx');
  expect([name, title, parts.filter((part) => !('table' in part))]).toEqual([
    '評価・意見_令和5年度.docx',
    '令和5年度 評価・意見に対する市の調査・検討',
    [
      { line: '令和6年12月2日(月)現在の記録から作成しています。' },
      { line: '評価・意見' },
      { heading: '前年度からの継続', level: 1 },
    ],
  ]);
});

describe('whatever was typed', () => {
  const typed = (text: string): readonly OpinionOnDesk[] => [
    onDesk({
      opinion: anOpinion({ number: text.slice(0, 20), item: text, words: `${text}\n${text}` }),
      considered: aConsideration({ consideration: text, responseWhen: text }),
    }),
  ];
  test.each([
    ...Object.entries(HOSTILE).map(([name, text]) => [name, text, text]),
    ['controls', 'a\u0000b\u001Bc\u000Bd', 'abcd'],
  ])('%s is the same in every format', async (_, text = '', shown = '') => {
    const [one, ...others] = await Promise.all(OPINION_FORMATS.map((format) => rowsIn(typed(text), format)));
    expect(one?.[1]?.slice(1, 4)).toEqual([shown, `${shown}\n${shown}`, shown]);
    for (const other of others) expect(other).toEqual(one);
  });

  test('a cell of the CSV is no formula to a spreadsheet', async () => {
    const { bytes } = await opinionFile(taken(typed('=cmd|" /C calc"!A0')), 'csv');
    const rows: Rows = parse(Buffer.from(bytes), { bom: true });
    expect(rows.flat().filter((cell) => /^[=+\-@]/u.test(cell))).toEqual([]);
  });
});
