import type { Place } from '../../db/departments.ts';
import type { LocalDate } from '../../domain/calendar/local-date.ts';
import { groupBy } from '../../domain/group-by.ts';
import { dueOnOf, type Inquiry, type InquiryTarget } from '../../domain/inquiry/inquiry.ts';
import type { InquiryLine } from '../../domain/inquiry/line.ts';
import { type Owners, relationTo } from '../../domain/inquiry/responsible.ts';
import { targetOfRef, targetRef } from '../../domain/inquiry/target.ts';
import type { LineContent, OpenSection } from '../../domain/morning/content.ts';
import { isTargetKind, type MorningLine, type TargetKind } from '../../domain/morning/morning.ts';
import { type AwayPeriod, whoIsAwayOn } from '../../domain/person/away.ts';
import { servingDay } from '../../domain/promoter/serving.ts';
import { partsOf } from '../../domain/subject.ts';
import { readOwners } from '../inquiry/responsibles.ts';
import { readReturners } from '../inquiry/returners.ts';
import type { LineReading } from './reading.ts';

/** One who is asked, with the inquiry, the place, and whose it is on the day of the reading. */
type PlacedTarget = {
  readonly inquiry: Inquiry;
  readonly target: InquiryTarget;
  readonly place: Place;
  readonly owners: Owners;
  /** Who gave it back, where it is open again for that. */
  readonly returnedBy: InquiryLine['returnedBy'];
};

/** Those asked, by `targetRef`; what is not in the record is left out. */
const readTargets = async (
  reading: LineReading,
  refs: readonly string[],
): Promise<ReadonlyMap<string, PlacedTarget>> => {
  const { record, today, settings } = reading;
  const found = await record.inquiryTargets.withInquiry(refs.flatMap((ref) => targetOfRef(ref) ?? []));
  const targets = found.map(({ target }) => target);
  const places = await record.departments.placesOf(targets.map(({ sectionId }) => sectionId));
  const ownersOf = await readOwners(record, today, targets);
  const returners = await readReturners(record, servingDay(today, settings), targets);
  return new Map(
    found.flatMap(({ inquiry, target }) => {
      const place = places.get(target.sectionId);
      const returnedBy = returners.get(target.returned?.by ?? '') ?? null;
      return place === undefined
        ? []
        : [[targetRef(target), { inquiry, target, place, owners: ownersOf(target), returnedBy }] as const];
    }),
  );
};

/** An inquiry for one section, as the reader stands to it. */
const inquiryLine = (
  { reader, today, dueText }: LineReading,
  kind: InquiryLine['kind'],
  { inquiry, target, place, owners, returnedBy }: PlacedTarget,
  postponedUntil: LocalDate | undefined,
): InquiryLine => {
  const { inquiryId, sectionId, role } = target;
  const relation = relationTo(reader, owners);
  return {
    kind,
    key: { inquiryId, sectionId, role },
    inquiry,
    sectionName: place.sectionName,
    departmentName: place.departmentName,
    relation,
    names: relation === 'own' ? [] : owners.people.map(({ name }) => name),
    answer: target.answer,
    returnReason: target.answer === null ? (target.returned?.reason ?? null) : null,
    returnedBy,
    postponedUntil: postponedUntil !== undefined && postponedUntil > today ? postponedUntil : null,
    ...dueText(dueOnOf(inquiry, target)),
  };
};

/** Inquiries for sections, as `reader` stands to them, in the order of the refs; what is not in the record is left out. */
export const readInquiryLines = async (
  reading: LineReading,
  kind: InquiryLine['kind'],
  refs: readonly string[],
): Promise<readonly InquiryLine[]> => {
  const targets = await readTargets(reading, refs);
  const postponed = await reading.record.postponedLines.ofRefs(reading.reader, refs);
  return refs.flatMap((ref): readonly InquiryLine[] => {
    const found = targets.get(ref);
    return found === undefined ? [] : [inquiryLine(reading, kind, found, postponed.get(ref))];
  });
};

/** A 主任 hears that somebody will be 不在 on the due day. */
const awayOverDueLine = (
  { dueText }: LineReading,
  { inquiry, target, place, owners }: PlacedTarget,
  away: readonly AwayPeriod[],
): LineContent => {
  const dueOn = dueOnOf(inquiry, target);
  const awayThen = whoIsAwayOn(away, dueOn);
  return {
    kind: 'away-over-due',
    inquiry,
    sectionName: place.sectionName,
    departmentName: place.departmentName,
    isOpen: target.answer === null && owners.people.some(({ id }) => awayThen.has(id)),
    ...dueText(dueOn),
  };
};

