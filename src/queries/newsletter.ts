import type { WorkspaceRecord } from '../db/database.ts';
import { fiscalYearOf } from '../domain/calendar/fiscal-year.ts';
import { addDays, type LocalDate, localDate, todayInTokyo } from '../domain/calendar/local-date.ts';
import type { Delivery } from '../domain/delivery/delivery.ts';
import { isOffered } from '../domain/newsletter/article.ts';
import {
  ASKED_WHYS,
  type AskedWhy,
  CHANNEL_TROUBLES,
  type NewsletterContent,
} from '../domain/newsletter/content.ts';
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

/** The tables the newsletter is written from. */
type Sources = Pick<
  WorkspaceRecord,
  | 'articles'
  | 'attendances'
  | 'bodies'
  | 'inquiries'
  | 'meetings'
  | 'newsletterIssues'
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
        recorded: counts.get(session.id) ?? { present: 0, partial: 0, absent: 0 },
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

/** The automatic parts of an issue; of one that is not published yet as they are now. */
const partTextsFor = async (record: Sources, issue: Issue, now: Date): Promise<readonly PartText[]> => {
  if (issue.state === 'published') return issue.partTexts;
  const today = todayInTokyo(now);
  const since = await sinceOf(record, issue, today);
  const years = [...new Set([since, today, addDays(today, BACK)].map(fiscalYearOf))];
  return partTextsOf(issue.parts, await readPartSources(record, years), { since, today });
};

/** An issue with all that is read in it; of one that is not published yet as it is now. */
export const readIssueContent = async (record: Sources, issue: Issue, now: Date): Promise<IssueContent> => {
  const { newsletterNumbering, contact } = await record.settings.read();
  return {
    issue,
    title: printIssueTitle(issue, newsletterNumbering),
    articles: (await record.articles.ofIds(issue.articleIds)).filter(isOffered),
    partTexts: await partTextsFor(record, issue, now),
    readers: (await record.newsletterIssues.readersOf(issue.id)).length,
    contact,
  };
};

const askedOf = async (
  record: Sources,
  id: string,
  why: AskedWhy,
  now: Date,
): Promise<NewsletterContent | undefined> => {
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

const publishedOf = async (record: Sources, id: string): Promise<NewsletterContent | undefined> => {
  const article = await record.articles.find(id);
  const [issue] = article === undefined ? [] : await record.newsletterIssues.publishedWith(id);
  if (article === undefined) return undefined;
  const { newsletterNumbering } = await record.settings.read();
  const title = issue === undefined ? '' : printIssueTitle(issue, newsletterNumbering);
  return { kind: 'article-published', article, title, isPublished: issue !== undefined };
};

const troubleOf = async (
  record: Sources,
  channelId: string,
  [named, word]: readonly [string, string],
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

/** Reads what a message around the newsletter is about; undefined when that is not in the record. */
export const readNewsletterContent = async (
  record: Sources,
  { kind, subject }: Delivery,
  now: Date,
): Promise<NewsletterContent | undefined> => {
  const [, id = '', more = '', word = ''] = subject.split(':');
  switch (kind) {
    case 'newsletter-issue':
    case 'newsletter-article':
    case 'newsletter-part': {
      const issue = await record.newsletterIssues.find(id);
      if (issue === undefined) return undefined;
      if (kind === 'newsletter-issue') return { kind, ...(await readIssueContent(record, issue, now)) };
      if (kind === 'newsletter-part') {
        const text = (await partTextsFor(record, issue, now)).find(({ part }) => part === more);
        return text && { kind, issue, text };
      }
      // Withdrawn after it was posted, its message says so.
      const article = await record.articles.find(more);
      return article && { kind, issue, article };
    }
    case 'newsletter-asked': {
      const why = ASKED_WHYS.find((known) => known === more);
      return why && askedOf(record, id, why, now);
    }
    case 'article-consent': {
      const article = await record.articles.find(id);
      return article && { kind, article, contact: (await record.settings.read()).contact };
    }
    case 'article-published':
      return publishedOf(record, id);
    case 'channel-trouble':
      return troubleOf(record, id, [more, word], now);
    default:
      return undefined;
  }
};
