/** Steps that are done by what the record has: はじめの設定, 年度替わりの準備. */
export const stepText = {
  done: (title: string) => `✓ ${title}(済み)`,
  open: (title: string, how: string) => `□ ${title}(まだ)\n${how}`,
} as const;
