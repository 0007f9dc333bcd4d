import type { WorkspaceRecord } from '../../db/database.ts';
import type { FoundInquiry } from '../../db/search-rows.ts';
import { printDay } from '../../domain/calendar/japanese-era.ts';
import { todayInTokyo } from '../../domain/calendar/local-date.ts';
import { targetValue } from '../../domain/inquiry/target.ts';
import { type Scope, scopeOf } from '../../domain/permission.ts';
import type { Found, Opens } from '../../domain/search/found.ts';
import type { SearchReading } from './reading.ts';

/** To who follows it how it stands; to who answers it their section's answer. */
const opens = (
  { id, state, sectionId, departmentId, role }: FoundInquiry,
  { all, departmentIds }: Scope,
): Opens => {
  if (all) return { by: state === 'draft' ? 'inquiry-draft' : 'inquiry-status', value: id };
  if (sectionId === null || role === null || departmentIds.some((each) => each === departmentId))
    return { by: 'inquiry-status', value: id };
  return { by: 'inquiry-answer', value: targetValue({ inquiryId: id, sectionId, role }) };
};

const MARKS = {
  draft: 'draft',
  cancelled: 'cancelled',
  open: 'settled',
  closed: 'settled',
  tallied: 'settled',
} as const;

/** 照会: to the secretariat all, to others what was asked of their section, their department, or of them. */
export const readFoundInquiries = async (
  record: Pick<WorkspaceRecord, 'search'>,
  { actor, query, now }: SearchReading,
): Promise<readonly Found[]> => {
  const asked = scopeOf(actor, 'answer-inquiry');
  const { personId } = actor;
  const found = await record.search.inquiries(query, { asked, personId, askedBy: todayInTokyo(now) });
  return found.map((inquiry) => ({
    kind: 'inquiry',
    id: inquiry.id,
    at: inquiry.at,
    name: inquiry.title,
    beside: printDay(todayInTokyo(inquiry.createdAt)),
    mark: MARKS[inquiry.state],
    texts: [inquiry.content, inquiry.requester, inquiry.documentNumber],
    opens: opens(inquiry, asked),
  }));
};
