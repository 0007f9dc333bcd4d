import type { WorkspaceRecord } from '../../db/database.ts';
import { type Actor, chiefOf } from '../../domain/actor.ts';
import { type LocalDate, todayInTokyo } from '../../domain/calendar/local-date.ts';
import type { InquiryLine } from '../../domain/inquiry/line.ts';
import { responsibleFor } from '../../domain/inquiry/responsible.ts';
import { targetRef } from '../../domain/inquiry/target.ts';
import { servingDay } from '../../domain/promoter/serving.ts';
import { readInquiryLines } from '../morning/inquiry-lines.ts';
import { type LineSources, readLineReading } from '../morning/reading.ts';
import { readResponsibles } from './responsibles.ts';

/** Who reads what they owe. */
export type InquiryReader = Pick<Actor, 'id' | 'personId' | 'isSecretariat' | 'posts'>;

/** What of inquiries falls to somebody: the first lines, and how many there are in all. */
export type OwedInquiries = { readonly lines: readonly InquiryLine[]; readonly total: number };

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
    servingDay(today, await record.settings.read()),
  );
  if (found.length === 0) return { lines: [], total: 0 };
  const places = await record.departments.placesOf(found.map(({ sectionId }) => sectionId));
  const responsibles = await readResponsibles(record, today, {
    departmentIds: [...places.values()].map(({ departmentId }) => departmentId),
    delegateIds: found.map(({ delegateId }) => delegateId),
    secretariat: reader.isSecretariat ? [reader.id] : [],
  });
  const own = found.filter((target) => responsibleFor(target, responsibles).receivers.includes(reader.id));
  const reading = await readLineReading(record, reader.id, now);
  const lines = await readInquiryLines(reading, 'inquiry', own.slice(0, most).map(targetRef));
  return { lines, total: own.length };
};

/** What somebody is to inquiries on a day, by Slack id; `secretariat` is who it is. */
export const readInquiryReader = async (
  record: Pick<WorkspaceRecord, 'people' | 'settings'>,
  slackId: string,
  today: LocalDate,
  secretariat: readonly string[],
): Promise<InquiryReader> => {
  const serving = servingDay(today, await record.settings.read());
  const { personId, posts } = await record.people.standingOf({ id: slackId, email: null }, serving);
  return { id: slackId, personId, isSecretariat: secretariat.includes(slackId), posts };
};
