import pg from 'pg';
import { errorCode, errorText } from './embedded-problem.ts';

/** What stands between the bot and its database, as far as the database or the system says it. */
export type DatabaseProblem =
  | { readonly kind: 'unknown-host' }
  | { readonly kind: 'not-listening' }
  | { readonly kind: 'no-socket' }
  | { readonly kind: 'no-answer' }
  | { readonly kind: 'not-let-in' }
  | { readonly kind: 'unknown-database' }
  | { readonly kind: 'no-rights'; readonly what: string }
  | { readonly kind: 'full' }
  | { readonly kind: 'starting' }
  | { readonly kind: 'no-tls' }
  | { readonly kind: 'certificate' }
  | { readonly kind: 'certificate-file' }
  | { readonly kind: 'too-old'; readonly version: string }
  | { readonly kind: 'newer'; readonly migrations: readonly string[] }
  | { readonly kind: 'changed'; readonly migrations: readonly string[] }
  | { readonly kind: 'lacking'; readonly tables: readonly string[] }
  | { readonly kind: 'other-application'; readonly tables: readonly string[] }
  | { readonly kind: 'unclear'; readonly reason: string };

const LOOK = 'DATABASE_URL を確かめてください。';
const UNTOUCHED = 'このデータベースには何も書いていません。';
const FEW = 5;
/** The first of many names, and how many more. */
export const few = (names: readonly string[]): string =>
  names.length <= FEW ? names.join('、') : `${names.slice(0, FEW).join('、')} ほか${names.length - FEW}件`;

const explain = (problem: DatabaseProblem): string => {
  switch (problem.kind) {
    case 'unknown-host':
      return `データベースのホスト名が見つかりません。${LOOK}(「@」と「:」の間がホスト名です)`;
    case 'not-listening':
      return `データベースにつながりません。PostgreSQLが動いているか、ホスト名とポート番号が正しいか、${LOOK}`;
    case 'no-socket':
      return `データベースのソケットがありません。PostgreSQLが動いているか、ソケットの場所が正しいか、${LOOK}`;
    case 'no-answer':
      return `データベースから応答がありません。通信が許されているか、PostgreSQLが動いているか、${LOOK}`;
    case 'not-let-in':
      return `データベースが、この利用者の接続を認めませんでした。利用者名とパスワード、PostgreSQLの pg_hba.conf と ${LOOK}`;
    case 'unknown-database':
      return `その名前のデータベースがありません。先に作るか、${LOOK}(最後の「/」の後がデータベース名です)`;
    case 'no-rights':
      return `データベースの利用者に権限がありません(${problem.what})。データベースの持ち主にするか、権限を与えてください。利用者は DATABASE_URL にあります。`;
    case 'full':
      return 'データベースに書き込む空きがありません。ディスクの空き容量を確かめてください(内蔵のデータベースは DATA_DIR にあります)。';
    case 'starting':
      return 'データベースが準備中か、接続がいっぱいです。しばらくしてから、もう一度お試しください。続くときは DATABASE_URL のPostgreSQLの状態を確かめてください。';
    case 'no-tls':
      return 'データベースが暗号化(TLS)に対応していません。PostgreSQLでTLSを有効にするか、庁内の安全な経路であれば DATABASE_URL の末尾に「?sslmode=disable」を付けてください。';
    case 'certificate':
      return 'データベースの証明書を確かめられません。DATABASE_URL の末尾に「?sslmode=verify-full&sslrootcert=(認証局の証明書のファイル)」を付けるか、ホスト名が証明書と同じかを確かめてください。';
    case 'certificate-file':
      return 'DATABASE_URL の sslrootcert、sslcert、sslkey のファイルを読めません。場所と権限を確かめてください。';
    case 'too-old':
      return `PostgreSQL ${problem.version} は古いため使えません。14以上を用意し、DATABASE_URL に指定してください。`;
    case 'newer':
      return `このデータベースは、より新しい版の協DOボットが使っています(${few(problem.migrations)})。新しい版で起動するか、この版のときのバックアップを戻してください。${UNTOUCHED}`;
    case 'changed':
      return `このデータベースを作ったときと、更新の内容が違います(${few(problem.migrations)})。プログラムの prisma/migrations を元に戻すか、入れ直してください。${UNTOUCHED}`;
    case 'lacking':
      return `データベースに足りないものがあります(${few(problem.tables)})。バックアップから戻してください。${UNTOUCHED}`;
    case 'other-application':
      return `このデータベースは、ほかのアプリケーションが使っています(${few(problem.tables)})。協DOボット用のデータベースを作り、${LOOK}${UNTOUCHED}`;
    case 'unclear':
      return `データベースを使えません。DATABASE_URL とデータベースの状態を確かめてください(${problem.reason})。`;
  }
};

/** The database cannot be used; the message says in Japanese why and which variable to look at, without any secret. */
export class DatabaseError extends Error {
  override readonly name = 'DatabaseError';
  readonly problem: DatabaseProblem;

  constructor(problem: DatabaseProblem, options?: ErrorOptions) {
    super(explain(problem), options);
    this.problem = problem;
  }
}

/** What the system says when nothing, or nobody, is there. */
const OF_SYSTEM: Readonly<
  Record<string, DatabaseProblem['kind'] & ('unknown-host' | 'not-listening' | 'no-answer')>
> = {
  ENOTFOUND: 'unknown-host',
  EAI_AGAIN: 'unknown-host',
  ECONNREFUSED: 'not-listening',
  ECONNRESET: 'not-listening',
  EHOSTUNREACH: 'no-answer',
  ENETUNREACH: 'no-answer',
  ETIMEDOUT: 'no-answer',
};

const isCertificate = (code: string): boolean =>
  /^(?:CERT_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|ERR_TLS_CERT|HOSTNAME_MISMATCH|INVALID_CA)/u.test(code);

/** PostgreSQL's own codes (SQLSTATE), by code or class. */
const ofServer = (code: string): DatabaseProblem | undefined => {
  if (code.startsWith('28')) return { kind: 'not-let-in' };
  if (code === '3D000') return { kind: 'unknown-database' };
  if (code === '42501') return { kind: 'no-rights', what: 'permission denied' };
  if (code === '53100') return { kind: 'full' };
  if (code === '53300' || code.startsWith('57P')) return { kind: 'starting' };
  return undefined;
};

const ofMessage = (message: string): DatabaseProblem | undefined => {
  if (/does not support SSL/u.test(message)) return { kind: 'no-tls' };
  if (/password must be a string/u.test(message)) return { kind: 'not-let-in' };
  if (/terminated unexpectedly/u.test(message)) return { kind: 'not-listening' };
  if (/timeout expired|connection timeout/iu.test(message)) return { kind: 'no-answer' };
  return undefined;
};

/** What `error`, thrown while the database was opened or asked, says of it. */
export const problemOfDatabase = (error: unknown): DatabaseProblem => {
  if (error instanceof AggregateError && error.errors.length > 0) return problemOfDatabase(error.errors[0]);
  const code = errorCode(error);
  const message = errorText(error);
  const system = OF_SYSTEM[code];
  if (system !== undefined) return { kind: system };
  if (code === 'ENOENT' || code === 'EACCES')
    return { kind: /connect/u.test(message) ? 'no-socket' : 'certificate-file' };
  if (isCertificate(code)) return { kind: 'certificate' };
  const told = error instanceof pg.DatabaseError ? ofServer(code) : undefined;
  return told ?? ofMessage(message) ?? { kind: 'unclear', reason: code === '' ? message : code };
};
