/** 引継資料: what a successor needs, as a file. */

export const HANDOVER_BUTTON = { open: '引継資料', see: '引継資料を見る', retry: 'もう一度作成' } as const;

export const HANDOVER_HELP = {
  open: '後任の方のための引継資料を、ファイル(ワード)で受け取ります。事務局には事務局の、協働推進員には自分の課・室等の資料をお送りします',
} as const;

/** The file, in Slack. */
export const handoverText = {
  secretariat: '引継資料(事務局)',
  ofPlace: (place: string) => `引継資料(${place})`,
  making: (title: string) => `${title}を作成しています。`,
  makingThere: (titles: readonly string[]) =>
    `${titles.join('、')}を作成しています。協DOボットとのメッセージに届きます。`,
  made: (title: string) => `${title}を作成しました。`,
  notMade: (title: string, sentence: string) => `${title}を作成できませんでした。${sentence}`,
  broken: (id: string) => `しばらくしてから、もう一度お試しください。(受付番号 ${id})`,
  beside: (title: string) => `${title}です。今の記録から作りました。編集して、書き足せます。`,
  fileName: (title: string, day: string) => `${title}_${day}.docx`,
} as const;

/** What every such file says. */
export const handoverPart = {
  running: (title: string, day: string) => `${title} ${day}現在`,
  asOf: (day: string) => `${day}現在の記録から、協DOボットが作成しました。`,
  none: 'ありません。',
  numbered: (number: number, title: string) => `${number} ${title}`,
  listed: (text: string) => `・${text}`,
  between: '、',
  place: (department: string, section: string) => `${department} ${section}`,
  named: (name: string) => `${name}さん`,
  unknown: '(記録なし)',
  overdue: '期限を過ぎています',
  due: (day: string) => `期限:${day}`,
} as const;

/** What stands first. */
export const firstText = {
  title: '最初に見るもの',
  soon: '30日以内に期限が来るもの(期限を過ぎたものも載せています)',
  column: { day: '期日', kind: '種類', what: '内容', next: 'すること' },
  noneSoon: '30日以内に期限が来るものはありません。',
} as const;

/** Of the secretariat's file. */
export const secretariatFirst = {
  lead: '氏名や回答の状況が載っています。事務局の中で扱ってください。',
  dayOne: '着任した日にすること',
  joined:
    'Slackで「/kyodo 設定」と入力し、「事務局」にご自分が入っているかを確かめます。開けないときは、今の事務局の方に加えてもらってください。',
  home: 'Slackで協DOボットの「ホーム」を開きます。お願いと期限は、いつも最新のものがここに並びます。この資料は作った日のものです。',
  log: (channel: string) =>
    `運用ログのチャンネル(${channel})に入ります。ボットがしたことと、失敗が届きます。`,
  noLog: '運用ログのチャンネルが決まっていません。「/kyodo 設定」で選んでください。',
  help: '「/kyodo ヘルプ」で、入力できる言葉と、ボットから届くものを確かめます。',
  undated: '期日はないが、事務局を待っているもの(内容は2にあります)',
  count: (what: string, count: number, where: string) =>
    what === where ? `${what} ${count}件` : `${what} ${count}件(「${where}」にあります)`,
  kind: {
    inquiry: '照会',
    collect: '部局のとりまとめ',
    written: '書面開催',
    action: '対応事項',
    meeting: '会議',
    training: '研修',
    preparation: '会議の準備',
    issue: 'きょうどう通信',
    report: '選任報告',
  },
  next: {
    inquiry: (open: number) =>
      open === 0 ? 'すべて回答済みです。締め切ります' : `未回答${open}件です。期限のあとに締め切ります`,
    collect: '各部局のとりまとめを確かめます',
    written: (open: number) => (open === 0 ? '全員が回答済みです' : `未回答${open}名です。催促は届きません`),
    action: '担当に様子を確かめます',
    occasion: '開いたら、実施を確認します',
    preparation: '準備を始めます',
    scheduled: 'この日時に自動で発行されます',
    report: '未報告の部局に確かめます',
  },
  waits: {
    tally: '集計がまだの照会',
    result: '結果のとりまとめを待つ書面開催',
    late: '発行の確認を待つ号',
    opinions: '公表までの途中の評価・意見',
    proposals: '承認を待つ記事の変更',
    records: '確認が必要な会議・研修の記録',
    appointments: '未確認の選任',
    vacancies: '協働推進員のいない課・室等',
    successors: '後任の登録が必要な協働推進員',
    failed: '送れなかったメッセージ',
    unsettled: (year: string) => `${year}の第5章に残っている点`,
  },
} as const;