/** Reads all lines among these that are about one of those asked at once; gives what each says, if it is in the record. */
export const readTargetLines = async (
  reading: LineReading,
  names: readonly MorningLine[],
): Promise<(kind: TargetKind, ref: string) => LineContent | undefined> => {
  const { record, reader, today } = reading;
  const refs = names.filter(({ kind }) => isTargetKind(kind)).map(({ ref }) => ref);
  if (refs.length === 0) return () => undefined;
  const targets = await readTargets(reading, refs);
  const postponed = await record.postponedLines.ofRefs(reader, refs);
  const due = names.flatMap(({ kind, ref }) => {
    const found = kind === 'away-over-due' ? targets.get(ref) : undefined;
    return found === undefined ? [] : [dueOnOf(found.inquiry, found.target)];
  });
  const first = due.reduce((one, other) => (one < other ? one : other), today);
  const away = due.length === 0 ? [] : await record.awayPeriods.notOver(first);
  return (kind, ref) => {
    const found = targets.get(ref);
    if (found === undefined) return undefined;
    return kind === 'away-over-due'
      ? awayOverDueLine(reading, found, away)
      : inquiryLine(reading, kind, found, postponed.get(ref));
  };
};

/** An inquiry by its id: mostly one of those that are open, which are read together. */
const inquiryOf = async ({ record }: LineReading, id: string): Promise<Inquiry | undefined> =>
  (await record.inquiries.inState(['open'])).find((inquiry) => inquiry.id === id) ??
  record.inquiries.find(id);

/** What is open of an inquiry past its due day, by place in order. */
const openPlaces = async (
  reading: LineReading,
  inquiry: Inquiry,
): Promise<readonly { readonly place: Place; readonly section: OpenSection }[]> => {
  const { record, today } = reading;
  const open = (await reading.unanswered()).filter(
    (target) => target.inquiryId === inquiry.id && dueOnOf(inquiry, target) < today,
  );
  const bySection = groupBy(open, ({ sectionId }) => sectionId);
  const places = await record.departments.placesOf([...bySection.keys()]);
  const ownersOf = await readOwners(record, today, open);
  const away = whoIsAwayOn(await record.awayPeriods.notOver(today), today);
  return [...bySection]
    .flatMap(([sectionId, targets]) => {
      const place = places.get(sectionId);
      const people = targets.flatMap((target) => ownersOf(target).people);
      const isAway = people.length > 0 && people.every(({ id }) => away.has(id));
      return place === undefined
        ? []
        : [{ place, section: { name: place.sectionName, count: targets.length, isAway } }];
    })
    .toSorted(
      ({ place: { position: one } }, { place: { position: other } }) =>
        one[0] - other[0] || one[1] - other[1],
    );
};

/** とりまとめ of a department; without a とりまとめ期限 there is none. */
export const readCollectLine = async (
  { record, dueText }: LineReading,
  ref: string,
): Promise<LineContent | undefined> => {
  const [inquiryId = '', departmentId = ''] = partsOf('inquiry-collect', ref) ?? [];
  const inquiry = await record.inquiries.find(inquiryId);
  const department = (await record.departments.all()).find(({ id }) => id === departmentId);
  if (inquiry === undefined || inquiry.collectBy === null || department === undefined) return undefined;
  const collected = await record.inquiries.collectedOf(inquiryId);
  return {
    kind: 'collect',
    inquiry,
    departmentId,
    departmentName: department.name,
    isCollected: collected.some((one) => one.departmentId === departmentId),
    ...dueText(inquiry.collectBy),
  };
};

/** What is open of a department. */
export const readDepartmentLine = async (
  reading: LineReading,
  ref: string,
): Promise<LineContent | undefined> => {
  const [inquiryId = '', departmentId = ''] = partsOf('inquiry-department', ref) ?? [];
  const inquiry = await inquiryOf(reading, inquiryId);
  if (inquiry === undefined) return undefined;
  const open = (await openPlaces(reading, inquiry)).filter(
    ({ place }) => place.departmentId === departmentId,
  );
  return {
    kind: 'department-unanswered',
    inquiry,
    departmentId,
    departmentName: open[0]?.place.departmentName ?? '',
    sections: open.map(({ section }) => section),
    ...reading.dueText(inquiry.dueOn),
  };
};

/** What is open of an inquiry, by department. */
export const readUnansweredLine = async (
  reading: LineReading,
  ref: string,
): Promise<LineContent | undefined> => {
  const [inquiryId = ''] = partsOf('inquiry', ref) ?? [];
  const inquiry = await inquiryOf(reading, inquiryId);
  if (inquiry === undefined) return undefined;
  const byDepartment = groupBy(await openPlaces(reading, inquiry), ({ place }) => place.departmentId);
  return {
    kind: 'unanswered',
    inquiry,
    departments: [...byDepartment.values()].map((open) => ({
      departmentName: open[0]?.place.departmentName ?? '',
      sections: open.map(({ section }) => section),
    })),
    ...reading.dueText(inquiry.dueOn),
  };
};
