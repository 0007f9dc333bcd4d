import type { OccasionStanding } from '../domain/occasion/standing.ts';

/** What people read of meetings and trainings alike. */

export const OCCASION_BUTTON = {
  contents: '内容を記録',
  edit: '編集',
  cancel: '記録を取り消す',
  confirm: '確認する',
  held: '実施を確認',
  reschedule: '日程を変更',
  notHeld: '中止',
  takeBack: '取り消す',
} as const;

/** How a meeting or training stands, as a mark in lists; a settled one has none. */
export const STANDING_MARK: Readonly<Record<OccasionStanding, string>> = {
  cancelled: '【取消し】',
  planned: '【予定】',
  unconfirmed: '【未確認】',
  settled: '',
};

/** What is asked before a second record of one day is kept. */
export const SAME_DAY = {
  title: '同じ日の記録があります',
  meeting: '会議体・開催日・案件が同じ会議が、すでに記録されています。',
  training: '研修と開催日が同じ記録が、すでにあります。',
  hint: '同じものなら「戻る」を押してください(入力した内容は残っています)。別のものなら「別の記録として残す」を押してください。',
  submit: '別の記録として残す',
} as const;

export const NO_PRIVATE_MATTERS = '病気や家庭の事情など、個人の事情は書かないでください。';

export const CANCEL_LABEL = { reason: '理由' } as const;
export const CANCEL_LEAD = '理由を入力して「取り消す」を押すと、次の記録を取り消します。';
export const CANCEL_HINT = `記録は一覧と報告書から外れます。内容と理由は変更の記録に残ります。${NO_PRIVATE_MATTERS}`;

export const occasionText = {
  recorded: '記録しました',
  cancelled: '記録を取り消しました',
  cancelledAs: (name: string, reason: string) => `${name}の記録を取り消しました。理由:${reason}`,
  meetingToCancel: (items: number, attendees: number) =>
    `案件${items}件・出席者${attendees}名の会議の記録を取り消します。`,
  trainingToCancel: (attendances: number) => `受講の記録${attendances}件のある研修の記録を取り消します。`,
  messagesToChange: (count: number) =>
    `届いているお知らせ${count}件は、取り消したことが分かるように書き換わります。`,
  planned: (day: string) => `予定として記録しました。${day}に、予定どおり行われたかをお尋ねします。`,
  unconfirmed: '事務局が確認すると、報告書に載ります。',
  askHeldOf: (name: string, date: string) =>
    `${name}(${date})は予定どおり実施されましたか。下のボタンからお知らせください。`,
  rescheduled: '日程を変更しました',
  heldConfirmedAt: (when: string) => `${when}に実施を確認しました。`,
  fiscalYear: (year: string) => `${year}の記録`,
  fromTo: (first: string, last: string) => `${first}から${last}まで`,
  until: (day: string) => `${day}まで`,
  heldOn: (day: string) => `開催日:${day}`,
  dueOn: (day: string) => `期限:${day}`,
} as const;
