import type { ScheduleStanding } from '../domain/schedule/entry.ts';
import type { ScheduleFormat } from '../domain/schedule/format.ts';
import { WRITTEN_STATE_WORD } from './written-course.ts';

const TITLE = '年間スケジュール';

export const SCHEDULE_BUTTON = {
  open: TITLE,
  files: 'ファイルを受け取る',
  addToCalendar: '予定表に追加',
  cancelInCalendar: '予定表に取消しを反映',
} as const;

/** What can be typed for it, as the help says it. */
export const SCHEDULE_HELP = {
  list: 'その年度の会議と研修の日程を、日付の順に表示します(年度を省くと今年度)',
  listArgument: '年度',
} as const;

/** How a date stands, in lists and in the column 予定/実施. */
export const SCHEDULE_STANDING: Readonly<Record<ScheduleStanding, string>> = {
  planned: '予定',
  settled: '実施',
  unconfirmed: '実施(未確認)',
  cancelled: '取消し',
  open: WRITTEN_STATE_WORD.open,
  closed: WRITTEN_STATE_WORD.closed,
};

/** Formats in which a year's schedule is given, as its buttons call them. */
export const SCHEDULE_FORMAT: Readonly<Record<ScheduleFormat, string>> = {
  docx: 'ワード(docx)',
  xlsx: 'エクセル(xlsx)',
  ics: '予定表(ics)',
  md: 'テキスト(md)',
};

export const SCHEDULE_COLUMN = {
  month: '月',
  title: '会議体・研修',
  date: '日付',
  matter: '案件・内容',
  standing: '予定/実施',
} as const;

export const scheduleText = {
  title: (year: string) => `${year}の${TITLE}`,
  fileTitle: (year: string) => `${year}${TITLE}`,
  fileName: (year: string, ending: string) => `${TITLE}_${year}.${ending}`,
  entryFileName: (name: string, date: string) => `予定_${name}_${date}.ics`,
  none: 'この年度の日程は、まだ記録がありません。',
  mark: (word: string) => `【${word}】`,
  way: (way: string) => `開催方法:${way}`,
  trainingWay: (way: string) => `実施方法:${way}`,
  venue: (place: string) => `会場:${place}`,
  notHeldTitle: '開催なし',
  notHeld: (name: string) => `・${name}`,
  notHeldIn: (year: string) => `${year}は開催なし`,
  separator: '、',
  askFormat: (year: string) =>
    `${year}の${TITLE}を、どの形式で受け取りますか。ファイルは、協DOボットとのダイレクトメッセージにお送りします。`,
  calendarNote:
    '予定表(ics)は、OutlookやGoogleカレンダーで開くと予定が入ります。日程が変わったあとに受け取り直すと、同じ予定が新しくなります。',
  asOf: (day: string) => `${day}現在の記録から作成しています。`,
  beside: (title: string) => `${title}です。`,
  sent: (title: string) => `${title}を、協DOボットとのダイレクトメッセージにお送りしました。`,
  entryBeside: (name: string, date: string) => `${name}(${date})の予定です。開くと予定表に入ります。`,
  entryCancelledBeside: (name: string, date: string) =>
    `${name}(${date})は取り消されました。開くと、予定表の予定に取消しが反映されます。`,
  entrySent: (name: string) =>
    `${name}の予定(ics)を、協DOボットとのダイレクトメッセージにお送りしました。開くと予定表に入ります。`,
  entryCancelledSent: (name: string) =>
    `${name}は取り消されています。取消しを反映するファイル(ics)を、協DOボットとのダイレクトメッセージにお送りしました。`,
} as const;

/** What calendars show. */
export const calendarText = {
  name: (year: string) => `協働の${TITLE}(${year})`,
  answerBy: (title: string) => `${title}(書面開催の回答期限)`,
  dueOn: (title: string) => `${title}(期限)`,
  dayUnknown: (title: string, month: string) => `${title}(${month}・日は未定)`,
  inMonth: (title: string, month: string) => `${title}(${month})`,
  cancelled: (title: string) => `【${SCHEDULE_STANDING.cancelled}】${title}`,
  date: (date: string) => `日付:${date}`,
  items: '案件:',
  planned: '予定です。変わることがあります。',
  isCancelled: 'この予定は取り消されました。',
} as const;

/** `kyodo schedule`. */
export const scheduleCommandText = {
  description: '年間スケジュールを書き出します',
  format: '形式(md、docx、xlsx、ics)',
  out: '書き出すファイル(md、ics は、なければ標準出力)',
  name: TITLE,
} as const;
