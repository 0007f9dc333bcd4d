import type { WorkspaceRecord } from '../../db/database.ts';
import type { Actor } from '../../domain/actor.ts';
import type { Body } from '../../domain/body/body.ts';
import { type BodyMember, isMemberOn } from '../../domain/body/member.ts';
import { fiscalYearOf } from '../../domain/calendar/fiscal-year.ts';
import { type LocalDate, todayInTokyo } from '../../domain/calendar/local-date.ts';
import type { SentOnDay } from '../../domain/delivery/sent.ts';
import { groupBy } from '../../domain/group-by.ts';
import type { Inquiry } from '../../domain/inquiry/inquiry.ts';
import { type Tally, tallyOf } from '../../domain/inquiry/tally.ts';
import { type Issue, type MonthlyDay, printIssueTitle } from '../../domain/newsletter/newsletter.ts';
import { type DateAhead, datesAhead, yearBefore } from '../../domain/schedule/ahead.ts';
import type { Settings } from '../../domain/settings.ts';
import type { Programme } from '../../domain/training/programme.ts';
import { readSchedule } from '../schedule/dates.ts';
import { readScheduleOffers } from '../schedule/offers.ts';

type Ahead = Pick<
  WorkspaceRecord,
  'bodies' | 'didNotMeet' | 'meetings' | 'programmes' | 'settings' | 'trainings' | 'writtenMeetings'
>;

/** Reads what is to come, in order, with what the record of a year before lets expect. */
export const readAhead = async (
  record: Ahead,
  { actor, now }: { readonly actor: Actor; readonly now: Date },
): Promise<readonly DateAhead[]> => {
  const today = todayInTokyo(now);
  const thisYear = fiscalYearOf(today);
  const years = [thisYear, thisYear + 1];
  const [schedules, plans] = await Promise.all([
    Promise.all(years.map((year) => readSchedule(record, year, { actor, now }))),
    Promise.all(years.map((year) => readScheduleOffers(record, { year, baseYear: year - 1 }, today))),
  ]);
  return datesAhead(
    schedules.flatMap(({ entries }) => entries),
    plans,
    today,
  );
};

/** An inquiry that was sent, with its numbers. */
export type SentInquiry = { readonly inquiry: Inquiry; readonly tally: Tally };

/** What went out from a day on: in numbers, with no names. */
export type SentInYear = {
  readonly since: LocalDate;
  /** By the day on which they were asked; those that were 取りやめ too. */
  readonly inquiries: readonly SentInquiry[];
  /** By the moment of their 発行. */
  readonly issues: readonly { readonly issue: Issue; readonly title: string }[];
  readonly messages: readonly SentOnDay[];
};

type Sent = Pick<WorkspaceRecord, 'deliveries' | 'inquiries' | 'inquiryTargets' | 'newsletterIssues'>;

/** Reads what went out in the year up to `today`. */
export const readSentInYear = async (
  { deliveries, inquiries, inquiryTargets, newsletterIssues }: Sent,
  { newsletterNumbering }: Settings,
  today: LocalDate,
): Promise<SentInYear> => {
  const since = yearBefore(today);
  const [asked, published, messages] = await Promise.all([
    inquiries.askedBetween(since, today),
    newsletterIssues.inState(['published']),
    deliveries.sentByDay({ first: since, last: today }),
  ]);
  const targets = groupBy(
    await inquiryTargets.ofInquiries(asked.map(({ id }) => id)),
    ({ inquiryId }) => inquiryId,
  );
  return {
    since,
    inquiries: asked.map((inquiry) => ({ inquiry, tally: tallyOf(inquiry, targets.get(inquiry.id) ?? []) })),
    issues: published
      .filter(({ publishedAt }) => publishedAt !== null && todayInTokyo(publishedAt) >= since)
      .toSorted((one, other) => (one.publishedAt?.getTime() ?? 0) - (other.publishedAt?.getTime() ?? 0))
      .map((issue) => ({ issue, title: printIssueTitle(issue, newsletterNumbering) })),
    messages,
  };
};

/** What is set, of the present year. */
export type SetUp = {
  readonly settings: Settings;
  readonly monthly: MonthlyDay | undefined;
  /** 事務局 by Slack id, each as the record calls them; null where it has no name. */
  readonly secretariat: ReadonlyMap<string, string | null>;
  /** Every 会議体 with who is a member today, in order. */
  readonly bodies: readonly { readonly body: Body; readonly members: readonly BodyMember[] }[];
  readonly programmes: readonly Programme[];
};

type Setting = Pick<WorkspaceRecord, 'bodies' | 'bodyMembers' | 'monthlyDay' | 'people' | 'programmes'>;

/** Reads what is set, as it stands on `today`; `secretariat` by Slack id. */
export const readSetUp = async (
  { bodies, bodyMembers, monthlyDay, people, programmes }: Setting,
  settings: Settings,
  { today, secretariat }: { readonly today: LocalDate; readonly secretariat: readonly string[] },
): Promise<SetUp> => {
  const year = fiscalYearOf(today);
  const [inForce, members, monthly, ofYear, names] = await Promise.all([
    bodies.nameable(year),
    bodyMembers.all(),
    monthlyDay.read(),
    programmes.nameable(year),
    people.namesOf(secretariat),
  ]);
  return {
    settings,
    monthly,
    secretariat: new Map(secretariat.map((id) => [id, names.get(id) ?? null])),
    bodies: inForce.map((body) => ({
      body,
      members: members.filter((member) => member.bodyId === body.id && isMemberOn(member, today)),
    })),
    programmes: ofYear,
  };
};
