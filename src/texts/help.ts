import type { Kind } from '../domain/permission.ts';

export const helpText = {
  title: '使い方',
  unknownWord: (word: string) => `「${word}」という使い方はありません。`,
  meant: (typed: string) => `「${typed}」のことでしょうか。`,
  words: (command: string, words: readonly string[]) =>
    `${command} に続けて入力できる言葉:${words.join('、')}`,
  line: (typed: string, does: string) => `${typed} … ${does}`,
  sends: (sends: readonly string[]) => `お送りするもの:${sends.join('、')}`,
} as const;

/** Who belongs to an audience. */
export const AUDIENCE_KINDS: Readonly<
  Record<'all' | 'promoters' | 'chiefs' | 'secretariat', readonly Kind[]>
> = {
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
  listArgument: '年度・会議体',
  didNotMeet: '開催しなかったことを記録します',
  sendsRecorded: '「記録しました」(記録したとき)',
  sendsAnnounced: '会議の記録(記録したとき、会議体の通知先のチャンネルに)',
  sendsHeldAsked: '実施の確認(先の日付で記録したとき、開催日の後の開庁日の朝)',
} as const;
