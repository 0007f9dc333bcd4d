import { randomUUID } from 'node:crypto';
import type { ActingRecord } from '../../db/database.ts';
import type { Actor } from '../../domain/actor.ts';
import { isOffered } from '../../domain/newsletter/article.ts';
import {
  type Issue,
  type IssueContent,
  MOST_ARTICLES,
  UNPUBLISHED,
} from '../../domain/newsletter/newsletter.ts';
import { type UnusualHour, unusualHour } from '../../domain/newsletter/next-issue.ts';
import { may } from '../../domain/permission.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { calendarOf } from '../../domain/settings.ts';
import { subjectOf } from '../../domain/subject.ts';
import { readIssueContent } from '../../queries/newsletter.ts';
import { readNextIssue } from '../../queries/next-issue.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** An issue before it is out. */
export type IssuePreview = {
  readonly content: IssueContent;
  /** Whether somebody has begun it; what nobody has is made up of all articles that wait. */
  readonly isBegun: boolean;
  /** What is unusual about the hour it goes out; without one that is now. */
  readonly unusual: UnusualHour | undefined;
};

/** The next issue with every article that waits, where nobody has begun one; undefined where none waits. */
const unbegun = async (record: ActingRecord, now: Date, actor: Actor): Promise<Issue | undefined> => {
  const articles = (await record.articles.waiting()).filter(isOffered).slice(0, MOST_ARTICLES);
  return articles.length === 0
    ? undefined
    : {
        ...(await readNextIssue(record, now)),
        id: randomUUID(),
        articleIds: articles.map(({ id }) => id),
        greeting: '',
        channels: [],
        state: 'draft',
        createdBy: actor.id,
        createdAt: now,
        publishedAt: null,
        partTexts: [],
        revision: 0,
      };
};

/**
 * An issue as it would go out: the one named, or the next; where nobody has begun one, with all articles that wait. Undefined
 * where there are none.
 */
export const previewIssue = (
  { clock, db }: ServiceDeps,
  issueId: string | undefined,
  actor: Actor,
): Promise<Result<IssuePreview | undefined, Refusal>> => {
  const now = clock.now();
  const subject = issueId === undefined ? 'none' : subjectOf('newsletter', issueId);
  const act = { actor, action: 'preview-issue', at: now, subject };
  return db.act<IssuePreview | undefined, Refusal>(act, async (record) => {
    if (!may(actor, 'manage-newsletter')) return refuse({ kind: 'not-allowed', who: 'secretariat' });
    const begun =
      issueId === undefined
        ? (await record.newsletterIssues.inState(UNPUBLISHED)).at(-1)
        : await record.newsletterIssues.find(issueId);
    if (issueId !== undefined && begun === undefined) return refuse({ kind: 'gone' });
    const issue = begun ?? (await unbegun(record, now, actor));
    if (issue === undefined) return succeed(undefined);
    const calendar = calendarOf(await record.settings.read());
    return succeed({
      content: await readIssueContent(record, issue, now),
      isBegun: begun !== undefined,
      unusual: unusualHour(issue.publishAt ?? now, calendar),
    });
  });
};
