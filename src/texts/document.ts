/** What the bot itself writes in a file, around what people typed. */
export const documentText = {
  writer: '協DOボット',
  fact: '項目',
  words: '内容',
  contents: '目次',
  picture: (words: string) => `(図:${words})`,
  /** The first sheet of a spreadsheet. */
  mainSheet: '本文',
  /** A sheet whose table has no caption that can be a name. */
  table: '表',
  tableOn: (caption: string, sheet: string) => `表「${caption}」は、シート「${sheet}」にあります。`,
  firstDay: '開始日',
  lastDay: '終了日',
} as const;
