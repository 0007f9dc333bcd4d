import type { WorkspaceRecord } from '../db/database.ts';
import { dueTextOn } from '../domain/calendar/deadline.ts';
import { fiscalYearOf } from '../domain/calendar/fiscal-year.ts';
import { type LocalDate, todayInTokyo } from '../domain/calendar/local-date.ts';
import { type DeliveryContent, FAILED_WHATS } from '../domain/delivery/content.ts';
import { pageOfKey } from '../domain/delivery/continued.ts';
import type { Delivery, DeliveryKind } from '../domain/delivery/delivery.ts';
import { readRun } from '../domain/delivery/run-report.ts';
import { MOST_FAILED } from '../domain/delivery/unshown.ts';
import { placeOf } from '../domain/department.ts';
import { printMeetingDate } from '../domain/meeting/print.ts';
import { earlierWord } from '../domain/morning/earlier.ts';
import { standingOf } from '../domain/occasion/standing.ts';
import { holdsOn } from '../domain/promoter/appointment.ts';
import { calendarOf } from '../domain/settings.ts';
import { partsOf, type SubjectKind, type SubjectParts } from '../domain/subject.ts';
import { type KnowsSecretariat, readFreeTextAnswer } from './free-text.ts';
import { readDelegateAskedContent, readReturnedContent } from './inquiry/messages.ts';
import { readDidNotMeet, readMeetingAnnounced, readMeetingRecorded } from './meeting.ts';
import { readOwedContent } from './morning/content.ts';
import type { LineSources } from './morning/reading.ts';
import {
  readArticleConsent,
  readArticleMessage,
  readArticlePublished,
  readArticleWithdrawn,
  readChannelTrouble,
  readIssueMessage,
  readNewsletterAsked,
  readPartMessage,
} from './newsletter.ts';
import { readArticleJudged, readArticleProposed } from './proposal.ts';
import { readRetention } from './retention.ts';
import { readScheduleRecorded } from './schedule/told.ts';
import { readTrainingLag, readTrainingRecorded } from './training.ts';
import { readWrittenAsked } from './written-meeting/asked.ts';
import { readWrittenAmended, readWrittenCancelled } from './written-meeting/changed.ts';
import { readWrittenResultTold } from './written-meeting/outcome.ts';

/** What a message is written from: tables, and who the secretariat is. */
export type Sources = LineSources &
  KnowsSecretariat &
  Pick<
    WorkspaceRecord,
    | 'articleProposals'
    | 'articles'
    | 'attendances'
    | 'delegateRequests'
    | 'deliveries'
    | 'didNotMeet'
    | 'jobSlots'
    | 'newsletterIssues'
    | 'retention'
    | 'writtenAnswers'
    | 'writtenMeetings'
  >;

/** Reads what a message of some kind is about; undefined when that is not in the record. */
type Reader = (record: Sources, delivery: Delivery, now: Date) => Promise<DeliveryContent | undefined>;

/** Reads by the name of a row of one kind; what has another name is about nothing. */
const bySubject =
  <K extends SubjectKind>(
    kind: K,
    read: (record: Sources, parts: SubjectParts[K], now: Date) => Promise<DeliveryContent | undefined>,
  ): Reader =>
  async (record, { subject }, now) => {
    const parts = partsOf(kind, subject);
    return parts && read(record, parts, now);
  };

/** A guide names at most this many coming meetings. */
const MOST_COMING = 5;

/** Meetings entered before their day, of bodies that promoters take part in, from today on. */
const comingFor = async (record: Sources, today: LocalDate) => {
  const year = fiscalYearOf(today);
  const [bodies, meetings] = await Promise.all([record.bodies.nameable(year), record.meetings.ofYear(year)]);
  return meetings
    .flatMap((meeting) => {
      const body = bodies.find(({ id }) => id === meeting.bodyId);
      return standingOf(meeting, today) === 'planned' && body?.recordableBy === 'promoters'
        ? [{ meetingId: meeting.id, bodyName: body.name, printedDate: printMeetingDate(meeting) }]
        : [];
    })
    .slice(0, MOST_COMING);
};

const roleGuide: Reader = async (record, { id, subject }, now) => {
  const [appointmentId = ''] = partsOf('appointment', subject) ?? [];
  const today = todayInTokyo(now);
  const appointment = await record.appointments.find(appointmentId);
  if (appointment === undefined) return undefined;
  const place = placeOf(await record.departments.all(), appointment.sectionId);
  const asked = {
    appointment,
    departmentName: place?.department.name ?? '',
    sectionName: place?.section.name ?? '',
    stands: holdsOn(appointment, today),
  };
  const [card] = await record.morningLines.of(id);
  return {
    ...asked,
    kind: 'role-guide',
    coming: await comingFor(record, today),
    earlier:
      card === undefined || card.isNewest ? null : earlierWord({ ...asked, kind: 'guide' }, card.dueOn),
    contact: (await record.settings.read()).contact,
  };
};

