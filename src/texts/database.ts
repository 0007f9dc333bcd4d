import type { DatabaseProblem } from '../domain/database-problem.ts';
import { type SentencesOf, sentenceOf } from './sentence.ts';

const LOOK = 'DATABASE_URL を確かめてください。';
const UNTOUCHED = 'このデータベースには何も書いていません。';
const FEW = 5;
/** The first of many names, and how many more. */
const few = (names: readonly string[]): string =>
  names.length <= FEW ? names.join('、') : `${names.slice(0, FEW).join('、')} ほか${names.length - FEW}件`;

const SENTENCES: SentencesOf<DatabaseProblem> = {
  'unknown-host': `データベースのホスト名が見つかりません。${LOOK}(「@」と「:」の間がホスト名です)`,
  'not-listening': `データベースにつながりません。PostgreSQLが動いているか、ホスト名とポート番号が正しいか、${LOOK}`,
  'no-socket': `データベースのソケットがありません。PostgreSQLが動いているか、ソケットの場所が正しいか、${LOOK}`,
  'no-answer': `データベースから応答がありません。通信が許されているか、PostgreSQLが動いているか、${LOOK}`,
  'not-let-in': `データベースが、この利用者の接続を認めませんでした。利用者名とパスワード、PostgreSQLの pg_hba.conf と ${LOOK}`,
  'unknown-database': `その名前のデータベースがありません。先に作るか、${LOOK}(最後の「/」の後がデータベース名です)`,
  'no-rights': ({ what }) =>
    `データベースの利用者に権限がありません(${few(what)})。データベースの持ち主にするか、権限を与えてください。利用者は DATABASE_URL にあります。`,
  full: 'データベースに書き込む空きがありません。ディスクの空き容量を確かめてください(内蔵のデータベースは DATA_DIR にあります)。',
  starting:
    'データベースが準備中か、接続がいっぱいです。しばらくしてから、もう一度お試しください。続くときは DATABASE_URL のPostgreSQLの状態を確かめてください。',
  'no-tls':
    'データベースが暗号化(TLS)に対応していません。PostgreSQLでTLSを有効にするか、庁内の安全な経路であれば DATABASE_URL の末尾に「?sslmode=disable」を付けてください。',
  certificate:
    'データベースの証明書を確かめられません。DATABASE_URL の末尾に「?sslmode=verify-full&sslrootcert=(認証局の証明書のファイル)」を付けるか、ホスト名が証明書と同じかを確かめてください。',
  'certificate-file':
    'DATABASE_URL の sslrootcert、sslcert、sslkey のファイルを読めません。場所と権限を確かめてください。',
  'too-old': ({ version }) =>
    `PostgreSQL ${version} は古いため使えません。14以上を用意し、DATABASE_URL に指定してください。`,
  encoding: ({ encoding }) =>
    `データベースの文字コードが UTF8 ではありません(${encoding})。「createdb --encoding=UTF8 --template=template0 名前」などで作り直し、${LOOK}${UNTOUCHED}`,
  newer: ({ migrations }) =>
    `このデータベースは、より新しい版の協DOボットが使っています(${few(migrations)})。新しい版で起動するか、この版のときのバックアップを戻してください。${UNTOUCHED}`,
  changed: ({ migrations }) =>
    `このデータベースを作ったときと、更新の内容が違います(${few(migrations)})。プログラムの prisma/migrations を元に戻すか、入れ直してください。${UNTOUCHED}`,
  lacking: ({ tables }) =>
    `データベースに足りないものがあります(${few(tables)})。バックアップから戻してください。${UNTOUCHED}`,
  'other-application': ({ tables }) =>
    `このデータベースは、ほかのアプリケーションが使っています(${few(tables)})。協DOボット用のデータベースを作り、${LOOK}${UNTOUCHED}`,
  unclear: ({ reason }) =>
    `データベースを使えません。DATABASE_URL とデータベースの状態を確かめてください(${reason})。`,
};

/** Why the database can't be used, with the variable to look at. */
export const databaseSentence = (problem: DatabaseProblem): string => sentenceOf(SENTENCES, problem);
