import type { ReceivedBy } from '../domain/inquiry/inquiry.ts';

export const ANSWER_FORM = {
  answer: '照会に回答',
  onBehalf: '代理入力',
  shown: '照会への回答',
  copy: '文面をコピー',
} as const;

export const ANSWER_LABEL = {
  applicable: '該当',
  count: '件数',
  confirmed: '確認',
  text: '回答',
  file: '添付',
  receivedBy: '受けた方法',
  receivedOn: '受けた日',
} as const;

export const APPLICABLE_WORD = { yes: '該当あり', no: '該当なし' } as const;
export const CONFIRMED_WORD = '内容を確認しました';

export const RECEIVED_WORD: Readonly<Record<ReceivedBy, string>> = {
  paper: '紙',
  telephone: '電話',
  spoken: '口頭',
  mail: 'メール等',
};

export const ANSWER_HINT = {
  text: '「該当あり」のときは、内容を書いてください。',
  count: '該当がないときは 0 と入力してください。',
  file: 'Excel(xlsx)、Word(docx)、PDFを1つ、10MBまで添付できます。',
  fileStays: (name: string) => `前回の添付「${name}」は、選び直さなければそのまま残ります。`,
  receivedOn: '回答を受け取った日です。期限までに受け取っていれば、期限内の回答になります。',
} as const;

export const ANSWER_BUTTON = {
  file: '様式・資料を受け取る',
  ownFile: '添付を受け取る',
  change: '回答を変更する',
  answer: '回答する',
  onBehalf: '代理入力',
  show: '回答を見る',
} as const;

/** Offered to promoters. */
export const OWN_INQUIRIES_BUTTON = '自分の課への照会';

export const OWN_INQUIRIES_HELP = {
  own: '自分の課・室等への照会を表示します',
} as const;

/** An inquiry as those read it who answer, and what they have answered. */
export const answerText = {
  documentNumber: (number: string) => `文書番号:${number}`,
  requester: (requester: string) => `依頼元:${requester}`,
  place: (department: string, section: string) => `回答する課・室等:${department} ${section}`,
  link: (link: string) => `リンク:${link}`,
  file: (name: string) => `様式・資料:${name}`,
  returned: (reason: string) => `回答が差し戻されました。理由:${reason}`,
  onBehalf: (department: string, section: string) =>
    `${department} ${section}の代わりに回答を入力します。どのように受けたかも記録に残ります。`,
  unanswered: 'まだ回答がありません。',
  current: '今の回答',
  previous: 'これまでの回答',
  /** A line of the history; `who` is a mention. */
  past: (when: string, who: string, what: string) => `${when} ${who}:${what}`,
  enteredBy: (when: string, who: string) => `${when} ${who}`,
  count: (count: number) => `${count.toLocaleString('ja-JP')}件`,
  attached: (name: string) => `添付:${name}`,
  received: (day: string, way: string) => `代理入力(${day}に${way}で受けました)`,
  late: '期限後',
  separator: '、',
  answered: '回答を受け付けました。',
  answeredOf: (title: string, department: string, section: string) => `${title}(${department} ${section})`,
  answeredLate: '期限後の回答として受け付けました。',
  mayChange: '締切りまでは、何度でも変更できます。前の回答も記録に残ります。',
  closed: 'この照会は締め切られました。回答の変更はできません。',
  cancelled: 'この照会は取りやめになりました。',
  reading: '添付を読み込んでいます。しばらくお待ちください。',
  fileWords: '照会への回答に添付されたファイルです。',
  fileSent: (name: string) => `「${name}」を、このボットとのメッセージにお送りしました。`,
  ownTitle: '自分の課・室等への照会',
  nothingOpen: '今、回答をお願いしている照会はありません。',
  openTitle: '回答をお願いします',
  answeredTitle: '回答済み(締切りまで変更できます)',
  answeredAt: (when: string) => `${when}に回答しました。`,
  others: (count: number) => `ほかに${count}件の照会があります。`,
  all: '照会をすべて表示',
  copyLead: 'Slackを使っていない方にお渡しする文面です。選択してコピーしてください。',
  copyTitle: (title: string) => `【照会】${title}`,
  copyDue: (day: string) => `回答期限:${day}`,
  copyContact: (contact: string) => `問合せ:${contact}`,
  copyFile: (name: string) => `様式・資料「${name}」は、別にお渡しします。`,
  howTo: {
    applicability:
      '該当の有無をお知らせください。該当があるときは、その内容もお願いします。該当がないときも、その旨の回答が必要です。',
    count: '件数をお知らせください。ないときも、0件との回答が必要です。',
    words: '回答を、文章でお知らせください。',
    confirmation: '内容をご確認のうえ、確認した旨をお知らせください。',
    document: '様式に記入して、提出してください。',
  },
  copyHowTo: (how: string) => `回答の仕方:${how}紙、電話、口頭、メールのどれでも結構です。`,
} as const;
