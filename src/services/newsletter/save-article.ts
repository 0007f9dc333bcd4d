import { randomUUID } from 'node:crypto';
import type { ActingRecord } from '../../db/database.ts';
import type { Actor } from '../../domain/actor.ts';
import { proposedDeliveries, showingArticle } from '../../domain/delivery/issue.ts';
import {
  type Article,
  type ArticleDraft,
  type ArticleFacts,
  type ArticleProblem,
  type ArticleSource,
  articleProblem,
  awaitsConsent,
  isSameArticle,
  type Photo,
} from '../../domain/newsletter/article.ts';
import type { Issue } from '../../domain/newsletter/newsletter.ts';
import { MOST_PHOTO_BYTES, type PhotoReader } from '../../domain/newsletter/photo.ts';
import { needsApproval, type ProposedChange } from '../../domain/newsletter/proposal.ts';
import { joinParts } from '../../domain/parts.ts';
import { may } from '../../domain/permission.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { subjectOf } from '../../domain/subject.ts';
import type { Channels } from '../../slack/channels.ts';
import type { Files, SlackFile } from '../../slack/files.ts';
import type { Messages } from '../../slack/messages.ts';
import type { People } from '../../slack/people.ts';
import type { Uploads } from '../../slack/uploads.ts';
import { type SecretariatDeps, secretariatOf } from '../secretariat.ts';
import type { FormInput, ServiceDeps } from '../service-deps.ts';

type SaveDeps = ServiceDeps &
  SecretariatDeps & {
    readonly people: Pick<People, 'find'>;
    readonly files: Files;
    readonly uploads: Pick<Uploads, 'bring'>;
    readonly channels: Channels;
    readonly messages: Pick<Messages, 'authorOf'>;
    readonly readPhoto: PhotoReader;
  };

/** The message an article is made of, as a form names it: whose it is, Slack is asked. */
type NamedSource = Pick<ArticleSource, 'channel' | 'ts'>;

/**
 * What became of it: written, changed, written and its source's author asked, an article that was published corrected, its
 * correction put before the secretariat, or left as it is, and what was put before them taken back.
 */
export type SavedArticle = {
  readonly became: 'written' | 'kept' | 'asking' | 'corrected' | 'proposed' | 'same' | 'taken-back';
  readonly revision: number;
};

/** The article of a form, by the id that was made when it was opened, and the revision it had then: 0 for a new one. */
type ArticleToSave = {
  readonly articleId: string;
  readonly revision: number;
  readonly source?: NamedSource | undefined;
};

type NewPhoto = { readonly file: SlackFile; readonly photo: Photo };

const NOT_READ = {
  gone: 'photo-not-taken',
  'not-yours': 'photo-not-taken',
  unreadable: 'photo-unreadable',
  'too-large': 'photo-too-large',
} as const;

/** The photo that came with the form, brought to Slack as the bot's own: the person's file is theirs to delete. */
const newPhoto = async (
  { files, uploads, readPhoto: read }: SaveDeps,
  { photo: [fileId] }: ArticleDraft,
  actor: Actor,
): Promise<Result<NewPhoto | undefined, ArticleProblem>> => {
  if (fileId === undefined) return succeed(undefined);
  const got = await files.read(fileId, { ownerId: actor.id, mostBytes: MOST_PHOTO_BYTES });
  if (!got.ok) return refuse({ field: 'photo', kind: NOT_READ[got.problem] });
  const picture = await read(got.file);
  if (!picture.ok) return refuse({ field: 'photo', kind: picture.error });
  const { type, bytes } = picture.value;
  const id = randomUUID();
  const slackId = await uploads.bring({ name: `photo-${id}.${type}`, bytes });
  const { name } = got.file;
  return succeed({ file: { name, bytes }, photo: { id, name, slackId } });
};

const readSource = async (
  { channels, messages }: SaveDeps,
  named: NamedSource | undefined,
): Promise<Result<ArticleSource | null, ArticleProblem>> => {
  if (named === undefined) return succeed(null);
  if (!(await channels.mayPostTo(named.channel)))
    return refuse({ field: 'source', kind: 'source-not-public' });
  const author = await messages.authorOf(named.channel, named.ts);
  return author === undefined
    ? refuse({ field: 'source', kind: 'source-gone' })
    : succeed({ ...named, author });
};

const factsOf = (
  { title, body, category, link, photoText }: ArticleDraft,
  hasPhoto: boolean,
): ArticleFacts => ({
  title,
  body,
  category,
  link,
  photoText: hasPhoto ? photoText : '',
});

/** An article that is out in these issues was changed: it says so from now on, in every channel. */
const correct = async (
  record: ActingRecord,
  { id }: Article,
  issues: readonly Issue[],
  at: Date,
): Promise<void> => {
  await record.articles.putCourse(id, { correctedAt: at });
  for (const shown of showingArticle(id, issues)) await record.deliveries.refresh(shown);
};

/** A published article that is to say what it says is left as it is: what this person asked for before is taken back. */
const leave = async (
  record: ActingRecord,
  { id }: Article,
  { by, at }: { readonly by: string; readonly at: Date },
): Promise<'same' | 'taken-back'> => {
  const open = await record.articleProposals.openOf(id);
  if (open?.proposedBy !== by) return 'same';
  await record.articleProposals.settle(open.id, 'replaced', { by, at });
  await record.deliveries.refresh(subjectOf('article-proposal', open.id));
  await record.audit({ subject: subjectOf('article', id), after: { proposed: 'none' } });
  return 'taken-back';
};