/** What is under way. */
export const underWayText = {
  title: '進めているもの',
  inquiries: '照会',
  written: '書面開催',
  opinions: '評価・意見',
  news: 'きょうどう通信',
  actions: '対応事項',
  records: '確認が必要な会議・研修の記録',
  roster: '協働推進員の名簿',
  failed: '送れなかったメッセージ',
  unsettled: '第5章に残っている点',
  inquiry: {
    column: { what: '照会', due: '回答期限', standing: '状況', open: '未回答の課・室等' },
    name: (year: string, number: number) => `${year} 第${number}号`,
    answered: (answered: number, asked: number) => `回答${answered}/${asked}`,
    collectBy: (day: string) => `とりまとめ期限:${day}`,
    openOf: (department: string, sections: string) => `${department}:${sections}`,
    returned: (section: string) => `${section}(差戻し)`,
    allAnswered: 'すべて回答済み',
  },
  inquiryDrafts: '照会の下書き',
  writtenColumn: { body: '会議体', due: '回答期限', standing: '状況', items: '案件' },
  writtenDrafts: '書面開催の下書き',
  draftColumn: { what: '件名', due: '回答期限', made: '作成日' },
  opinionColumn: { what: '番号・項目', words: '評価・意見', sections: '関係課', standing: '状況' },
  opinion: (year: string, number: string) => `${year} No ${number}`,
  carried: '前年度からの継続',
  newsColumn: { issue: '号', standing: '状況', when: '発行日時', articles: '記事' },
  count: (count: number) => `${count}件`,
  waitingArticles: 'どの号にも入っていない記事',
  proposals: '承認を待つ記事の変更',
  withdrawal: (title: string) => `${title}(取下げ)`,
  consent: (count: number) => `ほかに、書いた方の「掲載を承諾する」を待っている記事が${count}件あります。`,
  actionColumn: { text: '内容', meeting: '会議', who: '担当', due: '期限' },
  recordColumn: { what: '会議体・研修', date: '日付', standing: '待っていること' },
  recordWaits: { unconfirmed: '未確認(確認する)', held: '実施の確認', planned: '予定' },
  unconfirmedTitle: '未確認の選任',
  rosterColumn: { place: '課・室等', who: '氏名', role: '役割', term: '任期', standing: '状況' },
  reported: '報告済み',
  notReported: '報告待ち',
  term: (from: string, until: string) => `${from}から${until}まで`,
  vacant: '未選任の課・室等',
  awaited: (until: string) => `選任報告待ちの課・室等(${until}まで)`,
  successors: '後任の登録が必要な協働推進員(Slackのアカウントが停止された方)',
  failedColumn: { kind: '種類', standing: '状況', count: '件数' },
  dead: '送れなかった',
  unshown: '書き換えられなかった',
  failedNote: 'ホームの「送れなかったメッセージ」で、再送するか、送らないかを選びます。',
  chapter: (year: string) => `${year}の第5章`,
} as const;

