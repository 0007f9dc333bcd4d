/** What a list says of the name that was looked for in it. */
export const soughtText = {
  shown: (words: string) => `「${words}」を含む名前のものを表示しています。`,
  none: (words: string) => `「${words}」を含む名前のものはありません。`,
  meant: (name: string) => `「${name}」のことでしょうか。`,
} as const;
