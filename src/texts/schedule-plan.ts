import type { OccasionStanding } from '../domain/occasion/standing.ts';
import { STANDING_MARK } from './occasion.ts';

/** 年間スケジュールを作成, and the draft that comes of it. */

export const SCHEDULE_BUTTON = { make: '年間スケジュールを作成', previousPage: '前のページへ' } as const;

export const SCHEDULE_FORM = {
  make: '年間スケジュールを作成',
  plan: '年間スケジュールの案',
  toPlan: '案を作る',
  toNext: '次のページへ',
  toRecord: '登録する',
} as const;

export const SCHEDULE_LABEL = {
  fiscalYear: '年度',
  baseYear: '基にする年度',
  plannedOn: (number: number) => `予定日${number}`,
  monthsOnly: '年月だけの予定',
} as const;

export const SCHEDULE_HINT = {
  fiscalYear: '予定を作る年度です。例:令和9年度、R9、2027',
  baseYear: 'この年度の会議と研修の記録から、同じ月・同じ週・同じ曜日の案を作ります。例:令和8年度、R8、2026',
  monthsOnly: '月までしか決まっていないものを、日を空欄のまま、その月の予定として登録します。',
} as const;

export const MONTHS_ONLY_CHOICE = '日が空欄のものを、年月の予定として登録する';

export const scheduleText = {
  preparing: '案を作っています。しばらくお待ちください。',
  make: (base: string, year: string) =>
    `${base}の記録から作った、${year}の予定の案です。日を変えられます。空欄にしたものは登録しません。`,
  allAtOnce: '登録はまとめて1回で行います。予定は、あとから1件ずつ編集・取消しができます。',
  pages: (from: number, to: number, all: number) =>
    `全${all}件のうち、${from}件目から${to}件目までです。最後のページで、すべてをまとめて登録します。`,
  notHeld: (year: string, names: readonly string[]) =>
    `${year}の開催なしを記録しているため、案に入れていません:${names.join('、')}`,
  was: (year: string, date: string) => `${year}:${date}`,
  likely: (date: string) => `案:${date}`,
  choose: (month: string) => `案:${month}(日を選んでください)`,
  range: '予定日は初日です。期間の長さは変わりません。',
  months: '予定日の月から、同じ月数の予定になります。',
  exists: (date: string) => `すでに記録があります:${date}`,
  past: (date: string) => `案の${date}は過ぎています。`,
  sameDay: (date: string) => `案の${date}には、すでに別の予定があります。`,
  follows: (name: string, date: string, workingDays: number) =>
    `${name}(${date})の${workingDays}開庁日後です。${name}との間隔を、基にした年度に合わせています。`,
  trainingLag: (lag: string) =>
    `基にした年度は、4月1日の選任から研修まで${lag}ありました。役割を早く知っていただけるよう、6月からの案にしています。`,
  recorded: (count: number) => `${count}件の予定を登録しました。内容はメッセージでお送りします。`,
  nothingNew: '新しく登録した予定はありません。',
  known: (count: number) =>
    `${count}件は、同じ会議体・研修の同じ日の記録がすでにあるため、登録していません。`,
  told: (year: string) => `${year}の年間スケジュールを登録しました`,
  count: (count: number) => `${count}件の予定です。`,
  line: (date: string, name: string, standing: OccasionStanding) =>
    `${date} ${STANDING_MARK[standing]}${name}`,
  toldNote: '日程の変更や取消しは、「会議の一覧」「研修の一覧」の「編集」からできます。',
} as const;

export const SCHEDULE_PROBLEM = {
  yearIsOver: 'これからの予定を作るので、今年度か、その後の年度を入力してください。',
  baseNotBefore: '「年度」より前の年度を入力してください。',
  baseEmpty: (year: string) =>
    `${year}には、基にできる会議や研修の記録がありません。記録のある年度を入力してください。`,
  outsideYear: (year: string) => `${year}の日(4月1日から翌年3月31日まで)を選んでください。`,
  notToCome: '予定日は、今日より後の日を選んでください。登録しないときは空欄にしてください。',
  twice: (name: string, date: string) =>
    `${name}は、同じ日(${date})の予定がほかの欄にもあります。どちらかの日を変えるか、空欄にしてください。`,
  baseGone:
    '基にした記録が取り消されました。登録しないときは空欄にし、登録するときは「会議を記録」「研修を記録」からお願いします。',
  tooMany: (most: number) =>
    `案から変えた日が${most}件を超えました。変えた日のいくつかを空欄にし、登録した後に、もう一度「年間スケジュールを作成」から続きを登録してください。`,
  nothing: '予定日が1つも入っていません。登録する予定の日を選んでください。',
} as const;

export const SCHEDULE_HELP = {
  sends: '年間スケジュールを登録した方に、登録した予定の一覧',
} as const;
