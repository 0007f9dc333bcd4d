import { randomUUID } from 'node:crypto';
import type { Actor } from '../../domain/actor.ts';
import { fiscalYearOf } from '../../domain/calendar/fiscal-year.ts';
import { todayInTokyo } from '../../domain/calendar/local-date.ts';
import { type Article, isOffered } from '../../domain/newsletter/article.ts';
import {
  type Issue,
  isUnpublished,
  MOST_ARTICLES,
  nextMonthlyDay,
  nextNumber,
  printIssueNumber,
} from '../../domain/newsletter/newsletter.ts';
import { may } from '../../domain/permission.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { calendarOf } from '../../domain/settings.ts';
import { subjectOf } from '../../domain/subject.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** What 号を編集・発行 is opened with. */
export type OpenedIssue = {
  readonly issueId: string;
  readonly issue: Issue | undefined;
  /** What may be chosen, the newest first; what the issue holds already among them. */
  readonly articles: readonly Article[];
  readonly number: string;
  readonly publishAt: Date | null;
  readonly channels: readonly string[];
};

/** A new issue, by the next number and the next monthly day, or one that is not published yet. */
export const openIssue = (
  { clock, db }: ServiceDeps,
  issueId: string | undefined,
  actor: Actor,
): Promise<Result<OpenedIssue, Refusal>> => {
  const now = clock.now();
  const subject = issueId === undefined ? 'none' : subjectOf('newsletter', issueId);
  return db.act<OpenedIssue, Refusal>({ actor, action: 'open-issue', at: now, subject }, async (record) => {
    if (!may(actor, 'manage-newsletter')) return refuse({ kind: 'not-allowed', who: 'secretariat' });
    const settings = await record.settings.read();
    const issue = issueId === undefined ? undefined : await record.newsletterIssues.find(issueId);
    if (issueId !== undefined && (issue === undefined || !isUnpublished(issue)))
      return refuse({ kind: 'gone' });
    const held = (await record.articles.ofIds(issue?.articleIds ?? [])).filter(isOffered);
    const others = (await record.articles.waiting()).filter(
      (article) => isOffered(article) && !held.some(({ id }) => id === article.id),
    );
    const monthly = await record.monthlyDay.read();
    const planned = monthly && nextMonthlyDay(monthly, now, calendarOf(settings));
    const fiscalYear = fiscalYearOf(todayInTokyo(planned ?? now));
    const number = nextNumber(await record.newsletterIssues.all(), fiscalYear, settings.newsletterNumbering);
    return succeed({
      issueId: issueId ?? randomUUID(),
      issue,
      articles: [...held, ...others].slice(0, MOST_ARTICLES),
      number: printIssueNumber(issue ?? { fiscalYear, number }, settings.newsletterNumbering),
      publishAt: issue === undefined ? (planned ?? null) : issue.publishAt,
      channels: issue?.channels.map(({ id }) => id) ?? monthly?.channels ?? [],
    });
  });
};
