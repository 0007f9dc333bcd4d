/** Sentences for what can't be done as asked: what is the matter, and what to do. Nothing that blames. */
export const problemText = {
  noticeTitle: 'お知らせ',
  required: 'この項目を入力してください。',
  chooseOne: 'この項目を選んでください。',
  chooseDay: '実在する日付を選んでください。',
  tooLong: (most: number) => `${most.toLocaleString('ja-JP')}文字以内で入力してください。`,
  tooMany: (most: number) => `${most}名までにしてください。ほかの方は、氏名を入力する欄に書いてください。`,
  unreadable: 'この内容は読み取れませんでした。入力し直してください。',
  untilTakesNoEnd: '「期限(…まで)」と書面開催では、終了日を空欄にしてください。',
  endBeforeStart: '終了日は、開催日以降の日を選んでください。',
  crossesYears: (first: string, last: string) =>
    `${first}と${last}にまたがっています。3月31日までと4月1日からに分けて記録してください。`,
  beforeRecord: '平成元年度より前の日付は記録できません。',
  stillToCome: 'これから開催する会議は取り込めません。Slackのフォームから予定として記録してください。',
  noItems: '案件を1行に1件ずつ入力してください。',
  unknownBody: 'この会議体は見つかりませんでした。選び直してください。',
  knownOtherwise:
    '同じ会議が、出席者や決定事項などの異なる内容で記録されています。Slackの「内容を記録」から直し、この行をファイルから除いてください。',
  ambiguousBody: 'この略称の会議体が2つ以上あります。会議体の名称を入れてください。',
  noBodies: '会議を記録できる会議体がありません。先に「会議体を登録」から登録してください。',
  bodyHasNoMeetings: 'この会議体は文章だけを掲載する「取組み」です。会議は記録できません。',
  didNotMeetStands: (bodyName: string, year: string) =>
    `${bodyName}は「${year}は開催なし」と記録されています。会議を記録するときは、先に一覧からその記録を取り消してください。`,
  meetingStands: (bodyName: string, date: string) =>
    `${bodyName}には${date}の会議が記録されています。開催なしとするときは、先にその記録を取り消してください。`,
  alreadyDidNotMeet: (bodyName: string, year: string) =>
    `${bodyName}は「${year}は開催なし」とすでに記録されています。`,
  yearUnreadable: (examples: readonly string[]) =>
    `年度を読み取れませんでした。${examples.map((example) => `「${example}」`).join('')}のように入力してください。`,
  yearHasNotBegun: 'まだ始まっていない年度は、開催なしと記録できません。',
  nameTaken: (name: string, year: string) =>
    `「${name}」は${year}にすでに登録されています。別の名称にしてください。`,
  tooManyBodies: (most: number) => `1つの年度に登録できる会議体は${most}までです。`,
  hasMeetings: (year: string) =>
    `${year}に会議の記録があるため、「取組み」に変更できません。先に会議の記録を取り消してください。`,
  inviteBot: '先にそのチャンネルで /invite @協DOボット を実行してください。',
  onlySecretariat: '恐れ入りますが、この操作は事務局が行います。事務局にご相談ください。',
  onlyRecorder: '恐れ入りますが、この記録を変更できるのは、記録した人と事務局です。事務局にご相談ください。',
  onlyStaff: '恐れ入りますが、このボットは市の職員のためのものです。',
  gone: 'この記録は、すでに取り消されています。一覧で今の状態をご確認ください。',
  changedMeanwhile:
    'この画面を開いた後に、内容が変更されました。入力を控えたうえで、一覧から開き直してください。',
  alreadyRecorded:
    'この画面の内容はすでに記録されています。変更するときは、「記録しました」のお知らせから「編集」を押してください。',
  noSecretariat: '事務局がまだ設定されていません。管理者に SECRETARIAT の設定をご依頼ください。',
  failed: (id: string) =>
    `ただいま処理できませんでした。入力は残っていますので、しばらくしてからもう一度お試しください。(受付番号 ${id})`,
  failedAnswer: (id: string) =>
    `ただいま処理できませんでした。しばらくしてからもう一度お試しください。(受付番号 ${id})`,
} as const;
