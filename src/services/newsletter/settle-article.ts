import type { Actor } from '../../domain/actor.ts';
import { type Article, awaitsConsent } from '../../domain/newsletter/article.ts';
import { may } from '../../domain/permission.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { subjectOf } from '../../domain/subject.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** 取り下げる, 掲載を承諾する, 承諾しない. */
export type ArticleStep = 'withdraw' | 'agree' | 'decline';

const isAllowed = (step: ArticleStep, article: Article, actor: Actor): boolean =>
  step === 'withdraw'
    ? may(actor, 'change-article', { owner: article.writtenBy })
    : article.source?.author === actor.id;

/**
 * 取り下げる by its writer or the secretariat; 掲載を承諾する and 承諾しない by the author of the message it was made of, and
 * nobody else. Pressed again it changes nothing, and says so (`before`).
 */
export const settleArticle = async (
  { clock, db }: ServiceDeps,
  articleId: string,
  step: ArticleStep,
  actor: Actor,
): Promise<Result<'done' | 'before', Refusal>> => {
  const at = clock.now();
  const subject = subjectOf('article', articleId);
  return db.act<'done' | 'before', Refusal>(
    { actor, action: `${step}-article`, at, subject },
    async (record) => {
      const article = await record.articles.findToChange(articleId);
      if (article === undefined) return refuse({ kind: 'gone' });
      if (!isAllowed(step, article, actor))
        return refuse({ kind: 'not-allowed', who: step === 'withdraw' ? 'recorder' : 'self' });
      if (article.withdrawnAt !== null || (step !== 'withdraw' && !awaitsConsent(article)))
        return succeed('before');
      await record.articles.putCourse(articleId, step === 'agree' ? { agreedAt: at } : { withdrawnAt: at });
      await record.deliveries.refresh(subject);
      for (const { id } of await record.newsletterIssues.publishedWith(articleId)) {
        await record.deliveries.refresh(subjectOf('newsletter', id));
        await record.deliveries.refresh(subjectOf('newsletter', id, articleId));
      }
      await record.audit({ subject, after: { step } });
      return succeed('done');
    },
  );
};
