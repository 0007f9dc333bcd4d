import type { ArticleByline, NewsletterNumbering, PublishedChange } from '../domain/settings.ts';

export const SETTINGS_FORM = '設定';

export const SETTINGS_LABEL = {
  contact: '問合せ先',
  secretariat: '事務局',
  logChannel: '運用ログ',
  closingDays: '閉庁日',
  newsletterNumbering: '協DOの号',
  morningAt: '朝の通知',
  rosterReportUntil: '選任報告の締切り',
  publishedChange: '掲載後の変更',
  articleByline: '記事の署名',
  retentionYears: '保存期間',
} as const;

export const SETTINGS_HINT = {
  contact: 'お願いやお知らせの終わりに入ります。例:コミュニティ政策課 内線0000',
  secretariat: '選んだ方だけが、事務局の操作をできるようになります。',
  logChannel: 'ボットを招待した公開チャンネルから選んでください。氏名や件名は流れません。',
  closingDays:
    '土・日・祝日と12月29日から1月3日までのほかに閉庁する日を、1行に1日ずつ入力してください。例:令和8年12月28日、2026-12-28',
  morningAt: '開庁日のこの時刻に送ります。9:00から16:59までの時刻にしてください。',
  rosterReportUntil:
    '4月以降も選任報告を待つ最後の日です(例:4月30日)。この日までは、前年度の協働推進員(主任)が報告でき、後任が決まらない課・室等の用件は前年度の方に届きます。空欄なら4月30日です。',
  publishedChange: '書いた方が、掲載した記事を編集したり取り下げたりするときの扱いです。',
  articleByline: '記事に添える、書いた方の課と氏名です。',
  retentionYears:
    '個人の情報を残す年数です(空欄なら10年、0なら消しません)。過ぎたものは、毎年4月に事務局のホームでお知らせします。自動では消えません。',
} as const;

export const NUMBERING_WORD: Readonly<Record<NewsletterNumbering, string>> = {
  fiscalYear: '年度ごと',
  serial: '通し番号',
};

export const PUBLISHED_CHANGE_WORD: Readonly<Record<PublishedChange, string>> = {
  approval: '承認してから',
  direct: 'そのまま',
};

export const BYLINE_WORD: Readonly<Record<ArticleByline, string>> = {
  full: '課・氏名',
  section: '課',
  none: 'なし',
};

export const settingsText = {
  more: '次の内容は、それぞれの画面で登録します。',
  saved: '設定を保存しました。',
} as const;

/** Buttons of 設定 to what is registered in lists of its own. */
export const SETTINGS_BUTTON = { bodies: '会議体', members: '委員', departments: '部局と課' } as const;

export const SETTINGS_HELP = {
  open: '問合せ先、事務局、閉庁日などを設定し、会議体、委員、研修の種類、部局と課を登録します',
} as const;
