/** What the bot itself writes in a file, around what people typed. */
export const documentText = {
  fact: '項目',
  words: '内容',
  picture: (words: string) => `(図:${words})`,
} as const;
