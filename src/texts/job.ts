import type { DeliveryKind } from '../domain/delivery.ts';

/** What jobs count, in words. */
const COUNT_WORD: Readonly<Record<string, string>> = {
  asked: '実施のお尋ね',
  videos: '受講の確認',
  told: '研修日程の確認のお願い',
  guides: '役割のご案内',
  guidesWithoutSlack: '役割のご案内の見送り(Slack未利用)',
  guidesAway: '役割のご案内の見送り(不在)',
  changed: '職員の変更',
  deactivated: 'うちアカウントの停止',
  copied: '次年度の名簿への写し(未確認)',
  sectionEnded: '写さないもの(課・室等の廃止)',
  known: '写さないもの(次年度の名簿に登録済み)',
};

/** The same where the count means another thing in that job. */
const COUNT_WORD_OF: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'roster-rollover': { deactivated: '写さないもの(アカウントの停止)' },
};

const DELIVERY_WORD: Readonly<Record<DeliveryKind, string>> = {
  'meeting-recorded': '記録しました',
  'meeting-announced': '会議の記録のお知らせ',
  'did-not-meet-recorded': '開催なしの記録のお知らせ',
  morning: '回答・確認のお願い',
  'inquiry-asked': '照会のお願い',
  'role-guide': '協働推進員の役割のご案内',
  'free-text-answer': 'メッセージへのご案内',
  'training-recorded': '研修の記録のお知らせ',
  'training-lag': '研修日程の確認のお願い',
};

/** The command `job`. */
export const jobText = {
  description: 'ジョブを1つ、その時刻のものとして実行します',
  name: 'ジョブの名前(remind など)',
  at: '時刻(2026-11-24T09:00 のように。時差を書かなければ日本時間。省くと今)',
  dryRun: '確認だけして、何も変えない',
  unknown: (name: string, names: readonly string[]) =>
    `ジョブ「${name}」はありません。次のどれかを指定してください:${names.join('、')}`,
  unreadable: (at: string) =>
    `時刻「${at}」を読み取れません。2026-11-24T09:00 や 2026-11-24T09:00:00+09:00 のように指定してください。`,
  notDue: (name: string, at: string) => `${name} は、${at}に実行するものではありません。何もしませんでした。`,
  needsSlack: (name: string) =>
    `${name} はSlackに問い合わせます。SLACK_BOT_TOKEN などを設定してから実行してください。`,
  done: (name: string, at: string) => `${name} を${at}のものとして実行しました。`,
  wouldDo: (name: string, at: string) =>
    `${name} を${at}に実行すると、次のとおりです(確認だけで、何も変えていません)。`,
  count: (job: string, what: string, count: number) =>
    `・${COUNT_WORD_OF[job]?.[what] ?? COUNT_WORD[what] ?? what}:${count}件`,
  sends: 'お送りするもの',
  delivery: (kind: DeliveryKind, to: string) => `・${DELIVERY_WORD[kind]} → ${to}`,
  sendsNothing: '送るものはありません。',
  leaves: 'お送りするものは、動いているボットから送られます。',
} as const;
