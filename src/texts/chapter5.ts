export const chapterText = {
  title: (year: string) => `第5章 推進体制の整備等(${year})`,
  headquarters: '1 協働推進本部会議',
  meetings: '会議の実施状況',
  liaison: '3 豊能地区市町NPO担当課長連絡会議等',
  no: 'No',
  date: '日付',
  items: '案件',
  unrecorded: '(未記録)',
} as const;

/** What stands between the record and a finished chapter, a line each. */
export const unsettledText = {
  title: (year: string) => `${year}の第5章には、次の点が残っています。`,
  nothing: (year: string) => `${year}の第5章に、残っている点はありません。`,
  noRecord: (body: string) => `・${body}:会議の記録も「開催なし」の記録もありません。`,
  noText: (body: string) => `・${body}:掲載する文章(主な役割)がありません。`,
  planned: (body: string, date: string) =>
    `・${body} ${date}:予定の記録です。開催日を過ぎるまで掲載しません。`,
  unconfirmed: (body: string, date: string) =>
    `・${body} ${date}:未確認の記録です。事務局が確認すると掲載します。`,
  heldUnconfirmed: (body: string, date: string) =>
    `・${body} ${date}:予定として記録された会議です。実施の確認がまだです。`,
} as const;
