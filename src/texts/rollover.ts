import type { CarriedKind, RolloverStep } from '../domain/rollover.ts';

/** 年度替わりの準備. The years are named: in April the one that ended is no more the present one. */

type StepWords = Readonly<Record<RolloverStep, { readonly title: string; readonly how: string }>>;

/** What each step is called, and what is to be done while it is open; `closing` and `next` are years as they are printed. */
export const rolloverSteps = (closing: string, next: string): StepWords => ({
  roster: {
    title: '名簿',
    how: `${next}の名簿の写し(3月1日に作られます)を、選任報告を受けながら確認します。`,
  },
  bodies: {
    title: '会議体と委員',
    how: `会議体は${next}にもそのまま使われます。変わるものを直し、${next}の委員を登録します。`,
  },
  programmes: {
    title: '研修の種類',
    how: `研修の種類は${next}にもそのまま使われます。協働推進員研修に印が付いているか確かめます。`,
  },
  schedule: {
    title: '年間スケジュール',
    how: `${closing}の記録から案を作り、${next}の会議と研修の予定を登録します。`,
  },
  texts: { title: '第5章の文章', how: `${closing}の報告書の文章を、今のうちに書きます。` },
  carried: { title: '残っていること', how: `${closing}のうちに済ませることになっていたものです。` },
});

/** What is carried, and how it is counted. */
export const CARRIED_WORD: Readonly<Record<CarriedKind, string>> = {
  actionItems: '対応事項',
  inquiries: '照会',
  writtenMeetings: '書面開催',
  opinions: '評価・意見',
};

export const rolloverText = {
  title: (done: number, all: number) => `年度替わりの準備(${done}/${all})`,
  noRoster: '写しはまだありません。',
  unconfirmed: (next: string, appointments: number, unconfirmed: number) =>
    `${next}の名簿${appointments}件のうち、未確認${unconfirmed}件`,
  withoutMembers: (next: string, names: readonly string[], others: number) =>
    `${next}の委員がまだの会議体:${names.join('、')}${others === 0 ? '' : `、ほか${others}件`}`,
  noMeetings: '会議の予定がまだありません。',
  noTrainings: '研修の予定がまだありません。',
  textsLeft: (count: number) => `まだ書いていない文章:${count}件`,
  counted: (word: string, count: number) => `${word}${count}件`,
  due: (counts: readonly string[]) => `まだのもの:${counts.join('、')}`,
  goesOn: (next: string, counts: readonly string[]) => `${next}に続くもの:${counts.join('、')}`,
} as const;
