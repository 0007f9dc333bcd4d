import type {
  AnswerForm,
  InquiryAudience,
  InquiryDuty,
  InquiryState,
  Sending,
} from '../domain/inquiry/inquiry.ts';
import type { AskedCount } from '../domain/inquiry/sending.ts';
import { UNDO_BUTTON } from './undo.ts';

export const INQUIRY_FORM = {
  create: '照会を作成',
  amend: '照会を編集',
  earlier: '前回から作成',
  confirm: '送信の確認',
  extend: '回答期限を変更',
  reopen: '照会を再開',
} as const;

export const INQUIRY_LABEL = {
  title: '件名',
  documentNumber: '文書番号',
  requester: '依頼元',
  content: '内容',
  file: '様式・資料',
  earlierFile: '前回の様式・資料',
  link: 'リンク',
  duty: '区分',
  dueOn: '回答期限',
  collectBy: '部局のとりまとめ期限',
  audience: '対象',
  departments: '対象部局',
  people: '対象者',
  answerForm: '回答形式',
  sending: '送信',
  sendingAt: '送る時',
  newDueOn: '新しい回答期限',
  reason: '理由',
  changeReason: '変更の理由',
} as const;

export const INQUIRY_HINT = {
  earlierNumber: (number: string) => `前回の文書番号は「${number}」でした。今回の番号を入力してください。`,
  earlierFile: '「様式・資料」で選んだときは、選んだものだけを付けます。',
  requester: '例:大阪府',
  file: 'Excel(xlsx)、Word(docx)、PDFを1つ、10MBまで付けられます。',
  fileStays: (name: string) => `今の様式・資料「${name}」は、選び直さなければそのまま残ります。`,
  dueOn: '明日以降の日を選んでください。期限を過ぎた回答も、締め切るまで受け付けます。',
  collectBy: '部局の協働推進員(主任)が回答をとりまとめる期限です。設けないときは空欄にします。',
  audience:
    '協働推進員(主任)と推進員のいる課・室等には、1件として推進員にお願いします。回答形式が「確認のみ」のときは、一人ずつにお願いします。',
  departments: '対象で「部局を選ぶ」を選んだときだけ選んでください。',
  people: '対象で「人を選ぶ」を選んだときだけ、協働推進員を選んでください。',
  sending: '送信するときは、次の画面で内容を確認してから送ります。',
  /** `collectBy` is the 部局のとりまとめ期限 as it stands; null where there is none. */
  newDueOn: (collectBy: string | null) =>
    `まだ回答していない方に、次の開庁日の朝、一度だけお知らせします。${
      collectBy === null ? '' : `部局のとりまとめ期限(${collectBy})も、新しい回答期限と同じ日になります。`
    }`,
  reason: '変更の記録に残ります。',
} as const;

export const DUTY_WORD: Readonly<Record<InquiryDuty, string>> = {
  proposalSurvey: '市民提案制度に向けた事業調査',
  grantSurvey: '助成金の申込事業の調査',
  proposedProjectSurvey: '提案された事業の調査',
  prefectureSurvey: '大阪府からの調査',
  rosterSelection: '推進員の選任',
  beforeTraining: '研修前の聞き取り',
  districtDatabase: '校区別データベースの確認',
  opinions: '評価・意見の調査・検討',
  other: 'その他',
};

export const INQUIRY_AUDIENCE_WORD: Readonly<Record<InquiryAudience, string>> = {
  everyone: '協働推進員全員(主任を含む)',
  promoters: '推進員全員',
  chiefs: '協働推進員(主任)全員',
  departments: '部局を選ぶ',
  people: '人を選ぶ',
  related: '関係課',
};

/** 対象 as it is told of: whom it means, where the form has a choice of its own for that. */
export const AUDIENCE_TOLD = {
  ofDepartments: 'の協働推進員(主任を含む)',
  people: (count: number) => `選ばれた協働推進員${count}名`,
  goesOn: '対象(続き):',
} as const;

export const ANSWER_FORM_WORD: Readonly<Record<AnswerForm, string>> = {
  applicability: '該当の有無と記述',
  count: '件数',
  words: '記述',
  confirmation: '確認のみ',
  document: '様式の提出',
};

export const SENDING_WORD: Readonly<Record<Sending, string>> = {
  'next-morning': '次の開庁日の9時に送る',
  now: '今すぐ送る',
  draft: '下書きのまま保存',
};

