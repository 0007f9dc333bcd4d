import type { Chapter5Facts } from '../../../src/services/read-chapter5.ts';

/** 第5章の文章 of fiscal 2023, made up for the tests: several paragraphs, an indent, empty lines, signs of their own. */
export const TEXTS_2023: Chapter5Facts['texts'] = new Map([
  [
    'preface',
    '　市民と行政が協働でまちづくりを進めるには、全庁的な推進体制が欠かせません。\n　この章では、令和5年度の取組みを報告します。',
  ],
  [
    'headquartersTopics',
    '本部会議を2回、幹事会を2回開催しました。\n\n- 年間スケジュールを共有\n- 評価・意見に対する調査・検討を審議',
  ],
  [
    'promoterWork',
    ['主な役割は、次のとおりです。', '(1)部局内の調整・共有', '(2)事業調査のとりまとめ'].join('\r\n'),
  ],
  ['developmentTopics', '動画配信の研修を始め、67人が視聴しました(前年度は集合研修)。'],
  ['liaison', '近隣の市町と、情報交換を続けています。'],
  [
    'review',
    '協働推進員研修は年度下期の開催となり、推進員の役割と協働の取組みの周知が遅れた\n令和6年度は条例施行20年の節目',
  ],
  ['contact', 'コミュニティ政策課 電話06-0000-0000\nhttps://example.com/kyodo'],
]);
