/** A message that is too long for Slack goes on in another. */
export const continuedText = {
  goesOn: (page: number, pages: number) => `${page}/${pages} 次のメッセージに続きます。`,
  page: (page: number, pages: number) => `${page}/${pages} 前のメッセージの続きです。`,
  fallback: (text: string, page: number) => `${text}(続き ${page})`,
  nothingMore: '続きはなくなりました。上のメッセージをご覧ください。',
} as const;
