/** 変更の記録: what every audit line says in words. */

/** What was done, by the name of the act. */
const ACTION_WORD: Readonly<Record<string, string>> = {
  'start-workspace': 'ワークスペースの使い始め',
  'open-meeting-form': '「会議を記録」を開く',
  'record-meeting': '会議を記録',
  'open-meeting': '会議の記録を開く',
  'edit-meeting': '会議の記録を編集',
  'record-meeting-contents': '会議の内容を記録',
  'show-meeting-contents': '会議の内容を見る',
  'cancel-meeting': '会議の記録を取消し',
  'confirm-meeting': '会議の記録を確認',
  'confirm-held': '会議の実施を確認',
  'take-back-held': '会議の実施の確認を取消し',
  'import-meetings': '会議をファイルから取込み',
  'record-did-not-meet': '開催なしを記録',
  'cancel-did-not-meet': '開催なしを取消し',
  'list-bodies': '会議体の一覧を開く',
  'open-body': '会議体を開く',
  'register-body': '会議体を登録・変更',
  'set-body-rules': '会議体の決まりを変更',
  'list-body-members': '委員の一覧を開く',
  'open-body-member': '委員を開く',
  'register-body-member': '委員を登録・変更',
  'remove-body-member': '委員の登録を取消し',
  'import-members': '委員をファイルから取込み',
  'list-departments': '部局の一覧を開く',
  'register-department': '部局・課を登録',
  'change-department': '部局を変更',
  'change-section': '課・室等を変更',
  'open-training-form': '「研修を記録」を開く',
  'record-training': '研修を記録',
  'open-training': '研修の記録を開く',
  'edit-training': '研修の記録を編集',
  'record-training-contents': '研修の内容を記録',
  'cancel-training': '研修の記録を取消し',
  'confirm-training': '研修の記録を確認',
  'confirm-training-held': '研修の実施を確認',
  'take-back-training-held': '研修の実施の確認を取消し',
  'import-trainings': '研修をファイルから取込み',
  'guard-training-lag': '研修日程の確認のお願いの用意',
  'open-attendance-form': '「受講を記録」を開く',
  'record-attendance': '受講を記録',
  'check-in': '受付コードで受講を記録',
  'take-back-check-in': '受付コードによる受講の記録を取消し',
  'resend-delivery': '送れなかったメッセージを再送',
  'forgo-delivery': '送れなかったメッセージを送らない',
  'report-run': '運用ログへの報告の用意',
  'note-failure': '運用ログへの失敗の報告の用意',
  'plan-morning': '朝の通知の用意',
  'postpone-line': '翌開庁日に再通知',
  'take-back-postponed': '再通知の取消し',
  'confirm-video': '動画配信の受講を記録',
  'take-back-video': '動画配信の受講の記録を取消し',
  'import-attendance': '受講をファイルから取込み',
  'list-programmes': '研修の種類の一覧を開く',
  'open-programme': '研修の種類を開く',
  'register-programme': '研修の種類を登録・変更',
  'import-people': '職員をファイルから取込み',
  'match-people': '職員の情報をSlackに合わせて更新',
  'open-appointment-form': '「推進員を登録」を開く',
  'open-appointment': '協働推進員の登録を開く',
  'appoint-promoter': '協働推進員を登録',
  'change-appointment': '協働推進員の登録を変更',
  'cancel-appointment': '協働推進員の登録を取消し',
  'import-promoters': '名簿をファイルから取込み',
  'open-roster-import': '「名簿を取り込む」を開く',
  'read-roster-file': '名簿のファイルを読取り',
  'roll-over-roster': '次年度の名簿の用意',
  'open-roster-report': '「選任を報告」を開く',
  'open-report-person': '選任する方を選ぶ画面を開く',
  'report-no-change': '選任を報告(変更なし)',
  'report-appointment': '選任を報告',
  'take-back-report': '選任報告を取消し',
  'list-unconfirmed-appointments': '未確認の名簿を開く',
  'confirm-appointments': '未確認の名簿を確認',
  'cancel-unconfirmed-appointment': '未確認の登録を取消し',
  'take-back-confirmation': '名簿の確認を取消し',
  'plan-role-guide': '役割のご案内の用意',
  'confirm-guide': '役割のご案内を確認',
  'take-back-guide': '役割のご案内の確認を取消し',
  'open-away': '「不在期間を登録」を開く',
  'register-away': '不在期間を登録',
  'cancel-away': '不在期間を取消し',
  'open-settings': '設定を開く',
  'save-settings': '設定を保存',
  'answer-free-text': 'メッセージへの自動の返信',
  'list-audit-lines': '変更の記録を見る',
};

