import type { WorkspaceRecord } from '../db/database.ts';
import { fiscalYearOf } from '../domain/calendar/fiscal-year.ts';
import { addDays, type LocalDate, localDate, todayInTokyo } from '../domain/calendar/local-date.ts';
import { isOffered, type SignedArticle } from '../domain/newsletter/article.ts';
import { ASKED_WHYS, CHANNEL_TROUBLES, type NewsletterContent } from '../domain/newsletter/content.ts';
import {
  type Issue,
  type IssueContent,
  isUnpublished,
  nextNumber,
  type PartText,
  printIssueTitle,
  UNPUBLISHED,
} from '../domain/newsletter/newsletter.ts';
import { type PartSources, partTextsOf } from '../domain/newsletter/parts.ts';
import { splitParts } from '../domain/parts.ts';
import type { SubjectParts } from '../domain/subject.ts';
import { NOBODY } from '../domain/training/training.ts';
import { readSigned } from './bylines.ts';

/** The tables the newsletter is written from. */
type Sources = Pick<
  WorkspaceRecord,
  | 'appointments'
  | 'articles'
  | 'attendances'
  | 'bodies'
  | 'departments'
  | 'inquiries'
  | 'meetings'
  | 'newsletterIssues'
  | 'people'
  | 'programmes'
  | 'settings'
  | 'trainings'
>;

/** Without an issue before it, one looks back so many days. */
const BACK = 31;

const readPartSources = async (record: Sources, years: readonly number[]): Promise<PartSources> => {
  const meetings: PartSources['meetings'][number][] = [];
  const trainings: PartSources['trainings'][number][] = [];
  for (const year of years) {
    const bodies = new Map((await record.bodies.nameable(year)).map((body) => [body.id, body.name]));
    for (const meeting of await record.meetings.ofYear(year))
      meetings.push({ meeting, bodyName: bodies.get(meeting.bodyId) ?? '' });
    const names = new Map((await record.programmes.nameable(year)).map(({ id, name }) => [id, name]));
    const sessions = await record.trainings.ofYear(year);
    const counts = await record.attendances.counts(sessions.map(({ id }) => id));
    for (const session of sessions)
      trainings.push({
        session,
        name: names.get(session.programmeId ?? '') ?? session.otherName,
        recorded: counts.get(session.id) ?? NOBODY,
      });
  }
  return { meetings, trainings, inquiries: await record.inquiries.inState(['open']) };
};

/** From the day of the issue published last, or a month back. */
const sinceOf = async (record: Sources, issue: Issue, today: LocalDate): Promise<LocalDate> => {
  const days = (await record.newsletterIssues.inState(['published']))
    .filter(({ id }) => id !== issue.id)
    .flatMap(({ publishedAt }) => (publishedAt === null ? [] : [todayInTokyo(publishedAt)]))
    .filter((day) => day <= today);
  return days.toSorted().at(-1) ?? addDays(today, -BACK);
};

/** The automatic parts of an issue; of one that is not published yet what of them is known now, as of the day it goes out. */
const partTextsFor = async (record: Sources, issue: Issue, now: Date): Promise<readonly PartText[]> => {
  if (issue.state === 'published') return issue.partTexts;
  const isAhead = issue.publishAt !== null && issue.publishAt > now;
  const today = todayInTokyo(isAhead ? issue.publishAt : now);
  const since = await sinceOf(record, issue, today);
  const years = [...new Set([since, today, addDays(today, BACK)].map(fiscalYearOf))];
  return partTextsOf(issue.parts, await readPartSources(record, years), { since, today });
};

/** An issue with all that is read in it; of one that is not published yet as it is now. */
export const readIssueContent = async (record: Sources, issue: Issue, now: Date): Promise<IssueContent> => {
  const { newsletterNumbering, contact, articleByline } = await record.settings.read();
  const offered = (await record.articles.ofIds(issue.articleIds)).filter(isOffered);
  return {
    issue,
    title: printIssueTitle(issue, newsletterNumbering),
    articles: await readSigned(record, offered, articleByline),
    partTexts: await partTextsFor(record, issue, now),
    readers: (await record.newsletterIssues.readersOf(issue.id)).length,
    contact,
  };
};

