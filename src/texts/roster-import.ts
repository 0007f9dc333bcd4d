import type { PromoterRole } from '../domain/actor.ts';
import type { RosterRowState } from '../domain/roster/import.ts';
import { importFileText } from './import-file.ts';
import { PROMOTER_LABEL } from './promoter.ts';

const { name, email, department, role, startsOn, endsOn } = PROMOTER_LABEL;

/** The columns of a roster file. */
export const ROSTER_COLUMN = {
  name,
  email,
  department,
  section: '課',
  role,
  startsOn,
  endsOn,
  state: '確認',
} as const;

/** Other headers that are read, and the column each stands for. */
export const ROSTER_OTHER_NAMES = {
  '課・室等': ROSTER_COLUMN.section,
  任期の始まり: ROSTER_COLUMN.startsOn,
  任期の終わり: ROSTER_COLUMN.endsOn,
} as const;

/** 役割 as a file has it. */
export const ROSTER_ROLES: Readonly<Record<string, PromoterRole>> = {
  推進員: 'promoter',
  協働推進員: 'promoter',
  主任: 'chief',
  '協働推進員(主任)': 'chief',
};

/** 役割 as a file is written. */
export const ROSTER_CSV_ROLE: Readonly<Record<PromoterRole, string>> = { promoter: '推進員', chief: '主任' };

/** 確認 as a file has it; empty where the secretariat's word is the file itself. */
export const ROSTER_STATE_WORD: Readonly<Record<RosterRowState, string>> = {
  confirmed: '確認済み',
  unconfirmed: '未確認',
};
export const ROSTER_STATES: Readonly<Record<string, RosterRowState>> = {
  [ROSTER_STATE_WORD.confirmed]: 'confirmed',
  [ROSTER_STATE_WORD.unconfirmed]: 'unconfirmed',
};

/** The rows of 見本のCSV: nobody of these names is anywhere. */
export const ROSTER_SAMPLE = [
  {
    name: '見本 一郎',
    email: 'mihon-1@example.lg.jp',
    department: '福祉部',
    section: '福祉総務課',
    role: 'chief',
  },
  {
    name: '見本 花子',
    email: 'mihon-2@example.lg.jp',
    department: '福祉部',
    section: '福祉課',
    role: 'promoter',
  },
] as const;

export const ROSTER_IMPORT_FORM = '名簿を取り込む';
export const ROSTER_IMPORT_HINT = {
  file: 'CSVファイル(Excelの「CSV」か「CSV UTF-8」)。1行目は見出しです:氏名、メール、部局、課、役割、任期開始日、任期終了日。メールと任期終了日は空欄でも構いません。「名簿をCSVで受け取る」のファイルを直して取り込むこともできます。',
} as const;
export const ROSTER_CSV_BUTTON = '名簿をCSVで受け取る';

/** What can be typed. */
export const ROSTER_IMPORT_HELP = {
  import: '名簿(CSV)を取り込みます。先に、何が変わるかを表示します',
} as const;

export const rosterImportText = {
  /** Names of the files. */
  csvName: (year: number) => `roster-${year}.csv`,
  sampleName: 'roster-sample.csv',
  csvWords: (year: string) => `${year}の名簿です。直して「名簿を取り込む」で取り込むことができます。`,
  sampleWords: '「名簿を取り込む」の見本です。2行目からを書き換えて使ってください。',
  csvSent: '名簿のCSVを、このボットとのメッセージにお送りしました。',
  importing: '名簿を取り込んでいます。そのままお待ちください。',
  lead: '次のように変わります。よろしければ「取り込む」を押してください。',
  otherwise:
    'この画面を表示した後に名簿が変わったため、まだ取り込んでいません。今の名簿では次のように変わります。',
  nothing: '名簿はファイルのとおりです。変わるものはありません。',
  counts: (added: number, changed: number, ended: number) =>
    `追加${added}名、変更${changed}件、終了${ended}件`,
  added: (count: number) => `追加 ${count}名`,
  changed: (count: number) => `変更 ${count}件`,
  ended: (count: number) => `終了 ${count}件`,
  newPeople: (count: number, names: readonly string[], more: number) =>
    `新しく記録する方 ${count}名:${names.join('、')}${more > 0 ? `、${importFileText.otherPeople(more)}` : ''}`,
  endsMany: (ended: number, standing: number) =>
    `ご注意:この部局・年度の名簿${standing}件のうち${ended}件(1割超)が、終了か取消しになります。一部の方だけのファイルや、古いファイルでないか確かめてください。`,
  withoutLastDay: (count: number) => `任期終了日が空欄の${count}行は、年度の最終日(3月31日)までとします。`,
  learned: (count: number) => `職員の氏名・メールを${count}名分、ファイルのとおりにします。`,
  newPlaces: (departments: number, sections: number) =>
    `新しい部局${departments}、新しい課・室等${sections}を登録します。`,
  sends: '任期が昨日までに始まっている方には何も送りません。',
  guides: (count: number) =>
    `新任の${count}名には、任期の初日以降で、取り込んだ後の最初の開庁日の朝に、役割のご案内を送ります。Slackを使っていない方には、使い始めた後の開庁日の朝に、不在の方には、戻られた日の朝に送ります。`,
  person: (department: string, section: string, who: string) => `・${department} ${section} ${who}`,
  isAdded: (role: string, from: string, until: string) => `(${role})${from}から${until}まで`,
  isMoved: (from: string, until: string, newFrom: string, newUntil: string) =>
    `:任期を ${from}から${until}まで → ${newFrom}から${newUntil}まで に変更`,
  isConfirmed: (from: string, until: string) => `:未確認の登録を確認済みに(${from}から${until}まで)`,
  endsOn: (day: string) => `:${day}まで`,
  isCancelled: (from: string) => `:${from}からの登録を取消し`,
  imported: '名簿を取り込みました。',
  notKept:
    'このファイルは、すでに取り込んだか、読み取ってから1日以上たっています。もう一度ファイルを選んでください。',
  emailOfAnother: (line: number) =>
    `${line}行目に、同じメールで別の氏名の方がいます。メールか氏名を確かめてください。`,
  rowsOverlap: (line: number) =>
    `${line}行目に、同じ方の同じ課・役割で期間の重なる行があります。どちらかを直すか除いてください。`,
  yearNotOffered: '平成元年度から、今年度の10年後までの日付にしてください。',
} as const;
