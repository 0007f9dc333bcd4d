import type { ActingRecord } from '../../db/database.ts';
import { type Actor, trusted } from '../../domain/actor.ts';
import { issueDeliveries } from '../../domain/delivery/issue.ts';
import { ASKED_WHYS, type AskedWhy } from '../../domain/newsletter/content.ts';
import {
  articleSubject,
  dueness,
  type Issue,
  type IssueContent,
  issueSubject,
} from '../../domain/newsletter/newsletter.ts';
import { may } from '../../domain/permission.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { readIssueContent } from '../../queries/newsletter.ts';
import type { People } from '../../slack/people.ts';
import type { Household } from '../identify.ts';
import type { PressInput, ServiceDeps } from '../service-deps.ts';

type PublishDeps = ServiceDeps & {
  readonly people: Pick<People, 'idsOf'>;
  readonly household: Pick<Household, 'secretariat'>;
};

/** What became of an issue: it goes out at its hour, is going out now, or has nothing to publish. */
export type Published = {
  readonly became: 'scheduled' | 'published' | 'empty';
  readonly title: string;
  readonly publishAt: Date | null;
  readonly channels: number;
};

const publishedAs = ({ issue, title }: IssueContent, became: Published['became']): Published => ({
  became,
  title,
  publishAt: issue.publishAt,
  channels: issue.channels.length,
});

/** The issue that is meant; a form names the revision that it showed. */
export type IssueToPublish = { readonly issueId: string; readonly revision?: number };

const secretariatOf = async ({ people, household }: PublishDeps, record: ActingRecord) => {
  const { secretariat } = await record.settings.read();
  return secretariat.length > 0 ? secretariat : people.idsOf(household.secretariat);
};

/** Leaves it to the secretariat: they are asked once for each hour it was to go out. */
const ask = async (deps: PublishDeps, record: ActingRecord, issue: Issue, why: AskedWhy, at: Date) => {
  await record.newsletterIssues.putCourse(issue.id, { state: 'late' });
  for (const recipient of await secretariatOf(deps, record))
    await record.deliveries.plan(
      {
        key: `newsletter-asked:${issue.id}:${why}:${(issue.publishAt ?? at).toISOString()}:${recipient}`,
        kind: 'newsletter-asked',
        recipient,
        subject: `newsletter-asked:${issue.id}:${why}`,
      },
      at,
    );
};

/** Posts it: once to each channel, and its writers hear of it. The automatic parts stay as they are now. */
const post = async (record: ActingRecord, content: IssueContent, at: Date): Promise<void> => {
  const { issue, articles, partTexts } = content;
  await record.newsletterIssues.putCourse(issue.id, { state: 'published', publishedAt: at, partTexts });
  await record.deliveries.planAll(
    [
      ...issue.channels.flatMap(({ id }) => issueDeliveries(content, id)),
      ...articles.map(({ id, writtenBy }) => ({
        key: `article-published:${id}`,
        kind: 'article-published' as const,
        recipient: writtenBy,
        subject: articleSubject(id),
      })),
    ],
    at,
  );
  for (const why of ASKED_WHYS) await record.deliveries.refresh(`newsletter-asked:${issue.id}:${why}`);
  await record.audit({
    subject: issueSubject(issue.id),
    after: { publishedAt: at, articles: issue.articleIds },
  });
};

/**
 * 発行する: at its hour, or now. Pressed twice, it is posted once; one that was published already stays as it is. Refused when the
 * issue is not as the form showed it any more. A button has no `key`.
 */
export const publishIssue = async (
  { clock, db }: ServiceDeps,
  { issueId, revision }: IssueToPublish,
  { key, draft: when }: PressInput<'at' | 'now'>,
  actor: Actor,
): Promise<Result<Published, Refusal>> => {
  const at = clock.now();
  const subject = issueSubject(issueId);
  const act = { actor, action: 'publish-issue', at, subject };
  const form = key === undefined ? undefined : { key, content: when };
  return db.submit<Published, Refusal>(act, form, async (record) => {
    if (!may(actor, 'manage-newsletter')) return refuse({ kind: 'not-allowed', who: 'secretariat' });
    const issue = await record.newsletterIssues.findToChange(issueId);
    if (issue === undefined || issue.state === 'cancelled') return refuse({ kind: 'gone' });
    const content = await readIssueContent(record, issue, at);
    if (issue.state === 'published') return succeed(publishedAs(content, 'published'));
    if (revision !== undefined && issue.revision !== revision)
      return refuse(await record.changedMeanwhile(subject));
    if (content.articles.length === 0) return succeed(publishedAs(content, 'empty'));
    if (when === 'at' && issue.publishAt !== null && issue.publishAt > at) {
      await record.newsletterIssues.putCourse(issueId, { state: 'scheduled' });
      await record.audit({ subject, after: { publishAt: issue.publishAt } });
      return succeed(publishedAs(content, 'scheduled'));
    }
    await post(record, content, at);
    return succeed(publishedAs(content, 'published'));
  });
};

/** Whose hour is watched: a draft, too, is not passed over in silence. */
const WATCHED = ['scheduled', 'draft'] as const;

/** Whether an issue's hour has come. */
export const hasIssueDue = async ({ clock, db }: ServiceDeps, workspaceId: string): Promise<boolean> => {
  const now = clock.now();
  const coming = await db.record(workspaceId).newsletterIssues.inState(WATCHED);
  return coming.some(({ publishAt }) => publishAt !== null && dueness(publishAt, now) !== 'ahead');
};

/**
 * Posts the issues whose hour has come. One whose hour passed more than two hours ago, that has no article left, or that is
 * still a draft, is not posted: the secretariat is asked. Gives how many of each there were.
 */
export const publishDueIssues = async (
  deps: PublishDeps,
  workspaceId: string,
): Promise<{ readonly published?: number; readonly asked?: number }> => {
  const { clock, db } = deps;
  const at = clock.now();
  const counts: { published?: number; asked?: number } = {};
  for (const { id } of await db.record(workspaceId).newsletterIssues.inState(WATCHED)) {
    const actor = trusted(workspaceId, 'job:post-newsletter', 'job');
    const act = { actor, action: 'publish-issue', at, subject: issueSubject(id) };
    const done = await db.act<'published' | 'asked' | undefined, never>(act, async (record) => {
      const issue = await record.newsletterIssues.findToChange(id);
      if (issue === undefined || issue.publishAt === null) return succeed(undefined);
      const isConfirmed = issue.state === 'scheduled';
      if (!isConfirmed && issue.state !== 'draft') return succeed(undefined);
      const standing = dueness(issue.publishAt, at);
      if (standing === 'ahead') return succeed(undefined);
      const content = await readIssueContent(record, issue, at);
      if (isConfirmed && standing === 'due' && content.articles.length > 0) {
        await post(record, content, at);
        return succeed('published');
      }
      const why = isConfirmed ? (standing === 'late' ? 'late' : 'nothing') : 'unconfirmed';
      await ask(deps, record, issue, why, at);
      return succeed('asked');
    });
    if (done.ok && done.value !== undefined) counts[done.value] = (counts[done.value] ?? 0) + 1;
  }
  return counts;
};
