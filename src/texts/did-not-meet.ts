export const DID_NOT_MEET_FORM = '開催なしを記録';
export const DID_NOT_MEET_LABEL = { subject: '会議体・研修', fiscalYear: '年度', reason: '理由' } as const;
/** Over the choices of the first field. */
export const DID_NOT_MEET_GROUP = { bodies: '会議体', programmes: '研修' } as const;
export const DID_NOT_MEET_HINT = {
  fiscalYear: '例:令和5年度、R5、2023',
  reason: '報告書には載りません。',
} as const;
export const DID_NOT_MEET_BUTTON = '開催なしを記録';

export const didNotMeetText = {
  recorded: '記録しました',
  recordedAs: (bodyName: string, printed: string) => `${bodyName}:${printed}`,
  toCancel: (count: number) => `「開催なし」の記録${count}件を取り消します。`,
  cancelled: '記録を取り消しました',
} as const;
