import { joinParts } from '../parts.ts';
import { partsOf, type Subject, subjectOf } from '../subject.ts';
import type { TargetKey } from './inquiry.ts';

/** The name of what one of those asked owes. */
export const targetRef = ({ inquiryId, sectionId, role }: TargetKey): Subject =>
  subjectOf('inquiry', inquiryId, sectionId, role);

/** Who is asked, by that name; undefined for another. */
export const targetOfRef = (ref: string): TargetKey | undefined => {
  const [inquiryId = '', sectionId = '', role] = partsOf('inquiry', ref) ?? [];
  return role && { inquiryId, sectionId, role };
};

/** Who is asked, as buttons name it: `INQUIRY:SECTION:ROLE`, and what `more` says of them. */
export const targetValue = ({ inquiryId, sectionId, role }: TargetKey, more?: string): string =>
  joinParts(inquiryId, sectionId, role, more);
