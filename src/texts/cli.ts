/** `sandbox`. */
export const sandboxText = {
  description: '練習用ワークスペースを開きます(トークンがあっても、Slackにはつながりません)',
  empty: '見本の記録を入れずに始めます',
  reset: 'これまでの練習の記録を消して、最初から始めます',
  transport: 'ボットとのつなぎ方(http、socket)',
  cities: '練習用の市の数。2以上ではOAuthで導入し、3以上では2つの区のある組織も加わります',
  unknownCities: (typed: string, most: number) =>
    `市の数「${typed}」は指定できません。1から${most}までの数を指定してください。`,
  citiesOverHttp: '市が2つ以上のときのつなぎ方は、http だけです。',
  otherCities:
    'この記録には、ほかの練習用の市もあります。--cities でそのときの数を指定するか、--reset を付けて最初から始めてください。',
  unknownTransport: (typed: string) =>
    `つなぎ方「${typed}」はありません。http か socket を指定してください。`,
  othersRecord:
    'このデータベースには、ほかのワークスペースの記録があります。DATA_DIR で別のフォルダーを指定して、練習用ワークスペースを開いてください。',
  notEmpty:
    '練習の記録がすでにあります。続きからは --empty を付けずに、空から始め直すときは --reset --empty を指定してください。',
  notOurDatabase:
    'DATABASE_URL のデータベースは、--reset では消しません。DATABASE_URL を外すか、別のデータベースを指定してください。',
  running: 'この記録は今使われています。練習用ワークスペースを止めてから、もう一度実行してください。',
  removed: 'これまでの練習の記録を消しました。',
} as const;

export const replText = {
  description: '練習の記録を、JavaScriptで1行ずつ調べます(開発する人へ)',
  begins:
    'record(表)、db、actor、clock、today() が使えます。例: await record.settings.read() 終わるときは .exit と入力します。',
} as const;

export const cliText = {
  description: '協DOボット:市の協働推進の記録・お知らせ・年次報告',
  start: 'ボットを起動します(トークンがなければ練習用ワークスペース)',
  migrate: 'データベースを新しい版の形にして終わります(起動するときにすることを、先に)',
  migrated: (changes: number) =>
    changes === 0 ? 'データベースの形は最新です。' : `データベースの更新を${changes}件適用しました。`,
  doctor: '設定・データベース・Slackの権限を点検し、直し方を示します',
  report: '実施状況報告書 第5章を書き出します',
  reportName: '第5章',
  reportYear: '年度(令和5年度、R5、2023 など)',
  format: '形式(md、html、docx、xlsx)',
  out: '書き出すファイル(md、html は、なければ標準出力)',
  comparison: '付録「前年度との比較」を付ける(3年度)',
  changes: '第5章の代わりに、ファイルで最後に受け取られた第5章からの変更点を書き出す',
  notBoth: '--comparison と --changes は一緒に使えません。',
  import:
    '職員、名簿、委員、過去の会議・研修・受講をCSVから取り込みます。誤りが1つでもあれば何も取り込みません',
  importKind: '取り込むもの(people、promoters、members、meetings、opinions、trainings、attendance)',
  importFile: 'CSVファイル(UTF-8、Shift_JIS)',
  dryRun: '確認だけして、取り込まない',
  yes: '名簿の1割を超える任期が終わるか取り消されるときも取り込む',
  newPeople: '受講のファイルにある、記録にない氏名の方を、新しい方として記録する',
  workspace: '対象のワークスペース(T で始まるID)',
  unknownFormat: (format: string, known: readonly string[]) =>
    `形式「${format}」はありません。${known.join('、')} のどれかを指定してください。`,
  needsFile: (format: string, name: string) =>
    `${format} は画面に出せません。--out に書き出すファイルを指定してください(例:--out ${name}.${format})。`,
  unknownKind: (kind: string, known: readonly string[]) =>
    `「${kind}」は取り込めません。${known.join('、')} のどれかを指定してください。`,
  noFile: (file: string) => `ファイル「${file}」を開けません。場所と名前を確かめてください。`,
  noRegularFile: (file: string) =>
    `「${file}」は、ふつうのファイルではありません(フォルダー、パイプ、装置など)。CSVファイルを指定してください。`,
  tooLarge: (file: string, most: number) =>
    `ファイル「${file}」が大きすぎます。${most}MBまでにしてください。`,
  whichWorkspace: (ids: readonly string[]) =>
    `記録が2つ以上のワークスペースにあります。--workspace に次のどれかを指定してください:${ids.join('、')}`,
  unknownWorkspace: (id: string) =>
    `ワークスペース「${id}」の記録はありません。ボットを一度起動すると作られます。`,
  notWritten: (file: string) =>
    `ファイル「${file}」に書き出せません。フォルダーがあるか、書き込めるかを確かめてください。`,
  written: (file: string) => `${file} に書き出しました。`,
  practiceStarted: (url: string) => `練習用ワークスペースを開きました:${url}`,
  practicePreparing: '練習用ワークスペースを用意しています(はじめは10秒ほどかかります)…',
  botPreparing: '協DOボットを起動しています…',
  recordIn: (place: string) => `  記録:${place}`,
  toEnd: '  終わるとき:Ctrl+C',
  toLook: '  困ったとき:別の端末で npm run kyodo -- doctor',
  ending: '終わっています…',
  ended: '終わりました。もう一度起動すると、続きから使えます。',
  practiceNotice: '練習用です。氏名はすべて架空のものです。実在の個人情報を入力しないでください。',
  botStarted: (url: string) => `協DOボットを起動しました:${url}`,
  unforeseen: '予期しない不具合のため、ボットを止めました。起動し直してください。原因はログにあります。',
  installedNowhere: 'まだどのワークスペースにも追加されていません。/slack/install から追加してください。',
  portTaken: (port: number) =>
    `ポート${port}は使用中です。動いている協DOボットを終了するか、PORT に別の番号を指定してください。`,
  help: '使い方を表示します',
  failed: '処理を続けられませんでした。',
  seeDoctor: '「npm run kyodo -- doctor」で、原因と直し方を確かめられます。',
  hostUnusable: (host: string) =>
    `HOST の「${host}」では待ち受けられません。127.0.0.1 など、この機械のアドレスを指定してください。`,
} as const;

