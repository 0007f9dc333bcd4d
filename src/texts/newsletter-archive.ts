/** What the archive of きょうどう通信 協DO says around what was published. */
export const archiveText = {
  name: 'きょうどう通信 協DO',
  title: 'きょうどう通信 協DO バックナンバー',
  lead: '市の協働の取組みをお伝えする職員向けの通信です。',
  published: (day: string) => `${day}発行`,
  inYear: (year: string) => `${year}の号`,
  skip: '本文へ移動',
  navigation: '号の移動',
  index: 'バックナンバーの一覧',
  previous: (title: string) => `前の号:${title}`,
  next: (title: string) => `次の号:${title}`,
  category: (word: string, byline: string) => `分類:${word}${byline === '' ? '' : ` ${byline}`}`,
  corrected: (day: string) => `訂正:${day}に内容を訂正しました。`,
  link: (url: string) => `くわしく:${url}`,
  photo: (text: string) => `写真:${text}`,
  item: (line: string) => `・${line}`,
  contact: (contact: string) => `問合せ:${contact}`,
  empty: '発行した号は、まだありません。',
  feed: '新しい号のお知らせ(Atom)',
} as const;

/** The command `newsletter`. */
export const newsletterCommandText = {
  description: 'きょうどう通信 協DOを、庁内サイト用のページ・Atom・メール用の文面として書き出します',
  what: '書き出すときは export',
  directory: '書き出すフォルダー',
  unknown: (what: string) =>
    `「${what}」という使い方はありません。newsletter export フォルダー のように指定してください。`,
  written: (issues: number, directory: string) => `${issues}号を ${directory} に書き出しました。`,
  removed: (files: number) => `取り下げた記事の写真など、今の号にないファイルを${files}個除きました。`,
  left: (names: readonly string[]) =>
    `今の号にはありませんが、書き出した後に変更されているため残しました:${names.join('、')}`,
  noFolder: '書き出すフォルダーを指定してください。例:newsletter export ./きょうどう通信',
  programFolder: (directory: string) =>
    `${directory} には書き出しません。ボットのプログラムやホームのフォルダーではなく、書き出すための空のフォルダーを指定してください。`,
  othersFiles: (directory: string, names: readonly string[]) =>
    `${directory} には、この通信の書き出しではないファイルがあります(${names.slice(0, 5).join('、')})。上書きを避けるため、空のフォルダーか、前に書き出したフォルダーを指定してください。`,
  notWritten: (directory: string) =>
    `${directory} に書き出せませんでした。書き込めるフォルダーを指定してください。`,
} as const;
