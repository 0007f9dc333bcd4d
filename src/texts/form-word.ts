/** What every edit form is submitted by. */
export const SAVE_CHANGES = '変更を保存する';

/** The title of what a form becomes, or of the dialog that answers a button: what was done. */
export const DONE_TITLE = {
  registered: '登録しました',
  changed: '変更を保存しました',
  cancelled: '取り消しました',
  unchanged: '変更はありません',
  saved: '保存しました',
  savedDraft: '下書きを保存しました',
  imported: '取り込みました',
  reported: '報告しました',
  asked: '依頼しました',
  named: '担当を決めました',
  returned: '差し戻しました',
  approved: '承認しました',
  sent: '送信しました',
  chairConfirmed: '委員長確認済にしました',
  takenBack: '取り消しました',
  answered: '回答しました',
  published: '発行しました',
  scheduled: '発行を予約しました',
  added: '追加しました',
  resent: '再送しました',
  heldSent: '送り始めました',
  heldDropped: '送らないことにしました',
  withdrawn: '取り下げました',
  settled: '済みにしました',
  undone: '元に戻しました',
  erased: '削除しました',
  making: '作成しています',
} as const;
