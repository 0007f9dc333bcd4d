import { type DefaultsTaken, MOST_ROWS, type TableProblem } from '../domain/csv-file.ts';
import { BODY_MEMBER_LABEL } from './body-member.ts';
import { PROMOTER_LABEL } from './promoter.ts';
import { type SentencesOf, sentenceOf } from './sentence.ts';

/** The columns of a file of 職員. */
export const PERSON_COLUMN = {
  name: PROMOTER_LABEL.name,
  email: PROMOTER_LABEL.email,
  slackId: 'SlackユーザーID',
} as const;

/** The columns of a file of 委員. */
export const MEMBER_COLUMN = {
  bodyName: BODY_MEMBER_LABEL.bodyId,
  name: BODY_MEMBER_LABEL.name,
  email: BODY_MEMBER_LABEL.email,
  title: BODY_MEMBER_LABEL.title,
  office: BODY_MEMBER_LABEL.office,
  position: BODY_MEMBER_LABEL.position,
  startsOn: BODY_MEMBER_LABEL.startsOn,
  endsOn: BODY_MEMBER_LABEL.endsOn,
} as const;

const SAVE_AS_CSV = 'Excelでは「CSV UTF-8」か「CSV」の形式で保存してください。';

/** Why a file is no table. */
export const TABLE_SENTENCES: SentencesOf<TableProblem> = {
  utf16: `文字コードがUTF-16です。${SAVE_AS_CSV}`,
  jis: `文字コードがJIS(ISO-2022-JP)です。${SAVE_AS_CSV}`,
  euc: `文字コードがEUCです。${SAVE_AS_CSV}`,
  xlsx: `CSVではなく、Excelブック(xlsx)などです。${SAVE_AS_CSV}`,
  'old-excel': `CSVではなく、Excelブック(xls、またはパスワードの付いたxlsx)です。${SAVE_AS_CSV}`,
  'not-text': `CSVではないファイルです。${SAVE_AS_CSV}`,
  tab: `見出しの区切りがタブです。「,」で区切ってください。${SAVE_AS_CSV}`,
  semicolon: `見出しの区切りが「;」です。「,」で区切ってください。${SAVE_AS_CSV}`,
  'too-many-rows': `一度に取り込めるのは${MOST_ROWS.toLocaleString('ja-JP')}行までです。ファイルを分けてください。`,
  empty: '取り込む行がありません。',
  broken: ({ line }) => `${line}行目からを表として読み取れません。「"」の閉じ忘れがないか確かめてください。`,
};

/** It in one sentence. */
export const tableSentence = (problem: TableProblem): string => sentenceOf(TABLE_SENTENCES, problem);

/** What is said of a file that is read in. */
export const csvText = {
  noHeader: '(見出しのない列)',
  noColumn: 'この列の見出しがありません。1行目に見出しを入力してください。',
  twice: 'この列が2つ以上あります。1つにしてください。',
  unknownColumn: 'この見出しは使いません。READMEの「取り込むCSV」にある見出しにしてください。',
  oneOf: (words: readonly string[]) =>
    `${words.map((word) => `「${word}」`).join('')}のどれかにしてください。`,
  emptyCell: '空欄です。入力してください。',
  weekdayDiffers: (right: string) => `曜日が日付と合いません。この日は${right}曜日です。`,
  unknownBody: 'この名称の会議体はありません。会議体の名称か略称を入力してください。',
  eraDiffers: (right: string) => `その元号はこの日にはありません。この日は${right}です。`,
  lineBreak: '改行が入っています。1行にしてください。',
  unreadableDay:
    '日付を読み取れません。実在する日付を、令和5年8月10日、R5.8.10、2023/8/10、令和5年9月 のように入力してください。',
  unreadableSingleDay:
    '日付を読み取れません。実在する日付を、令和8年4月1日、R8.4.1、2026/4/1 のように入力してください。',
  wholeNumber: (most: number) => `1から${most}までの整数にしてください。`,
  personTwice: (line: number) => `${line}行目に同じ方がいます。どちらかを除いてください。`,
  slackDiffers:
    'このSlackユーザーIDは、記録にあるものと異なります。ユーザーIDと氏名・メールを確かめてください。',
  cell: (line: number, column: string, sentence: string) => `${line}行目 ${column}:${sentence}`,
  refused: (count: number) => `${count}件の誤りがあるため、何も取り込みませんでした。`,
  done: (added: number, known: number) =>
    `${added}件を取り込みました。すでに記録されていた${known}件は、そのままです。`,
  wouldDo: (added: number, known: number) =>
    `${added}件を取り込みます。すでに記録されている${known}件は、そのままにします。(確認だけで、取り込んではいません)`,
  peopleDone: (added: number, learned: number, known: number) =>
    `職員${added}名を追加し、${learned}名の氏名・メールなどを改めました。すでに記録されていた${known}名は、そのままです。`,
  wouldDoPeople: (added: number, learned: number, known: number) =>
    `職員${added}名を追加し、${learned}名の氏名・メールなどを改めます。すでに記録されている${known}名は、そのままにします。(確認だけで、取り込んではいません)`,
  defaultsTaken: ({ column, as, count }: DefaultsTaken) =>
    `「${column}」が空欄の${count}件は「${as}」とみなします。`,
  needsYes: '何も取り込んでいません。このとおりでよければ、--yes を付けてもう一度実行してください。',
  needsNewPeople:
    '何も取り込んでいません。記録にいる方は、ファイルの氏名を記録の氏名に合わせてください。どなたも新しい方のときは、--new-people を付けてもう一度実行してください。',
  rosterDone: (added: number, changed: number, ended: number) =>
    `名簿を取り込みました。追加${added}名、変更${changed}件、終了${ended}件。`,
  wouldDoRoster: (added: number, changed: number, ended: number) =>
    `追加${added}名、変更${changed}件、終了${ended}件です。(確認だけで、取り込んではいません)`,
} as const;
