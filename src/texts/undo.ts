export const UNDO_BUTTON = '元に戻す';

export const undoText = {
  /** Until which day it can be undone. */
  until: (day: string) => `${day}までは、「${UNDO_BUTTON}」で元に戻せます。`,
  record: '記録を元に戻しました。一覧と報告書に、また載ります。',
  member: '委員の登録を元に戻しました。',
} as const;
