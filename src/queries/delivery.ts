import type { WorkspaceRecord } from '../db/database.ts';
import { dueTextOn } from '../domain/calendar/deadline.ts';
import { type FiscalYear, fiscalYearOf } from '../domain/calendar/fiscal-year.ts';
import { type LocalDate, todayInTokyo } from '../domain/calendar/local-date.ts';
import { type DeliveryContent, FAILED_WHATS } from '../domain/delivery/content.ts';
import { pageOfKey } from '../domain/delivery/continued.ts';
import type { Delivery } from '../domain/delivery/delivery.ts';
import { readRun } from '../domain/delivery/run-report.ts';
import { MOST_FAILED } from '../domain/delivery/unshown.ts';
import { type Meeting, standingOf } from '../domain/meeting/meeting.ts';
import { printMeetingDate } from '../domain/meeting/print.ts';
import { lastDayOfRecord } from '../domain/occasion/date.ts';
import { holdsOn } from '../domain/promoter/appointment.ts';
import { calendarOf, type Settings } from '../domain/settings.ts';
import { subjectOf } from '../domain/subject.ts';
import { readDelegateAskedContent, readReturnedContent } from './inquiry/messages.ts';
import { readInquiryReader, readOwedInquiries } from './inquiry/owed.ts';
import { readOwedContent } from './morning/content.ts';
import type { LineSources } from './morning/reading.ts';
import { readNewsletterContent } from './newsletter.ts';
import { readTrainingContent } from './training.ts';

/** Who the secretariat is, by 設定 as they were read. That may ask Slack: it is asked where a message depends on it. */
export type KnowsSecretariat = {
  readonly secretariatNow: (settings: Settings) => Promise<readonly string[]>;
};

/** What a message is written from: tables, and who the secretariat is. */
type Sources = LineSources &
  KnowsSecretariat &
  Pick<
    WorkspaceRecord,
    | 'articles'
    | 'attendances'
    | 'delegateRequests'
    | 'deliveries'
    | 'didNotMeet'
    | 'jobSlots'
    | 'newsletterIssues'
  >;

const isNewsletterKind = (kind: Delivery['kind']): boolean =>
  kind.startsWith('newsletter-') || kind.startsWith('article-') || kind === 'channel-trouble';

/**
 * A meeting as the channel of one body sees it: moved to another body, it is gone from there. `key` ends with the body
 * for which it was announced.
 */
const asAnnounced = (meeting: Meeting, key: string, now: Date): Meeting => {
  const bodyId = key.split(':').at(-1) ?? meeting.bodyId;
  return bodyId === meeting.bodyId ? meeting : { ...meeting, bodyId, cancelled: { at: now, reason: '' } };
};

/** As many coming meetings as a guide names. */
const MOST_COMING = 5;

/** Meetings entered before their day, of bodies that promoters take part in, from today on. */
const comingFor = async (record: Sources, today: LocalDate) => {
  const year = fiscalYearOf(today);
  const [bodies, meetings] = await Promise.all([record.bodies.nameable(year), record.meetings.ofYear(year)]);
  return meetings
    .flatMap((meeting) => {
      const body = bodies.find(({ id }) => id === meeting.bodyId);
      return standingOf(meeting, today) === 'planned' && body?.recordableBy === 'promoters'
        ? [{ bodyName: body.name, printedDate: printMeetingDate(meeting) }]
        : [];
    })
    .slice(0, MOST_COMING);
};

const roleGuide = async (
  record: Sources,
  id: string,
  today: LocalDate,
): Promise<DeliveryContent | undefined> => {
  const appointment = await record.appointments.find(id);
  if (appointment === undefined) return undefined;
  const departments = await record.departments.all();
  const department = departments.find(({ sections }) =>
    sections.some((section) => section.id === appointment.sectionId),
  );
  const section = department?.sections.find((candidate) => candidate.id === appointment.sectionId);
  return {
    kind: 'role-guide',
    appointment,
    departmentName: department?.name ?? '',
    sectionName: section?.name ?? '',
    coming: await comingFor(record, today),
    stands: holdsOn(appointment, today),
    contact: (await record.settings.read()).contact,
  };
};

/** As many open inquiries as the answer to free text has buttons for. */
const MOST_INQUIRIES = 5;

const freeTextAnswer = async (record: Sources, slackId: string, now: Date): Promise<DeliveryContent> => {
  const today = todayInTokyo(now);
  const [settings, person] = await Promise.all([
    record.settings.read(),
    record.people.findBySlackId(slackId),
  ]);
  const appointments = person === undefined ? [] : await record.appointments.ofPerson(person.id);
  const guides = appointments.filter(
    (appointment) =>
      appointment.guidePlannedAt !== null &&
      appointment.guideConfirmedAt === null &&
      holdsOn(appointment, today),
  );
  const reader = await readInquiryReader(record, slackId, today, await record.secretariatNow(settings));
  const inquiries = (await readOwedInquiries(record, reader, now, MOST_INQUIRIES)).lines;
  return {
    kind: 'free-text-answer',
    contact: settings.contact,
    guides: guides.map(({ id }) => id),
    inquiries,
  };
};

