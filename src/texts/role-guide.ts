import type { PromoterRole } from '../domain/actor.ts';

export const ROLE_WORD: Readonly<Record<PromoterRole, string>> = {
  chief: '協働推進員(主任)',
  promoter: '協働推進員',
};

export const ROLE_GUIDE_BUTTON = {
  confirm: '確認しました',
  /** Where the button stands apart from the guide. */
  confirmGuide: '役割のご案内を確認しました',
  takeBack: '取り消す',
} as const;

/** What the bot sends, as the help says it. */
export const ROLE_GUIDE_HELP = {
  sends: '協働推進員の役割のご案内(任期の初日以降の最初の開庁日の朝)',
} as const;

/** 協働推進員の役割のご案内: the eight duties in plain words, what is coming, whom to ask. */
export const roleGuideText = {
  title: '協働推進員の役割のご案内',
  lead: (department: string, section: string, role: string, from: string, to: string) =>
    `${department} ${section}の${role}に選任されました。任期は${from}から${to}までです。`,
  dutiesTitle: '協働推進員の役割',
  duties: [
    'コミュニティ政策課からのお知らせを、部局の中で共有し、調整します。',
    '協働事業市民提案制度に向けた調査の回答を、とりまとめます。',
    '提案についてのヒアリングに出席します。',
    '市民公益活動推進助成金の申込事業についての調査を、とりまとめます。',
    '市民提案制度で提案された事業についての調査を、とりまとめます。',
    '協働事業成案化検討会議で協議します。',
    '地域担当職員と一緒に、地域からの相談や要望に対応します。',
    '大阪府からの、協働についての調査に回答します。',
  ],
  duty: (number: number, duty: string) => `(${number})${duty}`,
  comingTitle: '今後の予定',
  coming: (body: string, date: string) => `・${body} ${date}`,
  noComing: 'これから行う会議や研修の日程は、決まりましたら、このボットのホームに表示されます。',
  handover: '課・室等への照会、これまでの回答、研修の日程をまとめた引継資料を、ワードで受け取れます。',
  ask: 'お読みいただけましたら、下の「確認しました」を押してください。',
  confirmed: (when: string) => `${when}に「確認しました」を押していただきました。ありがとうございます。`,
  over: 'このご案内の任期は終わりました。',
  contact: (contact: string) => `問合せ:${contact}`,
} as const;
