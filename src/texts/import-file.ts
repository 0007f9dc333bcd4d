/** The forms by which a file is imported, whatever is in it: the file is chosen, what it would do is shown, and approved. */
export const IMPORT_FORM = {
  approve: '取込みの確認',
  file: 'ファイル',
  submit: '内容を確認する',
  approveButton: '取り込む',
  sample: '見本のCSV',
} as const;

/** What is said of a file, whatever is in it. */
export const importFileText = {
  sampleSent: '見本のCSVを、このボットとのメッセージにお送りしました。',
  reading: 'ファイルを読み取っています。そのままお待ちください。',
  otherPeople: (count: number) => `ほか${count}名`,
  otherMatters: (count: number) => `ほか${count}件`,
  badLines: (count: number) => `${count}件の誤りがあります。何も取り込んでいません。`,
  file: {
    gone: 'ファイルが見つかりません。もう一度選んでください。',
    'too-large': 'ファイルが大きすぎます。5MBまでにしてください。',
    'not-yours': 'ご自分で選んだファイルだけを取り込めます。もう一度選んでください。',
    unreadable: 'ファイルを読み取れませんでした。もう一度選んでください。',
  },
} as const;
