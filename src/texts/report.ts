import type { FileFormat } from '../domain/file-format.ts';

/** 実施状況報告書 第5章 as a file. */

export const FORMAT_WORD: Readonly<Record<FileFormat, string>> = {
  docx: 'ワード(docx)',
  xlsx: 'エクセル(xlsx)',
  html: 'ウェブ(html)',
  md: 'マークダウン(md)',
};

/** The same with 前年度との比較. */
export const comparedWord = (format: FileFormat): string => `${FORMAT_WORD[format]} 比較付き`;

export const REPORT_BUTTON = {
  open: '第5章を作成',
  again: '今の状態を表示',
  retry: 'もう一度作成',
  changes: '変更点を見る',
} as const;

/** Whoever got a file: somebody by name, or the command line by the account of the computer under which it ran, `cli:NAME`. */
export const receiverWord = (name: string): string =>
  name.startsWith('cli:') ? `コマンド(${name.slice('cli:'.length)})` : `${name}さん`;

/** What settles a point that is left, as its button says. */
export const SETTLING_WORD = {
  'record-meeting': '会議を記録',
  'record-training': '研修を記録',
  'record-not-held': '開催なしを記録',
  confirm: '確認する',
  'confirm-held': '実施を確認',
  edit: '編集',
  'see-written': '状況',
  'record-attendance': '受講を記録',
  'edit-body': '会議体を編集',
  'register-promoters': '協働推進員の一覧',
  'register-programme': '研修の種類を登録',
  'write-text': '文章を書く',
} as const;

export const REPORT_HELP = {
  make: '実施状況報告書 第5章を、ファイルで受け取ります(年度を省くと前年度。形式はワード、エクセル、ウェブ、md)',
  argument: '年度 形式',
} as const;

export const reportText = {
  title: (year: string) => `${year}の第5章`,
  unsettled: (count: number) =>
    `次の${count}件が残っています。このまま作成すると、記録のない箇所は(未記録)になり、予定と未確認の記録は載りません。`,
  settled: '残っている点はありません。',
  left: '残っている点',
  choose: '形式を選ぶと、協DOボットとのメッセージにファイルが届きます。',
  compared: '付録「前年度との比較」を付けるときは、下から選びます。',
  given: (when: string, who: string, format: string) =>
    `前回は${when}に、${receiverWord(who)}が${format}で受け取りました。`,
  changed: 'その後、内容が変わっています。',
  changedSince: (when: string, format: string) =>
    `${when}に受け取ったもの(${format})からは、内容が変わっています。`,
  making: (year: string, format: string) => `${year}の第5章(${format})を作成しています。`,
  makingThere: (year: string, format: string) =>
    `${year}の第5章(${format})を作成しています。協DOボットとのメッセージに届きます。`,
  made: (year: string, format: string) => `${year}の第5章(${format})を作成しました。`,
  madeWith: (count: number) =>
    `${count}件が残っています。記録のない箇所は(未記録)とし、予定と未確認の記録は載せていません。`,
  beside: (year: string, format: string) => `${year}の実施状況報告書 第5章(${format})です。`,
  fileName: (year: string, format: FileFormat) => `実施状況報告書_第5章_${year}.${format}`,
  broken: (id: string) => `しばらくしてから、もう一度お試しください。(受付番号 ${id})`,
  failed: (sentence: string) => `作成できませんでした。${sentence}`,
  unreadable: (typed: string, examples: readonly string[]) =>
    `「${typed}」を年度や形式として読み取れませんでした。${examples.map((example) => `「${example}」`).join('')}のように入力してください。`,
  examples: ['令和5年度', '令和5年度 ワード', '2023 xlsx', '文章 令和5年度'],
} as const;
