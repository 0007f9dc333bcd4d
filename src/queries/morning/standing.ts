import type { WorkspaceRecord } from '../../db/database.ts';
import type { OwedTarget } from '../../db/owed-targets.ts';
import { chiefOf } from '../../domain/actor.ts';
import { fiscalYearOf, lastDayOf } from '../../domain/calendar/fiscal-year.ts';
import { groupBy } from '../../domain/group-by.ts';
import { isLineOpen } from '../../domain/morning/content.ts';
import { AWAY_NOTICE } from '../../domain/morning/inquiries.ts';
import type { HeldToPlan, InquiryToPlan, MorningLine } from '../../domain/morning/morning.ts';
import { standingLines } from '../../domain/morning/standing.ts';
import type { Person } from '../../domain/person/person.ts';
import type { Appointment } from '../../domain/promoter/appointment.ts';
import { servingDay } from '../../domain/promoter/serving.ts';
import { yearToReport } from '../../domain/roster/report.ts';
import type { Subject } from '../../domain/subject.ts';
import { mayConcern } from '../../domain/written-meeting/owed.ts';
import type { InquiryReader } from '../inquiry/owed.ts';
import { readUnansweredBallots } from '../written-meeting/unanswered.ts';
import { type ReadLine, readLines } from './content.ts';
import { readPreparations } from './preparation-lines.ts';
import { type LineReading, type LineSources, readLineReading } from './reading.ts';
import { readRunningVideos } from './world.ts';
import { readEndingInWriting } from './written-lines.ts';

/** What stands open for somebody: the lines that are shown, and how many are not. */
export type Standing = {
  readonly lines: readonly ReadLine[];
  /** Of inquiries to be answered, and of all else. */
  readonly others: { readonly inquiries: number; readonly rest: number };
};

/** The most lines that are shown of inquiries to be answered, and of all else. */
export type MostLines = { readonly inquiries: number; readonly rest: number };

/** What of inquiries is open for the reader, or may be: by due day. */
const readOwed = ({ record, today, calendar, settings }: LineReading, reader: InquiryReader) =>
  record.inquiryTargets.owed(
    {
      sectionIds: reader.posts.map(({ sectionId }) => sectionId),
      personId: reader.personId,
      overseen: reader.isSecretariat ? 'all' : chiefOf(reader),
      dueBy: calendar.addWorkingDays(today, AWAY_NOTICE),
    },
    servingDay(today, settings),
  );

/** The inquiries of those asked, as mornings are planned from them. */
const inquiriesOf = (owed: readonly OwedTarget[]): readonly InquiryToPlan[] =>
  [...groupBy(owed, ({ inquiryId }) => inquiryId)].flatMap(([id, targets]) =>
    targets.slice(0, 1).map(({ askedOn, dueOn }) => ({
      id,
      askedOn,
      dueOn,
      collectBy: null,
      targets: targets.map((target) => ({ ...target, isAnswered: false, told: new Map() })),
    })),
  );

/** What the reader, as 主任, is to collect from their departments: inquiries with a とりまとめ期限, however much is answered. */
const readToCollect = async (
  { record, today }: LineReading,
  reader: InquiryReader,
): Promise<readonly InquiryToPlan[]> => {
  const own = chiefOf(reader);
  if (own.length === 0) return [];
  const open = (await record.inquiries.inState(['open'])).flatMap(({ id, askedOn, dueOn, collectBy }) =>
    collectBy === null || askedOn === null || askedOn > today ? [] : [{ id, askedOn, dueOn, collectBy }],
  );
  if (open.length === 0) return [];
  const departments = (await record.departments.all()).filter(({ id }) => own.includes(id));
  const sectionIds = departments.flatMap(({ sections }) => sections.map(({ id }) => id));
  const targets = await record.inquiryTargets.open({ sectionIds, delegateId: null });
  return open.map((inquiry) => ({
    ...inquiry,
    // What is still to be answered of them is among what is owed.
    targets: targets
      .filter(({ inquiryId }) => inquiryId === inquiry.id)
      .map(({ inquiryId, sectionId, role, delegateId }) => ({
        inquiryId,
        sectionId,
        role,
        delegateId,
        isAnswered: true,
        returned: null,
        told: new Map(),
      })),
  }));
};

/** Records of which the reader may be asked whether they took place: their own, and to the secretariat everybody's. */
const readHeld = async (
  { record, today }: LineReading,
  reader: InquiryReader,
): Promise<readonly HeldToPlan[]> => {
  const [meetings, trainings] = await Promise.all([
    record.meetings.pending(today),
    record.trainings.pending(today),
  ]);
  return [
    ...meetings
      .filter(({ begunInWritingId }) => begunInWritingId === null)
      .map((meeting) => ({ ...meeting, kind: 'held-meeting' as const })),
    ...trainings.map((training) => ({ ...training, kind: 'held-training' as const })),
  ]
    .filter(({ heldConfirmedAt }) => heldConfirmedAt === null)
    .filter(({ recordedBy }) => reader.isSecretariat || recordedBy === reader.id)
    .map(({ kind, id, date, recordedBy }) => ({ kind, id, date, recordedBy }));
};

