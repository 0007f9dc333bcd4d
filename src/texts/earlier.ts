import type { EarlierWord } from '../domain/earlier-word.ts';

/** What stands in an earlier message for what a newer one asks or tells of. */
export const EARLIER_WORD: Readonly<Record<EarlierWord, string>> = {
  done: '済み',
  'due-changed': '期限が変わりました',
  newest: '最新のお知らせをご覧ください',
};

/** What it is about, as it is named there. */
export const EARLIER_NAME = {
  inquiry: (title: string, section: string) => `${title} ${section}の分`,
  written: (body: string, title: string, name: string) => `${body}(書面開催) ${title} ${name}さんの回答`,
  writtenOwn: (body: string) => `${body}(書面開催)への回答`,
  writtenResult: (body: string) => `${body}(書面開催)の結果のとりまとめ`,
  action: (text: string) => `対応事項:${text}`,
  collect: (title: string, department: string) => `${title} ${department}のとりまとめ`,
  report: (department: string, year: string) => `${department}の${year}の選任報告`,
  video: (training: string) => `動画配信の研修「${training}」の受講の確認`,
  guide: (department: string, section: string) => `協働推進員の役割のご案内(${department} ${section})`,
  held: (name: string, date: string) => `${name} ${date}の実施の確認`,
  preparation: (name: string, date: string) => `${name} ${date}の準備`,
  away: (title: string, section: string) => `${title} ${section}の担当の方の不在`,
  unanswered: (title: string) => `${title} 未回答`,
  deactivated: (name: string) => `${name}さんのSlackのアカウント`,
} as const;

export const earlierText = (name: string, word: string): string => `${name}:${word}`;
