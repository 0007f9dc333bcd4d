import type { Place } from '../../db/departments.ts';
import { groupBy } from '../../domain/group-by.ts';
import { dueOnOf, type Inquiry, type InquiryTarget } from '../../domain/inquiry/inquiry.ts';
import type { InquiryLine } from '../../domain/inquiry/line.ts';
import type { Responsible } from '../../domain/inquiry/responsible.ts';
import { targetOfRef, targetRef } from '../../domain/inquiry/target.ts';
import type { LineContent, OpenSection } from '../../domain/morning/content.ts';
import { whoIsAwayOn } from '../../domain/person/away.ts';
import { holdsOn } from '../../domain/promoter/appointment.ts';
import { partsOf } from '../../domain/subject.ts';
import { readOwners } from '../inquiry/responsibles.ts';
import type { LineReading } from './reading.ts';

type Owners = Pick<Responsible, 'people' | 'relation'>;

/** How the reader stands to it: theirs, or why it comes to them, or that somebody else has it whom Slack reaches. */
const relationTo = (reader: string, { people, relation }: Owners): InquiryLine['relation'] => {
  if (people.some(({ slackId }) => slackId === reader)) return 'own';
  return relation === 'own' ? 'elsewhere' : relation;
};

/** One who is asked, with the inquiry, the place, and whose it is on the day of the reading. */
type PlacedTarget = {
  readonly inquiry: Inquiry;
  readonly target: InquiryTarget;
  readonly place: Place;
  readonly owners: Owners;
};

/** Those asked, by `targetRef`; what is not in the record is left out. */
const readTargets = async (
  { record, today }: LineReading,
  refs: readonly string[],
): Promise<ReadonlyMap<string, PlacedTarget>> => {
  const found = await record.inquiryTargets.withInquiry(refs.flatMap((ref) => targetOfRef(ref) ?? []));
  const targets = found.map(({ target }) => target);
  const places = await record.departments.placesOf(targets.map(({ sectionId }) => sectionId));
  const ownersOf = await readOwners(record, today, targets);
  return new Map(
    found.flatMap(({ inquiry, target }) => {
      const place = places.get(target.sectionId);
      return place === undefined
        ? []
        : [[targetRef(target), { inquiry, target, place, owners: ownersOf(target) }] as const];
    }),
  );
};

/** Who gave back what is open again, by Slack id: a 主任 by name, all others as the secretariat. */
const readReturners = async (
  { record, today }: LineReading,
  targets: readonly Pick<InquiryTarget, 'answer' | 'returned'>[],
): Promise<ReadonlyMap<string, InquiryLine['returnedBy']>> => {
  const slackIds = new Set(
    targets.flatMap(({ answer, returned }) => (answer === null ? (returned?.by ?? []) : [])),
  );
  const found = await Promise.all(
    [...slackIds].map(async (slackId) => {
      const person = await record.people.findBySlackId(slackId);
      const held = person === undefined ? [] : await record.appointments.ofPerson(person.id);
      const isChief = held.some((one) => one.role === 'chief' && holdsOn(one, today));
      return [slackId, { chief: isChief ? (person?.name ?? null) : null }] as const;
    }),
  );
  return new Map(found);
};

/** Inquiries for sections, as `reader` stands to them, in the order of the refs; what is not in the record is left out. */
export const readInquiryLines = async (
  reading: LineReading,
  kind: InquiryLine['kind'],
  refs: readonly string[],
): Promise<readonly InquiryLine[]> => {
  const { record, reader, today, dueText } = reading;
  const targets = await readTargets(reading, refs);
  const postponed = await record.postponedLines.ofRefs(reader, refs);
  const returners = await readReturners(
    reading,
    [...targets.values()].map(({ target }) => target),
  );
  return refs.flatMap((ref): readonly InquiryLine[] => {
    const key = targetOfRef(ref);
    const found = key && targets.get(targetRef(key));
    if (key === undefined || found === undefined) return [];
    const { inquiry, target, place, owners } = found;
    const relation = relationTo(reader, owners);
    const until = postponed.get(ref);
    return [
      {
        kind,
        key,
        inquiry,
        sectionName: place.sectionName,
        departmentName: place.departmentName,
        relation,
        names: relation === 'own' ? [] : owners.people.map(({ name }) => name),
        answer: target.answer,
        returnReason: target.answer === null ? (target.returned?.reason ?? null) : null,
        returnedBy: returners.get(target.returned?.by ?? '') ?? null,
        postponedUntil: until !== undefined && until > today ? until : null,
        ...dueText(dueOnOf(inquiry, target)),
      },
    ];
  });
};

/** A 主任 hears that somebody will be 不在 on the due day. */
export const readAwayOverDueLine = async (
  reading: LineReading,
  ref: string,
): Promise<LineContent | undefined> => {
  const [found] = (await readTargets(reading, [ref])).values();
  if (found === undefined) return undefined;
  const { inquiry, target, place, owners } = found;
  const dueOn = dueOnOf(inquiry, target);
  const away = whoIsAwayOn(await reading.record.awayPeriods.notOver(dueOn), dueOn);
  return {
    kind: 'away-over-due',
    inquiry,
    sectionName: place.sectionName,
    departmentName: place.departmentName,
    isOpen: target.answer === null && owners.people.some(({ id }) => away.has(id)),
    ...reading.dueText(dueOn),
  };
};

/** What is open of an inquiry past its due day, by place in order. */
const openPlaces = async (
  reading: LineReading,
  inquiry: Inquiry,
): Promise<readonly { readonly place: Place; readonly section: OpenSection }[]> => {
  const { record, today } = reading;
  const open = (await record.inquiryTargets.ofInquiry(inquiry.id)).filter(
    (target) => target.answer === null && dueOnOf(inquiry, target) < today,
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
  const inquiry = await reading.record.inquiries.find(inquiryId);
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
  const inquiry = await reading.record.inquiries.find(inquiryId);
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