/** What the secretariat is to prepare. */
const readToPrepare = async ({ record, today, calendar }: LineReading) =>
  readPreparations(record, await record.meetings.pending(today), calendar);

/** Those whom the reader's lines depend on: who holds something, who was named, who recorded, and the reader. */
const readPeople = async (
  { people }: Pick<WorkspaceRecord, 'people'>,
  appointments: readonly Appointment[],
  named: readonly (string | null)[],
  recorders: readonly string[],
): Promise<readonly Person[]> => {
  const known = new Map(appointments.map(({ person }) => [person.id, person]));
  const ids = [...new Set(named.flatMap((id) => (id === null || known.has(id) ? [] : [id])))];
  const bySlack = new Set([...known.values()].map(({ slackId }) => slackId));
  const others = recorders.filter((slackId) => !bySlack.has(slackId));
  const [byId, recording] = await Promise.all([
    people.ofIds(ids),
    others.length === 0 ? [] : people.ofSlackIds(others),
  ]);
  return [...new Map([...known.values(), ...byId, ...recording].map((one) => [one.id, one])).values()];
};

/** What is open for the reader today, by name, in the order of a morning message, and what of inquiries it was found in. */
const readStandingNames = async (
  reading: LineReading,
  reader: InquiryReader,
): Promise<{ readonly names: readonly MorningLine[]; readonly owed: readonly OwedTarget[] }> => {
  const { record, today, calendar } = reading;
  const oversees = reader.isSecretariat || chiefOf(reader).length > 0;
  const [
    departments,
    appointments,
    owed,
    collecting,
    held,
    away,
    actionItems,
    writtenMeetings,
    endingInWriting,
    preparations,
  ] = await Promise.all([
    record.departments.all(),
    record.appointments.between(lastDayOf(fiscalYearOf(today) - 1), lastDayOf(yearToReport(today))),
    readOwed(reading, reader),
    readToCollect(reading, reader),
    readHeld(reading, reader),
    oversees ? record.awayPeriods.notOver(today) : [],
    record.actionItems.open(),
    readUnansweredBallots(
      record,
      (voters, members) => reader.isSecretariat || mayConcern(reader.id, voters, members),
    ),
    reader.isSecretariat ? readEndingInWriting(record) : [],
    reader.isSecretariat ? readToPrepare(reading) : [],
  ]);
  const videos = await readRunningVideos(record, { day: today, calendar }, appointments);
  const people = await readPeople(
    record,
    appointments,
    [...owed.map(({ delegateId }) => delegateId), videos.length === 0 ? null : reader.personId],
    [...new Set(held.map(({ recordedBy }) => recordedBy))].filter((id) => id !== reader.id),
  );
  const names = standingLines(
    {
      calendar,
      rosterReportUntil: reading.settings.rosterReportUntil,
      departments,
      appointments,
      people,
      secretariat: reader.isSecretariat ? [reader.id] : [],
      away,
      inquiries: [...inquiriesOf(owed), ...collecting],
      writtenMeetings,
      endingInWriting,
      actionItems,
      postponed: [],
      videos,
      held,
      preparations,
      unsent: [],
    },
    reader.id,
    today,
  );
  return { names, owed };
};

/**
 * Everything that is open for somebody today: the lines that morning messages have told them of and will, as they stand now.
 * `also` are lines that are shown in any case, first and settled or not.
 */
export const readStanding = async (
  record: LineSources,
  reader: InquiryReader,
  now: Date,
  { most, also = [] }: { readonly most: MostLines; readonly also?: readonly MorningLine[] },
): Promise<Standing> => {
  const reading = await readLineReading(record, reader.id, now);
  const isAlso = (name: MorningLine) => also.some(({ kind, ref }) => kind === name.kind && ref === name.ref);
  const standing = await readStandingNames(reading, reader);
  const names = standing.names.filter((name) => !isAlso(name));
  const ofInquiries = names.filter(({ kind }) => kind === 'inquiry');
  const rest = names.filter(({ kind }) => kind !== 'inquiry');
  const shown = [...also, ...ofInquiries.slice(0, most.inquiries), ...rest.slice(0, most.rest)];
  const lines = (await readLines({ ...reading, unanswered: async () => standing.owed }, shown)).filter(
    ({ name, content }) => isLineOpen(content) || isAlso(name),
  );
  return {
    lines,
    others: {
      inquiries: Math.max(0, ofInquiries.length - most.inquiries),
      rest: Math.max(0, rest.length - most.rest),
    },
  };
};

/** Whether something, by its name, is among what is open for somebody today. */
export const isStanding = async (
  record: LineSources,
  reader: InquiryReader,
  wanted: Subject,
  now: Date,
): Promise<boolean> => {
  const { names } = await readStandingNames(await readLineReading(record, reader.id, now), reader);
  return names.some(({ ref }) => ref === wanted);
};
