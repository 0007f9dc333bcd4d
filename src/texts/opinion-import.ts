import { IMPORT_FORM } from './import-file.ts';

export const OPINION_IMPORT_FORM = '評価・意見を取り込む';
export const OPINION_IMPORT_BUTTON = '取込';

export const OPINION_IMPORT_HINT = {
  file: `CSVファイル(Excelの「CSV」か「CSV UTF-8」)。1行目は見出し(年度、番号、項目、種別、評価・意見、関係課)です。「${IMPORT_FORM.sample}」を受け取り、2行目からを書き換えて使えます。`,
} as const;

export const OPINION_IMPORT_HELP = {
  import: '委員会の評価・意見をCSVファイルから取り込みます',
} as const;

/** Rows of 見本のCSV. */
export const OPINION_SAMPLE = [
  { item: '第5章 前文', kind: 'evaluation', words: '見本の評価です。' },
  { item: '第5章 職員の育成', kind: 'opinion', words: '見本の意見です。' },
] as const;

export const opinionImportText = {
  numberIsDay:
    '番号が日付になっています(Excelが「3-1」を日付に変えることがあります)。列の書式を「文字列」にして入れ直してください。',
  numberTwice: (line: number) =>
    `${line}行目に同じ年度と番号があります。どちらかを除くか、番号を直してください。`,
  sectionUnknown: (typed: string, near: readonly string[]) =>
    `「${typed}」という課・室等はありません。${near.length === 0 ? '「部局と課」にある名称にしてください。' : `近い名称:${near.map((name) => `「${name}」`).join('')}`}`,
  sectionUnclear: (typed: string, near: readonly string[]) =>
    `「${typed}」は2つ以上の部局にあります。${near.map((name) => `「${name}」`).join('か')}のように、部局から入力してください。`,
  counts: (added: number, changed: number, known: number) =>
    `追加 ${added}件、変更 ${changed}件、そのまま ${known}件`,
  nothing: 'ファイルの内容は、すべて記録のとおりです。取り込むものはありません。',
  lead: 'よろしければ「取り込む」を押してください。お知らせは、どなたにも送りません。',
  otherwise:
    'この画面を表示した後に記録が変わったため、まだ取り込んでいません。今の記録では次のようになります。',
  added: (count: number) => `追加 ${count}件`,
  changed: (count: number) => `変更 ${count}件(前の内容は変更の記録に残ります)`,
  addition: (no: string, kind: string, item: string) => `・${no}(${kind}) ${item}`,
  change: (no: string, parts: readonly string[]) => `・${no} ${parts.join('、')}`,
  part: (label: string, before: string, after: string) => `${label}:「${before}」→「${after}」`,
  noSections: '(未定)',
  more: (count: number) => `・ほか${count}件`,
  importing: '評価・意見を取り込んでいます。そのままお待ちください。',
  done: (added: number, changed: number, known: number) =>
    `評価・意見${added}件を追加し、${changed}件を変更しました。すでに記録されていた${known}件は、そのままです。`,
  wouldDo: (added: number, changed: number, known: number) =>
    `評価・意見${added}件を追加し、${changed}件を変更します。すでに記録されている${known}件は、そのままにします。(確認だけで、取り込んではいません)`,
  sampleName: 'opinions-sample.csv',
  sampleWords: `「${OPINION_IMPORT_FORM}」の見本です。2行目からを書き換えて使ってください。`,
} as const;
