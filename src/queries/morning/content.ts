import { lastDayOf } from '../../domain/calendar/fiscal-year.ts';
import type { Delivery } from '../../domain/delivery/delivery.ts';
import { isLineOpen, type LineContent, type OwedContent } from '../../domain/morning/content.ts';
import { reportObligation } from '../../domain/morning/duties.ts';
import type { MorningLine } from '../../domain/morning/morning.ts';
import { lastDayOfRecord } from '../../domain/occasion/date.ts';
import { standingOf } from '../../domain/occasion/standing.ts';
import { holdsOn } from '../../domain/promoter/appointment.ts';
import { reportRows, reportStateOf } from '../../domain/roster/report.ts';
import { partsOf } from '../../domain/subject.ts';
import { readTrainingToTell, readWatched } from '../training.ts';
import {
  readAwayOverDueLine,
  readCollectLine,
  readDepartmentLine,
  readInquiryLines,
  readUnansweredLine,
} from './inquiry-lines.ts';
import { type LineReading, type LineSources, readLineReading } from './reading.ts';

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
  { record, now, reader }: LineReading,
  kind: 'held-training' | 'video',
  ref: string,
): Promise<LineContent | undefined> => {
  const id = rowOf('training', ref);
  const told = await readTrainingToTell(record, id, now);
  if (told === undefined) return undefined;
  return kind === 'video' ? { ...told, kind, ...(await readWatched(record, id, reader)) } : { ...told, kind };
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

const contentOfLine = async (
  reading: LineReading,
  { kind, ref }: MorningLine,
): Promise<LineContent | undefined> => {
  switch (kind) {
    case 'inquiry':
    case 'inquiry-answered':
      return (await readInquiryLines(reading, kind, [ref]))[0];
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
    case 'away-over-due':
      return readAwayOverDueLine(reading, ref);
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

/**
 * The lines of a message as they stand now. Before it is posted for the first time, what is settled already is left out;
 * afterwards it is shown as settled.
 */
export const readOwedContent =
  (kind: OwedContent['kind']) =>
  async (
    record: LineSources,
    { id, recipient, posted }: Pick<Delivery, 'id' | 'recipient' | 'posted'>,
    now: Date,
  ): Promise<OwedContent> => {
    const reading = await readLineReading(record, recipient, now);
    const lines: LineContent[] = [];
    for (const line of await record.morningLines.of(id)) {
      const content = await contentOfLine(reading, line);
      if (content !== undefined && (posted !== null || isLineOpen(content))) lines.push(content);
    }
    return { kind, day: reading.today, lines, contact: reading.settings.contact };
  };