/** Why the secretariat is asked about an issue, or about a day for which there is none. */
export const readNewsletterAsked = async (
  record: Sources,
  [id, named]: SubjectParts['newsletter-asked'],
  now: Date,
): Promise<NewsletterContent | undefined> => {
  const why = ASKED_WHYS.find((known) => known === named);
  if (why === undefined) return undefined;
  const { newsletterNumbering } = await record.settings.read();
  if (why === 'draft') {
    const issues = await record.newsletterIssues.all();
    const publishOn = localDate(id);
    const fiscalYear = fiscalYearOf(publishOn);
    const number = nextNumber(issues, fiscalYear, newsletterNumbering);
    return {
      kind: 'newsletter-asked',
      why,
      issueId: null,
      title: printIssueTitle({ fiscalYear, number }, newsletterNumbering),
      publishAt: null,
      stands: todayInTokyo(now) <= publishOn && !issues.some(isUnpublished),
    };
  }
  const issue = await record.newsletterIssues.find(id);
  return (
    issue && {
      kind: 'newsletter-asked',
      why,
      issueId: issue.id,
      title: printIssueTitle(issue, newsletterNumbering),
      publishAt: issue.publishAt,
      stands: issue.state === 'late',
    }
  );
};

/** In which issue an article was published. */
export const readArticlePublished = async (
  record: Sources,
  [id]: SubjectParts['article'],
): Promise<NewsletterContent | undefined> => {
  const article = await record.articles.find(id);
  const [issue] = article === undefined ? [] : await record.newsletterIssues.publishedWith(id);
  if (article === undefined) return undefined;
  const { newsletterNumbering } = await record.settings.read();
  const title = issue === undefined ? '' : printIssueTitle(issue, newsletterNumbering);
  return { kind: 'article-published', article, title, isPublished: issue !== undefined };
};

/** A withdrawal, by the moment in the key of its message: withdrawn again later, an article is told of by another. */
export const readArticleWithdrawn = async (
  record: Pick<Sources, 'articles' | 'settings'>,
  { key, recipient }: { readonly key: string; readonly recipient: string },
): Promise<NewsletterContent | undefined> => {
  const [, id = '', at] = splitParts(key);
  const article = await record.articles.find(id);
  return (
    article && {
      kind: 'article-withdrawn',
      article,
      isOwnAct: article.withdrawnBy === recipient,
      contact: (await record.settings.read()).contact,
      stands: String(article.withdrawnAt?.getTime()) === at,
    }
  );
};

/** What is wrong with a channel, and what is to go there. */
export const readChannelTrouble = async (
  record: Sources,
  [channelId, named, word = '']: SubjectParts['channel'],
  now: Date,
): Promise<NewsletterContent | undefined> => {
  const trouble = CHANNEL_TROUBLES.find((known) => known === named);
  if (trouble === undefined) return undefined;
  const { newsletterNumbering, logChannel } = await record.settings.read();
  const bodies = await record.bodies.nameable(fiscalYearOf(todayInTokyo(now)));
  const issues = (await record.newsletterIssues.inState(UNPUBLISHED)).filter(({ channels }) =>
    channels.some(({ id }) => id === channelId),
  );
  const name = issues.flatMap(({ channels }) => channels).find(({ id }) => id === channelId)?.name ?? '';
  return {
    kind: 'channel-trouble',
    trouble,
    channel: { id: channelId, name },
    titles: issues.map((issue) => printIssueTitle(issue, newsletterNumbering)),
    bodies: bodies.filter(({ notifyChannel }) => notifyChannel === channelId).map((body) => body.name),
    isLog: logChannel === channelId,
    word,
  };
};

/** An article signed as 設定 says. */
const findSigned = async (record: Sources, id: string): Promise<SignedArticle | undefined> => {
  const article = await record.articles.find(id);
  const { articleByline } = await record.settings.read();
  return article && (await readSigned(record, [article], articleByline))[0];
};

/** An issue as its first message says it. */
export const readIssueMessage = async (
  record: Sources,
  [id]: SubjectParts['newsletter'],
  now: Date,
): Promise<NewsletterContent | undefined> => {
  const issue = await record.newsletterIssues.find(id);
  return issue && { kind: 'newsletter-issue', ...(await readIssueContent(record, issue, now)) };
};

/** An article of an issue; withdrawn after it was posted, its message says so. */
export const readArticleMessage = async (
  record: Sources,
  [id, articleId = '']: SubjectParts['newsletter'],
): Promise<NewsletterContent | undefined> => {
  const issue = await record.newsletterIssues.find(id);
  const article = issue && (await findSigned(record, articleId));
  return issue && article && { kind: 'newsletter-article', issue, article };
};

/** An automatic part of an issue. */
export const readPartMessage = async (
  record: Sources,
  [id, named]: SubjectParts['newsletter'],
  now: Date,
): Promise<NewsletterContent | undefined> => {
  const issue = await record.newsletterIssues.find(id);
  const text = issue && (await partTextsFor(record, issue, now)).find(({ part }) => part === named);
  return issue && text && { kind: 'newsletter-part', issue, text };
};

/** 掲載の承諾, asked of the author of a message. */
export const readArticleConsent = async (
  record: Sources,
  [id]: SubjectParts['article'],
): Promise<NewsletterContent | undefined> => {
  const article = await findSigned(record, id);
  return article && { kind: 'article-consent', article, contact: (await record.settings.read()).contact };
};