const SEE_HELP = '使い方は「npm run kyodo -- --help」で表示できます。';

/** What is said of a command line that is not understood, by the parser's name for the matter. */
export const usageText = {
  'commander.unknownCommand': (what: string) => `「${what}」というコマンドはありません。${SEE_HELP}`,
  'commander.unknownOption': (what: string) => `「${what}」という指定はありません。${SEE_HELP}`,
  'commander.missingArgument': (what: string) => `「${what}」を指定してください。${SEE_HELP}`,
  'commander.optionMissingArgument': (what: string) => `「${what}」の値を指定してください。${SEE_HELP}`,
  'commander.missingMandatoryOptionValue': (what: string) => `「${what}」を指定してください。${SEE_HELP}`,
  'commander.excessArguments': () => `指定が多すぎます。${SEE_HELP}`,
  other: () => `指定を読み取れません。${SEE_HELP}`,
} as const;

/** The headings of the help page, by the parser's own. */
export const helpHeading: Readonly<Record<string, string>> = {
  'Usage:': '使い方:',
  'Arguments:': '必ず指定するもの:',
  'Options:': '必要なときに指定するもの:',
  'Commands:': 'コマンド:',
};

export const doctorText = {
  ok: (what: string) => `[ 正常 ] ${what}`,
  problem: (what: string, mend: string) => `[要対応] ${what}\n         → ${mend}`,
  note: (what: string, mend: string) => `[ 注意 ] ${what}\n         → ${mend}`,
  configOk: '設定を読み取れました',
  envFileOpen: '.env をほかの利用者も読めます',
  envFileMend: '「chmod 600 .env」を実行してください。',
  databaseNew: 'データベースは最初の起動のときに作られます',
  dataDirUnusable: (directory: string) => `DATA_DIR の「${directory}」には書き込めません`,
  dataDirMend: '書き込めるフォルダーを DATA_DIR に指定してください。',
  databaseOk: 'データベースに接続できました',
  databaseDown: 'データベースに接続できません',
  databaseUnusable: 'データベースをこのままでは使えません',
  migrationsOk: 'データベースの形は最新です',
  migrationsPending: (names: readonly string[]) =>
    `データベースに未適用の変更があります(${names.join('、')})`,
  migrationsMend: 'npm start で起動すると適用されます。',
  othersWaiting: (workspaceId: string, count: number) =>
    `別のワークスペース(${workspaceId})あての通知が${count}件、送られずに待っています`,
  othersMend: (workspaceId: string) =>
    `この設定のボットは送りません。${workspaceId} のトークンを設定したボットが動いているか、確かめてください。`,
  secretariatOk: (count: number) => `事務局:${count}名が設定されています`,
  secretariatInPractice: (name: string) => `事務局:練習用ワークスペースの${name}さんです`,
  secretariatNone: '事務局が設定されていません',
  secretariatMend:
    'SECRETARIAT に、最初の事務局のメールアドレスかSlackのユーザーIDを「,」で区切って指定してください。',
  secretariatByInstall: '事務局:それぞれのワークスペースで、「設定」を保存するまでは追加した方です',
  notForMany: (names: readonly string[]) =>
    `${names.join('、')} は、いくつものワークスペースで使うときは読みません`,
  notForManyMend: '事務局と運用ログは、それぞれのワークスペースの「設定」で決めます。',
  installed: (count: number) => `${count}か所のワークスペース・組織に追加されています`,
  installedNowhere: 'まだどのワークスペースにも追加されていません',
  installedNowhereMend: 'ブラウザーで /slack/install を開いて追加してください。',
  keysOk: '保存したトークンの鍵は TOKEN_KEY にあります',
  slackReached: 'Slackに接続できました',
  withoutProxy: 'Slackへは、プロキシを通さずにつなぎます',
  throughProxy: (proxy: string) => `Slackへは、プロキシ「${proxy}」を通ってつなぎます`,
  pastProxy: 'Slackへは、プロキシを通さずにつなぎます(NO_PROXY か SLACK_API_URL の指定によります)',
  practice: 'Slackのトークンがないため、練習用ワークスペースで動きます',
  practiceMend: '本物のSlackで使うときは、.env に SLACK_BOT_TOKEN などを書いてください。',
  slackOk: (team: string) => `Slackに接続できました(${team})`,
  appTokenOk: 'Socket Mode の接続先に届きました',
  scopesOk: 'Slackの権限は足りています',
  scopesMissing: (scopes: readonly string[]) => `Slackの権限が足りません:${scopes.join('、')}`,
  scopesMend:
    'manifest.json をSlackの管理画面「App Manifest」に貼り付け、アプリを再インストールしてください。',
  scopesUnused: (scopes: readonly string[]) => `使わない権限が付いています:${scopes.join('、')}`,
  scopesUnusedMend: '安全のため、manifest.json のとおりに減らすことをお勧めします。',
} as const;
