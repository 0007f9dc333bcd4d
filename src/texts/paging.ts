/** Buttons that turn the pages of a list. */
export const PAGE_BUTTON = { previous: '前のページ', next: '次のページ' } as const;

export const pageText = {
  page: (shown: number, pages: number) => `${shown}/${pages}ページ`,
  continued: (heading: string) => `${heading}(続き)`,
} as const;
