export const ROSTER_REPORT_FORM = {
  report: '選任を報告',
  choose: '別の人を選ぶ',
  confirm: '名簿を確認',
} as const;

export const ROSTER_REPORT_BUTTON = {
  open: '選任を報告',
  unchanged: '変更なし',
  restUnchanged: '残りはすべて変更なし',
  choose: '別の人を選ぶ',
  takeBack: '取り消す',
  goOn: '続けて報告する',
  otherDepartment: '別の部局を選ぶ',
  confirmList: '名簿を確認',
  confirm: '確認する',
  confirmDepartment: 'この部局を確認する',
  confirmAll: 'すべての部局を確認する',
  decline: '取り消す',
  oneByOne: '1件ずつ見る',
  back: '部局の一覧に戻る',
  away: '不在を登録',
} as const;

export const ROSTER_REPORT_HELP = {
  report: '部局の協働推進員の選任を報告します',
} as const;

export const rosterReportText = {
  which: (year: string) => `${year}の選任を報告する部局を選んでください。`,
  department: (name: string, open: number) =>
    open === 0 ? `${name}(報告済み)` : `${name}(報告待ち${open}件)`,
  lead: (department: string, year: string) =>
    `${department}の${year}の協働推進員です。前年度と同じ方なら「変更なし」、交代するなら「別の人を選ぶ」を押してください。`,
  explanation: '報告した内容は、事務局が確認すると決まります。確認までは、取り消すことができます。',
  done: '報告するものはすべて報告済みです。',
  noDepartments: '部局がまだ登録されていません。',
  /** Who held the place at the end of the year before. */
  last: (who: string) => `前年度:${who}`,
  nobody: '未選任',
  left: (name: string) => `${name}(Slackのアカウントが停止されています)`,
  waiting: '報告待ち',
  reportedUnchanged: (when: string) => `報告済み(変更なし・${when})`,
  reportedOther: (name: string, from: string, when: string) => `報告済み(${name}・${from}から・${when})`,
  copied: (name: string) => `報告待ち(${name})`,
  confirmed: (name: string) => `確認済み(${name})`,
  place: (section: string, role: string) => `${section} ${role}`,
  chooseLead: (department: string, section: string, role: string, year: string) =>
    `${department} ${section}の${year}の${role}になる方を入力してください。`,
  chosen: (name: string) =>
    `${name}さんを報告しました。事務局が確認すると決まります。確認までは、一覧の「取り消す」で取り消せます。`,
} as const;

export const rosterConfirmText = {
  nothing: '確認を待っている名簿はありません。',
  explanation:
    '確認すると、任期の初日から協働推進員になります。報告のないものは「1件ずつ見る」から確認できます。',
  year: (year: string) => `${year}の名簿`,
  department: (name: string, reported: string, open: number) => `${name}\n${reported}、未報告${open}件`,
  all: (year: string, reported: string) => `${year}の全部局:${reported}`,
  /** How what was reported differs from the year before; nothing more where nothing was reported. */
  reportedAs: (reported: number, unchanged: number, succeeded: number, added: number) =>
    reported === 0
      ? '報告済み0件'
      : `報告済み${reported}件(変更なし${unchanged}、交代${succeeded}、新規${added})`,
  succeeded: (place: string, last: string, now: string) => `・${place}:${last} → ${now}`,
  added: (place: string, now: string) => `・${place}:${now}(新規)`,
  otherDifferences: (count: number) => `ほか${count}件`,
  ofDepartment: (name: string, year: string) => `${name} ${year}`,
  row: (section: string, role: string, name: string) => `${section} ${role} ${name}`,
  term: (from: string, to: string) => `${from}から${to}まで`,
  reported: (when: string) => `報告済み(${when})`,
  notReported: '未報告',
  confirmed: (when: string, name: string, count: number) => `${when}に、${name}の${count}件を確認しました。`,
  confirmedAll: (when: string, departments: number, count: number) =>
    `${when}に、${departments}部局の${count}件を確認しました。`,
  declined: (name: string) => `${name}の名簿から1件を取り消しました。`,
} as const;

/** Parts of the Home tab. */
export const rosterHomeText = {
  ofDepartment: (name: string) => `部局の状況(${name})`,
  vacant: (section: string) => `${section} 未選任`,
  awaited: (section: string) => `${section} 【選任報告待ち】`,
  held: (section: string, role: string, name: string) => `${section} ${role} ${name}`,
  away: '本日不在',
  others: (count: number) => `ほか${count}件`,
  noSections: '課・室等がまだ登録されていません。',
  toReport: (count: number) => `選任の報告を待っているものが${count}件あります。`,
  confirmTitle: '記録の確認',
  record: (name: string, date: string) => `${name} ${date}`,
  appointments: (reported: number, open: number) => `名簿:報告済み${reported}件、未報告${open}件`,
} as const;
