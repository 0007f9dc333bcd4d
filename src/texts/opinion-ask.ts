/** 調査・検討を依頼: asking sections about 評価・意見, and answering. */

export const OPINION_ASK_FORM = '調査・検討を依頼';

export const OPINION_ASK_LABEL = { dueOn: '回答期限', content: '依頼文', sending: '送信' } as const;

export const OPINION_ASK_BUTTON = {
  one: '調査・検討を依頼',
  all: '調査・検討をまとめて依頼',
  next: '次のページへ',
} as const;

/** So many opinions a line names. */
const MOST_NAMES = 30;
const listed = (names: readonly string[]): string =>
  names.length <= MOST_NAMES
    ? names.join('、')
    : `${names.slice(0, MOST_NAMES).join('、')}、ほか${names.length - MOST_NAMES}件`;

export const opinionAskText = {
  /** What the inquiry is called; `name` where it is about one alone. */
  title: (year: string, name: string | undefined) =>
    `${year}の評価・意見についての調査・検討${name === undefined ? '' : `(${name})`}`,
  /** 依頼文 as it is filled in first. */
  content: (year: string, hasCarried: boolean) =>
    `市民公益活動推進委員会から、${year}の実施状況について、評価・意見をいただきました。${
      hasCarried ? '前年度から継続しているものも含みます。' : ''
    }関係するものについて、調査・検討の結果をお知らせください。`,
  asks: (opinions: number, sections: number) =>
    `評価・意見${opinions}件を、${sections}課・室等にお願いします。それぞれの課・室等には、関係するものだけが表示されます。`,
  opinion: (name: string, item: string) => `${name} ${item}`,
  withoutSection: (names: readonly string[]) =>
    `${listed(names)}は、関係課がないため、お願いしません。お願いするときは、先に評価・意見を編集して、関係課を選んでください。`,
  asked: (names: readonly string[]) => `${listed(names)}は、すでにお願いしています。`,
  contentHint: 'お願いする評価・意見は、回答の画面に、課・室等ごとにすべて表示されます。',
  /** In 送信の確認: what one section is asked about. */
  ofSection: (place: string, names: readonly string[]) => `・${place}:${names.join('、')}`,
  questionsTitle: 'お願いする評価・意見',
  others: (count: number) => `ほか${count}課・室等`,
  preparing: 'お願いする内容を確認しています。しばらくお待ちください。',
} as const;

/** The form in which a section answers. */
export const opinionAnswerText = {
  label: (name: string) => `${name} への回答`,
  heading: (name: string, item: string, kind: string) => `${name} ${item}(${kind})`,
  cancelled: (name: string) => `${name}は取り消されました。回答は要りません。`,
  nothingLeft: 'お願いした評価・意見は取り消されました。このまま「回答する」を押すと、回答が済みます。',
  page: (shown: number, pages: number) =>
    `${pages}ページ中${shown}ページ目です。「次のページへ」を押すと、このページの回答を保存します。最後のページで「回答する」を押すと、回答になります。`,
  lastPage: (pages: number) =>
    `${pages}ページ中${pages}ページ目です。「回答する」を押すと、前のページの回答と合わせて、回答になります。`,
  underWay: '途中まで入力した回答が残っています。「回答する」を押すまでは、回答になりません。',
  going: '次のページを表示しています。しばらくお待ちください。',
  show: (shown: number, pages: number) => `${pages}ページ中${shown}ページ目`,
  unanswered: '(未回答)',
  notCopied: (count: number) => `ほか${count}件は、「代理入力」の画面でご覧ください。`,
} as const;

export const askProblemText = {
  nothingToAsk: 'お願いする評価・意見がありません。すでに市の調査・検討が記録されているものは、含みません。',
  noSection: (names: readonly string[]) =>
    `${listed(names)}には関係課がありません。先に評価・意見を編集して、関係課を選んでください。`,
  alreadyAsked: (names: readonly string[]) =>
    `${listed(names)}は、関係課のすべてに、すでにお願いしています。もう一度お願いするときは、照会の状況から、回答を差し戻すか、照会を取りやめてください。締め切った照会は、先に再開してください。`,
  questionsChanged:
    'この画面を開いたあとに、お願いする評価・意見や関係課が変わりました。画面を閉じて、もう一度お確かめください。',
} as const;
