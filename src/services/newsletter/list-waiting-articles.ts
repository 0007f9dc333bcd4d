import type { ActingRecord } from '../../db/database.ts';
import type { Actor } from '../../domain/actor.ts';
import { isOffered, type SignedArticle } from '../../domain/newsletter/article.ts';
import { printIssueTitle, UNPUBLISHED } from '../../domain/newsletter/newsletter.ts';
import { may } from '../../domain/permission.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { readSigned } from '../../queries/bylines.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** An article that is not out yet, with 課・氏名 of its writer, and the issue it was chosen for. */
export type WaitingArticle = { readonly article: SignedArticle; readonly issue: string | null };

/** 上へ, 下へ. */
export type Move = 'earlier' | 'later';

const readWaiting = async (record: ActingRecord): Promise<readonly WaitingArticle[]> => {
  const { newsletterNumbering } = await record.settings.read();
  const waiting: WaitingArticle[] = [];
  for (const issue of await record.newsletterIssues.inState(UNPUBLISHED)) {
    const chosen = (await record.articles.ofIds(issue.articleIds)).filter(isOffered);
    for (const article of await readSigned(record, chosen, 'full'))
      waiting.push({ article, issue: printIssueTitle(issue, newsletterNumbering) });
  }
  const others = (await record.articles.waiting()).filter(isOffered);
  for (const article of await readSigned(record, others, 'full')) waiting.push({ article, issue: null });
  return waiting;
};

/** All articles that are not out yet, for the secretariat: those that an issue holds, in its order, then those that wait for one. */
export const listWaitingArticles = (
  { clock, db }: ServiceDeps,
  actor: Actor,
): Promise<Result<readonly WaitingArticle[], Refusal>> =>
  db.act<readonly WaitingArticle[], Refusal>(
    { actor, action: 'list-articles', at: clock.now() },
    async (record) =>
      may(actor, 'manage-newsletter')
        ? succeed(await readWaiting(record))
        : refuse({ kind: 'not-allowed', who: 'secretariat' }),
  );

/** Puts an article that waits for an issue before or behind its neighbour, and gives all as they stand then. */
export const moveArticle = (
  { clock, db }: ServiceDeps,
  articleId: string,
  move: Move,
  actor: Actor,
): Promise<Result<readonly WaitingArticle[], Refusal>> =>
  db.act<readonly WaitingArticle[], Refusal>(
    { actor, action: 'move-article', at: clock.now() },
    async (record) => {
      if (!may(actor, 'manage-newsletter')) return refuse({ kind: 'not-allowed', who: 'secretariat' });
      await record.newsletterIssues.lock();
      const ids = (await record.articles.waiting()).filter(isOffered).map(({ id }) => id);
      const from = ids.indexOf(articleId);
      const to = move === 'earlier' ? from - 1 : from + 1;
      if (from !== -1 && to in ids)
        await record.articles.putOrder(
          ids.map((id, index) => (index === from ? ids[to] : index === to ? articleId : id) ?? id),
        );
      return succeed(await readWaiting(record));
    },
  );
