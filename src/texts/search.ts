import type { Found, SearchKind } from '../domain/search/found.ts';
import { STANDING_MARK } from './occasion.ts';
import { ROLE_WORD } from './role-guide.ts';

export const SEARCH_HELP = {
  search:
    '記録の中から、言葉を含むものを探します(空白で区切るとすべてを含むもの、最後に年度を付けるとその年度のもの)',
  argument: '言葉 [年度]',
} as const;

export const SEARCH_BUTTON = {
  open: '検索',
  show: '開く',
  back: '検索の結果に戻る',
  again: '言葉を変えて検索',
  anyYear: '年度を限らずに検索',
  oneWord: (word: string) => `「${word}」だけで検索`,
  more: (kind: string) => `${kind}をもっと見る`,
} as const;

export const SEARCH_FORM = {
  title: '検索',
  words: '探す言葉',
  hint: '空白で区切ると、すべての言葉を含むものを探します。最後に年度を付けると、その年度のものに限ります。例:協働 推進員 令和5年度',
  submit: '検索する',
} as const;

export const SEARCH_KIND_WORD: Readonly<Record<SearchKind, string>> = {
  meeting: '会議',
  written: '書面開催(結果通知前)',
  training: '研修',
  article: '記事',
  issue: '号',
  inquiry: '照会',
  opinion: '評価・意見',
  body: '会議体',
  promoter: '協働推進員',
};

/** What stands before the name of one that is found. */
export const FOUND_MARK: Readonly<Record<Found['mark'], string>> = {
  ...STANDING_MARK,
  draft: '【下書き】',
  unpublished: '【掲載前】',
  chief: `【${ROLE_WORD.chief}】`,
};

export const searchText = {
  title: '検索の結果',
  found: (words: string) => `${words}を含むものです。`,
  foundOf: (words: string, kind: string) => `${words}を含む${kind}の続きです。`,
  none: (words: string) => `${words}を含むものは見つかりませんでした。`,
  noneLeft: (words: string, kind: string) => `${words}を含む${kind}は、ほかにありません。`,
  word: (word: string) => `「${word}」`,
  inYear: (words: string, year: string) => `${words}(${year}のもの)`,
  effort: 'この会議体は、会議を開かない「取組み」です。会議の記録はありません。',
  hidden: '表示されるのは、ご覧になれるものだけです。',
} as const;
