import { columnWord } from './person-columns.ts';

/** The command `person` and the file it writes. */
export const personFileText = {
  description: '1人について記録にあるものをすべて、1つのファイルに書き出します(開示請求のため)',
  who: 'メールアドレス。登録のない人は、記録にある氏名',
  out: '書き出すファイル(.md、.html、.docx、.xlsx)',
  unknownFormat: (out: string) => `「${out}」の終わりを .md、.html、.docx、.xlsx のどれかにしてください。`,
  nothing: (typed: string) => `「${typed}」について、記録には何もありません。書き出していません。`,
  several: (typed: string) =>
    `「${typed}」という氏名の職員が2人以上います。メールアドレスで指定してください。書き出していません。`,
  counted: (count: number) =>
    `  記録 ${count.toLocaleString('ja-JP')}件。あなただけが読めるようにしてあります。渡す前に、中身をお確かめください。`,
  title: '保有する個人情報の控え',
  about: (typed: string) => `対象:${typed}`,
  asOf: (at: string, count: number) => `${at}の記録 ${count.toLocaleString('ja-JP')}件`,
  notes: [
    'ほかの職員の氏名、アドレス、IDは〔ほかの方〕に置き換えています。本人の記録でないものは、本人の名がある部分と日付だけを載せています。',
    '添付ファイルの中身は含みません。同じ氏名の別の人のことが含まれる場合があります。',
  ],
  other: '〔ほかの方〕',
  oneself: '〔ご本人〕',
  until: (day: string) => `${day}まで`,
  date: '日付',
  content: '記録の内容',
  caption: (word: string, count: number) => `${word}(${count.toLocaleString('ja-JP')}件)`,
  fact: (column: string, value: string) => `${columnWord(column) ?? column}:${value}`,
} as const;
