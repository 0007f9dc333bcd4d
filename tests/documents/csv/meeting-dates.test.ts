import { describe, expect, test } from 'vitest';
import { readMeetingCsv } from '../../../src/documents/csv/meeting.ts';
import { localDate } from '../../../src/domain/calendar/local-date.ts';
import type { MeetingDraft } from '../../../src/domain/meeting/meeting.ts';

/** Reads one row whose date columns are given, on line 2. */
const row = (cells: Dates) => {
  const all = { 会議体: '本部会議', 開催方法: '対面', 案件: '年間予定', ...cells };
  return readMeetingCsv({ headers: Object.keys(all), rows: [{ line: 2, cells: all }] });
};

type Dates = Readonly<Record<'開催日' | '終了日' | '報告書での日付', string>>;
const dates = (...[on, until = '', precision = '']: readonly string[]): Dates => ({
  開催日: on ?? '',
  終了日: until,
  報告書での日付: precision,
});

describe('the date columns', () => {
  const day = (heldOn: string, precision: MeetingDraft['precision'], heldUntil?: string) => ({
    heldOn: localDate(heldOn),
    heldUntil: heldUntil === undefined ? undefined : localDate(heldUntil),
    precision,
  });
  test.each<[Dates, ReturnType<typeof day>]>([
    [dates('令和5年8月10日'), day('2023-08-10', 'day')],
    [dates('令和５年８月１０日(木)'), day('2023-08-10', 'day')],
    [dates('R5.8.10'), day('2023-08-10', 'day')],
    [dates('2023/8/10'), day('2023-08-10', 'day')],
    [dates('令和5年8月10日まで'), day('2023-08-10', 'until')],
    [dates('令和5年9月'), day('2023-09-01', 'month')],
    [dates('令和5年7月から9月まで'), day('2023-07-01', 'month', '2023-09-01')],
    [dates('令和5年12月20日から令和6年1月19日まで'), day('2023-12-20', 'day', '2024-01-19')],
    [dates('2023-08-10', '', '年月日'), day('2023-08-10', 'day')],
    [dates('2023-08-10', '', '年月'), day('2023-08-10', 'month')],
    [dates('2023-08-10', '', '期限(…まで)'), day('2023-08-10', 'until')],
    [dates('2023-08-10', '', '期限（…まで）'), day('2023-08-10', 'until')],
    [dates('2023-08-10', '', '期限(...まで)'), day('2023-08-10', 'until')],
    [dates('2023-08-10', '', '期限'), day('2023-08-10', 'until')],
    [dates('2023-07-03', '2023-07-07'), day('2023-07-03', 'day', '2023-07-07')],
    [dates('2023-07-03', '2023-07-07', '年月日'), day('2023-07-03', 'day', '2023-07-07')],
    [dates('令和5年9月', '', '年月'), day('2023-09-01', 'month')],
    [dates('令和5年7月', '令和5年9月', '年月'), day('2023-07-01', 'month', '2023-09-01')],
    [dates('令和5年7月', '令和5年9月'), day('2023-07-01', 'month', '2023-09-01')],
  ])('%o', (cells, expected) => {
    const { rows, problems } = row(cells);
    expect(problems).toEqual([]);
    const { heldOn, heldUntil, precision } = rows[0]?.draft ?? {};
    expect({ heldOn, heldUntil, precision }).toEqual(expected);
  });

  const UNREADABLE =
    '日付を読み取れません。実在する日付を、令和5年8月10日、R5.8.10、2023/8/10、令和5年9月 のように入力してください。';
  const PRECISION = '「年月日」「年月」「期限(…まで)」のどれかにしてください。';
  test.each<[Dates, readonly [string, string][]]>([
    [dates('2023-02-30'), [['開催日', UNREADABLE]]],
    [dates('令和5年8月10日(金)'), [['開催日', '曜日が日付と合いません。この日は木曜日です。']]],
    [dates('8月10日'), [['開催日', UNREADABLE]]],
    [dates('平成32年4月1日'), [['開催日', 'その元号はこの日にはありません。この日は令和2年4月1日です。']]],
    [
      dates('平成36年7月3日', '平成36年7月9日'),
      [
        ['開催日', 'その元号はこの日にはありません。この日は令和6年7月3日です。'],
        ['終了日', 'その元号はこの日にはありません。この日は令和6年7月9日です。'],
      ],
    ],
    [dates('令和5年8月10日から8月9日まで'), [['開催日', '終了日は、開催日以降の日を選んでください。']]],
    [
      dates('令和6年3月31日から4月1日まで'),
      [
        [
          '開催日',
          '令和5年度と令和6年度にまたがっています。3月31日までと4月1日からに分けて記録してください。',
        ],
      ],
    ],
    [dates('2023-08-10', '翌日'), [['終了日', UNREADABLE]]],
    [dates('2023-08-10', '', '期限なし'), [['報告書での日付', PRECISION]]],
    [dates('令和5年9月', '', '年月日'), [['開催日', UNREADABLE]]],
    [dates('令和5年9月', '', '期限'), [['開催日', UNREADABLE]]],
    [dates('2023-07-03', '令和5年9月'), [['終了日', UNREADABLE]]],
    [dates('令和5年7月', '2023-09-01'), [['終了日', UNREADABLE]]],
    [
      dates('きのう', 'きょう', 'だいたい'),
      [
        ['開催日', UNREADABLE],
        ['終了日', UNREADABLE],
        ['報告書での日付', PRECISION],
      ],
    ],
  ])('%o is refused', (cells, expected) => {
    expect(row(cells)).toEqual({
      rows: [],
      defaults: [],
      problems: expected.map(([column, sentence]) => ({ line: 2, column, sentence })),
    });
  });
});
