import { type Actor, chiefOf } from '../../domain/actor.ts';
import { type FiscalYear, fiscalYearOf } from '../../domain/calendar/fiscal-year.ts';
import { todayInTokyo } from '../../domain/calendar/local-date.ts';
import type { Inquiry } from '../../domain/inquiry/inquiry.ts';
import { statusByDepartment, type Tally, tallyOf } from '../../domain/inquiry/tally.ts';
import { isSecretariat, may } from '../../domain/permission.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** An inquiry with its numbers, of the departments the reader oversees. */
export type ListedInquiry = { readonly inquiry: Inquiry; readonly tally: Tally };

/** The inquiries of a year, or those that are open and the drafts. */
export type InquiryList = {
  readonly year: FiscalYear;
  readonly listed: readonly ListedInquiry[];
  readonly mayManage: boolean;
};

/**
 * The present fiscal year's inquiries and all that are open or drafts, the newest first: for the secretariat all, for a 主任 those
 * that ask the department.
 */
export const listInquiries = async (
  { clock, db }: ServiceDeps,
  actor: Actor,
): Promise<Result<InquiryList, Refusal>> => {
  const at = clock.now();
  const year = fiscalYearOf(todayInTokyo(at));
  return db.act<InquiryList, Refusal>({ actor, action: 'list-inquiries', at }, async (record) => {
    const mayManage = isSecretariat(actor);
    const own = chiefOf(actor).filter((departmentId) => may(actor, 'oversee-inquiry', { departmentId }));
    if (!mayManage && own.length === 0) return refuse({ kind: 'not-allowed', who: 'chief' });
    const open = await record.inquiries.inState(mayManage ? ['open', 'draft'] : ['open']);
    const ofYear = (await record.inquiries.ofYear(year)).filter(
      ({ state }) => mayManage || state !== 'draft',
    );
    const all = [...new Map([...open, ...ofYear].map((inquiry) => [inquiry.id, inquiry])).values()];
    const departments = (await record.departments.all()).filter(({ id }) => mayManage || own.includes(id));
    const listed: ListedInquiry[] = [];
    for (const inquiry of all) {
      const asked = await record.inquiryTargets.ofInquiry(inquiry.id);
      const targets = statusByDepartment(inquiry, asked, departments).flatMap((one) => one.targets);
      if (mayManage || targets.length > 0) listed.push({ inquiry, tally: tallyOf(inquiry, targets) });
    }
    listed.sort(
      ({ inquiry: one }, { inquiry: other }) =>
        other.fiscalYear - one.fiscalYear || other.number - one.number,
    );
    return succeed({ year, listed, mayManage });
  });
};
