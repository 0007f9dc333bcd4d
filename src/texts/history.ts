/** これまでの変更, in the forms in which a record is changed. */
export const historyText = {
  title: 'これまでの変更',
  changed: (when: string, who: string, before: string, reason: string) =>
    `${when} ${who} 変更前:${before}${reason === '' ? '' : ` 理由:${reason}`}`,
  empty: '空欄',
} as const;
