import type { BodyKind, BodyRules, BodySection, RecordableBy } from '../domain/body/body.ts';

export const BODY_FORM = { register: '会議体を登録', edit: '会議体を編集' } as const;

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
  writtenNote: '書面開催の会議の、日付欄の注記に入る言葉です。例:開催案内送付',
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

export const RULES_FORM = '会議体の決まり';

export const RULES_LABEL: Readonly<Record<keyof BodyRules, string>> = {
  quorum: '定足数',
  proxy: '代理',
  unanswered: '未回答の扱い',
  tie: '可否同数',
  preparationDays: '準備を始める日',
};

export const RULES_HINT = {
  unanswered: '「異議なしとみなす」にすると、会議録にもそのことを書きます。',
  preparationDays:
    '会議の何開庁日前かを入力します。その日の朝、予定の会議の準備を事務局にお知らせします。空欄なら15開庁日前です。',
} as const;

export const QUORUM_WORD: Readonly<Record<BodyRules['quorum'], string>> = {
  none: '定めなし',
  majority: '過半数',
};
export const PROXY_WORD: Readonly<Record<BodyRules['proxy'], string>> = {
  none: '定めなし',
  allowed: '認める',
  refused: '認めない',
};
export const UNANSWERED_WORD: Readonly<Record<BodyRules['unanswered'], string>> = {
  unanswered: '未回答として数える',
  consent: '異議なしとみなす',
};
export const TIE_WORD: Readonly<Record<BodyRules['tie'], string>> = {
  recorded: '同数と記録する',
  chair: '委員長が決する',
};

export const bodyText = {
  listTitle: '会議体',
  listLead: (year: string) => `${year}の会議体を並び順に表示しています。`,
  example: '例',
  examples:
    '【例】は見本です。「変更」で内容を確かめて登録するか、「例をすべてこのまま使う」を押すと、【例】の表示がなくなります。',
  change: '変更',
  rules: '決まり',
  rulesLead: (name: string) => `「${name}」の決まりです。今年度から使い、前の年度の決まりは変わりません。`,
  rulesSet: (name: string, year: string) => `「${name}」の${year}からの決まりを保存しました。`,
  registered: (name: string, year: string) => `「${name}」を${year}から使えるように登録しました。`,
  changed: (name: string, year: string) => `「${name}」の${year}からの内容を変更しました。`,
} as const;
