import type { OpinionFormat } from '../domain/opinion/format.ts';

const TITLE = '評価・意見に対する市の調査・検討';

export const OPINION_FILE_HELP = {
  file: `${TITLE}のファイル(ワード、エクセル、CSV、md)を作成します(年度を省くと前年度)`,
  argument: '年度 形式',
} as const;

export const OPINION_FILE_BUTTON = '出力';

/** Formats in which 評価・意見 are given, as their buttons call them. */
export const OPINION_FORMAT: Readonly<Record<OpinionFormat, string>> = {
  docx: 'ワード(docx)',
  xlsx: 'エクセル(xlsx)',
  csv: 'CSV',
  md: 'テキスト(md)',
};

export const OPINION_COLUMN = {
  number: 'No',
  item: '項目',
  words: '評価・意見',
  consideration: '市の調査・検討',
  response: '対応の区分',
} as const;

export const opinionFileText = {
  title: (year: string) => `${year} ${TITLE}`,
  fileName: (year: string, ending: string) => `評価・意見_${year}.${ending}`,
  asOf: (day: string) => `${day}現在の記録から作成しています。`,
  unrecorded: '(未記録)',
  carriedNumber: (year: string, number: string) => `${year} ${number}`,
  before: (year: string, response: string) => `【${year}の市の調査・検討】(${response})`,
  when: (when: string) => `(${when})`,
  unsettled: (year: string, count: number) =>
    `${year}の評価・意見のうち、次の${count}件は市の調査・検討の記録がありません。このまま作成すると、そこは(未記録)になります。`,
  settled: (year: string) => `${year}の評価・意見は、すべて市の調査・検討の記録があります。`,
  point: (no: string, item: string) => `・${no} ${item}`,
  others: (count: number) => `ほか${count}件`,
  empty: (year: string) => `${year}の評価・意見は、まだ登録がありません。`,
  ask: '形式を選ぶと、ファイルを協DOボットとのダイレクトメッセージにお送りします。',
  unreadable: (typed: string) =>
    `「${typed}」を年度や形式として読み取れませんでした。「/kyodo-opinion 出力 令和7年度 ワード」のように入力してください。`,
  beside: (title: string) => `${title}です。`,
  sent: (title: string) => `${title}を、協DOボットとのダイレクトメッセージにお送りしました。`,
} as const;

/** `kyodo opinions`. */
export const opinionCommandText = {
  description: `${TITLE}を書き出します`,
  format: '形式(md、docx、xlsx、csv)',
  out: '書き出すファイル(md、csv は、なければ標準出力)',
  name: '評価・意見',
} as const;