/** もう一度お願いする: when. */
export const AGAIN_WORD: Readonly<Record<Exclude<Sending, 'draft'>, string>> = {
  'next-morning': '次の開庁日の朝',
  now: '今すぐ',
};

export const INQUIRY_STATE_WORD: Readonly<Record<InquiryState, string>> = {
  draft: '下書き',
  open: '照会中',
  closed: '締切',
  tallied: '集計済',
  cancelled: '取りやめ',
};

export const INQUIRY_BUTTON = {
  create: '照会を作成',
  earlier: '前回から作成',
  list: '照会の状況',
  status: '状況',
  continue: '続きを書く',
  remove: '下書きを削除',
  trial: '自分に試し送信',
  amend: '編集',
  extend: '回答期限を変更',
  close: '締め切る',
  restore: UNDO_BUTTON,
  reopen: '再開する',
  tally: '集計済みにする',
  cancel: '取りやめる',
  again: 'もう一度お願いする',
  csv: 'CSVを受け取る',
} as const;

export const INQUIRY_HELP = {
  sendsAsked: '照会への回答のお願い(「今すぐ送る」で送られたとき)',
  create: '照会を作成します',
  status: '照会の回答の状況を表示します(番号を省くと、その年度の一覧)',
  statusArgument: '番号・年度・件名',
} as const;

/** Of whom it is asked: 協働推進員111名(97課・室等). */
const askedOf = ({ people, sections }: AskedCount): string =>
  people === 0 ? `${sections}課・室等` : `協働推進員${people}名(${sections}課・室等)`;

/** Making and sending an inquiry. */
export const inquiryText = {
  name: (year: string, number: number, title: string) => `${year} 第${number}号 ${title}`,
  earlierReplaces: '前回の照会を選ぶと、この画面に入力したものは、前回のものに替わります。',
  chooseEarlier: 'もとにする照会を選んでください。',
  noEarlier: '送信した照会が、まだありません。',
  madeFrom: (name: string) =>
    `「${name}」をもとにしています。期限は新しい日にし、文書番号は空欄にしました。件名や内容にある年度と日付をご確認ください。`,
  goneDepartments: (names: readonly string[]) =>
    `対象部局のうち、${names.join('、')}には、今は課・室等がありません。対象部局をご確認ください。`,
  gonePeople: (names: readonly string[]) =>
    `対象者のうち、${names.map((name) => `${name}さん`).join('、')}は、今は協働推進員ではありません。対象者をご確認ください。`,
  withEarlierFile: (name: string) => `「${name}」を付ける`,
  trialTitle: '照会への回答のお願い(試し送信)',
  trialNote: '試し送信です。回答のボタンは、実際の送信のときに付きます。',
  trialSent: '自分に試し送信しました。このボットとのメッセージでご確認ください。',
  savedDraft: '下書きを保存しました。ホームの「照会の下書き」から続きを書けます。',
  sent: (asked: AskedCount, when: string) => `${askedOf(asked)}への照会を、${when}お送りします。`,
  sentNow: (asked: AskedCount) => `${askedOf(asked)}への照会を、送り始めました。`,
  confirmCount: (asked: AskedCount, receivers: number) =>
    `${askedOf(asked)}に照会します。お知らせが届くのは${receivers}名です。`,
  whenMorning: (day: string, time: string) => `${day} ${time}の朝の通知で`,
  whenNow: '今すぐ',
  confirmWhen: (when: string) => `送る時:${when}`,
  warnDue: (which: 'dueOn' | 'collectBy', due: string, next: string) =>
    `${INQUIRY_LABEL[which]}の${due}は閉庁日です。期限はそのままですが、次の開庁日は${next}です。`,
  away: (count: number) => `不在の${count}名には、戻られた日の朝にお知らせします。`,
  elsewhereTitle: 'ご本人にSlackでお知らせできない課・室等',
  vacant: (department: string, section: string, to: string) => `・${department} ${section}(未選任)→ ${to}`,
  unreachable: (department: string, section: string, names: string, to: string) =>
    `・${department} ${section} ${names}(Slack未利用)→ ${to}`,
  toChief: '協働推進員(主任)',
  toSecretariat: '事務局',
  others: (count: number) => `ほか${count}件`,
  collectBy: (day: string) =>
    `部局のとりまとめ期限の${day}は、照会する部局の協働推進員(主任)にもお知らせします。`,
  previewTitle: 'お送りする文面',
  previewSection: '(課・室等の名称)の分です。',
  previewButtons: (hasFile: boolean) =>
    `[回答する] ${hasFile ? '[様式・資料を受け取る] ' : ''}[翌開庁日に再通知] [担当の変更を依頼]`,
  homeTitle: '照会の状況',
  homeLine: (name: string, due: string, answered: number, asked: number) =>
    `${name}\n期限:${due}\n回答${answered}/${asked}件`,
  draftsTitle: '照会の下書き',
  draftLine: (title: string, when: string) => `${title}(${when}に作成)`,
  listTitle: (year: string) => `${year}の照会`,
  noInquiries: 'まだ照会がありません。',
  unknownNumber: (number: string) =>
    `「${number}」という番号の照会は、この年度にありません。番号を省くと、一覧を表示します。`,
  closed: 'この照会を締め切りました。お知らせは止まります。',
  restored:
    'この照会を元に戻しました。未回答の方への朝の通知も、また届くようになります。回答した方には何も届きません。',
  again: (unanswered: number) =>
    `未回答${unanswered}件の担当の方に、もう一度お願いします。不在の方には、戻られた日の朝にお知らせします。`,
  askedAgain: (people: number, day: string) => `未回答の${people}名に、${day}の朝、もう一度お願いします。`,
  askedAgainNow: (people: number) => `未回答の${people}名に、もう一度お願いしました。`,
  closing: (unanswered: number) =>
    unanswered === 0 ? '回答はそろっています。締め切ります。' : `未回答${unanswered}件のまま締め切ります。`,
  cancelling: (answered: number, unanswered: number) =>
    `回答${answered}件・未回答${unanswered}件の照会を取りやめます。`,
  closingStops: '未回答の方へのお知らせは止まり、回答や回答の変更は受け付けなくなります。',
  cancellingStops:
    '未回答の方へのお知らせは止まり、届いているお知らせには、取りやめになったことと理由が表示されます。',
} as const;

