import type { PastKind } from '../domain/person/retention.ts';

export const RETENTION_BUTTON = '保存期間の過ぎたもの';
export const RETENTION_LABEL = { agreed: '確認' } as const;

const NUMBER_WORD: Readonly<Record<PastKind, (count: number) => string>> = {
  people: (count) => `氏名・メールアドレス・アカウント: ${count}名`,
  appointments: (count) => `協働推進員の登録: ${count}件(氏名のない記録にします)`,
  attendances: (count) => `受講の記録: ${count}件(人数だけにします)`,
  typedNames: (count) => `会議の出席者・欠席者として入力した氏名: ${count}件`,
  files: (count) => `その頃に添付されたファイル: ${count}件`,
  deliveries: (count) => `その方たちに送ったメッセージの控え: ${count}件`,
};

export const retentionText = {
  title: '保存期間の過ぎたもの',
  erase: '削除する',
  lead: (years: number, until: string) =>
    `保存期間は${years}年です。${until}までの個人の情報が、保存期間を過ぎています。`,
  kept: '保存期間が0年のため、消すものはありません。期間は「設定」で変えられます。',
  nothing: (years: number) => `保存期間(${years}年)を過ぎた個人の情報はありません。`,
  counted: (kind: PastKind, count: number) => NUMBER_WORD[kind](count),
  goes: '消すもの',
  people: '氏名などを消す方',
  others: (count: number) => `ほか${count}名`,
  stays: '残るもの',
  staysLines: [
    '会議・研修・照会の記録と、回答の文章(だれの回答かは消えます)',
    '実施状況報告書 第5章の数と文章(どの年度も変わりません)',
    '操作の記録(だれの操作かは消えます)',
  ],
  inPrinted: (count: number) =>
    `第5章に載せる文章のうち${count}か所に、氏名が書かれています。これは残ります。`,
  note: '削除すると、元に戻せません。バックアップや書き出したファイル、Slackに残るメッセージは変わりません。',
  agree: '元に戻せないことを確認しました',
  done: (people: number) => `保存期間を過ぎた個人の情報を削除しました(氏名などを消した方: ${people}名)。`,
  changed:
    '一覧を開いたあとに、保存期間の過ぎたものが変わりました。お手数ですが、一覧を開き直して確かめてください。',
  told: (years: number, year: string, until: string) =>
    `保存期間(${years}年)を過ぎた個人の情報があります。${year}まで(${until}まで)のものです。`,
  toldPeople: (people: number) =>
    people === 0 ? '氏名などを消す方はいません。' : `氏名などを消す方: ${people}名`,
  decide: '一覧を確かめて、削除するかどうかを決めてください。ボットが自分で削除することはありません。',
  settled: 'お知らせした個人の情報は、いまは残っていないか、保存期間の中です。',
  home: (years: number) =>
    `保存期間(${years}年)を過ぎた個人の情報があります。一覧を確かめて、削除するかどうかを決めてください。`,
} as const;
