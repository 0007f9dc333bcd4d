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
