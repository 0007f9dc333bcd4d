import type { TrainingAudience, TrainingWay } from '../domain/training/training.ts';
import { DATE_LABEL } from './record-date.ts';

export const TRAINING_FORM = {
  record: '研修を記録',
  edit: '研修を編集',
  contents: '研修の内容を記録',
} as const;

export const TRAINING_LABEL = {
  programme: '研修',
  otherName: 'その他の研修名',
  way: '実施方法',
  ...DATE_LABEL,
  place: '会場',
  audience: '対象',
  invitees: '対象者',
  headCount: '参加者数',
  reception: '受付',
  printedTogether: 'まとめて掲載',
  reason: '変更の理由',
} as const;

export const TRAINING_HINT = {
  otherName: '「その他」を選んだときだけ入力してください。',
  heldOn: '「年月」を選ぶと、日は報告書に載りません。',
  heldUntil: '2日以上にわたるときだけ選んでください。動画配信では配信の最終日を選んでください。',
  invitees: (most: number) => `対象で「選ぶ」を選んだときだけ、${most}名まで選んでください。`,
  headCount: '人数だけが分かっているときに入力してください。受講した方を記録するときは空欄にします。',
  reception: '開催日に限り、受講した方がコードを入力して自分の受講を記録できます。',
  printedTogether: '同じ研修で印を付けたものを、報告書の1行にまとめます。',
  reason: '変更の記録に残ります。',
} as const;

/** The last choice of 研修. */
export const OTHER_WORD = 'その他';

export const TRAINING_WAY_WORD: Readonly<Record<TrainingWay, string>> = {
  onsite: '集合',
  online: 'オンライン',
  hybrid: '集合・オンライン併用',
  video: '動画配信',
};

/** 対象 as it is told of; in the form it is a choice to be made. */
export const AUDIENCE_TOLD_WORD: Readonly<Record<TrainingAudience, string>> = {
  open: '定めない',
  promoters: '協働推進員全員(主任を含む)',
  chosen: '選ばれた方',
};

export const AUDIENCE_WORD: Readonly<Record<TrainingAudience, string>> = {
  open: '定めない',
  promoters: '協働推進員全員(主任を含む)',
  chosen: '選ぶ',
};

/** The boxes to tick. */
export const RECEPTION_BOX = '受付コードを発行する';
export const TOGETHER_BOX = '報告書の1行にまとめて掲載する';

export const TRAINING_CONTENTS_LABEL = { lecturer: '講師', content: '内容', link: '資料のリンク' } as const;
export const TRAINING_CONTENTS_HINT = {
  content: '報告書の「内容」の欄に、研修名の後に載ります。',
  link: 'http:// または https:// で始まるURLを入力してください。',
} as const;

export const TRAINING_BUTTON = {
  record: '研修を記録',
  list: '研修の一覧',
  watched: '受講しました',
} as const;

/** What can be typed for training, and what the bot sends about it. */
export const TRAINING_HELP = {
  record: '研修を記録します(ショートカット「研修を記録」も同じです)',
  list: 'その年度の研修と人数を表示します(年度を省くと今年度)',
  listArgument: '年度・研修',
  sendsRecorded: '「記録しました」(記録したとき)',
  sendsHeldAsked: '実施の確認(先の日付で記録したとき、最終日の後の開庁日の朝)',
} as const;

/** A share in per cent, with one decimal: 82.1%. */
const percent = (part: number, whole: number): string => `${((part / whole) * 100).toFixed(1)}%`;

export const trainingText = {
  way: (way: string) => `実施方法:${way}`,
  audience: (audience: string) => `対象:${audience}`,
  lecturer: (lecturer: string) => `講師:${lecturer}`,
  content: (content: string) => `内容:${content}`,
  link: (link: string) => `資料:${link}`,
  participants: (count: number) => `参加者 ${count.toLocaleString('ja-JP')}人`,
  present: (count: number) => `記録された受講者 ${count.toLocaleString('ja-JP')}名`,
  countsDiffer: '参加者数と、記録された受講者の人数が異なります。報告書には参加者数を載せます。',
  rate: (came: number, of: number) => `協働推進員の受講 ${came}/${of}名(${percent(came, of)})`,
  together: 'まとめて掲載',
  code: (code: string) => `受付コード ${code}`,
  codeDays: (days: string) => `受付コードが使えるのは、${days}です。`,
  codeDay: (day: string) => `${day}だけ`,
  codeHow: (typed: string) => `受講した方に、次のように入力するようご案内ください。\n${typed}`,
  codeTyped: (code: string) => `/kyodo-training 受付 ${code}`,
  contact: (contact: string) => `問合せ:${contact}`,
  askedAgain: '最終日の後の開庁日に、実施されたかをあらためてお尋ねします。',
  listTitle: (year: string) => `${year}の研修`,
  noTrainings: 'まだ記録がありません。',
  contentsChanged: '研修の内容(前の内容はここには表示しません)',
  inviteesChanged: '対象者(前の対象者はここには表示しません)',
  given: 'あり',
  notGiven: 'なし',
  coming: 'これからの研修',
  comingTraining: (name: string, day: string, place: string) =>
    `・${name} ${day}${place === '' ? '' : ` ${place}`}`,
  videoAsk: (name: string) =>
    `動画配信の研修「${name}」の受講をお願いしています。視聴が済みましたら、下のボタンを押してください。`,
  videoUntil: (day: string) => `視聴できるのは${day}までです。`,
  videoAskLate: (name: string, day: string) =>
    `動画配信の研修「${name}」の視聴期間は${day}に終わりました。視聴がお済みでしたら、下のボタンを押してください。`,
  videoEnded: (name: string) => `動画配信の研修「${name}」の受講の確認は終わりました。`,
  videoDone: (state: string, when: string) =>
    `${when === '' ? '' : `${when}に、`}受講を記録しました(${state})。ご協力ありがとうございました。`,
  videoOver: 'この研修の記録は取り消されました。ご回答は不要です。',
} as const;

/** 研修日程の確認のお願い. */
export const trainingLagText = {
  title: '研修日程の確認のお願い',
  noDate: (year: string) =>
    `${year}の協働推進員研修の日程が、まだ記録されていません。新しい協働推進員が役割を早く知ることができるよう、前半(9月まで)の開催をご検討ください。`,
  late: (year: string) =>
    `${year}の協働推進員研修は、年度の後半の予定です。新しい協働推進員が役割を早く知ることができるよう、前半(9月まで)の開催をご検討ください。`,
  settled: (year: string) => `${year}の協働推進員研修は、年度の前半に日程が記録されています。`,
  training: (printed: string, lag: string) => `・${printed}(年度の初日から${lag})`,
  days: (count: number) => `${count}日`,
  months: (count: number) => `約${count}か月`,
} as const;
