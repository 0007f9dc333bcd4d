import type { ArticleProposal, Verdict } from '../domain/newsletter/proposal.ts';

/** Changes of articles that are out, which wait for the secretariat. */
export const PROPOSAL_FORM = '記事の変更の承認';

export const PROPOSAL_LABEL = { verdict: '判断', reason: '理由' } as const;

export const VERDICT_WORD: Readonly<Record<Verdict, string>> = { approved: '承認', returned: '差戻し' };

export const PROPOSAL_HINT = {
  reason: '差し戻すときに、書いた方に伝える理由を入力してください。',
} as const;

export const PROPOSAL_BUTTON = { open: '内容を確認する' } as const;

export const PROPOSAL_HELP = {
  sendsProposed: '記事の変更の承認のお願い(書いた方が、載った記事を変更・取下げしたいとき)',
  sendsJudged: '記事の変更の承認の結果(載った記事の変更・取下げを申し出たとき)',
} as const;

export const proposalText = {
  /** `who` is a mention. */
  by: (who: string) => `${who}さんからの申し出です。`,
  before: (label: string) => `${label}(今の内容)`,
  after: (label: string) => `${label}(変更後)`,
  none: '(なし)',
  proposedTitle: '記事の変更の承認のお願い',
  askedChange: (title: string) =>
    `掲載した記事「${title}」の変更の申し出があります。承認すると、投稿済みのメッセージが変わります。`,
  askedWithdrawal: (title: string) =>
    `掲載した記事「${title}」の取下げの申し出があります。承認すると、投稿済みのメッセージが変わります。`,
  settled: {
    approved: '承認しました。',
    returned: '差し戻しました。',
    replaced: 'この申し出について、お願いすることはありません。',
  } satisfies Readonly<Record<Exclude<ArticleProposal['outcome'], null>, string>>,
  judgedTitle: '記事の変更の承認の結果',
  approved: {
    change: (title: string) => `「${title}」の変更が承認され、投稿済みのメッセージが変わりました。`,
    withdrawal: (title: string) => `「${title}」の取下げが承認されました。`,
  },
  returned: (title: string) => `「${title}」の変更は差し戻されました。掲載した内容は変わっていません。`,
  reason: (reason: string) => `理由:${reason}`,
  /** To who pressed. */
  judged: {
    approved: '承認しました。投稿済みのメッセージも変わります。',
    returned: '差し戻しました。申し出た方にお知らせします。',
  } satisfies Readonly<Record<Verdict, string>>,
  reasonNeeded: '差し戻すときは、理由を入力してください。',
  proposed: '事務局に送りました。承認されると、投稿済みのメッセージが変わります。',
  proposedWithdrawal: '事務局に送りました。承認されると、記事が取り下げられます。',
  takenBack: '変更の申し出を取り消しました。掲載した記事はそのままです。',
  /** On the view or form of who asks. */
  awaits: '掲載した記事です。事務局が承認すると、変更されます。',
  /** On the Home tab. */
  waitingChange: (title: string) => `掲載した記事「${title}」の変更の申し出`,
  waitingWithdrawal: (title: string) => `掲載した記事「${title}」の取下げの申し出`,
  waitingOwn: '変更の申し出を、事務局が確認しています。',
} as const;
