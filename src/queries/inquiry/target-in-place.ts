import type { WorkspaceRecord } from '../../db/database.ts';
import type { TargetKey } from '../../domain/inquiry/inquiry.ts';
import type { TargetInPlace } from '../../domain/inquiry/standing.ts';

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
