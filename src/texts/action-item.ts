import { MOST_ACTION_TEXT } from '../domain/action-item/action-item.ts';
import { SECTION_FIND_HINT } from './department.ts';
import { NO_PRIVATE_MATTERS } from './occasion.ts';

/** 対応事項: what was promised at a meeting. */

export const ACTION_FORM = {
  register: '対応事項を登録',
  edit: '対応事項を編集',
  settle: '対応事項を済みにする',
} as const;

export const ACTION_LABEL = {
  text: '内容',
  sectionId: '担当の課・室等',
  user: '担当の職員',
  dueOn: '期限',
  word: 'ひとこと',
  reason: '理由',
} as const;

export const ACTION_HINT = {
  text: `${MOST_ACTION_TEXT}文字以内で入力してください。${NO_PRIVATE_MATTERS}`,
  sectionId: `課・室等か職員の、どちらか一方を選んでください。${SECTION_FIND_HINT}`,
  user: '課・室等を選んだときは、空欄にしてください。',
  dueOn: '期限の3開庁日前から、朝の通知でお知らせします。',
  word: `どのように済んだかを書けます(任意)。${NO_PRIVATE_MATTERS}`,
  reason: `担当へのお知らせは止まります。理由は記録に残ります。${NO_PRIVATE_MATTERS}`,
} as const;

export const ACTION_BUTTON = {
  register: '対応事項を登録',
  settle: '済みにする',
  takeBack: '取り消す',
  edit: '編集',
  drop: '取りやめる',
  list: '対応事項の一覧',
} as const;

export const ACTION_HELP = {
  list: '会議の対応事項のうち、まだ済んでいないものを表示します',
} as const;

export const actionText = {
  listTitle: '対応事項',
  listLead: 'まだ済んでいないものを、会議体ごとに期限の近い順で表示しています。',
  none: '表示できる対応事項はありません。',
  homeTitle: (count: number) => `対応事項(${count}件)`,
  homeLine: (text: string, due: string, who: string) => `・${text} ${due} ${who}`,
  named: (text: string) => `対応事項:${text}`,
  listed: (text: string) => `・${text}`,
  meeting: (body: string, date: string) => `${body} ${date}の対応事項です。`,
  ofMeeting: (date: string) => `${date}の会議`,
  responsible: (who: string) => `担当:${who}`,
  place: (department: string, section: string) => `${department} ${section}`,
  person: (name: string) => `${name}さん`,
  due: (day: string) => `期限:${day}`,
  open: '対応中',
  done: (when: string, word: string) => `済み(${when}${word === '' ? '' : `。${word}`})`,
  dropped: (when: string, reason: string) => `取りやめ(${when}。理由:${reason})`,
  ofPerson: (name: string) => `${name}さんにお願いしています。`,
  ofVacant: (department: string, section: string) => `${department} ${section}(未選任)の分です。`,
  ofUnreachable: (who: string, names: readonly string[]) =>
    `${who}の分です。${names.map((name) => `${name}さん`).join('・')}はSlackを使っていません。お伝えください。`,
  settledAs: (text: string) => `対応事項:${text}(済み)`,
  settledAt: (when: string) => `${when}に済みにしました。`,
  word: (word: string) => `ひとこと:${word}`,
  droppedAs: (text: string, reason: string) =>
    `対応事項:${text}\nこの対応事項は取りやめになりました。対応は不要です。理由:${reason}`,
  meetingCancelled: (text: string) => `対応事項:${text}\nこの会議の記録は取り消されました。対応は不要です。`,
  registered: (who: string, due: string) =>
    `担当:${who}\n期限:${due}\n担当のホームに表示し、期限の3開庁日前から朝の通知でお知らせします。`,
  warnDue: (due: string, next: string) => `期限の${due}は閉庁日です。次の開庁日は${next}です。`,
  markedDone: (text: string, when: string) => `「${text}」を${when}に済みにしました。お知らせは止まります。`,
  droppedDone: (text: string) => `「${text}」を取りやめました。担当へのお知らせは止まります。`,
  toDrop: (before: number) => `この会議の対応中の対応事項${before}件のうち、1件を取りやめます。`,
  undone: '元に戻しました。対応中の対応事項として、またお知らせします。',
  earlierTitle: '前回からの対応事項',
  ownTitle: 'この会議の対応事項',
  others: (count: number) => `ほか${count}件。「/kyodo-meeting 対応事項」でご覧いただけます。`,
  openToStop: (count: number) => `対応中の対応事項${count}件のお知らせも止まります。`,
} as const;
