/** Buttons that turn the pages of a list. */
export const PAGE_BUTTON = { previous: '前のページ', next: '次のページ' } as const;

/** Buttons of the list of a fiscal year that lead to the years beside it. */
export const YEAR_BUTTON = { previous: '前の年度', next: '次の年度' } as const;

export const pageText = {
  page: (shown: number, pages: number) => `${shown}/${pages}ページ`,
  continued: (heading: string) => `${heading}(続き)`,
} as const;