/** The state of one inquiry. */
export const statusText = {
  facts: (state: string, due: string) => `${state} 期限:${due}`,
  sentOn: (day: string) => `照会日:${day}`,
  closedAt: (when: string) => `締切日時:${when}`,
  cancelledAt: (when: string, reason: string) => `取りやめ日時:${when} 理由:${reason}`,
  audience: '対象:',
  form: (form: string) => `回答形式:${form}`,
  collectBy: (day: string) => `部局のとりまとめ期限:${day}`,
  numbers: (asked: number, sections: number, answered: number, unanswered: number) =>
    `照会先${asked}件${sections === asked ? '' : `(${sections}課・室等)`} 回答${answered}件・未回答${unanswered}件`,
  returned: (count: number) => `うち差戻し${count}件`,
  late: (count: number) => `期限後の回答${count}件`,
  applicable: (yes: number, no: number) => `該当あり${yes}件・該当なし${no}件`,
  count: (count: number) => `件数の合計${count.toLocaleString('ja-JP')}件`,
  department: (name: string, answered: number, asked: number) => `${name} ${answered}/${asked}件`,
  byDepartment: '部局ごとの状況',
  unanswered: '未回答:',
  unansweredGoesOn: (name: string) => `${name} 未回答(続き):`,
  allAnswered: '回答はそろいました。',
  collected: (when: string) => `とりまとめ完了(${when})`,
  returnedSection: (name: string) => `${name}(差戻し)`,
  chief: (name: string) => `${name} 協働推進員(主任)`,
  separator: '、',
  dot: '・',
  csvSent: '回答のCSVを、このボットとのメッセージにお送りしました。',
  csvWords: (name: string) => `${name}の回答です。`,
  fileWords: (name: string) => `「${name}」です。`,
  fileSent: (name: string) => `「${name}」を、このボットとのメッセージにお送りしました。`,
} as const;

/** The header of the CSV of answers. */
export const INQUIRY_CSV_HEADER = [
  '部局',
  '課',
  '役割',
  '回答の状況',
  '該当',
  '件数',
  '回答',
  '添付',
  '回答日時',
  '期限後',
  '入力した人',
  '受けた方法',
  '受けた日',
  '有効な回答',
] as const;

export const INQUIRY_CSV_WORD = {
  answered: '回答済み',
  unanswered: '未回答',
  returned: '差戻し',
  late: '期限後',
  counts: '○',
  chief: '主任',
  promoter: '推進員',
} as const;
