export const DEPARTMENT_FORM = {
  register: '部局・課を登録',
  editDepartment: '部局を編集',
  editSection: '課・室等を編集',
} as const;

export const DEPARTMENT_LABEL = {
  department: '部局',
  section: '課・室等',
  position: '並び順',
  endedOn: '廃止日',
} as const;

export const DEPARTMENT_HINT = {
  department: '登録済みの部局の名称を入力すると、その部局に課・室等を加えます。',
  section: '空欄なら、部局だけを登録します。',
  position: '課・室等を入れたときは課・室等の、空欄のときは部局の並び順です。空欄なら最後になります。',
  positionToChange: '小さい順(建制順)に並びます。空欄なら今のままです。',
  endedOn: '廃止する課・室等の最後の日です。空欄なら続きます。',
} as const;

/** In a field in which a 課・室等 is found by typing, while nothing is typed. */
export const SECTION_PLACEHOLDER = '部局や課の名前で探す';

/** Of such a field. */
export const SECTION_FIND_HINT = '名前の一部を入力すると、候補が絞り込まれます。';

export const departmentText = {
  listTitle: '部局と課',
  listLead: (departments: number, sections: number) =>
    `${departments}部局、${sections}課・室等を、並び順で表示しています。`,
  none: 'まだ登録がありません。',
  change: '変更',
  department: (name: string) => `■ ${name}`,
  section: (name: string) => `・${name}`,
  until: (day: string) => `(${day}まで)`,
  sectionOf: (name: string) => `「${name}」の課・室等です。`,
  registered: (name: string) => `「${name}」を登録しました。`,
  changed: (name: string) => `「${name}」の内容を変更しました。`,
} as const;