const inquiryTrial = async (
  record: Sources,
  [id]: SubjectParts['inquiry'],
  now: Date,
): Promise<DeliveryContent | undefined> => {
  const day = todayInTokyo(now);
  const inquiry = await record.inquiries.find(id);
  const settings = await record.settings.read();
  const due = dueTextOn(day, calendarOf(settings));
  return (
    inquiry && { kind: 'inquiry-trial', inquiry, due: due(inquiry.dueOn), day, contact: settings.contact }
  );
};

const runReport = async (
  record: Sources,
  [run]: SubjectParts['run'],
): Promise<DeliveryContent | undefined> => {
  const known = readRun(run);
  const counts = known && (await record.jobSlots.countsOf(known.name, known.slot));
  return (
    known && counts && { kind: 'job-report', ...known, counts, tally: await record.deliveries.tallyOf(run) }
  );
};

/** `wanted` began with 1 and has counted each failure. */
const failureNoted: Reader = async (_record, { subject, wanted }) => {
  const [id = '', named] = partsOf('failure', subject) ?? [];
  const what = FAILED_WHATS.find((known) => known === named);
  return what && { kind: 'failure-noted', id, what, count: wanted - 1 };
};

/** What another message says. */
const contentOf = async (record: Sources, id: string, now: Date): Promise<DeliveryContent | undefined> => {
  const other = await record.deliveries.find(id);
  return other && readDeliveryContent(record, other, now);
};

/** What stands at Slack as it was before: of one message for its writer, else the newest for the secretariat. */
const updateRefused: Reader = async ({ deliveries }, { subject }) => {
  const [id] = partsOf('unshown-of', subject) ?? [];
  if (id !== undefined) {
    const lines = await deliveries.unshown(1, id);
    return { kind: 'update-refused', forWriter: true, lines, count: lines.length };
  }
  const counts = (await deliveries.countFailed()).filter(({ isUnshown }) => isUnshown);
  const count = counts.reduce((sum, each) => sum + each.count, 0);
  return { kind: 'update-refused', forWriter: false, lines: await deliveries.unshown(MOST_FAILED), count };
};

const correction = async (
  record: Sources,
  [id]: SubjectParts['delivery'],
  now: Date,
): Promise<DeliveryContent | undefined> => {
  const of = await contentOf(record, id, now);
  return of && { kind: 'correction', of };
};

const continued: Reader = async (record, { key, subject }, now) => {
  const [id] = partsOf('continues', subject) ?? [];
  const of = id === undefined ? undefined : await contentOf(record, id, now);
  return of && { kind: 'continued', of, page: pageOfKey(key) };
};

/** How each kind of message is read from the record. */
const READERS: Readonly<Record<DeliveryKind, Reader>> = {
  'meeting-recorded': bySubject('meeting', readMeetingRecorded),
  'meeting-announced': readMeetingAnnounced,
  'did-not-meet-recorded': readDidNotMeet,
  'schedule-recorded': readScheduleRecorded,
  morning: readOwedContent('morning'),
  'inquiry-asked': readOwedContent('inquiry-asked'),
  'training-asked': readOwedContent('training-asked'),
  'inquiry-trial': bySubject('inquiry', inquiryTrial),
  'written-meeting-asked': readWrittenAsked('written-meeting-asked'),
  'written-meeting-asked-now': readWrittenAsked('written-meeting-asked-now'),
  'written-meeting-trial': readWrittenAsked('written-meeting-trial'),
  'inquiry-returned': readReturnedContent,
  'delegate-asked': readDelegateAskedContent,
  'written-meeting-amended': readWrittenAmended,
  'written-meeting-cancelled': bySubject('written-meeting', readWrittenCancelled),
  'written-result': bySubject('written-meeting', readWrittenResultTold('written-result')),
  'written-result-now': bySubject('written-meeting', readWrittenResultTold('written-result-now')),
  'written-result-trial': bySubject('written-meeting', readWrittenResultTold('written-result-trial')),
  'role-guide': roleGuide,
  'free-text-answer': bySubject('slack-user', readFreeTextAnswer),
  'training-recorded': bySubject('training', readTrainingRecorded),
  'training-lag': bySubject('training-lag', readTrainingLag),
  retention: bySubject('settings', readRetention),
  'newsletter-issue': bySubject('newsletter', readIssueMessage),
  'newsletter-article': bySubject('newsletter', readArticleMessage),
  'newsletter-part': bySubject('newsletter', readPartMessage),
  'newsletter-asked': bySubject('newsletter-asked', readNewsletterAsked),
  'article-consent': bySubject('article', readArticleConsent),
  'article-published': bySubject('article', readArticlePublished),
  'article-withdrawn': readArticleWithdrawn,
  'article-proposed': bySubject('article-proposal', readArticleProposed),
  'article-judged': bySubject('article-proposal', readArticleJudged),
  'channel-trouble': bySubject('channel', readChannelTrouble),
  'job-report': bySubject('run', runReport),
  'failure-noted': failureNoted,
  'update-refused': updateRefused,
  correction: bySubject('delivery', correction),
  continued,
};

/** Reads what a delivery is about; undefined when that is not in the record. */
export const readDeliveryContent: Reader = (record, delivery, now) =>
  READERS[delivery.kind](record, delivery, now);