/** The months to come. */
export const aheadText = {
  title: 'これからの12か月',
  lead: '「予定」は記録にある日程です。「前年度の例」は、1年前の記録から、同じころの日を示したものです(同じ月の同じ第n曜日。閉庁日なら次の開庁日)。予定の記録にするときは、「年間スケジュールを作成」を使います。',
  later: '13か月より先の予定',
  nothing: '予定も、前年度の例もありません。',
  column: { date: '日付', what: '会議体・研修など', detail: '内容', standing: '区分' },
  like: '前年度の例',
  yearly: '毎年',
  lastYear: (date: string) => `前年度:${date}`,
  dayOpen: (month: string) => `${month}(日は未定)`,
  lag: '前年度は下半期の実施でした。新しい協働推進員のために、6月ごろの実施を考えます。',
  prepare: (day: string) => `準備を始める日:${day}`,
  inquiry: (title: string) => `照会「${title}」`,
  asked: (day: string, due: string) => `前年度は${day}に照会し、回答期限は${due}でした`,
  duty: (duty: string) => `区分:${duty}`,
  around: (day: string) => `${day}ごろ`,
  rollOver: '翌年度の名簿の用意',
  rollOverDetail:
    '今の名簿が、翌年度の未確認の名簿に自動で写されます。協働推進員(主任)の選任報告が始まります。',
  reportDue: '選任報告の締切り',
  reportDueDetail: 'この日までは、後任が決まらない課・室等の用件は前年度の方に届きます。',
  lagDay: '研修日程の確認のお願い',
  lagDetail: 'その年度の協働推進員研修に日程がないか、下半期のときに、事務局に届きます。',
} as const;

/** What went out. */
export const sentText = {
  title: 'この1年に送ったもの',
  lead: (from: string, until: string) =>
    `${from}から${until}までに送ったものの数です。宛先の氏名は載せていません。`,
  inquiries: '送った照会',
  inquiryColumn: { day: '送った日', what: '照会', due: '回答期限', count: '回答/対象' },
  issues: '発行したきょうどう通信',
  issueColumn: { when: '発行した日時', issue: '号', articles: '記事' },
  messages: '送ったメッセージ',
  messageColumn: { month: '月', kind: '種類', days: '送った日', count: '通数' },
  days: (count: number) => `${count}日`,
  day: (day: number) => `${day}日`,
  count: (count: number) => `${count}通`,
  note: '運用ログへの報告、自分への試し送信、入力へのその場の返信は含めていません。',
} as const;

/** What is set. */
export const setUpText = {
  title: '決めてあること',
  settings: '設定',
  /** E.g. 9:00 for 09:00. */
  hour: (time: string) => time.replace(/^0/u, ''),
  monthly: '毎月の発行日',
  monthlyDay: (day: number, time: string, shift: string) => `${day}日 ${time}(閉庁日のとき:${shift})`,
  notSet: '未設定',
  noClosingDays: '土・日・祝日と年末年始のほかにはありません',
  bodies: '会議体と委員',
  bodyColumn: { office: '役', title: '職名', name: '氏名', since: '任期開始日' },
  noMembers: '委員の登録はありません。',
  preparation: (days: number) => `${days}開庁日前`,
  programmes: '研修の種類',
  forPromoters: (name: string) => `${name}(協働推進員のための研修)`,
  roster: '協働推進員(今日)',
  rosterColumn: {
    department: '部局',
    sections: '課・室等',
    promoters: '協働推進員(主任を含む)',
    chiefs: '協働推進員(主任)',
  },
  people: (count: number) => `${count}名`,
  rosterNote: '全員の名簿は「/kyodo-promoter」で見られ、CSVで受け取れます。',
} as const;

export const chapterHandover = {
  title: '第5章の文章',
  lead: 'これまでに書かれた文章です。まだない項目は「進めているもの」の「第5章に残っている点」に挙げています。',
  year: (year: string) => `${year}の文章`,
  none: 'この年度の文章は、まだ書かれていません。',
} as const;

