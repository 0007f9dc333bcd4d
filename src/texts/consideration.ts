/** 市の調査・検討を記録: what the city considered, gathered from the sections' answers. */

export const CONSIDERATION_FORM = {
  record: '市の調査・検討を記録',
  edit: '市の調査・検討を編集',
} as const;

export const CONSIDERATION_BUTTON = '市の調査・検討を記録';

export const PUBLISHED_WORD = '公表済にする';
/** As the history of changes tells it. */
export const PUBLISHED_STATE_WORD = { true: '公表済', false: '未公表' } as const;

export const CONSIDERATION_HINT = {
  gathered:
    '関係課の回答を、課・室等の名前とともに入れています。記録するまでは、回答が変わると、開き直したときに新しい回答が入ります。',
  gatheredPart:
    '関係課の回答を合わせると3,000字を超えるため、入るところまでを入れています。すべての回答は、この画面の下にあります。',
  none: '関係課の回答は、まだありません。回答が届くと、開き直したときに入ります。',
  saved: '記録したあとに回答が変わっても、この文章は変わりません。今の回答は、この画面の下にあります。',
  responseWhen: '例:令和9年度から',
  meetings: '実施済みになった会議で審議したことになります。幹事会、本部会議の順に、状態が進みます。',
  published: '公表済にすると、職員のどなたも一覧で読めるようになります。外すと、元に戻ります。',
} as const;

/** So many sections a sentence names. */
const MOST_PLACES = 20;

export const considerationText = {
  /** In the first text of 市の調査・検討. */
  headed: (department: string, section: string) => `【${department} ${section}】`,
  stands: '関係課の回答',
  answered: (place: string, when: string) => `・${place}:回答済み(${when})`,
  unanswered: (place: string) => `・${place}:未回答`,
  returned: (place: string) => `・${place}:差戻し`,
  unasked: (place: string) => `・${place}:まだお願いしていません`,
  place: (department: string, section: string) => `${department} ${section}`,
  beforeTitle: (year: string) => `${year}の市の調査・検討`,
  answersTitle: '関係課の今の回答',
  moreAnswers: (count: number) => `ほか${count}課・室等の回答は、照会の状況でご覧ください。`,
  saved: (no: string) => `${no}の市の調査・検討を記録しました。`,
  published: '公表済にしました。',
  takenBack: '公表を取り消しました。',
  cameSince: (places: readonly string[]) =>
    `この画面を開いている間に、${places.slice(0, MOST_PLACES).join('、')}${
      places.length > MOST_PLACES ? `ほか${places.length - MOST_PLACES}課・室等` : ''
    }の回答が届いたか、変わりました。記録した文章には入っていません。「続けて編集」から、今の回答をご覧ください。`,
  again: '続けて編集',
} as const;

export const CONSIDERATION_PROBLEM = {
  unknownMeeting: 'この会議の記録は見つかりませんでした。選び直してください。',
} as const;
