/** 会議録: the document, and what is said around it. */

const DRAFT = '(案)';
const TITLE = '会議録';

export const minutesText = {
  title: (isDraft: boolean) => `${TITLE}${isDraft ? DRAFT : ''}`,
  running: (title: string, bodyName: string) => `${title} ${bodyName}`,
  fileName: (title: string, bodyName: string, date: string) => `${title}_${bodyName}_${date}.docx`,
  /** What is not in the record. */
  unrecorded: '(未記録)',
  proxy: (proxy: string) => (proxy === '' ? '代理出席' : `代理出席(${proxy})`),
  others: '委員以外の出席者',
  otherAbsences: '委員名簿にない方の欠席・代理出席',
  unknownPerson: (slackId: string) => `氏名を確かめられない方(Slackの利用者 ${slackId})`,
  no: (no: number) => `(${no})`,
  none: 'なし',
  /** What a 回答者 of a 書面開催 has come to. */
  answeredByProxy: (proxy: string) => `回答(代理:${proxy})`,
  answeredOnBehalf: (way: string, day: string) => `回答(代理入力:${way}、${day}受付)`,
  lateToo: (word: string) => `${word}(期限後に回答)`,
  agreed: (count: number) => `異議なし${count}名`,
  confirmed: (count: number) => `確認${count}名`,
  withOpinion: (count: number) => `うち意見あり${count}名`,
  objected: (count: number) => `異議あり${count}名`,
  unanswered: (count: number) => `未回答${count}名`,
  opinion: (words: string) => `・${words}`,
  objection: (words: string) => `・(異議あり)${words}`,
  reply: (words: string) => `意見への回答:${words}`,
} as const;

export const MINUTES_LABEL = {
  body: '会議名',
  when: '日時',
  answerBy: '回答期限',
  way: '開催方法',
  place: '場所',
  note: '備考',
  documentNumber: '文書番号',
  askedOn: '開催案内の日',
} as const;

export const MINUTES_HEADING = {
  attendance: '出席者',
  answerers: '回答者',
  items: '案件',
  decisions: '決定事項・要点',
  documents: '資料',
  earlierActions: '前回からの対応事項',
  actions: '対応事項',
} as const;

export const MINUTES_COLUMN = {
  office: '役',
  title: '職名',
  name: '氏名',
  presence: '出欠',
  answer: '回答',
  no: 'No',
  item: '案件',
  kind: '種別',
  result: '結果',
  opinions: '意見',
  action: '内容',
  responsible: '担当',
  due: '期限',
  standing: '状況',
} as const;

export const PRESENCE_WORD = {
  present: '出席',
  absent: '欠席',
  proxy: '代理出席',
  unrecorded: '未記録',
} as const;

/** The same of a 回答者. */
export const ANSWERED_WORD = {
  all: '回答',
  some: '一部の案件に回答',
  none: '未回答',
} as const;

export const presenceText = {
  counted: (word: string, count: number) => `${word}${count}名`,
} as const;

export const MINUTES_BUTTON = {
  take: TITLE,
  confirm: '委員長確認済にする',
  takeBack: '取り消す',
  takeBackConfirmed: '委員長確認済を取り消す',
} as const;

export const minutesSaid = {
  beside: (title: string, bodyName: string, date: string) => `${bodyName} ${date}の${title}です。`,
  sent: (title: string) => `${title}を、協DOボットとのダイレクトメッセージにお送りしました。`,
  draft: '委員長の確認が済むまで、題・ファイル名・文書に(案)が付きます。',
  confirmedAt: (when: string) => `${when}に委員長確認済にしました。会議録の(案)が外れます。`,
  changesMakeDraft: '会議の記録や内容を変えると、会議録は(案)に戻ります。',
  takenBack: '委員長確認済を取り消しました。会議録は(案)に戻りました。',
  confirmed: 'この会議の会議録は委員長確認済です。内容を変えて保存すると、会議録は(案)に戻ります。',
} as const;

export const minutesCommandText = {
  description: '会議録をワード(docx)で書き出します',
  meeting: '会議のID(「audit --json」の subject に meeting:… とあるもの)',
  out: '書き出すファイル',
  unreadable: (typed: string) =>
    `「${typed}」を会議のIDとして読み取れません。「npm run kyodo -- audit --json」の subject に meeting:… とあるIDを指定してください。`,
} as const;
