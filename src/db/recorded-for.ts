import type { OccasionRecord } from '../domain/occasion/record.ts';

/** The section of the promoter who recorded a meeting or training, of its row; null of what the secretariat recorded. */
export const toRecordedFor = ({
  sectionId,
  section,
}: {
  readonly sectionId: string | null;
  readonly section: { readonly departmentId: string } | null;
}): OccasionRecord['recordedFor'] =>
  sectionId === null || section === null ? null : { sectionId, departmentId: section.departmentId };
