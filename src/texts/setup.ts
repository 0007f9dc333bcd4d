import type { SetupStep } from '../domain/setup.ts';

/** What each step of はじめの設定 is called, and what is to be done while it is open. */
export const SETUP_STEP: Readonly<Record<SetupStep, { readonly title: string; readonly how: string }>> = {
  settings: { title: '事務局と問合せ先', how: '事務局の方と、お知らせに入れる問合せ先を決めます。' },
  departments: { title: '部局と課', how: '名簿を取り込むと、名簿にある部局と課も登録されます。' },
  bodies: { title: '会議体と委員', how: '【例】の会議体を確かめて登録し、どの会議にも委員を登録します。' },
  programmes: { title: '研修の種類', how: '【例】の研修の種類を確かめて登録します。' },
  roster: {
    title: '名簿',
    how: '協働推進員の名簿を取り込むか、「/kyodo-promoter 登録」で1名ずつ登録します。',
  },
  closingDays: {
    title: '閉庁日',
    how: '土・日・祝日と年末年始のほかに閉庁する日を入れます。なければ空欄のままで構いません。',
  },
  logChannel: { title: '運用ログ', how: 'ボットの動きを記録するチャンネルを選びます。' },
  pastRecords: {
    title: '過去の記録',
    how: '前の年度の会議・研修・受講をファイルから取り込むか、前の年度の会議を「/kyodo-meeting」で記録します。',
  },
};

export const setupText = {
  withoutMembers: (names: readonly string[], others: number) =>
    `委員がまだの会議体:${names.join('、')}${others === 0 ? '' : `、ほか${others}件`}`,
  title: (done: number, all: number) => `はじめの設定(${done}/${all})`,
} as const;
