import { type Actor, chiefOf } from '../domain/actor.ts';
import { type LocalDate, todayInTokyo } from '../domain/calendar/local-date.ts';
import type { TargetKey } from '../domain/inquiry/inquiry.ts';
import { type Responsibles, responsibleFor, responsiblesOn } from '../domain/inquiry/responsible.ts';
import type { TargetInPlace } from '../domain/inquiry/standing.ts';
import type { InquiryLine } from '../domain/morning/content.ts';
import { targetRef } from '../domain/morning/morning.ts';
import type { Person } from '../domain/person/person.ts';
import { holdsOn } from '../domain/promoter/appointment.ts';
import { calendarOf } from '../domain/settings.ts';
import type { WorkspaceRecord } from './database.ts';
import { inquiryLine } from './morning-inquiry-content.ts';
import { dueTextOn, type LineReading, type LineSources } from './morning-reading.ts';

/** Who reads what they owe. */
export type InquiryReader = Pick<Actor, 'id' | 'personId' | 'isSecretariat' | 'posts'>;

/** What of inquiries falls to somebody: the first lines, and how many there are in all. */
export type OwedInquiries = { readonly lines: readonly InquiryLine[]; readonly total: number };

/** Reads lines for one person at one moment. */
export const lineReadingOf = async (record: LineSources, reader: string, now: Date): Promise<LineReading> => {
  const settings = await record.settings.read();
  const calendar = calendarOf(settings);
  const today = todayInTokyo(now);
  return { record, now, today, reader, settings, calendar, dueText: dueTextOn(today, calendar) };
};

/** Who is there to answer on a day for sections of these departments. */
export const readResponsibles = async (
  record: Pick<WorkspaceRecord, 'appointments' | 'departments' | 'people'>,
  day: LocalDate,
  wanted: {
    readonly departmentIds: readonly string[];
    readonly delegateIds: readonly (string | null)[];
    readonly secretariat: readonly string[];
  },
): Promise<Responsibles> => {
  const departments = (await record.departments.all()).filter(({ id }) => wanted.departmentIds.includes(id));
  const sectionIds = departments.flatMap(({ sections }) => sections.map(({ id }) => id));
  const appointments = await record.appointments.ofSections(sectionIds, day);
  const named: Person[] = [];
  for (const id of new Set(wanted.delegateIds)) {
    const person = id === null ? undefined : await record.people.find(id);
    if (person !== undefined) named.push(person);
  }
  return responsiblesOn(day, departments, appointments, named, wanted.secretariat);
};

/** One of those asked with the inquiry and the place; `holds` keeps it so until the transaction ends. */
export const readTargetInPlace = async (
  record: Pick<WorkspaceRecord, 'departments' | 'inquiries' | 'inquiryTargets'>,
  key: TargetKey,
  holds: boolean,
): Promise<TargetInPlace | undefined> => {
  const { inquiries, inquiryTargets } = record;
  const inquiry = await (holds ? inquiries.findToAnswer : inquiries.find)(key.inquiryId);
  const target = await (holds ? inquiryTargets.findToChange : inquiryTargets.find)(key);
  const place = (await record.departments.placesOf([key.sectionId])).get(key.sectionId);
  return inquiry && target && place && { inquiry, target, place };
};

/** What of inquiries falls to the reader: their sections', what they were named for, and what reaches nobody else. */
export const readOwedInquiries = async (
  record: LineSources,
  reader: InquiryReader,
  now: Date,
  most: number,
): Promise<OwedInquiries> => {
  const today = todayInTokyo(now);
  const found = await record.inquiryTargets.owed(
    {
      sectionIds: reader.posts.map(({ sectionId }) => sectionId),
      personId: reader.personId,
      overseen: reader.isSecretariat ? 'all' : chiefOf(reader),
    },
    today,
  );
  if (found.length === 0) return { lines: [], total: 0 };
  const places = await record.departments.placesOf(found.map(({ sectionId }) => sectionId));
  const responsibles = await readResponsibles(record, today, {
    departmentIds: [...places.values()].map(({ departmentId }) => departmentId),
    delegateIds: found.map(({ delegateId }) => delegateId),
    secretariat: reader.isSecretariat ? [reader.id] : [],
  });
  const own = found.filter((target) => responsibleFor(target, responsibles).receivers.includes(reader.id));
  const reading = await lineReadingOf(record, reader.id, now);
  const lines: InquiryLine[] = [];
  for (const target of own.slice(0, most)) {
    const line = await inquiryLine(reading, 'inquiry', targetRef(target));
    if (line !== undefined) lines.push(line);
  }
  return { lines, total: own.length };
};

/** What somebody is to inquiries on a day, by Slack id. */
export const readInquiryReader = async (
  record: Pick<WorkspaceRecord, 'appointments' | 'departments' | 'people' | 'settings'>,
  slackId: string,
  today: LocalDate,
): Promise<InquiryReader> => {
  const { secretariat } = await record.settings.read();
  const person = await record.people.findBySlackId(slackId);
  const held = person === undefined ? [] : await record.appointments.ofPerson(person.id);
  const present = held.filter((one) => holdsOn(one, today));
  const places = await record.departments.placesOf(present.map(({ sectionId }) => sectionId));
  return {
    id: slackId,
    personId: person?.id ?? null,
    isSecretariat: secretariat.includes(slackId),
    posts: present.map(({ role, sectionId }) => ({
      role,
      sectionId,
      departmentId: places.get(sectionId)?.departmentId ?? '',
    })),
  };
};