/** A change of a published article waits for the secretariat. */
const propose = async (
  record: ActingRecord,
  { id: articleId }: Article,
  change: ProposedChange,
  proposed: { readonly by: Actor; readonly at: Date; readonly secretariat: readonly string[] },
): Promise<void> => {
  const { by, at, secretariat } = proposed;
  const id = randomUUID();
  const before = await record.articleProposals.put({
    id,
    articleId,
    ...change,
    proposedBy: by.id,
    proposedAt: at,
  });
  if (before !== undefined) await record.deliveries.refresh(subjectOf('article-proposal', before));
  await record.deliveries.planAll(proposedDeliveries(id, secretariat), at);
};

/** Who is to approve what is changed of an article that is out, and the photo that was asked for before. */
type Approval = { readonly secretariat: readonly string[]; readonly photo: Photo | null };

/** What a change of this article waits for; undefined where it holds at once. */
const approvalOf = async (deps: SaveDeps, { id }: Article, actor: Actor): Promise<Approval | undefined> => {
  const record = deps.db.record(actor.workspaceId);
  const settings = await record.settings.read();
  if (!needsApproval(actor, settings)) return undefined;
  if ((await record.newsletterIssues.publishedWith(id)).length === 0) return undefined;
  const waiting = await record.articleProposals.openOf(id);
  return { secretariat: await secretariatOf(deps, settings), photo: waiting?.photo ?? null };
};

/**
 * Keeps 記事を書く, or changes an article; the same form with other words changes the same article. What is made of another's
 * message waits for its author's 掲載を承諾する; what is out, where 設定 says so, for the secretariat's 承認. A photo that was kept before stays unless another is chosen. Refused when
 * somebody else changed the article since the form was opened.
 */
export const saveArticle = async (
  deps: SaveDeps,
  { articleId, revision, source: named }: ArticleToSave,
  { key, draft }: FormInput<ArticleDraft>,
  actor: Actor,
): Promise<Result<SavedArticle, ArticleProblem | Refusal>> => {
  const { clock, db } = deps;
  const known = await db.record(actor.workspaceId).articles.find(articleId);
  const mayChange = (article: Article | undefined): boolean =>
    may(actor, 'take-part') && may(actor, 'change-article', { owner: article?.writtenBy ?? actor.id });
  const isAllowed = mayChange(known);
  const approval = isAllowed && known !== undefined ? await approvalOf(deps, known, actor) : undefined;
  const hadPhoto = approval?.photo ?? known?.photo ?? null;
  const wrong = articleProblem(draft, draft.photo.length > 0 || hadPhoto !== null);
  if (isAllowed && wrong !== undefined) return refuse(wrong);
  // Slack is asked only for those who may.
  const source = isAllowed && known === undefined ? await readSource(deps, named) : succeed(null);
  if (!source.ok) return source;
  const photo = isAllowed ? await newPhoto(deps, draft, actor) : succeed(undefined);
  if (!photo.ok) return photo;
  const slack = isAllowed && known === undefined ? await deps.people.find(actor.id) : undefined;
  const account = { slackId: actor.id, email: slack?.email ?? null, name: slack?.name ?? actor.id };
  const at = clock.now();
  const subject = subjectOf('article', articleId);
  const act = { actor, action: approval === undefined ? 'save-article' : 'propose-article', at, subject };
  const form = { key, content: draft, changes: true };
  return db.submit<SavedArticle, ArticleProblem | Refusal>(act, form, async (record, earlier) => {
    const before = await record.articles.findToChange(articleId);
    if (!isAllowed || !mayChange(before)) return refuse({ kind: 'not-allowed', who: 'recorder' });
    if (before?.withdrawnAt != null) return refuse({ kind: 'gone' });
    if ((before?.revision ?? 0) !== (earlier?.revision ?? revision))
      return refuse(await record.changedMeanwhile(subject));
    if (photo.value !== undefined)
      await record.storedFiles.keep(photo.value.photo.id, photo.value.file, { by: actor.id, at });
    const kept = photo.value?.photo ?? approval?.photo ?? before?.photo ?? null;
    const facts = factsOf(draft, kept !== null);
    const issues = before === undefined ? [] : await record.newsletterIssues.publishedWith(articleId);
    if (before !== undefined && issues.length > 0 && isSameArticle({ ...facts, photo: kept }, before)) {
      const became = await leave(record, before, { by: actor.id, at });
      return succeed({ became, revision: before.revision });
    }
    if (before !== undefined)
      await record.audit({ subject, before: { ...before, source: undefined }, after: facts });
    if (before !== undefined && approval !== undefined) {
      await propose(record, before, { facts, photo: kept }, { by: actor, at, ...approval });
      return succeed({ became: 'proposed', revision: before.revision });
    }
    if (before !== undefined) {
      await record.articles.putFacts(articleId, facts, kept, { by: actor.id, at });
      if (issues.length > 0) await correct(record, before, issues, at);
      return succeed({ became: issues.length > 0 ? 'corrected' : 'kept', revision: before.revision + 1 });
    }
    // Whose article it is stands below it, by the name the record has.
    const { id: personId, before: person } = await record.people.ofAccount(account, at);
    const linked = { subject: subjectOf('person', personId), before: person, after: { slackId: actor.id } };
    if (person !== undefined) await record.audit(linked);
    await record.articles.create(articleId, facts, { by: actor.id, at, source: source.value, photo: kept });
    await record.audit({ subject, after: facts });
    const article = await record.articles.find(articleId);
    if (article?.source == null || !awaitsConsent(article))
      return succeed({ became: 'written', revision: 1 });
    await record.deliveries.plan(
      {
        key: joinParts('article-consent', articleId),
        kind: 'article-consent',
        recipient: article.source.author,
        subject,
      },
      at,
    );
    return succeed({ became: 'asking', revision: 1 });
  });
};
