import { lastDayOf } from '../../domain/calendar/fiscal-year.ts';
import type { Delivery } from '../../domain/delivery/delivery.ts';
import {
  isLineOpen,
  type LineContent,
  type OwedContent,
  type ShownLine,
} from '../../domain/morning/content.ts';
import { reportObligation, videoAskedUntil } from '../../domain/morning/duties.ts';
import { earlierLine } from '../../domain/morning/earlier.ts';
import {
  isTargetKind,
  type LineKind,
  type MorningLine,
  type TargetKind,
} from '../../domain/morning/morning.ts';
import { lastDayOfRecord } from '../../domain/occasion/date.ts';
import { standingOf } from '../../domain/occasion/standing.ts';
import { holdsOn } from '../../domain/promoter/appointment.ts';
import { reportRows, reportStateOf } from '../../domain/roster/report.ts';
import { partsOf } from '../../domain/subject.ts';
import { readNamedTraining, readWatched } from '../training.ts';
import { readActionLines } from './action-lines.ts';
import { readCollectLine, readDepartmentLine, readTargetLines, readUnansweredLine } from './inquiry-lines.ts';
import { readPreparationLine } from './preparation-lines.ts';
import { type LineReading, type LineSources, readLineReading } from './reading.ts';
import { readWrittenClosedLine, readWrittenLine } from './written-lines.ts';

const rowOf = (kind: 'appointment' | 'meeting' | 'person' | 'training', ref: string): string =>
  partsOf(kind, ref)?.[0] ?? '';

const reportLine = async (
  { record, today, calendar, settings, dueText }: LineReading,
  kind: 'roster-report' | 'report-missing',
  ref: string,
): Promise<LineContent | undefined> => {
  const [departmentId = '', year = 0] = partsOf('roster-report', ref) ?? [];
  const department = (await record.departments.all()).find(({ id }) => id === departmentId);
  if (department === undefined) return undefined;
  const appointments = await record.appointments.between(lastDayOf(year - 1), lastDayOf(year));
  const rows = reportRows(department, appointments, year, today);
  return {
    kind,
    departmentId,
    departmentName: department.name,
    year,
    open: rows.filter((row) => reportStateOf(row) === 'open').length,
    ...dueText(reportObligation(year, calendar, settings).dueOn),
  };
};

const guideLine = async ({ record, today }: LineReading, ref: string): Promise<LineContent | undefined> => {
  const appointment = await record.appointments.find(rowOf('appointment', ref));
  const place = appointment && (await record.departments.placesOf([appointment.sectionId]));
  const names = appointment && place?.get(appointment.sectionId);
  return (
    appointment && {
      kind: 'guide',
      appointment,
      departmentName: names?.departmentName ?? '',
      sectionName: names?.sectionName ?? '',
      stands: holdsOn(appointment, today),
    }
  );
};

const heldMeetingLine = async (
  { record, today, calendar }: LineReading,
  ref: string,
): Promise<LineContent | undefined> => {
  const meeting = await record.meetings.find(rowOf('meeting', ref));
  const body = meeting && (await record.bodies.find(meeting.bodyId, meeting.fiscalYear));
  if (meeting === undefined || body === undefined) return undefined;
  const askedOn = calendar.nextWorkingDay(lastDayOfRecord(meeting.date));
  return { kind: 'held-meeting', meeting, body, standing: standingOf(meeting, today), askedOn };
};

const trainingLine = async (
  { record, now, today, reader, calendar }: LineReading,
  kind: 'held-training' | 'video',
  ref: string,
): Promise<LineContent | undefined> => {
  const id = rowOf('training', ref);
  const told = await readNamedTraining(record, id, now);
  if (told === undefined) return undefined;
  if (kind === 'held-training') return { ...told, kind };
  const { date } = told.session;
  return {
    ...told,
    kind,
    ...(await readWatched(record, id, reader)),
    isRunning: today <= lastDayOfRecord(date),
    isOver: today > videoAskedUntil(date, calendar),
  };
};

const deactivatedLine = async (
  { record, today }: LineReading,
  ref: string,
): Promise<LineContent | undefined> => {
  const person = await record.people.find(rowOf('person', ref));
  if (person === undefined || person.deactivatedAt === null) return undefined;
  const held = (await record.appointments.ofPerson(person.id)).filter((one) => holdsOn(one, today));
  const places = await record.departments.placesOf(held.map(({ sectionId }) => sectionId));
  return { kind: 'deactivated', name: person.name, places: [...places.values()] };
};

/** One line, but for those about 対応事項 or one of those asked: they are read together. */
const contentOfLine = async (
  reading: LineReading,
  kind: Exclude<LineKind, TargetKind | 'action-item'>,
  ref: string,
): Promise<LineContent | undefined> => {
  switch (kind) {
    case 'roster-report':
    case 'report-missing':
      return reportLine(reading, kind, ref);
    case 'video':
    case 'held-training':
      return trainingLine(reading, kind, ref);
    case 'guide':
      return guideLine(reading, ref);
    case 'held-meeting':
      return heldMeetingLine(reading, ref);
    case 'written-meeting':
    case 'written-told':
      return readWrittenLine(reading, kind, ref);
    case 'written-closed':
      return readWrittenClosedLine(reading, ref);
    case 'preparation':
      return readPreparationLine(reading, ref);
    case 'collect':
      return readCollectLine(reading, ref);
    case 'department-unanswered':
      return readDepartmentLine(reading, ref);
    case 'unanswered':
      return readUnansweredLine(reading, ref);
    case 'deactivated':
      return deactivatedLine(reading, ref);
  }
};

/** A line by its name, and what it says. */
export type ReadLine<Name extends MorningLine = MorningLine> = {
  readonly name: Name;
  readonly content: LineContent;
};

/** Lines as they stand now, in their order; what is not in the record is left out. */
export const readLines = async <Name extends MorningLine>(
  reading: LineReading,
  names: readonly Name[],
): Promise<readonly ReadLine<Name>[]> => {
  const ofTargets = await readTargetLines(reading, names);
  const ofActions = await readActionLines(reading, names);
  const contents = await Promise.all(
    names.map(({ kind, ref }) => {
      if (kind === 'action-item') return ofActions(ref);
      return isTargetKind(kind) ? ofTargets(kind, ref) : contentOfLine(reading, kind, ref);
    }),
  );
  return names.flatMap((name, index) => {
    const content = contents[index];
    return content === undefined ? [] : [{ name, content }];
  });
};

/**
 * The lines of a message as they stand now. Before it is posted for the first time, what is settled already is left out;
 * afterwards it is shown as settled. What a newer message has too is a word in this one.
 */
export const readOwedContent =
  (kind: OwedContent['kind']) =>
  async (
    record: LineSources,
    { id, recipient, posted }: Pick<Delivery, 'id' | 'recipient' | 'posted'>,
    now: Date,
  ): Promise<OwedContent> => {
    const reading = await readLineReading(record, recipient, now);
    const all = (await readLines(reading, await record.morningLines.of(id))).map(
      ({ name, content }): ShownLine => (name.isNewest ? content : earlierLine(content, name.dueOn)),
    );
    const lines = posted === null ? all.filter(isLineOpen) : all;
    return { kind, day: reading.today, lines, contact: reading.settings.contact };
  };
