import type { MeetingWay } from '../domain/meeting/meeting.ts';
import type { DatePrecision } from '../domain/occasion/date.ts';
import type { OccasionStanding } from '../domain/occasion/standing.ts';
import { DATE_LABEL } from './record-date.ts';

export const MEETING_FORM = {
  record: '会議を記録',
  contents: '会議の内容を記録',
  shownContents: '会議の内容',
  cancel: '記録を取り消す',
} as const;

export const MEETING_LABEL = {
  bodyId: '会議体',
  way: '開催方法',
  ...DATE_LABEL,
  note: '日付欄の注記',
  place: '場所',
  items: '案件',
  reason: '変更の理由',
} as const;

export const MEETING_HINT = {
  heldOn: '「年月」を選ぶと、日は報告書に載りません。書面開催では回答期限の日を選んでください。',
  heldUntil: '2日以上にわたるときだけ選んでください。',
  precision: '書面開催で「年月日」のままのときは、「期限(…まで)」として記録します。',
  note: '例:開催案内送付',
  items: '1行に1件ずつ。末尾に(審議)(報告)(協議)と書くと種別になります。先頭の番号は不要です。',
  reason: '変更の記録に残ります。',
} as const;

export const WAY_WORD: Readonly<Record<MeetingWay, string>> = {
  onsite: '対面',
  online: 'オンライン',
  hybrid: '対面・オンライン併用',
  written: '書面開催',
  unknown: '不明',
};

export const PRECISION_WORD: Readonly<Record<DatePrecision, { word: string; example: string }>> = {
  day: { word: '年月日', example: '例:令和5年8月10日' },
  month: { word: '年月', example: '例:令和5年9月' },
  until: { word: '期限(…まで)', example: '例:令和5年8月10日まで' },
};

export const CONTENTS_LABEL = {
  time: '時刻',
  attendees: '出席者',
  attendeesWithoutSlack: 'Slack未利用の出席者',
  absences: '欠席・代理出席',
  decisions: '決定事項・要点',
  documents: '資料・会議録の保存先',
} as const;

const NO_PRIVATE_MATTERS = '病気や家庭の事情など、個人の事情は書かないでください。';

export const CONTENTS_HINT = {
  time: '例:14時から15時30分まで',
  attendees: (most: number) => `${most}名まで選べます。ほかの方は「Slack未利用の出席者」に書いてください。`,
  attendeesWithoutSlack: '1行に1人ずつ、職名と氏名を書いてください。',
  absences: `1行に1人ずつ。例:「豊中太郎 欠席」「豊中太郎 代理 総務課長 山田花子」。${NO_PRIVATE_MATTERS}`,
  decisions: NO_PRIVATE_MATTERS,
} as const;

export const CANCEL_LABEL = { reason: '理由' } as const;
export const CANCEL_LEAD = '理由を入れて「登録する」を押すと、次の記録を取り消します。';
export const CANCEL_HINT = `記録は一覧と報告書から外れます。内容と理由は変更の記録に残ります。${NO_PRIVATE_MATTERS}`;

export const MEETING_BUTTON = {
  record: '会議を記録',
  contents: '内容を記録',
  showContents: '内容を見る',
  edit: '編集',
  cancel: '記録を取り消す',
  confirm: '確認する',
  held: '実施を確認',
  reschedule: '日程を変更',
  notHeld: '中止',
  takeBack: '取り消す',
  list: '会議の一覧',
} as const;

/** How a meeting stands, as a mark in lists; a settled one has none. */
export const STANDING_MARK: Readonly<Record<OccasionStanding, string>> = {
  cancelled: '【取消し】',
  planned: '【予定】',
  unconfirmed: '【未確認】',
  settled: '',
};

export const meetingText = {
  recorded: '記録しました',
  cancelled: '記録を取り消しました',
  cancelledAs: (bodyName: string, reason: string) => `${bodyName}の記録を取り消しました。理由:${reason}`,
  planned: (day: string) => `予定として記録しました。${day}に、予定どおり行われたかをお尋ねします。`,
  unconfirmed: '事務局が確認すると、報告書に載ります。',
  announced: (bodyName: string) => `${bodyName}の記録です`,
  askHeld: '会議は予定どおり実施されましたか',
  askHeldOf: (bodyName: string, date: string) =>
    `${bodyName}(${date})は予定どおり実施されましたか。下のボタンからお知らせください。`,
  rescheduled: '日程を変更しました',
  askedAgain: '開催日の後の開庁日に、実施されたかをあらためてお尋ねします。',
  heldConfirmed: '実施を確認しました',
  heldConfirmedAt: (when: string) => `${when}に実施を確認しました。`,
  fiscalYear: (year: string) => `${year}の記録`,
  fromTo: (first: string, last: string) => `${first}から${last}まで`,
  until: (day: string) => `${day}まで`,
  heldOn: (day: string) => `開催日:${day}`,
  dueOn: (day: string) => `期限:${day}`,
  answerBy: (day: string) => `回答期限:${day}`,
  place: (place: string) => `場所:${place}`,
  way: (way: string) => `開催方法:${way}`,
  contentsKept: (present: number) => `会議の内容を記録済みです(出席者${present}名)。`,
  listTitle: (year: string) => `${year}の会議`,
  noMeetings: 'まだ記録がありません。',
  history: 'これまでの変更',
  empty: '空欄',
  contentsChanged: '会議の内容(前の内容はここには表示しません)',
  edited: (when: string, who: string, before: string, reason: string) =>
    `${when} ${who} 変更前:${before}${reason === '' ? '' : ` 理由:${reason}`}`,
} as const;
