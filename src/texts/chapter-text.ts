import type { ChapterItem } from '../domain/chapter5/items.ts';

/** 項目 of 第5章の文章. */
export const CHAPTER_ITEM_WORD: Readonly<Record<ChapterItem, string>> = {
  preface: '前文',
  headquartersTopics: '1 トピックス',
  promoterWork: '1 協働推進員の取組み',
  developmentTopics: '2 トピックス',
  liaison: '3 説明',
  review: '取組みの振返り',
  contact: '参考・お問合せ',
};

export const CHAPTER_TEXT_LABEL = { fiscalYear: '年度', item: '項目', text: '文章' } as const;

export const CHAPTER_TEXT_FORM = '第5章の文章';

export const CHAPTER_TEXT_HINT = {
  fiscalYear: '変えたときは、Enterキーを押すと、その年度の文章を表示します。例:令和5年度',
  item: '選ぶと、その項目の文章を表示します。',
  text: '改行は、そのまま段落になります。入りきらないときは「文章の欄を増やす」を押してください。',
  nextLine: '前の欄の次の行から続きます。',
  goesOn: '前の欄の段落の途中から続きます。',
} as const;

export const CHAPTER_TEXT_BUTTON = {
  open: '第5章の文章',
  moreFields: '文章の欄を増やす',
  take: '案を文章に入れる',
  leave: (item: string) => `保存しないで「${item}」を開く`,
  edit: '編集',
  next: (item: string) => `次の項目「${item}」`,
} as const;

export const CHAPTER_TEXT_HELP = {
  open: '実施状況報告書 第5章の文章(前文、トピックス、取組みの振返りなど)を書きます(年度を省くと前年度)',
  argument: '年度',
} as const;

export const chapterTextText = {
  moreText: (number: number) => `文章(続き${number})`,
  kept: (when: string, who: string) => `${when}に ${who} さんが保存した文章です。`,
  fromEarlier: (year: string, now: string) =>
    `${year}の文章を入れてあります。直して保存すると、${now}の文章になります。`,
  nothing: 'まだ書かれていません。',
  offered: '記録から作った案:',
  notSaved: (year: string, item: string) =>
    `${year}の「${item}」に、保存していない文章があります。保存してから、ほかの文章を選んでください。`,
  yearToCome: 'まだ始まっていない年度の第5章は書けません。年度を確かめてください。',
  stands: (year: string, item: string) =>
    `${year}の「${item}」には、すでに文章があります。年度の欄でEnterキーを押してその文章を表示してから、直してください。`,
  saved: (year: string, item: string) => `${year}の「${item}」を保存しました。報告書では次のようになります。`,
  preparing: '保存しました。印刷したときの形を用意しています。',
} as const;

/** Sentences offered for a text, made of what the record counts. */
export const offeredText = {
  meetings: (counts: readonly string[]) => `${counts.join('、')}開催しました。`,
  meetingsOf: (body: string, count: number) => `${body}を${count}回`,
  inWriting: (count: number) => `このうち${count}回は書面開催です。`,
  meetingsBefore: (counts: readonly string[]) => `前年度は、${counts.join('、')}でした。`,
  countBefore: (body: string, count: number) => `${body}が${count}回`,
  appointed: (count: number) => `協働推進員を${count}名選任しました。`,
  appointedBefore: (count: number) => `前年度は${count}名でした。`,
  trainings: (count: number, people: number | null) =>
    `職員研修を${count}回実施し${people === null ? '' : `、延べ${people}名が参加し`}ました。`,
  trainingsBefore: (count: number, people: number | null) =>
    `前年度は${count}回${people === null ? '' : `、延べ${people}名`}でした。`,
  heldOn: (programme: string, printed: string, lag: string) =>
    `${programme}は${printed}に実施しました(4月1日から${lag})。`,
  heldBefore: (printed: string, lag: string) => `前年度は${printed}(4月1日から${lag})でした。`,
  notHeld: (programme: string) => `${programme}は開催しませんでした。`,
  contact: (contact: string) => `問合せ:${contact}`,
} as const;
