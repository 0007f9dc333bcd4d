import { describe, expect, test } from 'vitest';
import { localDate } from '../../../src/domain/calendar/local-date.ts';
import type { InquiryLine } from '../../../src/domain/inquiry/line.ts';
import type { LineContent } from '../../../src/domain/morning/content.ts';
import { owedMessage } from '../../../src/views/morning/morning.ts';
import { answer, due, ID, inquiry, line, TODAY } from '../../support/inquiry-lines.ts';

const message = (lines: readonly LineContent[], kind: 'morning' | 'inquiry-asked' = 'morning') =>
  owedMessage({ kind, day: TODAY, lines, contact: 'コミュニティ政策課 内線0000' });

/** What one line says, and its buttons. */
const said = (content: LineContent): readonly string[] =>
  message([content]).blocks.flatMap((block) => {
    if (block.type === 'section') return [block.text?.text ?? ''];
    if (block.type === 'actions')
      return [block.elements.map((element) => ('text' in element ? `[${element.text.text}]` : '')).join('')];
    return [];
  });

const ASKED = [
  '協働事業の調査(依頼元:大阪府)',
  '期限:令和8年12月10日(木) あと3開庁日',
  '福祉部 福祉課の分です。',
  '該当する事業をお知らせください。',
];
const BUTTONS = '[回答する][翌開庁日に再通知][担当の変更を依頼]';

describe('an inquiry', () => {
  test('says what, until when, for which section, and ends with whom to ask', () => {
    const { text, blocks } = message([line()]);
    expect(text).toBe('回答・確認のお願い(1件)');
    expect(said(line())).toEqual([ASKED.join('\n'), BUTTONS]);
    expect(blocks.at(-1)).toMatchObject({ elements: [{ text: '問合せ:コミュニティ政策課 内線0000' }] });
  });

  test.each([
    [due('2026-12-07', 0), '期限:令和8年12月7日(月) 本日が期限です'],
    [due('2026-12-08', 1), '期限:令和8年12月8日(火) あと1開庁日'],
    [due('2026-12-04', -1), '期限:令和8年12月4日(金) 期限を過ぎています'],
    [due('2026-12-12', 0), '期限:令和8年12月12日(土) 本日が期限までの最後の開庁日です'],
  ])('due %j it says %s', (dueText, words) => {
    expect(said(line(dueText))[0]?.split('\n')[1]).toBe(words);
  });

  test.each<[string, Partial<InquiryLine>, readonly string[]]>([
    [
      'of a vacant section',
      { relation: 'vacant' },
      [
        [ASKED[0], ASKED[1], '福祉部 福祉課(未選任)の分です。代わりに回答を入力できます。', ASKED[3]].join(
          '\n',
        ),
        '[代理入力][翌開庁日に再通知]',
      ],
    ],
    [
      'of somebody without Slack',
      { relation: 'unreachable', names: ['用紙 花子'] },
      [
        [
          ASKED[0],
          ASKED[1],
          '福祉部 福祉課の分です。用紙 花子さんはSlackを使っていません。文面を渡すか、回答を代理入力してください。',
          ASKED[3],
        ].join('\n'),
        '[代理入力][文面をコピー][翌開庁日に再通知]',
      ],
    ],
    [
      'postponed',
      { postponedUntil: localDate('2026-12-08') },
      [
        [...ASKED.slice(0, 3), '令和8年12月8日(火)の朝に、もう一度お知らせします。', ASKED[3]].join('\n'),
        '[回答する][取り消す][担当の変更を依頼]',
      ],
    ],
    [
      'returned',
      { returnReason: '件数の誤り' },
      [[...ASKED.slice(0, 3), '回答が差し戻されました。理由:件数の誤り', ASKED[3]].join('\n'), BUTTONS],
    ],
    [
      'answered since',
      { answer },
      [
        '協働事業の調査(依頼元:大阪府)(済み)\n福祉部 福祉課の分です。\n回答を受け付けました(令和8年12月1日(火) 10:15)。締切りまでは変更できます。',
        '[回答を見る・変更する]',
      ],
    ],
    [
      'told to a successor who need not answer',
      { kind: 'inquiry-answered', answer },
      [
        '協働事業の調査(依頼元:大阪府)\n福祉部 福祉課の分です。\n令和8年12月1日(火) 10:15に回答済みです。内容をご確認ください。回答は不要です。',
        '[回答を見る・変更する]',
      ],
    ],
    [
      'closed since',
      { inquiry: inquiry({ state: 'closed' }) },
      ['協働事業の調査(依頼元:大阪府)(締め切りました)'],
    ],
    [
      'called off',
      { inquiry: inquiry({ state: 'cancelled', endReason: '府の取下げ' }) },
      ['協働事業の調査(依頼元:大阪府)\nこの照会は取りやめになりました。回答は不要です。理由:府の取下げ'],
    ],
  ])('%s', (_, facts, words) => {
    expect(said(line(facts))).toEqual(words);
  });
});

test('what is open of a department comes by section, never by name, and says who is away', () => {
  const sections = [
    { name: '福祉課', count: 1, isAway: false },
    { name: '高齢課', count: 2, isAway: true },
  ];
  expect(
    said({
      kind: 'department-unanswered',
      inquiry: inquiry(),
      departmentId: ID,
      departmentName: '福祉部',
      sections,
      ...due('2026-12-04', -1),
    }),
  ).toEqual([
    '協働事業の調査 部局の未回答:福祉課 1件、高齢課 2件(不在のため)\n期限:令和8年12月4日(金) 期限を過ぎています',
    '[部局の状況]',
  ]);
});

test('とりまとめ of a department says until when, and what became of it', () => {
  const collect = (facts: { readonly isCollected: boolean; readonly state?: 'closed' }): LineContent => ({
    kind: 'collect',
    inquiry: inquiry({ collectBy: localDate('2026-12-09'), state: facts.state ?? 'open' }),
    departmentId: ID,
    departmentName: '福祉部',
    isCollected: facts.isCollected,
    ...due('2026-12-09', 2),
  });
  expect(said(collect({ isCollected: false }))).toEqual([
    [
      '協働事業の調査(依頼元:大阪府)',
      '部局のとりまとめ期限:令和8年12月9日(水) あと2開庁日',
      '福祉部の回答のとりまとめをお願いします。そろいましたら、「部局の状況」で「とりまとめ完了」を押してください。',
    ].join('\n'),
    '[部局の状況]',
  ]);
  expect(said(collect({ isCollected: true }))).toEqual(['協働事業の調査:福祉部のとりまとめは完了しました。']);
  expect(said(collect({ isCollected: false, state: 'closed' }))).toEqual([
    '協働事業の調査(依頼元:大阪府)(締め切りました)',
  ]);
});
