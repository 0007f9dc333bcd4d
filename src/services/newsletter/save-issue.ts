import type { Actor } from '../../domain/actor.ts';
import { todayInTokyo } from '../../domain/calendar/local-date.ts';
import { isOffered } from '../../domain/newsletter/article.ts';
import { ASKED_WHYS } from '../../domain/newsletter/content.ts';
import {
  type IssueDraft,
  type IssueProblem,
  publishAtOf,
  readIssueNumber,
} from '../../domain/newsletter/newsletter.ts';
import { may } from '../../domain/permission.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { subjectOf } from '../../domain/subject.ts';
import type { Channels } from '../../slack/channels.ts';
import type { FormInput, ServiceDeps } from '../service-deps.ts';

/** The issue of a form, by the id that was made when it was opened, and the revision it had then: 0 for a new one. */
export type IssueToSave = { readonly issueId: string; readonly revision: number };

/** As which revision it was kept. */
export type SavedIssue = { readonly revision: number };

/**
 * Keeps 号を編集・発行, whatever is to become of it: nothing is posted, and one that was to go out waits again until it is
 * confirmed. The same form with other words, as one comes back to it from 発行の確認, changes the same issue. Refused when somebody
 * else changed it since the form was opened.
 */
export const saveIssue = async (
  { clock, db, channels }: ServiceDeps & { readonly channels: Channels },
  { issueId, revision }: IssueToSave,
  { key, draft }: FormInput<IssueDraft>,
  actor: Actor,
): Promise<Result<SavedIssue, IssueProblem | Refusal>> => {
  const at = clock.now();
  const subject = subjectOf('newsletter', issueId);
  const isAllowed = may(actor, 'manage-newsletter');
  const chosen = isAllowed
    ? await Promise.all([...new Set(draft.channels)].map((id) => channels.look(id)))
    : [];
  return db.submit<SavedIssue, IssueProblem | Refusal>(
    { actor, action: 'save-issue', at, subject },
    { key, content: draft, changes: true },
    async (record, earlier) => {
      if (!isAllowed) return refuse({ kind: 'not-allowed', who: 'secretariat' });
      const closed = chosen.filter(({ mayPostTo }) => !mayPostTo);
      if (closed.length > 0)
        return refuse({
          field: 'channels',
          kind: 'channels-without-bot',
          names: closed.map(({ name }) => name),
        });
      const publishAt = publishAtOf(draft, at);
      if (!publishAt.ok) return publishAt;
      const read = readIssueNumber(draft.number, todayInTokyo(publishAt.value ?? at));
      if (read === undefined) return refuse({ field: 'number', kind: 'number-unreadable' });
      await record.newsletterIssues.lock();
      const { newsletterNumbering } = await record.settings.read();
      const isTaken = (await record.newsletterIssues.all()).some(
        ({ id, state, number, fiscalYear }) =>
          id !== issueId &&
          state !== 'cancelled' &&
          number === read.number &&
          (newsletterNumbering === 'serial' || fiscalYear === read.fiscalYear),
      );
      if (isTaken) return refuse({ field: 'number', kind: 'number-taken' });
      const ids = [...new Set(draft.articles)];
      const before = await record.newsletterIssues.findToChange(issueId);
      const held = await record.articles.ofIds(before?.articleIds ?? []);
      const waiting = await record.articles.waiting();
      const offered = new Set([...held, ...waiting].filter(isOffered).map(({ id }) => id));
      if (ids.some((id) => !offered.has(id)))
        return refuse({ field: 'articles', kind: 'articles-not-offered' });
      if (before?.state === 'published' || before?.state === 'cancelled')
        return refuse({ kind: 'already-recorded' });
      if ((before?.revision ?? 0) !== (earlier?.revision ?? revision))
        return refuse(await record.changedMeanwhile(subject));
      const facts = {
        ...read,
        articleIds: ids,
        parts: draft.parts,
        greeting: draft.greeting,
        channels: chosen.map(({ id, name }) => ({ id, name })),
        publishAt: publishAt.value,
      };
      if (before === undefined) await record.newsletterIssues.create(issueId, facts, { by: actor.id, at });
      else {
        await record.newsletterIssues.putFacts(issueId, facts);
        await record.newsletterIssues.putCourse(issueId, { state: 'draft' });
        for (const why of ASKED_WHYS)
          await record.deliveries.refresh(subjectOf('newsletter-asked', issueId, why));
      }
      await record.audit({ subject, ...(before === undefined ? {} : { before }), after: facts });
      const kept = await record.newsletterIssues.find(issueId);
      return succeed({ revision: kept?.revision ?? 0 });
    },
  );
};
