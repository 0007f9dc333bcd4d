import { expect, test } from 'vitest';
import { chapter5Document } from '../../../src/documents/chapter5/document.ts';
import { chapter5Of } from '../../../src/documents/chapter5/model.ts';
import { writtenSection } from '../../../src/documents/chapter5/written.ts';
import { writeDocument } from '../../../src/documents/writing/write.ts';
import { CHAPTER_ITEMS } from '../../../src/domain/chapter5/items.ts';
import { FACTS_2023 } from './facts-2023.ts';
import { TEXTS_2023 } from './texts-2023.ts';

const markdownOf = async (texts: typeof TEXTS_2023): Promise<string> =>
  new TextDecoder().decode(await writeDocument(chapter5Document(chapter5Of({ ...FACTS_2023, texts })), 'md'));

const STRUCTURE = `### 体制

| 会議体 | 構成 | 主な役割 |
| --- | --- | --- |
| 協働推進本部会議 | 委員長:副市長<br>副委員長:副市長<br>委員:特別職・部局長 | 協働推進に関する全庁的な課題の検討及び調整 |
| 協働推進本部会議幹事会 | 幹事長:市民協働部長 | 協働推進に関する全庁的な課題の検討及び連絡調整 |
| 協働推進員(主任) | 総務担当課長 | 協働手法の導入検討、部内の各課等にまたがる地域課題の解決に向けた調整 ほか |
| 協働推進員(推進員) | 各課から選任 | 協働事業市民提案に関し、提案団体との意見交換 |

### 会議の実施状況

#### 協働推進本部会議

| No | 日付 | 案件 |
| --- | --- | --- |
| 1 | 令和5年8月10日まで 開催案内送付(書面開催) | (1)協働推進本部会議の年間スケジュールについて |
| 2 | 令和5年12月8日まで 開催案内送付(書面開催) | (1)市民公益活動推進委員会の評価・意見に対する市の調査・検討について(審議) |

#### 協働推進本部会議幹事会

| No | 日付 | 案件 |
| --- | --- | --- |
| 1 | 令和5年7月7日まで | (1)協働推進本部会議幹事会の年間スケジュールについて |
| 2 | 令和5年11月8日まで | (1)市民公益活動推進委員会の評価・意見に対する市の調査・検討について(審議) |

### 協働推進員の取組み

協働推進員を112名選任しました。
`;

const RESULTS = `### 年度実績

#### 職員研修

| No | 日時・場所 | 内容 | 参加者 |
| --- | --- | --- | --- |
| 1 | 令和5年9月 市役所内 | 【新規採用職員ステップ研修】 | 88人 |
| 2 | 令和5年7月から9月まで \\*動画配信 | 【係長級・技能長昇格前研修】 | 67人 |
| 3 | 令和6年1月 豊中市立文化芸術センター | 【協働推進員研修】 | 92人 |
`;

const LIAISON = `### 豊能地区市町NPO担当課長連絡会議

令和5年度は開催なし

### 豊能地区市町合同研修

令和5年度は開催なし

### NATSにおける市民公益活動推進の連携

(未記録)
`;

test('the record of fiscal 2023 with a text of every 項目 makes this Markdown', async () => {
  expect(await markdownOf(TEXTS_2023)).toBe(`# 第5章 推進体制の整備等(令和5年度)

## 前文

　市民と行政が協働でまちづくりを進めるには、全庁的な推進体制が欠かせません。

　この章では、令和5年度の取組みを報告します。

## 1 協働推進本部会議

### トピックス

本部会議を2回、幹事会を2回開催しました。

\\- 年間スケジュールを共有

\\- 評価・意見に対する調査・検討を審議

${STRUCTURE}
主な役割は、次のとおりです。

(1)部局内の調整・共有

(2)事業調査のとりまとめ

## 2 職員の育成

### トピックス

動画配信の研修を始め、67人が視聴しました(前年度は集合研修)。

${RESULTS}
## 3 豊能地区市町NPO担当課長連絡会議等

近隣の市町と、情報交換を続けています。

${LIAISON}
## 取組みの振返り

協働推進員研修は年度下期の開催となり、推進員の役割と協働の取組みの周知が遅れた

令和6年度は条例施行20年の節目

## 参考・お問合せ

コミュニティ政策課 電話06-0000-0000

https://example.com/kyodo
`);
});

test('without texts their places print (未記録), but for the 取組み, which start from the eight duties', async () => {
  expect(await markdownOf(new Map())).toBe(`# 第5章 推進体制の整備等(令和5年度)

## 前文

(未記録)

## 1 協働推進本部会議

### トピックス

(未記録)

${STRUCTURE}
(1)コミュニティ政策課からの情報を部局内で調整・共有

(2)協働事業市民提案制度の活用に向けた事業調査のとりまとめ

(3)(2)に基づくヒアリングへの出席

(4)市民公益活動推進助成金申込事業にかかる調査のとりまとめ

(5)協働事業市民提案制度提案事業にかかる調査のとりまとめ

(6)協働事業成案化検討会議での協議

(7)地域担当職員と連携した地域からの相談、要望への対応

(8)協働に関する大阪府からの調査回答

## 2 職員の育成

### トピックス

(未記録)

${RESULTS}
## 3 豊能地区市町NPO担当課長連絡会議等

(未記録)

${LIAISON}
## 取組みの振返り

(未記録)

## 参考・お問合せ

(未記録)
`);
});

test.each(CHAPTER_ITEMS)(
  '%s stands in the document under the headings with which it is shown alone',
  (item) => {
    const chapter = chapter5Of({ ...FACTS_2023, texts: TEXTS_2023 });
    const { over, heading, lines } = writtenSection(chapter, item);
    const { parts } = chapter5Document(chapter);
    const at = parts.findIndex((part) => part.kind === 'lines' && part.lines.join() === lines.join());
    expect(parts[at - 1]).toMatchObject({ kind: 'heading', text: heading });
    const first = parts.slice(0, at).findLast((part) => part.kind === 'heading' && part.level === 1);
    expect(first).toMatchObject({ text: over ?? heading });
  },
);
