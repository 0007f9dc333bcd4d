import type { Actor } from '../../domain/actor.ts';
import { awaitsConsent } from '../../domain/newsletter/article.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { subjectOf } from '../../domain/subject.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** 掲載を承諾する, 承諾しない. */
export type ConsentStep = 'agree' | 'decline';

/**
 * 掲載を承諾する and 承諾しない by the author of the message it was made of, and nobody else. Pressed again it changes nothing, and
 * says so (`before`).
 */
export const settleConsent = async (
  { clock, db }: ServiceDeps,
  articleId: string,
  step: ConsentStep,
  actor: Actor,
): Promise<Result<'done' | 'before', Refusal>> => {
  const at = clock.now();
  const subject = subjectOf('article', articleId);
  return db.act<'done' | 'before', Refusal>(
    { actor, action: `${step}-article`, at, subject },
    async (record) => {
      const article = await record.articles.findToChange(articleId);
      if (article === undefined) return refuse({ kind: 'gone' });
      if (article.source?.author !== actor.id) return refuse({ kind: 'not-allowed', who: 'self' });
      if (!awaitsConsent(article)) return succeed('before');
      await record.articles.putCourse(articleId, step === 'agree' ? { agreedAt: at } : { withdrawnAt: at });
      await record.deliveries.refresh(subject);
      await record.audit({ subject, after: { step } });
      return succeed('done');
    },
  );
};
