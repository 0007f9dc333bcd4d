export const PROGRAMME_FORM = { register: '研修の種類を登録', edit: '研修の種類を編集' } as const;

export const PROGRAMME_LABEL = {
  name: '名称',
  fiscalYear: '年度',
  position: '並び順',
  forPromoters: '協働推進員研修',
} as const;

export const PROGRAMME_HINT = {
  fiscalYear: 'この年度から、次に変更する年度まで使います。例:令和5年度、R5、2023',
  position: '小さい順に並びます。空欄なら最後になります。',
  forPromoters: '日程が決まっていないときや、年度の後半のときに、事務局に日程の確認をお願いします。',
} as const;

/** The box to tick. */
export const FOR_PROMOTERS_BOX = '協働推進員研修として扱う';

export const PROGRAMME_BUTTON = { list: '研修の種類', change: '変更' } as const;

export const programmeText = {
  listTitle: '研修の種類',
  listLead: (year: string) => `${year}の研修の種類を並び順に表示しています。`,
  none: 'まだ登録がありません。',
  example: '例',
  examples:
    '【例】は見本です。「変更」で内容を確かめて登録するか、「例をすべてこのまま使う」を押すと、【例】の表示がなくなります。',
  forPromoters: '協働推進員研修',
  registered: (name: string, year: string) => `「${name}」を${year}から使えるように登録しました。`,
  changed: (name: string, year: string) => `「${name}」の${year}からの内容を変更しました。`,
} as const;
