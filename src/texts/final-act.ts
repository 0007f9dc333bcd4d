const CANCEL_RECORD = { title: '記録を取り消す', submit: '取り消す', done: '取り消しました' } as const;

/** The words of what can't be done by one press: the view's title, its button, and what it becomes once that is done. */
export const FINAL_ACT = {
  'meeting.cancel': CANCEL_RECORD,
  'training.cancel': CANCEL_RECORD,
  'did-not-meet.cancel': CANCEL_RECORD,
  'action-item.drop': { title: '対応事項を取りやめる', submit: '取りやめる', done: '取りやめました' },
  'opinion.cancel': { title: '評価・意見を取り消す', submit: '取り消す', done: '取り消しました' },
  'promoter.cancel': CANCEL_RECORD,
  'body-member.remove': { title: '委員を外す', submit: '外す', done: '外しました' },
  'inquiry.collect': { title: 'とりまとめ完了', submit: 'とりまとめ完了', done: 'とりまとめ完了にしました' },
  'inquiry.close': { title: '照会を締め切る', submit: '締め切る', done: '締め切りました' },
  'inquiry.cancel': { title: '照会を取りやめる', submit: '取りやめる', done: '取りやめました' },
  'written-meeting.close': { title: '回答の受付を終了', submit: '受付を終了', done: '受付を終了しました' },
  'written-meeting.cancel': { title: '書面開催を中止', submit: '中止する', done: '中止しました' },
  'article.withdraw': { title: '記事を取り下げる', submit: '取り下げる', done: '取り下げました' },
  'issue.cancel': { title: '発行を取りやめる', submit: '発行を取りやめる', done: '取りやめました' },
} as const;

/** A final act, by the id of its button and of its view. */
export type FinalActId = keyof typeof FINAL_ACT;
