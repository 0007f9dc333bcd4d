/** 準備: what the secretariat is told so many working days before a 予定. */

export const PREPARATION_BUTTON = { written: '書面開催を始める', invite: '開催案内' } as const;
export const INVITATION_FORM = '開催案内の文面';

export const preparationText = {
  ask: (name: string, date: string) => `${name}の準備:${date}`,
  left: (day: string, count: number) => `${day}まで、あと${count}開庁日です。`,
  inWriting: (name: string, date: string) => `${name}の準備:${date}の書面開催を始めました。`,
  held: (name: string, date: string) => `${name}の準備:${date}は実施済みです。`,
  later: (name: string, date: string) =>
    `${name}の準備:日程が${date}に変わりました。準備を始める日に、改めてお知らせします。`,
  over: (name: string, date: string) => `${name}の準備:${date}の日が過ぎました。`,
  copyLead: '委員の方にお送りする文面です。選択してコピーし、メールなどに貼ってお使いください。',
  title: (name: string) => `${name}の開催について`,
  opening: (name: string) => `次のとおり、${name}を開催します。ご出席をお願いします。`,
  when: (date: string) => `日時:${date}`,
  way: (way: string) => `開催方法:${way}`,
  place: (place: string) => `場所:${place}`,
  agenda: '案件',
  contact: (contact: string) => `問合せ:${contact}`,
  members: (count: number) => `委員(${count}名)`,
  member: (title: string, name: string) => `${title} ${name}`,
} as const;

export const PREPARATION_HELP = {
  sends: '会議の準備(準備を始める日の朝、事務局に)',
} as const;
