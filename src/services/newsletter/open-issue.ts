import { randomUUID } from 'node:crypto';
import type { Actor } from '../../domain/actor.ts';
import { type Article, isOffered } from '../../domain/newsletter/article.ts';
import {
  type AutomaticPart,
  type Issue,
  isUnpublished,
  MOST_ARTICLES,
  printIssueNumber,
} from '../../domain/newsletter/newsletter.ts';
import { may } from '../../domain/permission.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { subjectOf } from '../../domain/subject.ts';
import { readNextIssue } from '../../queries/next-issue.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** What 号を編集・発行 is opened with. */
export type OpenedIssue = {
  readonly issueId: string;
  readonly issue: Issue | undefined;
  /** What may be chosen, the newest first; what the issue holds already among them. */
  readonly articles: readonly Article[];
  readonly number: string;
  readonly parts: readonly AutomaticPart[];
  readonly publishAt: Date | null;
  readonly channels: readonly string[];
};

/** A new issue, by the next number and in the way of the issue before, or one that is not published yet. */
export const openIssue = (
  { clock, db }: ServiceDeps,
  issueId: string | undefined,
  actor: Actor,
): Promise<Result<OpenedIssue, Refusal>> => {
  const now = clock.now();
  const subject = issueId === undefined ? 'none' : subjectOf('newsletter', issueId);
  return db.look<OpenedIssue, Refusal>({ actor, action: 'open-issue', at: now, subject }, async (record) => {
    if (!may(actor, 'manage-newsletter')) return refuse({ kind: 'not-allowed', who: 'secretariat' });
    const issue = issueId === undefined ? undefined : await record.newsletterIssues.find(issueId);
    if (issueId !== undefined && (issue === undefined || !isUnpublished(issue)))
      return refuse({ kind: 'gone' });
    const held = (await record.articles.ofIds(issue?.articleIds ?? [])).filter(isOffered);
    const others = (await record.articles.waiting()).filter(
      (article) => isOffered(article) && !held.some(({ id }) => id === article.id),
    );
    const { newsletterNumbering } = await record.settings.read();
    const next = await readNextIssue(record, now);
    return succeed({
      issueId: issueId ?? randomUUID(),
      issue,
      articles: [...held, ...others].slice(0, MOST_ARTICLES),
      number: printIssueNumber(issue ?? next, newsletterNumbering),
      parts: (issue ?? next).parts,
      publishAt: (issue ?? next).publishAt,
      channels: issue?.channels.map(({ id }) => id) ?? next.channels,
    });
  });
};
