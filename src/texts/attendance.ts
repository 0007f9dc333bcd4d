import type { AttendanceSource } from '../domain/attendance/attendance.ts';

export const ATTENDANCE_FORM = '受講を記録';
export const ATTENDANCE_CONFIRM_FORM = '記録にない氏名の確認';

export const ATTENDANCE_LABEL = {
  session: '研修',
  mode: '入れ方',
  people: '受講者',
  peopleWithoutSlack: 'Slack未利用の受講者',
  state: '出欠',
  note: '備考',
} as const;

export const ATTENDANCE_HINT = {
  mode: '対象者全員とは、その研修の対象者のうち、ご自分が記録できる方(事務局は全員、協働推進員はご自分の課・部局の方)です。すでに記録されている方は、選ばなければそのままです。',
  people: (most: number) => `${most}名まで選べます。それより多いときは、分けて記録してください。`,
  peopleWithoutSlack:
    '氏名かメールを、1行に1名ずつ入力してください。同じ氏名の方がいるときは、氏名の後にメールを入力してください。',
  state: '「選んだ人を記録」のときの、選んだ方の出欠です。',
  note: '病気や家庭の事情など、個人の事情は書かないでください。',
} as const;

/** The choices of 入れ方. */
export const MODE_WORD = {
  chosen: '選んだ人を記録',
  'all-but-chosen': '対象者全員を出席にし、選んだ人を欠席にする',
} as const;

export const ATTENDANCE_BUTTON = {
  record: '受講を記録',
  list: '受講者',
  submit: '記録する',
  missing: '未受講者',
  csv: '受講者をCSVで受け取る',
  missingCsv: '未受講者をCSVで受け取る',
} as const;

/** By which way somebody was entered. */
export const SOURCE_WORD: Readonly<Record<AttendanceSource, string>> = {
  organiser: '受講を記録',
  code: '受付コード',
  button: '受講しました',
  file: '取込み',
};

/** What can be typed for attendance, and what the bot sends about it. */
export const ATTENDANCE_HELP = {
  record: 'ほかの方の受講を記録します(番号は、今年度の一覧のNo)',
  recordArgument: '番号',
  checkIn: '会場で案内されたコードで、ご自分の受講を記録します(「出席」「受講」も同じです)',
  checkInArgument: 'コード',
  sendsVideo: '受講の確認(動画配信の対象のとき、最終日の7開庁日前と1開庁日前の朝)',
} as const;

export const attendanceText = {
  /** A part of a year that is too long for one group of a select. */
  yearPart: (year: string, part: number) => `${year}(${part})`,
  confirmLead: '次の氏名は、記録にありません。まだ何も記録していません。',
  confirmHint:
    '記録にいる方のときは「戻る」を押し、記録のとおりの氏名にしてください。入力した内容は残っています。新しい方のときは「記録する」を押すと、記録に加えて受講を記録します。',
  recorded: '受講を記録しました',
  entered: (counts: string) => `今回の記録:${counts}`,
  left: (counts: string) => `すでに記録されている方は、そのままです:${counts}`,
  counts: (present: number, partial: number, absent: number) =>
    `出席 ${present}名・一部出席 ${partial}名・欠席 ${absent}名`,
  checkedIn: '受講を記録しました',
  checkedInAt: (when: string, state: string) => `${when}に「${state}」を記録しました。`,
  checkedInBefore: 'すでに記録されています',
  checkedInBeforeAt: (when: string, state: string) => `${when}に「${state}」を記録しています。`,
  takenBack: '受講の記録を取り消しました',
  takenBackAt: (when: string) =>
    `${when}に取り消し、「欠席」としました。受講されたときは、もう一度コードを入力してください。`,
  listTitle: '受講者',
  within: (counts: string) => `表示している方:${counts}`,
  nobody: 'ご覧になれる受講の記録はありません。',
  missingTitle: '未受講者',
  missing: (audience: number, missing: number) => `対象者${audience}名のうち、未受講は${missing}名です。`,
  nobodyMissing: 'ご覧になれる対象者に、未受講の方はいません。',
  missingLine: (section: string, name: string, marks: readonly string[]) =>
    `${section === '' ? '' : `${section} `}${name}${marks.length === 0 ? '' : `(${marks.join('・')})`}`,
  withoutSlack: 'Slack未利用',
  again: (people: number) =>
    `受講の記録のない${people}名に、受講したかどうかの確認を、もう一度お願いします。不在の方には、戻られた日の朝にお願いします。Slackを使っていない方には届きません。`,
  askedAgain: (people: number, day: string) =>
    `受講の記録のない${people}名に、${day}の朝、もう一度お願いします。`,
  askedAgainNow: (people: number) => `受講の記録のない${people}名に、もう一度お願いしました。`,
  csvName: (on: number | string) => `attendance-${on}.csv`,
  missingCsvName: (day: string) => `not-attended-${day}.csv`,
  csvWords: (what: string) => `${what}の受講者です。`,
  missingCsvWords: (what: string) => `${what}の未受講者です。`,
  csvSent: '受講者のCSVを、このボットとのメッセージにお送りしました。',
  missingCsvSent: '未受講者のCSVを、このボットとのメッセージにお送りしました。',
  line: (name: string, sections: string, state: string, sources: string) =>
    `${sections === '' ? '' : `${sections} `}${name} ${state}${sources === '' ? '' : `(${sources})`}`,
  note: (note: string) => `備考:${note}`,
  ownTitle: '受講の記録',
  own: (name: string, day: string, state: string) => `・${name} ${day} ${state}`,
  departmentTitle: '部局の受講状況',
  noneYet: (name: string, year: string) => `・${name} ${year}の研修はまだ行われていません。`,
  department: (name: string, year: string, of: number, came: number) =>
    `・${name} 協働推進員${of}名のうち${came}名が、${year}の協働推進員研修を受講しました。`,
} as const;
