/** Sentences for what can't be done as asked: what is the matter, and what to do. Nothing that blames. */
export const problemText = {
  /** The title of a dialog that has nothing but such a sentence. */
  notDoneTitle: 'できませんでした',
  required: 'この項目を入力してください。',
  chooseOne: 'この項目を選んでください。',
  chooseDay: '実在する日付を選んでください。',
  tooLong: (most: number) => `${most.toLocaleString('ja-JP')}文字以内で入力してください。`,
  tooBig: (most: number) => `${most.toLocaleString('ja-JP')}以下の数を入力してください。`,
  notALink: 'http:// または https:// で始まるURLを入力してください。',
  tooMany: (most: number) => `${most}名までにしてください。ほかの方は、氏名を入力する欄に書いてください。`,
  unreadable: 'この内容は読み取れませんでした。入力し直してください。',
  untilTakesNoEnd: '「期限(…まで)」と書面開催では、終了日を空欄にしてください。',
  endBeforeStart: '終了日は、開催日以降の日を選んでください。',
  crossesYears: (first: string, last: string) =>
    `${first}と${last}にまたがっています。3月31日までと4月1日からに分けて記録してください。`,
  beforeRecord: '平成元年度より前の日付は記録できません。日付を確かめてください。',
  tooFarAhead: '今年度の10年後までの日にしてください。年を確かめてください。',
  stillToCome: 'これから開催する会議は取り込めません。Slackのフォームから予定として記録してください。',
  sameDayStands: (printed: string) =>
    `会議体・開催日・案件が同じ会議(${printed})が、すでに記録されています。同じ会議なら、この行をファイルから除いてください。別の会議なら、Slackの「会議を記録」から記録してください。`,
  noItems: '案件を1行に1件ずつ入力してください。',
  unknownBody: 'この会議体は見つかりませんでした。選び直してください。',
  knownOtherwise:
    '同じ会議が、出席者や決定事項などの異なる内容で記録されています。Slackの「内容を記録」から直し、この行をファイルから除いてください。',
  ambiguousBody: 'この略称の会議体が2つ以上あります。会議体の名称を入力してください。',
  noBodies: '会議を記録できる会議体がありません。先に「会議体を登録」から登録してください。',
  bodyHasNoMeetings:
    'この会議体は文章だけを掲載する「取組み」のため、会議を記録できません。ほかの会議体を選んでください。',
  didNotMeetStands: (bodyName: string, year: string) =>
    `${bodyName}は「${year}は開催なし」と記録されています。会議を記録するときは、先に一覧からその記録を取り消してください。`,
  meetingStands: (bodyName: string, date: string) =>
    `${bodyName}には${date}の会議が記録されています。開催なしとするときは、先にその記録を取り消してください。`,
  writtenMeetingStands: (bodyName: string, due: string) =>
    `${bodyName}は、書面開催(回答期限:${due})の途中です。開催なしとするときは、先に「書面開催の状況」で中止してください。`,
  alreadyDidNotMeet: (bodyName: string, year: string) =>
    `${bodyName}は「${year}は開催なし」とすでに記録されています。もう一度記録する必要はありません。`,
  trainingStands: (name: string, date: string) =>
    `${name}には${date}の研修が記録されています。開催なしとするときは、先にその記録を取り消してください。`,
  trainingNotHeldStands: (name: string, year: string) =>
    `${name}は「${year}は開催なし」と記録されています。研修を記録するときは、先に一覧からその記録を取り消してください。`,
  trainingStillToCome:
    'これから開催する研修は取り込めません。Slackのフォームから予定として記録してください。',
  trainingKnownOtherwise:
    '同じ研修が、講師や内容などの異なる内容で記録されています。Slackの「内容を記録」から直し、この行をファイルから除いてください。',
  unknownProgramme: 'この研修の種類は見つかりませんでした。選び直してください。',
  tooManyProgrammes: (most: number) => `1つの年度に登録できる研修の種類は${most}までです。`,
  otherNameNeeded: '「その他」を選んだときは、研修の名称を入力してください。',
  otherNameNotNeeded: '「その他」以外の研修を選んだときは、空欄にしてください。',
  inviteesNeeded: '対象で「選ぶ」を選んだときは、対象者を選んでください。',
  inviteesNotMembers: '職員としてSlackに登録されていない方が含まれています。その方を外してください。',
  unknownSession: 'この研修の記録は見つかりませんでした。選び直してください。',
  sessionStillToCome: 'これから行う研修の受講は、まだ記録できません。研修の日になってから記録してください。',
  nearlyMember: (names: readonly (readonly [typed: string, members: readonly string[]])[]) =>
    `委員の氏名は、記録のとおりに入力してください(${names.map(([typed, members]) => `「${typed}」は「${members.join('」か「')}」`).join('、')})。`,
  nothingAsked: '確認する内容が残っていません。画面を閉じて、もう一度入力してください。',
  nothingToConfirm: '確認する内容が残っていません。画面を閉じて、「受講を記録」にもう一度入力してください。',
  noSessions: '受講を記録できる研修がありません。先に「研修を記録」から記録してください。',
  unknownNumber:
    'この番号の研修は、今年度の一覧にありません。「/kyodo-training 一覧」のNoを入力してください。例:/kyodo-training 受講者 3',
  nobodyChosen: '受講者を選ぶか、Slackを使っていない方の氏名を入力してください。',
  noAudience: 'この研修には、記録できる対象者が定められていません。「選んだ人を記録」を選んでください。',
  nobodyFound: (line: string) =>
    `「${line}」がどなたか分かりませんでした。氏名(必要ならメールも)を、1行に1名ずつ入力してください。`,
  nameUnclear: (line: string, sections: readonly string[]) =>
    `「${line}」という氏名の方が2人以上います${sections.length === 0 ? '' : `(${sections.join('、')})`}。氏名の後にメールを入力して、どの方かお知らせください。`,
  outsideReach: (names: readonly string[]) =>
    `恐れ入りますが、次の方の受講は、その方の課・部局の協働推進員か事務局が記録します:${names.join('、')}`,
  codeNotTaken:
    'このコードでは受け付けられませんでした。開催日に、会場で案内されたコードを入力してください。例:/kyodo-training 受付 382-945',
  tooManyWrongCodes:
    '続けて入力されたため、受付を休んでいます。1分ほどおいてから、もう一度入力してください。',
  yearUnreadable: (examples: readonly string[]) =>
    `年度を読み取れませんでした。${examples.map((example) => `「${example}」`).join('')}のように入力してください。`,
  yearHasNotBegun: 'まだ始まっていない年度は、開催なしと記録できません。年度が始まってから記録してください。',
  nameTaken: (name: string, year: string) =>
    `「${name}」は${year}にすでに登録されています。別の名称にしてください。`,
  tooManyBodies: (most: number) => `1つの年度に登録できる会議体は${most}までです。`,
  hasMeetings: (year: string) =>
    `${year}に会議の記録があるため、「取組み」に変更できません。先に会議の記録を取り消してください。`,
  inviteBot: '先にそのチャンネルで /invite @協DOボット を実行してください。',
  onlySecretariat: '恐れ入りますが、この操作は事務局が行います。事務局にご相談ください。',
  onlyRecorder: '恐れ入りますが、この記録を変更できるのは、記録した人と事務局です。事務局にご相談ください。',
  onlyVoter: '恐れ入りますが、この書面開催の回答は、回答者ご本人のためのものです。事務局にご相談ください。',
  onlyMember:
    '恐れ入りますが、会議の内容をご覧になれるのは、その会議体の委員と、記録した人、事務局です。事務局にご相談ください。',
  onlyPromoter: '恐れ入りますが、この操作は、協働推進員と事務局が行います。事務局にご相談ください。',
  onlyChief: '恐れ入りますが、この操作は、部局の協働推進員(主任)と事務局が行います。事務局にご相談ください。',
  onlyResponsible: '恐れ入りますが、この操作は、担当の方と事務局が行います。事務局にご相談ください。',
  onlySelf: '恐れ入りますが、この操作は、ご本人が行います。事務局にご相談ください。',
  noPerson: '職員を選ぶか、Slackを使っていない方は氏名を入力してください。',
  notAMember: 'この方は職員としてSlackに登録されていません。氏名とメールを入力してください。',
  twoWaysOfNaming: '職員を選んだときは、氏名とメールを空欄にしてください。',
  ambiguousName: (sections: readonly string[]) =>
    `同じ氏名の方が2人以上います${sections.length === 0 ? '' : `(${sections.join('、')})`}。メールを入力して、どの方かお知らせください。`,
  nearlyKnown: (near: readonly string[]) =>
    `記録に、氏名の似た方がいます(${near.join('、')})。同じ方のときは、氏名を記録のとおりに入力してください。別の方のときは、メールも入力してください。`,
  emailUnreadable: 'メールアドレスとして読み取れません。例:yamada@city.example.lg.jp',
  endsBeforeStart: '終了日は、開始日以降の日にしてください。',
  termCrossesYears: (lastDay: string) =>
    `任期は年度ごとです。終了日は${lastDay}までの日にしてください(空欄なら年度の最終日になります)。`,
  departmentNeeded: '新しい部局の名称を入力してください。',
  unknownDepartment: 'この部局は見つかりませんでした。選び直してください。',
  sectionEnded: (lastDay: string) =>
    `この課・室等は${lastDay}までです。任期終了日をその日までにするか、別の課・室等にしてください。`,
  alreadyAppointed: (name: string, section: string) =>
    `${name}さんは、この期間に${section}の協働推進員としてすでに登録されています。職員と期間を確かめてください。`,
  startOutsideYear: (year: string) => `任期開始日は、${year}のうちの日にしてください。`,
  alreadyMember: (name: string) =>
    `${name}さんは、この期間の委員としてすでに登録されています。委員と期間を確かめてください。`,
  departmentTaken: 'この名称の部局は、すでに登録されています。別の名称にしてください。',
  sectionTaken: 'この名称の課・室等は、この部局にすでに登録されています。別の名称にしてください。',
  sectionNeeded: '課・室等の名称を入力してください。',
  stillAppointed: (name: string) =>
    `この日より後まで${name}さんの任期があります。先に任期終了日を変更してください。`,
  closingDayUnreadable: (line: string) =>
    `「${line}」を日付として読み取れません。1行に1日ずつ、2026-12-28 や 令和8年12月28日 のように入力してください。`,
  secretariatNotMembers: (names: readonly string[]) =>
    `職員としてSlackに登録されていない方が含まれています(${names.join('、')})。外してください。`,
  secretariatWithoutYou:
    'ご自分を事務局から外すと、事務局の方がいなくなります。先にほかの方を加えてください。',
  outsideOfficeHours: '朝の通知は、9:00から16:59までの時刻にしてください。',
  notAReportDay: '3月31日から6月30日までの月日を、「4月30日」のように入力してください。',
  awayEndsBeforeStart: '終了日は、開始日以降の日を選んでください。',
  awayIsPast: '終了日は、今日以降の日を選んでください。',
  awayTooLong: '1年以内の期間を選んでください。',
  awayOverlaps:
    'この期間と重なる不在が、すでに登録されています。期間を変えるか、登録済みの不在を取り消してください。',
  dueNotAfter: (day: string) => `${day}より後の日を選んでください。`,
  dueTooFar: '10年以内の日を選んでください。',
  notAfterAsking: (which: string, day: string) =>
    `${which}は、お送りする日(${day})より後の日を選んでください。`,
  collectAfterDue: '部局のとりまとめ期限は、回答期限までの日を選んでください。',
  departmentsNeeded: '対象で「部局を選ぶ」を選んだときは、対象部局を選んでください。',
  inquiredNeeded: '対象で「人を選ぶ」を選んだときは、対象者を選んでください。',
  inquiredNotPromoters: (names: readonly string[]) =>
    `協働推進員ではない方が含まれています(${names.join('、')})。外してください。`,
  nobodyToAsk: 'この対象に当てはまる課・室等がありません。対象を選び直してください。',
  wordsNeeded: '「該当あり」のときは、内容を入力してください。',
  answerNeeded: '回答を入力してください。',
  pageUnanswered: (page: number) =>
    `${page}ページ目に、まだ回答のないものがあります。画面を閉じて開き直すと、入力した回答のまま、最初のページから続けられます。`,
  countNeeded: '件数を入力してください。ないときは 0 と入力してください。',
  confirmationNeeded: '内容をご確認のうえ、「内容を確認しました」を選んでください。',
  documentNeeded: '記入した様式を添付してください。',
  fileNotTaken: 'このファイルを読み込めませんでした。ご自分で選び直してください。',
  fileUnreadable:
    'このファイルを読み取れませんでした。もう一度選んでください。何度か試しても同じときは、事務局にご相談ください。',
  fileLocked:
    'このファイルにはパスワードがかかっているため、読み取れませんでした。パスワードを外して保存し、もう一度選んでください。',
  fileTooLarge: 'ファイルは10MBまでです。小さくするか、分けてください。',
  fileWrongType: 'Excel(xlsx)、Word(docx)、PDFのファイルを選んでください。',
  receivedInFuture: '今日までの日を選んでください。',
  inquiryClosed: 'この照会は締め切られました。入力は残っていますので、必要なときは事務局にご相談ください。',
  inquiryCancelled: 'この照会は取りやめになりました。回答は不要です。',
  answerTaken:
    'この画面の回答はすでに受け付けています。変更するときは、画面を閉じて「回答を見る・変更する」から開いてください。',
  nothingToReturn: 'この課・室等の回答は、まだありません。最新の状態をご確認ください。',
  alreadyAnswered: 'この照会は、すでに回答されています。担当の変更は不要です。',
  nobodyResponsible: '担当の課・室等か、担当の職員を選んでください。',
  twoResponsible: '担当の課・室等を選んだときは、担当の職員を空欄にしてください。',
  unknownSection: 'この課・室等は見つかりませんでした。選び直してください。',
  meetingToCome: 'これから開く会議には、対応事項を登録できません。開催日になってから登録してください。',
  actionItemSettled:
    'この対応事項は、すでに済み、または取りやめになっています。一覧で今の状態をご確認ください。',
  delegateNotMember: '職員としてSlackに登録されている方を選んでください。',
  onlyStaff: '恐れ入りますが、このボットは市の職員のためのものです。',
  gone: 'この記録は、すでに取り消されています。一覧で今の状態をご確認ください。',
  changedMeanwhile: (name: string | null | undefined, moment: string | undefined) => {
    const when = moment === undefined ? '後に' : `後、${moment}に`;
    const what = name == null ? '内容が変更されました' : `${name}さんが内容を変更しました`;
    return `この画面を開いた${when}、${what}。入力を控えたうえで、一覧から開き直してください。`;
  },
  alreadyRecorded:
    'この画面の内容はすでに記録されています。変更するときは、「記録しました」のお知らせから「編集」を押してください。',
  resultNotTold: '書面開催の結果は、まだお知らせしていません。お知らせしたあとにご覧になれます。',
  decidedInWriting:
    'この会議は、書面開催を始めているため、実施の確認はいりません。結果を通知すると、実施した会議として記録します。',
  noMinutesYet: '会議録は、開催日(書面開催では回答期限の日)からお渡しできます。',
  undoOver:
    '元に戻せるのは30日以内です。期間を過ぎたため、元に戻せません。必要なときは、あらためて記録してください。',
  notAskedToWatch:
    '受講の確認をお願いできるのは、動画配信の研修の最終日の次の開庁日までです。「今すぐ」を選ぶか、最終日を確かめてください。',
  noMessages:
    'このボットとのメッセージを開けないため、ファイルをお送りできませんでした。Slackの管理者に、このボットとのメッセージを開けるかお尋ねください。',
  noSecretariat: '事務局がまだ設定されていません。管理者に SECRETARIAT の設定をご依頼ください。',
  noRoom: (id: string) =>
    `保存する場所に空きがないため、記録していません。入力は残っています。管理者に空きを作るようご依頼のうえ、もう一度お試しください。(受付番号 ${id})`,
  noRoomAnswer: (id: string) =>
    `保存する場所に空きがないため、処理していません。管理者に空きを作るようご依頼のうえ、もう一度お試しください。(受付番号 ${id})`,
  tooLate: '画面を開くのに時間がかかりすぎました。画面が出ていないときは、もう一度お試しください。',
  failed: (id: string) =>
    `ただいま処理できませんでした。入力は残っていますので、しばらくしてからもう一度お試しください。(受付番号 ${id})`,
  failedAnswer: (id: string) =>
    `ただいま処理できませんでした。しばらくしてからもう一度お試しください。(受付番号 ${id})`,
} as const;
