/** The morning message and its lines. */
export const morningText = {
  title: (count: number) => `回答・確認のお願い(${count}件)`,
  /** When nothing of it is left to do. */
  titleDone: '回答・確認のお願い(すべて済みました)',
  /** When all of it stands in newer messages. */
  titleEarlier: '回答・確認のお願い(以前のお知らせ)',
  /** The same of a message about 書面開催 alone. */
  writtenTitle: '回答期限のお知らせ',
  writtenTitleDone: '回答期限のお知らせ(すべて済みました)',
  writtenTitleEarlier: '回答期限のお知らせ(以前のお知らせ)',
  askedTitle: '照会への回答のお願い',
  askedToWatchTitle: '受講の確認のお願い',
  lead: '次の件をお願いします。回答すると、ここに「済み」と表示されます。',
  others: (count: number) => `ほかに${count}件あります。下のボタンからご覧ください。`,
  due: (day: string, left: string) => `期限:${day} ${left}`,
  daysLeft: (count: number) => `あと${count}開庁日`,
  dueChanged: (before: string) => `期限が変わりました(前の期限:${before})。`,
  dueToday: '本日が期限です',
  /** The due day is a closing day before the next working day. */
  lastDay: '本日が期限までの最後の開庁日です',
  overdue: '期限を過ぎています',
  inquiry: (title: string, requester: string) => (requester === '' ? title : `${title}(依頼元:${requester})`),
  ofSection: (department: string, section: string) => `${department} ${section}の分です。`,
  ofVacant: (department: string, section: string) =>
    `${department} ${section}(未選任)の分です。代わりに回答を入力できます。`,
  ofUnreachable: (department: string, section: string, names: readonly string[]) =>
    `${department} ${section}の分です。${names.map((name) => `${name}さん`).join('・')}はSlackを使っていません。文面を渡すか、回答を代理入力してください。`,
  ofOthers: (department: string, section: string, names: readonly string[]) =>
    `${department} ${section}の分は、${names.map((name) => `${name}さん`).join('・')}にお願いしています。`,
  returned: (reason: string) => `回答が差し戻されました。理由:${reason}`,
  returnedByChief: (name: string, reason: string) =>
    `${name}さん(協働推進員(主任))から回答が差し戻されました。理由:${reason}`,
  returnedBySecretariat: (reason: string) => `事務局から回答が差し戻されました。理由:${reason}`,
  postponed: (day: string) => `${day}の朝に、もう一度お知らせします。`,
  done: (title: string) => `${title}(済み)`,
  answered: (when: string) => `回答を受け付けました(${when})。締切りまでは変更できます。`,
  handedOver: (when: string) => `${when}に回答済みです。内容をご確認ください。回答は不要です。`,
  draft: (title: string) => `${title}\nこの照会は準備中です。`,
  closed: (title: string) => `${title}(締め切りました)`,
  cancelled: (title: string, reason: string) =>
    `${title}\nこの照会は取りやめになりました。回答は不要です。理由:${reason}`,
  reportAsk: (department: string, year: string, open: number) =>
    `${department}の${year}の協働推進員の選任報告をお願いします(報告待ち${open}件)。`,
  reportMissing: (department: string, year: string, open: number) =>
    `${year}の選任報告が済んでいない部局:${department} ${open}件`,
  reportDone: (department: string, year: string) => `${department}の${year}の選任報告は済みました。`,
  guideAsk: (department: string, section: string) =>
    `協働推進員の役割のご案内(${department} ${section})をお読みいただけましたら、「確認しました」を押してください。`,
  guideOver: 'このご案内の任期は終わりました。確認は不要です。',
  awayOverDue: (title: string, section: string, day: string) =>
    `${title}:${section}の担当の方は、期限の${day}に不在の予定です。`,
  awaySettled: (title: string, section: string) => `${title}:${section}の件は済みました。`,
  collect: (department: string) =>
    `${department}の回答のとりまとめをお願いします。そろいましたら、「部局の状況」で「とりまとめ完了」を押してください。`,
  collectBy: (day: string, left: string) => `部局のとりまとめ期限:${day} ${left}`,
  collected: (title: string, department: string) => `${title}:${department}のとりまとめは完了しました。`,
  departmentUnanswered: (title: string) => `${title} 部局の未回答:`,
  departmentUnansweredGoesOn: '部局の未回答(続き):',
  departmentAnswered: (title: string) => `${title}:部局の回答はそろいました。`,
  unanswered: (title: string, departments: number, count: number) =>
    `${title} 未回答:${departments}部局の${count}件`,
  allAnswered: (title: string) => `${title}:回答はそろいました。`,
  openSection: (section: string, count: number, isAway: boolean) =>
    `${section} ${count}件${isAway ? '(不在のため)' : ''}`,
  openCount: (count: number) => `${count}件`,
  openDepartment: (department: string) => `・${department}:`,
  openDepartmentGoesOn: (department: string) => `・${department}(続き):`,
  separator: '、',
  deactivated: (name: string, places: string) =>
    `${name}さん(${places})のSlackのアカウントが停止されています。後任の登録をお願いします。`,
  deactivatedDone: (name: string) => `${name}さんの件は済みました。`,
  place: (department: string, section: string) => `${department} ${section}`,
  contact: (contact: string) => `問合せ:${contact}`,
} as const;

export const MORNING_BUTTON = {
  answer: '回答する',
  onBehalf: '代理入力',
  showAnswer: '回答を見る・変更する',
  copy: '文面をコピー',
  postpone: '翌開庁日に再通知',
  takeBackPostponed: '取り消す',
  delegate: '担当の変更を依頼',
  department: '部局の状況',
  status: '照会の状況',
} as const;

/** What the bot sends on mornings, as the help says it. */
export const MORNING_HELP = {
  sends: '回答・確認のお願い(お願いしていることがあるとき、開庁日の朝に1通にまとめて)',
  sendsFreeText: 'メッセージへのご案内(このボットに文章を送ったとき)',
} as const;
