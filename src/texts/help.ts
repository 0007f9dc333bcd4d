import type { Kind } from '../domain/permission.ts';

export const helpText = {
  title: '使い方',
  lead: '次の言葉が使えます。',
  unknownWord: (word: string) => `「${word}」という使い方はありません。次の言葉が使えます。`,
  line: (typed: string, does: string) => `${typed} … ${does}`,
  sentTitle: 'ボットからお送りするもの',
} as const;

/** Over the lines that only some may type. */
export const AUDIENCE_TITLE = {
  all: 'どなたでも',
  promoters: '協働推進員と事務局',
  chiefs: '協働推進員(主任)と事務局',
  secretariat: '事務局',
} as const;

/** Who belongs to an audience. */
export const AUDIENCE_KINDS: Readonly<Record<keyof typeof AUDIENCE_TITLE, readonly Kind[]>> = {
  all: ['staff'],
  promoters: ['secretariat', 'chief', 'promoter'],
  chiefs: ['secretariat', 'chief'],
  secretariat: ['secretariat'],
};

/** `/kyodo` itself. */
export const KYODO = {
  menu: 'お願いしていることと、使えるボタンを表示します',
  help: 'この使い方を表示します',
} as const;

/** What can be typed for meetings, and what the bot sends about them. */
export const MEETING_HELP = {
  record: '会議を記録します(ショートカット「会議を記録」も同じです)',
  list: 'その年度の会議を表示します(年度を省くと今年度)',
  didNotMeet: '開催しなかったことを記録します',
  sendsRecorded: '記録しました … 会議を記録した方に、記録したときに',
  sendsAnnounced: '会議の記録です … 会議体の通知先のチャンネルに、記録したときに',
  sendsHeldAsked: '会議は予定どおり実施されましたか … 先の日付で記録した方に、開催日の後の開庁日の朝に',
} as const;
