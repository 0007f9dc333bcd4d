/** What is said of a file that is read in. */
export const csvText = {
  noHeader: '(見出しのない列)',
  noColumn: 'この列の見出しがありません。1行目に見出しを入れてください。',
  twice: 'この列が2つ以上あります。1つにしてください。',
  unknownColumn: 'この見出しは使いません。READMEの「取り込むCSV」にある見出しにしてください。',
  oneOf: (words: readonly string[]) =>
    `${words.map((word) => `「${word}」`).join('')}のどれかにしてください。`,
  emptyCell: '空欄です。入力してください。',
  weekdayDiffers: (right: string) => `曜日が日付と合いません。この日は${right}曜日です。`,
  unknownBody: 'この名称の会議体はありません。会議体の名称か略称を入れてください。',
  utf16: '文字コードがUTF-16です。Excelでは「CSV UTF-8」か「CSV」の形式で保存してください。',
  unreadableDay:
    '日付を読み取れません。実在する日付を、令和5年8月10日、R5.8.10、2023/8/10、令和5年9月 のように入力してください。',
  unreadableSingleDay:
    '日付を読み取れません。実在する日付を、令和8年4月1日、R8.4.1、2026/4/1 のように入力してください。',
  cell: (line: number, column: string, sentence: string) => `${line}行目 ${column}:${sentence}`,
  broken: (line: number) =>
    `${line}行目からを表として読み取れません。「"」の閉じ忘れがないか確かめてください。`,
  empty: '取り込む行がありません。',
  refused: (count: number) => `${count}件の誤りがあるため、何も取り込みませんでした。`,
  done: (added: number, known: number) =>
    `${added}件を取り込みました。すでに記録されていた${known}件は、そのままです。`,
  wouldDo: (added: number, known: number) =>
    `${added}件を取り込みます。すでに記録されている${known}件は、そのままにします。(確認だけで、取り込んではいません)`,
} as const;
