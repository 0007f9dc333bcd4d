import type { MeetingWay } from '../domain/meeting/meeting.ts';
import { NO_PRIVATE_MATTERS } from './occasion.ts';
import { DATE_LABEL } from './record-date.ts';

export const MEETING_FORM = {
  record: '会議を記録',
  edit: '会議を編集',
  contents: '会議の内容を記録',
  shownContents: '会議の内容',
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
  note: '例:開催案内送付。「書面開催」を選ぶと、会議体の「書面開催の注記」が入ります。「(書面開催)」は自動で付きます。',
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

export const CONTENTS_LABEL = {
  time: '時刻',
  attendees: '出席者',
  attendeesWithoutSlack: 'Slack未利用の出席者',
  absences: '欠席・代理出席',
  decisions: '決定事項・要点',
  documents: '資料・会議録の保存先',
} as const;

export const CONTENTS_HINT = {
  time: '例:14時から15時30分まで',
  presumed: '委員の方を入れてあります。欠席の方は外してください。',
  attendees: (most: number) => `${most}名まで選べます。ほかの方は「Slack未利用の出席者」に書いてください。`,
  attendeesWithoutSlack: '1行に1人ずつ、職名と氏名を書いてください。',
  absences: `1行に1人ずつ。例:「豊中太郎 欠席」「豊中太郎 代理 総務課長 山田花子」。${NO_PRIVATE_MATTERS}`,
  decisions: NO_PRIVATE_MATTERS,
} as const;

export const MEETING_BUTTON = {
  record: '会議を記録',
  showContents: '内容を見る',
  list: '会議の一覧',
} as const;

export const meetingText = {
  announced: (bodyName: string) => `${bodyName}の記録です`,
  askedAgain: '開催日の後の開庁日に、実施されたかをあらためてお尋ねします。',
  begunInWriting: '書面開催を始めています。結果を通知すると、実施した会議として記録します。',
  plannedInWriting: (due: string) => `一覧には予定として載り、${due}から報告書に載ります。`,
  answerBy: (day: string) => `回答期限:${day}`,
  place: (place: string) => `場所:${place}`,
  way: (way: string) => `開催方法:${way}`,
  contentsKept: (present: number) => `会議の内容を記録済みです(出席者${present}名)。`,
  listTitle: (year: string) => `${year}の会議`,
  noMeetings: 'まだ記録がありません。',
  contentsChanged: '会議の内容(前の内容はここには表示しません)',
} as const;
