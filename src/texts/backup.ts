import type { BackupProblem } from '../domain/backup-problem.ts';
import { type SentencesOf, sentenceOf } from './sentence.ts';

const NOTHING_MADE = 'バックアップは作られていません。';
const NOTHING_PUT_BACK = '何も戻していません。';
const ROOM = '空き容量と書き込みの権限を確かめてから、もう一度実行してください。';
const BY_EXPORT = '記録を移すときは、書き出し(export)を使ってください。';

/** `backup FILE` and `restore FILE`. */
export const backupText = {
  backup: '内蔵のデータベースのバックアップを、ボットを止めずに作ります',
  backupFile: '作るファイル(例:/backup/kyodo-20261124.tar.gz)',
  made: (file: string, megabytes: string) => `${file} にバックアップを作りました(${megabytes}MB)。`,
  putBack: (file: string, at: string) => `${file} から戻しました(${at}に作ったもの)。ボットを起動できます。`,
  sentAgain: 'バックアップの後に送ったお知らせは、起動すると、もう一度送られることがあります。',
  noRecord: (directory: string) =>
    `DATA_DIR の「${directory}」に、記録が見つかりません。DATA_DIR と、ボットと同じ利用者で実行しているかを確かめてください。`,
  besideRecord: (file: string) =>
    `「${file}」は DATA_DIR の中です。同じ場所では、いっしょに失われます。ほかのディスクのフォルダーを指定してください。`,
  elsewhereBackup:
    'DATABASE_URL のデータベースのバックアップは、PostgreSQLの pg_dump で作ってください。例:pg_dump --format=custom --file=kyodo.dump "$DATABASE_URL"',
  elsewhereRestore:
    'DATABASE_URL のデータベースには、PostgreSQLの pg_restore で戻してください。例:pg_restore --clean --if-exists --no-owner --dbname="$DATABASE_URL" kyodo.dump',
  noFile: (file: string) => `バックアップ「${file}」がありません。場所と名前を確かめてください。`,
} as const;

const SENTENCES: SentencesOf<BackupProblem> = {
  'another-is-made': `ほかのバックアップを作っているところです。終わってから、もう一度実行してください。${NOTHING_MADE}`,
  'server-too-old': `今動いているデータベースは、前の版のボットが起動したものです。ボットを起動し直してから、もう一度実行してください。${NOTHING_MADE}`,
  tablespaces: `データベースの一部が、DATA_DIR の外に置かれています(テーブルスペース)。このコマンドでは写せません。${NOTHING_MADE}`,
  'file-there': 'その名前のファイルは、すでにあります。別の名前を指定してください。',
  'not-written': ({ reason }) => `バックアップのファイルに書けません(${reason})。${ROOM}${NOTHING_MADE}`,
  'database-gone': ({ reason }) =>
    `データベースを終わりまで読めませんでした(${reason})。もう一度実行してください。${NOTHING_MADE}`,
  'not-readable': ({ reason }) => `バックアップを読めません(${reason})。${NOTHING_PUT_BACK}`,
  'no-backup': `「kyodo backup」で作ったファイルではありません。${NOTHING_PUT_BACK}`,
  'newer-form': `より新しい版の協DOボットが作ったバックアップです。新しい版を入れてから戻してください。${NOTHING_PUT_BACK}`,
  damaged: ({ what }) =>
    `バックアップが壊れています(${what})。ほかのバックアップから戻してください。${NOTHING_PUT_BACK}`,
  'other-postgres': ({ found, expected }) =>
    `PostgreSQL ${found} のバックアップです。この版の協DOボットは ${expected} を使うため、戻せません。作ったときの版で戻してください。${NOTHING_PUT_BACK}`,
  'other-machine': ({ found, expected }) =>
    `種類の違うコンピューター(${found})のバックアップです。ここ(${expected})には戻せません。${BY_EXPORT}${NOTHING_PUT_BACK}`,
  'record-there': ({ directory }) =>
    `${directory} に、すでに記録があります。ボットを止め、別の場所に移してから戻してください。${NOTHING_PUT_BACK}`,
  'not-put-back': ({ directory, reason }) =>
    `${directory} に戻せません(${reason})。${ROOM}${NOTHING_PUT_BACK}`,
  'does-not-start': ({ output }) =>
    `戻したデータベースが起動しません。${NOTHING_PUT_BACK}空き容量を確かめるか、ほかのバックアップから戻してください。PostgreSQL の出力は次のとおりです。\n${output.join('\n')}`,
};

/** What is said of a problem with a backup. */
export const backupSentence = (problem: BackupProblem): string => sentenceOf(SENTENCES, problem);
