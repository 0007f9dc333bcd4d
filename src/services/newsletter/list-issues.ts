import type { WorkspaceRecord } from '../../db/database.ts';
import type { Actor } from '../../domain/actor.ts';
import { todayInTokyo } from '../../domain/calendar/local-date.ts';
import { isOffered } from '../../domain/newsletter/article.ts';
import {
  type Issue,
  nextMonthlyDay,
  printIssueTitle,
  UNPUBLISHED,
} from '../../domain/newsletter/newsletter.ts';
import { countSilentSections } from '../../domain/newsletter/readership.ts';
import { may } from '../../domain/permission.ts';
import { daysOfServing, servingDay } from '../../domain/promoter/serving.ts';
import { calendarOf } from '../../domain/settings.ts';
import { readIssueContent } from '../../queries/newsletter.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** An issue by its name. */
export type ListedIssue = { readonly issue: Issue; readonly title: string };

/** Who has read an issue: how many pressed 読みました, and in how many sections of that day nobody did. */
export type Readership = { readonly readers: number; readonly silent: number };

/** A change that waits for 承認: of which article, and whether it is to be withdrawn. */
export type ListedProposal = {
  readonly id: string;
  readonly title: string;
  readonly isWithdrawal: boolean;
};

/** きょうどう通信 as the secretariat sees it. */
export type IssueDesk = {
  readonly coming: readonly ListedIssue[];
  readonly last: (ListedIssue & Readership) | undefined;
  /** Articles that wait for an issue. */
  readonly offered: number;
  readonly nextMonthly: Date | null;
  /** Changes of published articles that wait for 承認. */
  readonly proposals: readonly ListedProposal[];
};

const named = async (record: WorkspaceRecord, issues: readonly Issue[]): Promise<readonly ListedIssue[]> => {
  const { newsletterNumbering } = await record.settings.read();
  return issues.map((issue) => ({ issue, title: printIssueTitle(issue, newsletterNumbering) }));
};

/** Published issues, the newest first. Everybody may read them. */
export const listBackIssues = async (
  { db }: ServiceDeps,
  { workspaceId }: Pick<Actor, 'workspaceId'>,
): Promise<readonly ListedIssue[]> => {
  const record = db.record(workspaceId);
  const published = await record.newsletterIssues.inState(['published']);
  return named(
    record,
    published.toSorted(
      (one, other) => (other.publishedAt?.getTime() ?? 0) - (one.publishedAt?.getTime() ?? 0),
    ),
  );
};

/** Who has read a published issue, as of the day it was published on. Nobody is named or chased. */
export const readReadership = async (
  { db }: Pick<ServiceDeps, 'db'>,
  workspaceId: string,
  { id, publishedAt }: Pick<Issue, 'id' | 'publishedAt'>,
): Promise<Readership> => {
  const record = db.record(workspaceId);
  const readers = new Set(await record.newsletterIssues.readersOf(id));
  if (publishedAt === null) return { readers: readers.size, silent: 0 };
  const served = servingDay(todayInTokyo(publishedAt), await record.settings.read());
  const { first, last } = daysOfServing(served);
  const [departments, appointments] = await Promise.all([
    record.departments.all(),
    record.appointments.between(first, last),
  ]);
  return {
    readers: readers.size,
    silent: countSilentSections({ departments, appointments }, served, readers),
  };
};

/** What of the newsletter the secretariat has before it; undefined for others. */
export const readIssueDesk = async (deps: ServiceDeps, actor: Actor): Promise<IssueDesk | undefined> => {
  if (!may(actor, 'manage-newsletter')) return undefined;
  const { clock, db } = deps;
  const record = db.record(actor.workspaceId);
  const [settings, monthly, [last], coming, articles] = await Promise.all([
    record.settings.read(),
    record.monthlyDay.read(),
    listBackIssues(deps, actor),
    record.newsletterIssues.inState(UNPUBLISHED),
    record.articles.onDesk(),
  ]);
  return {
    coming: await named(record, coming),
    last: last && { ...last, ...(await readReadership(deps, actor.workspaceId, last.issue)) },
    offered: articles.filter((article) => article.proposal === null && isOffered(article)).length,
    nextMonthly: monthly === undefined ? null : nextMonthlyDay(monthly, clock.now(), calendarOf(settings)),
    proposals: articles.flatMap(({ title, proposal }) => (proposal === null ? [] : [{ ...proposal, title }])),
  };
};

/** A published issue as everybody reads it. */
export const readBackIssue = async ({ clock, db }: ServiceDeps, issueId: string, actor: Actor) => {
  const record = db.record(actor.workspaceId);
  const issue = await record.newsletterIssues.find(issueId);
  return issue?.state === 'published' ? readIssueContent(record, issue, clock.now()) : undefined;
};
