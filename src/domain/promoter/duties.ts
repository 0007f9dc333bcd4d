/**
 * The eight duties of a 協働推進員 as a real city's report for fiscal 2023 prints them (令和5年度実施状況報告書 第5章,
 * 協働推進員の取組み), as an example to start from.
 */
export const EXAMPLE_DUTIES: readonly string[] = [
  'コミュニティ政策課からの情報を部局内で調整・共有',
  '協働事業市民提案制度の活用に向けた事業調査のとりまとめ',
  '(2)に基づくヒアリングへの出席',
  '市民公益活動推進助成金申込事業にかかる調査のとりまとめ',
  '協働事業市民提案制度提案事業にかかる調査のとりまとめ',
  '協働事業成案化検討会議での協議',
  '地域担当職員と連携した地域からの相談、要望への対応',
  '協働に関する大阪府からの調査回答',
];
