/** The words of what can't be done by one press: the view's title, its button, and what it becomes once that is done. */
export const FINAL_ACT = {
  'inquiry.close': { title: '照会を締め切る', submit: '締め切る', done: '締め切りました' },
  'inquiry.cancel': { title: '照会を取りやめる', submit: '取りやめる', done: '取りやめました' },
} as const;

/** A final act, by the id of its button and of its view. */
export type FinalActId = keyof typeof FINAL_ACT;
