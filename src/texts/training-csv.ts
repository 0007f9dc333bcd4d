import type { AttendanceState } from '../domain/attendance/attendance.ts';
import { DATE_LABEL } from './record-date.ts';
import { TRAINING_CONTENTS_LABEL, TRAINING_LABEL } from './training.ts';

/** The columns of a file of past training: the labels of the two forms, but for what is of no use afterwards. */
export const TRAINING_COLUMN = {
  programme: TRAINING_LABEL.programme,
  otherName: TRAINING_LABEL.otherName,
  way: TRAINING_LABEL.way,
  ...DATE_LABEL,
  place: TRAINING_LABEL.place,
  audience: TRAINING_LABEL.audience,
  headCount: TRAINING_LABEL.headCount,
  ...TRAINING_CONTENTS_LABEL,
} as const;

/** The columns of a file of past attendance. */
export const ATTENDANCE_COLUMN = {
  session: '研修',
  heldOn: '開催日',
  department: '部局',
  section: '課',
  name: '氏名',
  email: 'メール',
  state: '出欠',
  note: '備考',
} as const;

/** The columns of 未受講者. */
export const MISSING_COLUMNS = ['研修', '開催日', '部局', '課', '氏名', 'メール', 'Slack', '出欠'] as const;

/** Slack of a person, as that file has it. */
export const ON_SLACK_WORD = { yes: '利用', no: '未利用' } as const;

export const ATTENDANCE_WORD: Readonly<Record<AttendanceState, string>> = {
  present: '出席',
  partial: '一部出席',
  absent: '欠席',
};

/** What is said of a file of past training or attendance. */
export const trainingCsvText = {
  headCount: (most: number) => `0から${most}までの整数にしてください。`,
  states: (counts: readonly (readonly [word: string, count: number])[]) =>
    `ファイルの出欠:${counts.map(([word, count]) => `${word}${count}名`).join('、')}`,
  blankState:
    '空欄です。ほかの行には出欠があるため、「出席」「一部出席」「欠席」のどれかを入力してください。',
  unknownProgramme: 'この名称の研修はありません。研修の種類の名称か「その他」を入力してください。',
  unknownSession: 'この日の研修の記録がありません。研修の名称と開催日を確かめ、先に研修を記録してください。',
  ambiguousSession:
    'この名称とこの開催日の研修が2つ以上あります。Slackの「受講を記録」から記録し、この行をファイルから除いてください。',
  attendanceStillToCome: 'これから行う研修の受講は取り込めません。この行をファイルから除いてください。',
  attendanceKnownOtherwise:
    'この方の受講は、異なる内容で記録されています。Slackの「受講を記録」から直し、この行をファイルから除いてください。',
  personTwice: (line: number) => `${line}行目に、同じ方の異なる記録があります。どちらかを除いてください。`,
} as const;
