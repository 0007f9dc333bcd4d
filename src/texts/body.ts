import type { BodyKind, BodySection, RecordableBy } from '../domain/body.ts';

export const BODY_FORM = '会議体を登録';

export const BODY_LABEL = {
  name: '名称',
  shortName: '略称',
  fiscalYear: '年度',
  kind: '種別',
  section: '掲載箇所',
  composition: '構成',
  role: '主な役割',
  position: '並び順',
  recordableBy: '記録できる人',
  writtenNote: '書面開催の注記',
  notifyChannel: '通知先',
} as const;

export const BODY_HINT = {
  fiscalYear: 'この年度から、次に変更する年度まで使います。例:令和5年度、R5、2023',
  composition: '1行に1つずつ。例:委員長:副市長',
  position: '小さい順(建制順)に並びます。空欄なら最後になります。',
  writtenNote: '書面開催の日付に添える言葉の控えです(自動では入りません)。例:開催案内送付',
  notifyChannel: '会議を記録すると、会議体・日付・方法・案件をこのチャンネルにお知らせします。',
} as const;

export const BODY_KIND_WORD: Readonly<Record<BodyKind, string>> = {
  meeting: '会議',
  effort: '取組み(文章だけ)',
};
export const BODY_SECTION_WORD: Readonly<Record<BodySection, string>> = {
  meetings: '会議の実施状況',
  liaison: '連絡会議等',
  none: '掲載しない',
};
export const RECORDABLE_BY_WORD: Readonly<Record<RecordableBy, string>> = {
  secretariat: '事務局',
  promoters: '協働推進員も',
};

export const bodyText = {
  listTitle: '会議体',
  listLead: (year: string) => `${year}の会議体を並び順に表示しています。`,
  example: '例',
  examples: '【例】は見本です。「変更」で内容を確かめて登録すると、【例】の表示がなくなります。',
  change: '変更',
  registered: (name: string, year: string) => `「${name}」を${year}から使えるように登録しました。`,
} as const;