/** What a button, form or shortcut is about, by the first word of its id: all that is told of an outsider's try. */
const AREA_WORD: Readonly<Record<string, string>> = {
  kyodo: '使い方',
  meeting: '会議',
  'meeting-list': '会議の一覧',
  way: '会議',
  training: '研修',
  'training-list': '研修の一覧',
  attendance: '受講',
  'attendance-list': '受講',
  programme: '研修の種類',
  'programme-list': '研修の種類',
  'did-not-meet': '開催なし',
  body: '会議体',
  'body-list': '会議体',
  'body-rules': '会議体の決まり',
  'body-member': '委員',
  'body-member-list': '委員',
  promoter: '協働推進員',
  'promoter-list': '協働推進員の一覧',
  'roster-report': '選任報告',
  'roster-confirm': '名簿の確認',
  'role-guide': '役割のご案内',
  away: '不在',
  department: '部局・課',
  section: '部局・課',
  'department-list': '部局・課',
  settings: '設定',
  audit: '変更の記録',
};

/** What an act was done to, by the first word of its subject; nothing stands for what needs no word. */
export const SUBJECT_WORD: Readonly<Record<string, string>> = {
  none: '',
  workspace: '',
  settings: '設定',
  meeting: '会議',
  training: '研修',
  'training-lag': '研修日程',
  programme: '研修の種類',
  'programme-not-held': '開催なし',
  'did-not-meet': '開催なし',
  body: '会議体',
  'body-member': '委員',
  department: '部局',
  section: '課・室等',
  person: '職員',
  'slack-user': '職員',
  appointment: '協働推進員',
  away: '不在',
};

/** Through what it was done. */
export const VIA_WORD: Readonly<Record<string, string>> = {
  slack: 'Slack',
  cli: 'コマンド',
  job: '自動',
};

const REFUSED = 'refused ';

/** The act in words; undefined when it has none. A refused one of somebody from outside is named by what they tried to use. */
export const auditWord = (action: string): string | undefined => {
  if (!action.startsWith(REFUSED)) return ACTION_WORD[action];
  const tried = action.slice(REFUSED.length);
  const word = ACTION_WORD[tried];
  if (word !== undefined) return `${word}(権限がないためお断り)`;
  const area = tried.startsWith('/') ? tried : AREA_WORD[tried.split('.', 1)[0] ?? ''];
  return area === undefined ? undefined : `${area}の操作(職員以外のためお断り)`;
};

export const AUDIT_BUTTON = '変更の記録';

export const auditText = {
  title: '変更の記録',
  lead: '新しいものから表示しています。',
  nothing: '記録はまだありません。',
  itself: '協DOボット',
  page: (page: number) => `${page}ページ`,
  act: (when: string, word: string) => `${when} ${word}`,
  by: (who: string, via: string) => `${who}(${via})`,
  subject: (word: string, name: string) => [word, name].filter((part) => part !== '').join(':'),
  reason: (reason: string) => `理由:${reason}`,
  unknownPerson: (typed: string) =>
    `「${typed}」という方は記録にいません。氏名、メールアドレス、SlackのユーザーIDのどれかを指定してください。`,
  sinceUnreadable: (typed: string) =>
    `「${typed}」を日時として読み取れません。2026-11-01、令和8年11月1日、2026-11-01T09:00 のように指定してください。`,
  description: '変更の記録を古いものから1行ずつ表示します',
  since: 'この日時から(2026-11-01、令和8年11月1日、2026-11-01T09:00 など)',
  actor: 'この方がしたもの(氏名、メールアドレス、SlackのユーザーID、cli:名前)',
  json: '1行を1つのJSONで表示します(変更の前後も含みます)',
} as const;
