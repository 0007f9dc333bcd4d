import type { Rate } from '../domain/attendance/attendance.ts';

export const chapterText = {
  title: (year: string) => `第5章 推進体制の整備等(${year})`,
  preface: '前文',
  topics: 'トピックス',
  headquarters: '1 協働推進本部会議',
  structure: '体制',
  body: '会議体',
  composition: '構成',
  role: '主な役割',
  meetings: '会議の実施状況',
  promoters: '協働推進員の取組み',
  appointed: (count: number, later: number) =>
    `協働推進員を${count}名選任しました${later === 0 ? '' : `(ほかに年度途中の選任${later}名)`}。`,
  duty: (number: number, duty: string) => `(${number})${duty}`,
  development: '2 職員の育成',
  results: '年度実績',
  training: '職員研修',
  dateAndPlace: '日時・場所',
  content: '内容',
  participants: '参加者',
  programme: (name: string) => `【${name}】`,
  people: (count: number) => `${count}人`,
  rate: ({ came, of }: Rate) => `協働推進員${of}名のうち${came}名が受講(${((came / of) * 100).toFixed(1)}%)`,
  liaison: '3 豊能地区市町NPO担当課長連絡会議等',
  review: '取組みの振返り',
  contact: '参考・お問合せ',
  no: 'No',
  date: '日付',
  items: '案件',
  unrecorded: '(未記録)',
} as const;

/** What stands between the record and a finished chapter, a line each. */
export const unsettledText = {
  title: (year: string) => `${year}の第5章には、次の点が残っています。`,
  nothing: (year: string) => `${year}の第5章に、残っている点はありません。`,
  noChapterText: (item: string) => `・${item}:文章がありません。`,
  exampleDuties: (item: string) => `・${item}:文章がありません。例の8つの役割を掲載しています。`,
  noRecord: (body: string) => `・${body}:会議の記録も「開催なし」の記録もありません。`,
  noText: (body: string) => `・${body}:掲載する文章(主な役割)がありません。`,
  noComposition: (body: string) => `・${body}:掲載する構成がありません。`,
  noPromoters: '・協働推進員:4月1日に在任する協働推進員の記録がありません。',
  noTraining: (programme: string) => `・${programme}:研修の記録も「開催なし」の記録もありません。`,
  noProgrammes: '・職員研修:研修の種類が登録されていません。',
  noParticipants: (programme: string, date: string) => `・${programme} ${date}:参加者数の記録がありません。`,
  planned: (body: string, date: string) =>
    `・${body} ${date}:予定の記録です。開催日を過ぎるまで掲載しません。`,
  begunInWriting: (body: string, date: string) =>
    `・${body} ${date}:書面開催を始めています。結果を通知すると掲載します。`,
  unconfirmed: (body: string, date: string) =>
    `・${body} ${date}:未確認の記録です。事務局が確認すると掲載します。`,
  heldUnconfirmed: (body: string, date: string) =>
    `・${body} ${date}:予定として記録された会議です。実施の確認がまだです。`,
  trainingUnconfirmed: (programme: string, date: string) =>
    `・${programme} ${date}:予定として記録された研修です。実施の確認がまだです。`,
} as const;

/** 根拠: the rows by which every number of the chapter is counted. */
export const evidenceText = {
  title: '根拠',
  column: {
    place: '箇所',
    number: '数',
    record: '記録',
    part: '内訳',
    date: '日付',
    recordedBy: '記録した人',
    confirmedBy: '確認した人',
  },
  ofBody: (section: string, body: string) => `${section} ${body}`,
  no: (no: number) => `No${no}`,
  meeting: (items: number) => `会議の記録(案件${items}件)`,
  later: '協働推進員の取組み(年度途中の選任)',
  appointed: (count: number) => `${count}名`,
  sessions: '職員研修',
  session: (name: string) => `【${name}】の研修の記録`,
  participants: (no: number) => `職員研修 No${no} 参加者`,
  headCount: (name: string) => `【${name}】の参加者数の記録`,
  attendances: (name: string, counts: string) => `【${name}】の受講の記録(${counts})`,
  counted: { present: '出席', partial: '一部出席', absent: '欠席' },
  came: (no: number) => `職員研修 No${no} 受講した協働推進員`,
  cameRecord: (name: string) => `【${name}】の受講の記録(出席・一部出席)のうち協働推進員`,
  of: (no: number) => `職員研修 No${no} 在任する協働推進員`,
  term: (day: string) => `協働推進員の任期の記録(${day}に在任)`,
  self: '本人',
  between: '、',
  /** Nobody can say any more who confirmed it. */
  unknown: '(記録なし)',
} as const;
