/** What of chapter 5 the secretariat writes by hand, a fiscal year each, in the order of the chapter: 項目 of 第5章の文章. */
export const CHAPTER_ITEMS = [
  'preface',
  'headquartersTopics',
  'promoterWork',
  'developmentTopics',
  'liaison',
  'review',
  'contact',
] as const;

export type ChapterItem = (typeof CHAPTER_ITEMS)[number];

export const isChapterItem = (word: string): word is ChapterItem =>
  CHAPTER_ITEMS.some((item) => item === word);
