/** What can be wrong with the embedded PostgreSQL, with what a person needs to mend it. Paths are absolute. */
export type EmbeddedProblem =
  | { readonly kind: 'unsupported-platform'; readonly platform: string }
  | { readonly kind: 'binaries-missing'; readonly packageName: string }
  | { readonly kind: 'binaries-unusable'; readonly path: string; readonly reason: string }
  | { readonly kind: 'cannot-create'; readonly path: string; readonly reason: string }
  | { readonly kind: 'not-a-directory'; readonly path: string }
  | { readonly kind: 'not-readable'; readonly path: string; readonly reason: string }
  | { readonly kind: 'no-version'; readonly path: string }
  | {
      readonly kind: 'other-version';
      readonly path: string;
      readonly found: string;
      readonly expected: string;
    }
  | { readonly kind: 'no-control-file'; readonly path: string }
  | { readonly kind: 'initialisation-failed'; readonly path: string; readonly output: readonly string[] }
  | { readonly kind: 'start-failed'; readonly path: string; readonly output: readonly string[] }
  | { readonly kind: 'no-answer'; readonly path: string; readonly reason: string };

const ELSEWHERE = '別に用意した PostgreSQL を使う場合は、DATABASE_URL にその接続先を指定してください。';
const UNTOUCHED = '中のファイルには手を加えていません。';
const MOVE_OR_RESTORE =
  'フォルダーごと別の場所へ移してから起動し直す（新しい空のデータベースから始まります）か、バックアップから戻してください。';

const lastLines = (output: readonly string[]): string =>
  output.length === 0 ? '（出力はありませんでした。）' : output.join('\n');

const explain = (problem: EmbeddedProblem): string => {
  switch (problem.kind) {
    case 'unsupported-platform':
      return `内蔵の PostgreSQL は、この環境（${problem.platform}）では動きません。PostgreSQL 14 以上を別に用意し、DATABASE_URL にその接続先を指定してください。`;
    case 'binaries-missing':
      return `内蔵の PostgreSQL のパッケージ ${problem.packageName} が入っていません。「npm ci」を --omit=optional を付けずに実行し直してください。${ELSEWHERE}`;
    case 'binaries-unusable':
      return `内蔵の PostgreSQL の実行ファイル（${problem.path}）を使えません。\n${problem.reason}\n「npm ci」を実行し直しても同じ場合は、この環境に対応していません。${ELSEWHERE}`;
    case 'cannot-create':
      return `データベースのフォルダー ${problem.path} を作れません（${problem.reason}）。置き場所の書き込み権限と空き容量を確かめるか、DATA_DIR に別の場所を指定してください。`;
    case 'not-a-directory':
      return `データベースのフォルダーがあるはずの ${problem.path} が、フォルダーではありません。そのファイルを別の場所へ移してから起動し直してください。${ELSEWHERE}${UNTOUCHED}`;
    case 'not-readable':
      return `データベースのフォルダー ${problem.path} を読み書きできません（${problem.reason}）。ボットを起動したときと同じ利用者で実行するか、所有者と権限を確かめてください。${ELSEWHERE}${UNTOUCHED}`;
    case 'no-version':
      return `データベースのフォルダー ${problem.path} に PG_VERSION がなく、PostgreSQL のデータとして読めません。${MOVE_OR_RESTORE}${ELSEWHERE}${UNTOUCHED}`;
    case 'other-version':
      return `データベースのフォルダー ${problem.path} は PostgreSQL ${problem.found} のデータです。内蔵の PostgreSQL は ${problem.expected} のため、そのままでは読めません。PostgreSQL ${problem.found} を動かして DATABASE_URL で接続するか、${MOVE_OR_RESTORE}${UNTOUCHED}`;
    case 'no-control-file':
      return `データベースのフォルダー ${problem.path} に global/pg_control がありません。データが壊れているか、コピーが途中で終わっています。${MOVE_OR_RESTORE}${ELSEWHERE}${UNTOUCHED}`;
    case 'initialisation-failed':
      return `データベースのフォルダー ${problem.path} の準備に失敗しました。空き容量と書き込み権限を確かめてください。${ELSEWHERE}PostgreSQL の出力は次のとおりです。\n${lastLines(problem.output)}`;
    case 'start-failed':
      return `内蔵の PostgreSQL を起動できませんでした（データは ${problem.path}）。${ELSEWHERE}PostgreSQL の出力は次のとおりです。\n${lastLines(problem.output)}`;
    case 'no-answer':
      return `内蔵の PostgreSQL（データは ${problem.path}）から応答がありません（${problem.reason}）。ほかに動いている PostgreSQL があれば終了してから、起動し直してください。${ELSEWHERE}`;
  }
};

/** The embedded PostgreSQL cannot be used; the message says in Japanese what is wrong, where, and how to mend it. */
export class EmbeddedDatabaseError extends Error {
  override readonly name = 'EmbeddedDatabaseError';
  readonly problem: EmbeddedProblem;

  constructor(problem: EmbeddedProblem, options?: ErrorOptions) {
    super(explain(problem), options);
    this.problem = problem;
  }
}

/** The system's code of a failed call, e.g. `ENOENT`; the empty string when it has none. */
export const errorCode = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

/** What a failed call says of itself. */
export const errorText = (error: unknown): string => (error instanceof Error ? error.message : String(error));
