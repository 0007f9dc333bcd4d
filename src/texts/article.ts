import type { ArticleCategory } from '../domain/newsletter/article.ts';
import { SAVE_CHANGES } from './form-word.ts';

export const ARTICLE_FORM = {
  write: '記事を書く',
  change: '記事を編集',
} as const;

/** The message shortcut. */
export const ARTICLE_SHORTCUT = '協DOの記事にする';

export const ARTICLE_LABEL = {
  title: '見出し',
  body: '本文',
  category: '分類',
  link: 'リンク',
  photo: '写真',
  photoText: '写真の説明',
  photoConsent: '写真の確認',
} as const;

export const CATEGORY_WORD: Readonly<Record<ArticleCategory, string>> = {
  example: '好事例',
  notice: 'お知らせ',
  event: '催し',
  training: '研修',
  region: '広域連携',
};

export const PHOTO_CONSENT = '写っている人の了承を得ています';

export const ARTICLE_HINT = {
  body: '改行はそのまま掲載されます。http:// や https:// で始まるURLはリンクになります。',
  photo: 'PNGかJPEGを1つ、5MBまで付けられます。撮影場所などの情報は除いて残します。',
  photoStays: (name: string) => `今の写真「${name}」は、選び直さなければそのまま残ります。`,
  photoText: '写真が見えない方にも伝わるように、写っているものを書いてください。写真を付けるときに必要です。',
} as const;

/** What the form is sent by. */
export const ARTICLE_SUBMIT = { write: '事務局に送る', change: SAVE_CHANGES } as const;

export const ARTICLE_BUTTON = {
  write: '記事を書く',
  change: '編集',
  withdraw: '取り下げる',
  read: '読む',
  earlier: '上へ',
  later: '下へ',
  agree: '掲載を承諾する',
  decline: '承諾しない',
} as const;

/** The secretariat's list, and the buttons to it. */
export const WAITING_ARTICLES = '掲載を待っている記事';

export const ARTICLE_HELP = {
  write: 'きょうどう通信 協DOの記事を書きます(ショートカット「記事を書く」も同じです)',
  sendsConsent: '掲載の承諾のお願い(ご自分の投稿から記事が作られたとき)',
  sendsPublished: '「記事を掲載しました」(書いた記事を載せた号を発行したとき)',
  sendsWithdrawn: '「記事を取り下げました」(ご自分が、または事務局がご自分の記事を取り下げたとき)',
} as const;

/** Writing articles. */
export const articleText = {
  sent: '記事を事務局に送りました。掲載する号は事務局が決めます。掲載したときにお知らせします。',
  changed: '記事を変更しました。',
  savedAsking:
    '記事を保存しました。元の投稿をした方に、掲載の承諾をお願いします。承諾をいただくまで、事務局には表示されません。',
  savedCorrection: '記事を訂正しました。投稿済みのメッセージも、訂正した内容に変わります。',
  savedSame: '内容に変わりはありません。掲載した記事はそのままです。',
  currentPhoto: (text: string) => `今の写真:${text}`,
  homeTitle: '自分の記事',
  line: (title: string, state: string) => `${title}\n${state}`,
  waiting: '掲載の号を検討中です',
  asking: '元の投稿をした方の承諾を待っています',
  published: (issue: string) => `${issue}に掲載しました`,
  consentTitle: '掲載の承諾のお願い',
  consentLead: (who: string) =>
    `${who}さんが、あなたの投稿をきょうどう通信 協DOの記事にしたいとのことです。掲載してよければ「掲載を承諾する」を押してください。`,
  consentNote: '承諾をいただくまで、この記事はどこにも掲載されません。',
  agreed: (when: string) => `${when}に掲載の承諾をいただきました。ありがとうございます。`,
  declined: 'この記事は掲載しません。',
  settledBefore: 'この記事の掲載については、すでにお答えをいただいています。',
  publishedTitle: '記事を掲載しました',
  publishedLine: (title: string, issue: string) =>
    `「${title}」を、${issue}に掲載しました。ありがとうございます。`,
  /** Below its title; `byline` may be empty. */
  under: (category: string, byline: string) => (byline === '' ? category : `${category}(${byline})`),
  waitingLead: '「上へ」「下へ」で、号に載せる順に並べられます。',
  waitingLine: (headline: string, byline: string, day: string, issue: string | null) =>
    `${headline}\n${byline === '' ? '' : `${byline} `}${day}${issue === null ? '' : `\n${issue}に載せる予定です`}`,
  noneWaiting: '掲載を待っている記事はありません。',
  moreWaiting: (count: number) => `ほかに${count}件あります。上の記事が載ると表示されます。`,
  withdrawn: 'この記事は取り下げられました。',
  withdrawLead: (title: string) => `「${title}」を取り下げます。`,
  withdrawFrom: (issue: string, channels: number, readers: number) =>
    `${issue}:投稿先${channels}件、「読みました」${readers}人`,
  withdrawNote:
    '投稿済みのメッセージは「この記事は取り下げられました。」に変わります。30日以内は、元に戻せます。',
  withdrawnTitle: '記事を取り下げました',
  withdrawnLine: (title: string) => `「${title}」を取り下げました。`,
  withdrawnForYou: (title: string) => `事務局が、あなたの記事「${title}」を取り下げました。`,
  restoredLine: (title: string) => `「${title}」を元に戻しました。`,
  restored: '記事を元に戻しました。投稿済みのメッセージも、元の内容に戻ります。',
  corrected: (day: string) => `訂正:${day}に内容を訂正しました。`,
  more: (url: string) => `くわしく:${url}`,
  contact: (contact: string) => `問合せ:${contact}`,
} as const;