/** How the bot is run. */
export const runningText = {
  title: 'このボットの動かし方',
  people: '担当',
  secretariat: '事務局',
  contact: '問合せ先',
  log: '運用ログ',
  channel: (name: string) => `#${name}`,
  workspace: 'Slackのワークスペース',
  data: '記録のある場所',
  dataLines: [
    '会議、研修、名簿、照会、通信、第5章の文章の記録は、すべて協DOボットのデータベース(PostgreSQL)にあります。Slackにあるのは、送ったメッセージとファイルだけです。',
    'サーバーの場所と管理者、控え(バックアップ)の取り方は、ボットの記録にはありません。前の担当者か情報システムの担当に確かめ、次の欄に書き添えてください。',
  ],
  blanks: ['サーバーのある場所', 'サーバーの管理者と連絡先', '控え(バックアップ)の取り方', 'Slackの管理者'],
  blank: '(書き添える欄)',
  alone: 'ボットが自動ですること',
  aloneColumn: { when: 'いつ', what: 'すること' },
  aloneRows: (morningAt: string): readonly (readonly [string, string])[] => [
    [
      `開庁日の${morningAt}`,
      '回答・確認のお願い(朝の通知)を、用件のある方に1通ずつ送ります。期限を過ぎたものは、協働推進員(主任)と事務局にも知らせます。',
    ],
    ['任期の初日以降の最初の開庁日の朝', '新しい協働推進員に「役割のご案内」を送ります。'],
    ['決めた日時', 'きょうどう通信を発行し、書面開催の回答の受付を終えます。'],
    ['毎月の発行日の5開庁日前', '号の下書きがないときに、事務局に知らせます。'],
    ['毎日6:00', '職員のSlackのアカウントの停止と氏名の変更を確かめます。'],
    ['3月1日', '翌年度の名簿を、未確認の写しとして用意します。'],
    ['4月15日、6月1日、8月1日(閉庁日なら次の開庁日)', '協働推進員研修の日程を、事務局に確かめます。'],
  ],
  trouble: '困ったとき',
  troubleLines: [
    '届かなかったメッセージは、ホームの「送れなかったメッセージ」に並びます。',
    '終えたことは、30日以内なら「元に戻す」で戻せます。記録の変更は、前の内容とともに残っています。',
    'ボットが返事をしないときは、サーバーの管理者が「npm run kyodo -- doctor」で原因を調べられます。',
  ],
} as const;

/** Of a promoter's file. */
export const promoterHandover = {
  lead: (place: string, role: string) => `${place}の${role}を引き継ぐ方のための資料です。`,
  report: (open: number, due: string) =>
    `選任報告の報告待ちが${open}件あります(期限:${due})。ホームの「選任を報告」から報告します。`,
  dutiesTitle: '協働推進員の役割',
  open: '回答をお願いしている照会',
  openNone: '今、回答をお願いしている照会はありません。',
  content: '内容',
  document: '様式・資料',
  documentName: (name: string) => `${name}(協DOボットの「自分の課への照会」から受け取れます)`,
  questions: 'お願いしている評価・意見',
  ours: 'この課・室等の回答',
  oursEach: '課・室等ごとの回答',
  notYet: '未回答',
  returned: '未回答(差戻し)',
  answeredOn: (day: string) => `${day}に回答済み`,
  actions: '対応事項',
  actionNone: '担当している対応事項はありません。',
  answers: 'これまでの回答(この2年)',
  answersLead:
    '同じ調査は、毎年同じころに届くことがあります。前の回答は、照会のボタン「前回と同じ回答」でも使えます。',
  answersNone: 'この2年に回答した照会はありません。',
  answerColumn: { when: '照会した日', what: '照会', place: '課・室等', answer: '回答' },
  noAnswer: '回答の記録はありません',
  attached: (name: string) => `添付:${name}`,
  countOf: (count: number) => `${count}件`,
  trainings: '研修の日程',
  trainingNone: '研修の日程の記録はありません。',
  trainingColumn: { date: '日付', name: '研修', venue: '実施方法・会場', standing: '予定/実施' },
  meetings: 'これからの会議',
  meetingNone: '予定の会議の記録はありません。',
  meetingColumn: { date: '日付', name: '会議体', items: '案件' },
  help: '困ったとき',
  helpLines: [
    'Slackで「/kyodo」と入力するか、協DOボットの「ホーム」を開くと、お願いしていることと、できることのボタンが並びます。',
    '回答の期限が近づくと、開庁日の朝に、ボットからお知らせが届きます。期限を過ぎても、締め切るまで回答できます。',
    'ほかの方に任せるときは、お知らせの「担当の変更を依頼」を押してください。',
  ],
  contact: (contact: string) => `問合せ:${contact}`,
  kind: { inquiry: '照会への回答', action: '対応事項', meeting: '会議', training: '研修' },
  next: {
    inquiry: 'お知らせか「自分の課への照会」から回答します',
    action: '済んだら「済みにする」を押します',
    meeting: '日時を確かめます',
    training: '受講の予定を確かめます',
  },
} as const;
