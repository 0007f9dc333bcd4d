import type { WorkspaceRecord } from '../../db/database.ts';
import type { PlacedAction } from '../../domain/action-item/line.ts';
import { fiscalYearOf } from '../../domain/calendar/fiscal-year.ts';
import type { LocalDate } from '../../domain/calendar/local-date.ts';
import { yearWrittenOn } from '../../domain/chapter5/wanted.ts';
import type { FailedCount } from '../../domain/delivery/unshown.ts';
import { groupBy } from '../../domain/group-by.ts';
import type { Inquiry } from '../../domain/inquiry/inquiry.ts';
import {
  type DepartmentStatus,
  statusByDepartment,
  type Tally,
  tallyOf,
} from '../../domain/inquiry/tally.ts';
import { awaitsConsent, isOffered } from '../../domain/newsletter/article.ts';
import { type Issue, printIssueTitle, UNPUBLISHED } from '../../domain/newsletter/newsletter.ts';
import type { OpinionOnDesk } from '../../domain/opinion/desk.ts';
import type { Settings } from '../../domain/settings.ts';
import { progressOf } from '../../domain/written-meeting/tally.ts';
import { UNDER_WAY, type WrittenMeeting } from '../../domain/written-meeting/written-meeting.ts';
import { placeActions } from '../action-item.ts';
import { readOpinionsOfYear } from '../opinion.ts';

/** An inquiry that was sent and is not 集計済 yet, with who of each department has answered. */
export type InquiryUnderWay = {
  readonly inquiry: Inquiry;
  readonly tally: Tally;
  readonly departments: readonly DepartmentStatus[];
};

/** A 書面開催 of a body, in numbers alone. */
export type WrittenUnderWay = {
  readonly meeting: WrittenMeeting;
  readonly bodyName: string;
  readonly asked: number;
  readonly answered: number;
};

/** きょうどう通信 as it is under way. */
export type NewsUnderWay = {
  readonly issues: readonly { readonly issue: Issue; readonly title: string }[];
  /** By 見出し: articles that wait for an issue, and those of which a change or the withdrawal waits for 承認. */
  readonly waiting: readonly string[];
  readonly proposed: readonly { readonly title: string; readonly isWithdrawal: boolean }[];
  /** How many wait for 掲載を承諾する: what they say is not the secretariat's to read before. */
  readonly awaitingConsent: number;
};

/** What the secretariat has begun and not brought to its end. */
export type UnderWay = {
  readonly inquiries: readonly InquiryUnderWay[];
  readonly inquiryDrafts: readonly Inquiry[];
  readonly written: readonly WrittenUnderWay[];
  readonly writtenDrafts: readonly WrittenUnderWay[];
  /** 評価・意見 that are not 公表済, and 前年度からの継続; each in the year in which it is considered. */
  readonly opinions: readonly OpinionOnDesk[];
  readonly news: NewsUnderWay;
  /** By due day. */
  readonly actions: readonly PlacedAction[];
  readonly failed: readonly FailedCount[];
};

type Record = Pick<
  WorkspaceRecord,
  | 'actionItems'
  | 'articles'
  | 'bodies'
  | 'deliveries'
  | 'departments'
  | 'inquiries'
  | 'inquiryQuestions'
  | 'inquiryTargets'
  | 'meetings'
  | 'newsletterIssues'
  | 'opinions'
  | 'writtenAnswers'
  | 'writtenMeetings'
>;

const earliestDueFirst = (one: Inquiry, other: Inquiry): number => one.dueOn.localeCompare(other.dueOn);

const readInquiries = async ({
  departments,
  inquiries,
  inquiryTargets,
}: Record): Promise<Pick<UnderWay, 'inquiries' | 'inquiryDrafts'>> => {
  const [all, unfinished] = await Promise.all([
    departments.all(),
    inquiries.inState(['draft', 'open', 'closed']),
  ]);
  const sent = unfinished.filter(({ state }) => state !== 'draft').toSorted(earliestDueFirst);
  const asked = groupBy(
    await inquiryTargets.ofInquiries(sent.map(({ id }) => id)),
    ({ inquiryId }) => inquiryId,
  );
  return {
    inquiries: sent.map((inquiry) => {
      const targets = asked.get(inquiry.id) ?? [];
      return {
        inquiry,
        tally: tallyOf(inquiry, targets),
        departments: statusByDepartment(inquiry, targets, all),
      };
    }),
    inquiryDrafts: unfinished.filter(({ state }) => state === 'draft').toSorted(earliestDueFirst),
  };
};

const readWritten = async (
  { bodies, writtenAnswers, writtenMeetings }: Record,
  today: LocalDate,
): Promise<Pick<UnderWay, 'written' | 'writtenDrafts'>> => {
  const unfinished = await writtenMeetings.inState(['draft', ...UNDER_WAY]);
  const years = [...new Set([today, ...unfinished.map(({ dueOn }) => dueOn)].map(fiscalYearOf))];
  const [asked, named] = await Promise.all([
    writtenAnswers.ofMeetings(unfinished.map(({ id }) => id)),
    Promise.all(years.map(async (year) => [year, await bodies.nameable(year)] as const)),
  ]);
  const bodiesIn = new Map(named);
  const rows = unfinished.map((meeting): WrittenUnderWay => {
    const { voters = [], answers = [] } = asked.get(meeting.id) ?? {};
    const body = bodiesIn.get(fiscalYearOf(meeting.dueOn))?.find(({ id }) => id === meeting.bodyId);
    return { meeting, bodyName: body?.name ?? '', ...progressOf(meeting, voters, answers) };
  });
  return {
    written: rows.filter(({ meeting }) => meeting.state !== 'draft'),
    writtenDrafts: rows.filter(({ meeting }) => meeting.state === 'draft'),
  };
};

const readNews = async (
  { articles, newsletterIssues }: Record,
  { newsletterNumbering }: Settings,
): Promise<NewsUnderWay> => {
  const [issues, desk] = await Promise.all([newsletterIssues.inState(UNPUBLISHED), articles.onDesk()]);
  return {
    issues: issues.map((issue) => ({ issue, title: printIssueTitle(issue, newsletterNumbering) })),
    waiting: desk
      .filter((article) => article.proposal === null && isOffered(article))
      .map(({ title }) => title),
    proposed: desk.flatMap(({ title, proposal }) =>
      proposal === null ? [] : [{ title, isWithdrawal: proposal.isWithdrawal }],
    ),
    awaitingConsent: desk.filter(awaitsConsent).length,
  };
};

/** So many of the newest years on which opinions were given are looked through, and the year whose report was written last. */
const MOST_YEARS = 3;

const readOpinions = async (record: Record, today: LocalDate): Promise<readonly OpinionOnDesk[]> => {
  const given = (await record.opinions.years()).slice(0, MOST_YEARS);
  const years = [...new Set([...given, yearWrittenOn(today)])].toSorted((one, other) => one - other);
  const read = await Promise.all(years.map((year) => readOpinionsOfYear(record, year, today)));
  return read.flat().filter(({ state }) => state !== 'published');
};

/** Reads it as it stands on `today`, in as many statements however much it is. */
export const readUnderWay = async (
  record: Record,
  settings: Settings,
  today: LocalDate,
): Promise<UnderWay> => {
  const [inquiries, written, opinions, news, open, failed] = await Promise.all([
    readInquiries(record),
    readWritten(record, today),
    readOpinions(record, today),
    readNews(record, settings),
    record.actionItems.open(),
    record.deliveries.countFailed(),
  ]);
  return { ...inquiries, ...written, opinions, news, actions: await placeActions(record, open), failed };
};
