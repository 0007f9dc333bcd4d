const number = (count: number): string => count.toLocaleString('ja-JP');

/** The command `export`. */
export const exportText = {
  description: '1つのワークスペースの記録をすべて、フォルダーに書き出します(表ごとのCSVと、添付のファイル)',
  directory: '書き出すフォルダー(新しい名前か、空のもの)',
  written: (directory: string, asOf: string) => `${asOf}の記録を ${directory} に書き出しました。`,
  counted: (rows: number, files: number) => `  記録 ${number(rows)}件、添付のファイル ${number(files)}個`,
  care: '氏名などの個人情報が入っています。あなただけが読めるようにしてあります。人に渡すときは、ご注意ください。',
  'no-folder': '書き出すフォルダーの名前を指定してください。',
  'no-such-place': (directory: string) =>
    `「${directory}」を置く場所がありません。先にその上のフォルダーを作ってください。`,
  'not-empty': (directory: string) =>
    `「${directory}」(か、同じ名前に .part を付けたもの)にはほかのファイルがあります。書き出していません。新しい名前を指定してください。`,
  'no-workspace': (id: string) => `ワークスペース「${id}」の記録はありません。`,
  notWritten: (directory: string, reason: string) =>
    `「${directory}」に書き込めませんでした(${reason})。何も残していません。`,
} as const;
