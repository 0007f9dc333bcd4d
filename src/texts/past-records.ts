import type { PastKind } from '../domain/past-records.ts';
import { IMPORT_FORM } from './import-file.ts';

export const PAST_FORM = '過去の記録を取り込む';

export const PAST_LABEL = { kind: '種類', file: IMPORT_FORM.file } as const;

export const PAST_WORD: Readonly<Record<PastKind, string>> = {
  meetings: '会議',
  trainings: '研修',
  attendance: '受講',
};

export const PAST_HINT = {
  kind: '受講は、その研修を記録してから取り込んでください。',
  file: 'CSVファイル(Excelの「CSV」か「CSV UTF-8」)。1行目は見出しです。見本のCSVを受け取り、2行目からを書き換えて使ってください。使える見出しは、READMEの「取り込むCSV」にあります。',
} as const;

/** Names and words of the rows of 見本のCSV: nobody of these names is anywhere. */
export const PAST_SAMPLE = {
  body: '協働推進本部会議',
  place: '市役所',
  items: '見本の案件(報告)',
  attendees: '見本 一郎、見本 花子',
  programme: '見本の研修',
  lecturer: '見本 一郎',
  people: [
    { name: '見本 一郎', email: 'mihon-1@example.lg.jp', state: 'present', note: '' },
    { name: '見本 花子', email: 'mihon-2@example.lg.jp', state: 'partial', note: '午後のみ' },
  ],
} as const;

export const pastRecordsText = {
  sampleButton: (word: string) => `${word}の見本のCSV`,
  /** Names of the files. */
  sampleName: {
    meetings: 'meetings-sample.csv',
    trainings: 'trainings-sample.csv',
    attendance: 'attendance-sample.csv',
  },
  sampleWords: (word: string) => `「${PAST_FORM}」の${word}の見本です。2行目からを書き換えて使ってください。`,
  kind: (word: string) => `過去の${word}`,
  lead: 'よろしければ「取り込む」を押してください。過去の記録についてのお知らせは、どなたにも送りません。',
  otherwise:
    'この画面を表示した後に記録が変わったため、まだ取り込んでいません。今の記録では次のようになります。',
  importing: '過去の記録を取り込んでいます。そのままお待ちください。',
} as const;