const bodyDidNotMeet = async (
  record: Sources,
  id: string,
  fiscalYear: FiscalYear,
): Promise<DeliveryContent | undefined> => {
  const body = await record.bodies.find(id, fiscalYear);
  const stands = (await record.didNotMeet.find(id, fiscalYear)) !== undefined;
  const of = { kind: 'body', id } as const;
  return body && { kind: 'did-not-meet-recorded', of, name: body.name, fiscalYear, stands };
};

const programmeNotHeld = async (
  record: Sources,
  id: string,
  fiscalYear: FiscalYear,
): Promise<DeliveryContent | undefined> => {
  const programme = await record.programmes.find(id, fiscalYear);
  const stands = (await record.programmes.notHeldIn(fiscalYear)).includes(id);
  const of = { kind: 'programme', id } as const;
  return programme && { kind: 'did-not-meet-recorded', of, name: programme.name, fiscalYear, stands };
};

const inquiryTrial = async (
  record: Sources,
  id: string,
  day: LocalDate,
): Promise<DeliveryContent | undefined> => {
  const inquiry = await record.inquiries.find(id);
  const settings = await record.settings.read();
  const due = dueTextOn(day, calendarOf(settings));
  return (
    inquiry && { kind: 'inquiry-trial', inquiry, due: due(inquiry.dueOn), day, contact: settings.contact }
  );
};

const runReport = async (record: Sources, run: string): Promise<DeliveryContent | undefined> => {
  const known = readRun(run);
  const counts = known && (await record.jobSlots.countsOf(known.name, known.slot));
  return (
    known && counts && { kind: 'job-report', ...known, counts, tally: await record.deliveries.tallyOf(run) }
  );
};

/** `wanted` began with 1 and has counted each failure. */
const failureNoted = (id: string, named: string, wanted: number): DeliveryContent | undefined => {
  const what = FAILED_WHATS.find((known) => known === named);
  return what && { kind: 'failure-noted', id, what, count: wanted - 1 };
};

/** What stands at Slack as it was before: one message for its writer, the newest for the secretariat. */
const updateRefused = async (record: Sources, subject: string): Promise<DeliveryContent> => {
  const { deliveries } = record;
  const [named, id = ''] = subject.split(':');
  if (named === 'unshown-of') {
    const lines = await deliveries.unshown(1, id);
    return { kind: 'update-refused', forWriter: true, lines, count: lines.length };
  }
  const counts = (await deliveries.countFailed()).filter(({ isUnshown }) => isUnshown);
  const count = counts.reduce((sum, each) => sum + each.count, 0);
  return { kind: 'update-refused', forWriter: false, lines: await deliveries.unshown(MOST_FAILED), count };
};

const correction = async (record: Sources, id: string, now: Date): Promise<DeliveryContent | undefined> => {
  const corrected = await record.deliveries.find(id);
  const of = corrected && (await readDeliveryContent(record, corrected, now));
  return of && { kind: 'correction', of };
};

const continued = async (
  record: Sources,
  { key, subject }: Delivery,
  now: Date,
): Promise<DeliveryContent | undefined> => {
  const first = await record.deliveries.find(subject.slice(subjectOf('continues', '').length));
  const of = first && (await readDeliveryContent(record, first, now));
  return of && { kind: 'continued', of, page: pageOfKey(key) };
};

/** Reads what a delivery is about; undefined when that is not in the record. */
export const readDeliveryContent = async (
  record: Sources,
  delivery: Delivery,
  now: Date,
): Promise<DeliveryContent | undefined> => {
  const { kind, key, subject } = delivery;
  const [, id = '', year = ''] = subject.split(':');
  const today = todayInTokyo(now);
  if (kind === 'inquiry-trial') return inquiryTrial(record, id, today);
  if (kind === 'job-report') return runReport(record, subject.slice('run:'.length));
  if (kind === 'failure-noted') return failureNoted(id, year, delivery.wanted);
  if (kind === 'update-refused') return updateRefused(record, subject);
  if (kind === 'continued') return continued(record, delivery, now);
  if (kind === 'correction') return correction(record, id, now);
  if (kind === 'role-guide') return roleGuide(record, id, today);
  if (kind === 'free-text-answer') return freeTextAnswer(record, id, now);
  if (kind === 'did-not-meet-recorded') {
    return subject.startsWith('programme-')
      ? programmeNotHeld(record, id, Number(year))
      : bodyDidNotMeet(record, id, Number(year));
  }
  if (isNewsletterKind(kind)) return readNewsletterContent(record, delivery, now);
  if (kind === 'morning' || kind === 'inquiry-asked') return readOwedContent(record, delivery, kind, now);
  if (kind === 'inquiry-returned') return readReturnedContent(record, delivery, now);
  if (kind === 'delegate-asked') return readDelegateAskedContent(record, delivery, now);
  if (kind !== 'meeting-recorded' && kind !== 'meeting-announced')
    return readTrainingContent(record, delivery, now);
  const found = await record.meetings.find(id);
  if (found === undefined) return undefined;
  const meeting = kind === 'meeting-announced' ? asAnnounced(found, key, now) : found;
  const [body, settings] = await Promise.all([
    record.bodies.find(meeting.bodyId, meeting.fiscalYear),
    record.settings.read(),
  ]);
  const askedOn = calendarOf(settings).nextWorkingDay(lastDayOfRecord(meeting.date));
  const standing = standingOf(meeting, today);
  return body && { kind, meeting, body, standing, askedOn, contact: settings.contact };
};
