import type { Place } from '../../db/departments.ts';
import { groupBy } from '../../domain/group-by.ts';
import { dueOnOf, type Inquiry, type InquiryTarget, type TargetKey } from '../../domain/inquiry/inquiry.ts';
import type { InquiryLine } from '../../domain/inquiry/line.ts';
import type { Responsible } from '../../domain/inquiry/responsible.ts';
import { targetOfRef } from '../../domain/inquiry/target.ts';
import type { LineContent, OpenSection } from '../../domain/morning/content.ts';
import { isAwayOn } from '../../domain/person/away.ts';
import { partsOf } from '../../domain/subject.ts';
import { readOwners } from '../inquiry/responsibles.ts';
import type { LineReading } from './reading.ts';

type Owners = Pick<Responsible, 'people' | 'relation'>;

/** How the reader stands to it: theirs, or why it comes to them, or that somebody else has it whom Slack reaches. */
const relationTo = (reader: string, { people, relation }: Owners): InquiryLine['relation'] => {
  if (people.some(({ slackId }) => slackId === reader)) return 'own';
  return relation === 'own' ? 'elsewhere' : relation;
};

/** One inquiry for one section, as `reader` stands to it; undefined when it is not in the record. */
export const readInquiryLine = async (
  reading: LineReading,
  kind: InquiryLine['kind'],
  ref: string,
): Promise<InquiryLine | undefined> => {
  const { record, reader, dueText } = reading;
  const key = targetOfRef(ref);
  const found = key && (await readTarget(reading, key));
  if (key === undefined || found === undefined) return undefined;
  const { inquiry, target, place, owners } = found;
  const relation = relationTo(reader, owners);
  const postponed = await record.postponedLines.find(reader, ref);
  return {
    kind,
    key,
    inquiry,
    sectionName: place.sectionName,
    departmentName: place.departmentName,
    relation,
    names: relation === 'own' ? [] : owners.people.map(({ name }) => name),
    answer: target.answer,
    returnReason: target.answer === null ? (target.returned?.reason ?? null) : null,
    postponedUntil: postponed !== undefined && postponed > reading.today ? postponed : null,
    ...dueText(dueOnOf(inquiry, target)),
  };
};

const readTarget = async (
  reading: LineReading,
  key: TargetKey,
): Promise<
  | {
      readonly inquiry: Inquiry;
      readonly target: InquiryTarget;
      readonly place: Place;
      readonly owners: Owners;
    }
  | undefined
> => {
  const { record } = reading;
  const inquiry = await record.inquiries.find(key.inquiryId);
  const target = await record.inquiryTargets.find(key);
  const place = (await record.departments.placesOf([key.sectionId])).get(key.sectionId);
  if (inquiry === undefined || target === undefined || place === undefined) return undefined;
  const ownersOf = await readOwners(record, reading.today, [target]);
  return { inquiry, target, place, owners: ownersOf(target) };
};

/** A 主任 hears that somebody will be 不在 on the due day. */
export const readAwayOverDueLine = async (
  reading: LineReading,
  ref: string,
): Promise<LineContent | undefined> => {
  const key = targetOfRef(ref);
  const found = key && (await readTarget(reading, key));
  if (found === undefined) return undefined;
  const { inquiry, target, place, owners } = found;
  const dueOn = dueOnOf(inquiry, target);
  const away = await reading.record.awayPeriods.notOver(dueOn);
  const isAway = owners.people.some(({ id }) =>
    away.some((period) => period.personId === id && isAwayOn(period, dueOn)),
  );
  return {
    kind: 'away-over-due',
    inquiry,
    sectionName: place.sectionName,
    departmentName: place.departmentName,
    isOpen: target.answer === null && isAway,
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
  const away = new Set(
    (await record.awayPeriods.notOver(today))
      .filter((period) => isAwayOn(period, today))
      .map(({ personId }) => personId),
  );
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
