import type { PromoterRole } from '../domain/actor.ts';
import type { PREDECESSORS } from '../domain/promoter/appointment.ts';

export const PROMOTER_FORM = {
  appoint: '推進員を登録',
  change: '推進員を編集',
} as const;

export const PROMOTER_LABEL = {
  user: '職員',
  name: '氏名',
  email: 'メール',
  role: '役割',
  department: '部局',
  newDepartment: '新しい部局',
  section: '課・室等',
  startsOn: '任期開始日',
  endsOn: '任期終了日',
  predecessor: '前任',
  reason: '変更の理由',
} as const;

export const PROMOTER_HINT = {
  user: 'Slackを使っていない方は、ここを空欄にして、氏名とメールを入力してください。',
  changedUser:
    '入力した方が違っていたときに直します。異動で交代するときは、任期終了日を変更し、後任を「推進員を登録」で登録してください。',
  email: '後からSlackを使い始めたとき、このメールでご本人と分かります。',
  newDepartment: '部局で「新しい部局」を選んだときに、名称を入力してください。',
  section: 'まだ登録のない課・室等は、新しく登録されます。',
  endsOn: '空欄なら、年度の最終日(3月31日)までになります。',
  predecessor: '同じ課・室等に同じ役割の方がいるときの扱いです。いないときは、そのままで構いません。',
  reason: '変更の記録に残ります。病気や家庭の事情など、個人の事情は書かないでください。',
} as const;

/** 役割 as the form has it. */
export const ROLE_CHOICE: Readonly<Record<PromoterRole, string>> = {
  promoter: '推進員',
  chief: '協働推進員(主任)',
};

export const NEW_DEPARTMENT = '新しい部局';

export const PREDECESSOR_WORD: Readonly<Record<(typeof PREDECESSORS)[number], string>> = {
  ends: '前任の任期を前日までとする',
  stays: '前任とともに登録する',
};

export const PROMOTER_BUTTON = {
  list: '協働推進員の一覧',
  appoint: '推進員を登録',
  appointHere: '登録',
  succeed: '後任を登録',
  change: '変更',
  cancel: '記録を取り消す',
} as const;

/** What can be typed for promoters. */
export const PROMOTER_HELP = {
  menu: '今日の協働推進員を、部局ごとに表示します',
  list: 'その日の協働推進員を表示します(年度を入れると4月1日、省くと今日)',
  listArgument: '年度・日付・名前',
  add: '協働推進員を登録します',
} as const;

/** A term in words, as far as it is not the whole year. */
const termWords = (from: string | undefined, until: string | undefined): string =>
  [from === undefined ? '' : `${from}から`, until === undefined ? '' : `${until}まで`].join('');

export const promoterText = {
  listTitle: (day: string) => `${day}の協働推進員`,
  count: (all: number, chiefs: number) => `協働推進員${all}名(協働推進員(主任)${chiefs}名を含む)`,
  vacancies: (sections: number) => `未選任(${sections}課・室等)`,
  vacant: '未選任',
  awaitedVacancies: (sections: number) => `選任報告待ち(${sections}課・室等)`,
  awaited: '選任報告待ち',
  awaitedMark: '【選任報告待ち】',
  unconfirmed: '【未確認】',
  needsSuccessor: '【後任の登録が必要】',
  needsSuccessorNote: '【後任の登録が必要】は、Slackのアカウントが停止された方です。',
  chief: '協働推進員(主任)',
  line: (words: readonly string[], from?: string, until?: string) =>
    `${words.join(' ')}${from === undefined && until === undefined ? '' : `(${termWords(from, until)})`}`,
  withheld: 'まだ始まっていない任期は、事務局と部局の協働推進員(主任)だけにお見せしています。',
  none: 'この日の協働推進員の記録はありません。',
  noneYet: '協働推進員はまだ登録されていません。',
  dayUnreadable: (examples: readonly string[]) =>
    `年度または日付を読み取れませんでした。${examples.map((example) => `「${example}」`).join('')}のように入力してください。`,
  registered: (name: string, section: string, role: string) =>
    `${name}さんを、${section}の${role}として登録しました。`,
  term: (from: string, until: string) => `任期:${termWords(from, until)}`,
  formerEnds: (name: string, until: string) => `前任の${name}さんの任期を${until}までにしました。`,
  formerCancelled: (name: string, from: string) =>
    `${from}からの${name}さんの登録を取り消しました(任期が重なるため)。`,
  toCancel: (now: number, without: number) =>
    now === without
      ? `今日の協働推進員は${now}名のままです。`
      : `今日の協働推進員は${now}名から${without}名になります。`,
  changed: '登録の内容を変更しました。',
  cancelled: '記録を取り消しました。',
  stale: '一覧を開き直すと、今の内容を表示します。',
  what: (section: string, role: string, name: string) => `${section} ${role} ${name}`,
  before: (label: string, value: string) => `${label} ${value}`,
  vacantCount: (sections: number) => `今日、協働推進員のいない課・室等が${sections}あります。`,
  awaitedCount: (sections: number, until: string) =>
    `選任報告を待っている課・室等が${sections}あります。${until}までは、3月31日に務めていた方に用件が届きます。`,
  needingSuccessor: '後任の登録が必要な協働推進員',
  needingSuccessorCount: (people: number) =>
    `Slackのアカウントが停止された協働推進員が${people}名います。任期終了日を変更し、後任を登録してください。`,
  ownTitle: '協働推進員としての任期',
  own: (section: string, role: string, from: string, until: string) =>
    `${section} ${role}(${termWords(from, until)})`,
  bullet: (words: string) => `・${words}`,
  others: (count: number) => `ほか${count}件`,
} as const;
