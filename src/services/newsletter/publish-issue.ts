import type { ActingRecord } from '../../db/database.ts';
import { type Actor, trusted } from '../../domain/actor.ts';
import { issueDeliveries, publishedDeliveries } from '../../domain/delivery/issue.ts';
import { ASKED_WHYS, type AskedWhy } from '../../domain/newsletter/content.ts';
import type { Issue, IssueContent } from '../../domain/newsletter/newsletter.ts';
import { WATCHED, watchedAs } from '../../domain/newsletter/watched.ts';
import { joinParts } from '../../domain/parts.ts';
import { may } from '../../domain/permission.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { subjectOf } from '../../domain/subject.ts';
import { readIssueContent } from '../../queries/newsletter.ts';
import { type SecretariatDeps, secretariatOf } from '../secretariat.ts';
import type { PressInput, ServiceDeps } from '../service-deps.ts';

type PublishDeps = ServiceDeps & SecretariatDeps;

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

/** Leaves it to the secretariat: they are asked once for each hour it was to go out. */
const ask = async (
  record: ActingRecord,
  { id, publishAt }: Issue,
  why: AskedWhy,
  recipients: readonly string[],
  at: Date,
): Promise<void> => {
  await record.newsletterIssues.putCourse(id, { state: 'late' });
  await record.deliveries.planAll(
    recipients.map((recipient) => ({
      key: joinParts('newsletter-asked', id, why, (publishAt ?? at).toISOString(), recipient),
      kind: 'newsletter-asked',
      recipient,
      subject: subjectOf('newsletter-asked', id, why),
    })),
    at,
  );
};

/** Posts it: once to each channel, and its writers hear of it. The automatic parts stay as they are now. */
const post = async (record: ActingRecord, content: IssueContent, at: Date): Promise<void> => {
  const { issue, articles, partTexts } = content;
  await record.newsletterIssues.putCourse(issue.id, { state: 'published', publishedAt: at, partTexts });
  await record.deliveries.planAll(
    [...issue.channels.flatMap(({ id }) => issueDeliveries(content, id)), ...publishedDeliveries(articles)],
    at,
  );
  for (const why of ASKED_WHYS) await record.deliveries.refresh(subjectOf('newsletter-asked', issue.id, why));
  await record.audit({
    subject: subjectOf('newsletter', issue.id),
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
  const subject = subjectOf('newsletter', issueId);
  const act = { actor, action: 'publish-issue', at, subject };
  const form = key === undefined ? undefined : { key, content: when };
  return db.submit<Published, Refusal>(act, form, async (record) => {
    if (!may(actor, 'manage-newsletter')) return refuse({ kind: 'not-allowed', who: 'secretariat' });
    const found = await record.newsletterIssues.findToChange(issueId);
    if (found === undefined || found.state === 'cancelled') return refuse({ kind: 'gone' });
    // What goes out now is of today, whatever day it was meant for.
    const issue = when === 'now' ? { ...found, publishAt: at } : found;
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

/** What an issue whose hour has come is to be: posted, or asked about and why. Undefined for any other. */
const dueAs = ({ issue, articles }: IssueContent, at: Date): 'posted' | AskedWhy | undefined => {
  const standing = watchedAs(issue, at);
  if (standing === undefined) return undefined;
  if (issue.state === 'draft') return 'unconfirmed';
  if (standing === 'late') return 'late';
  return articles.length === 0 ? 'nothing' : 'posted';
};

/**
 * Posts the issues whose hour has come. One whose hour passed more than two hours ago, that has no article left, or that is
 * still a draft, is not posted: the secretariat is asked. One that is changed at this very moment waits for the next run. Gives
 * how many of each there were.
 */
export const publishDueIssues = async (
  deps: PublishDeps,
  workspaceId: string,
): Promise<{ readonly published?: number; readonly asked?: number }> => {
  const { clock, db } = deps;
  const at = clock.now();
  const counts: { published?: number; asked?: number } = {};
  const present = db.record(workspaceId);
  for (const watched of await present.newsletterIssues.inState(WATCHED)) {
    const { id } = watched;
    const due = dueAs(await readIssueContent(present, watched, at), at);
    if (due === undefined) continue;
    // Slack may have this wait, and nothing of the record is held meanwhile.
    const recipients = due === 'posted' ? [] : await secretariatOf(deps, await present.settings.read());
    const actor = trusted(workspaceId, 'job:post-newsletter', 'job');
    const act = { actor, action: 'publish-issue', at, subject: subjectOf('newsletter', id) };
    const done = await db.act<'published' | 'asked' | undefined, never>(act, async (record) => {
      const issue = await record.newsletterIssues.findToChange(id);
      const content = issue && (await readIssueContent(record, issue, at));
      if (content === undefined || dueAs(content, at) !== due) return succeed(undefined);
      if (due === 'posted') {
        await post(record, content, at);
        return succeed('published');
      }
      await ask(record, content.issue, due, recipients, at);
      return succeed('asked');
    });
    if (done.ok && done.value !== undefined) counts[done.value] = (counts[done.value] ?? 0) + 1;
  }
  return counts;
};
