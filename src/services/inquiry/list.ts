import type { WorkspaceRecord } from '../../db/database.ts';
import { type Actor, chiefOf } from '../../domain/actor.ts';
import { type FiscalYear, fiscalYearOf } from '../../domain/calendar/fiscal-year.ts';
import { todayInTokyo } from '../../domain/calendar/local-date.ts';
import { groupBy } from '../../domain/group-by.ts';
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

/** Of a year and what is open, the newest first: for the secretariat (`all`) everything, else what asks these departments. */
const readListed = async (
  record: Pick<WorkspaceRecord, 'departments' | 'inquiries' | 'inquiryTargets'>,
  year: FiscalYear,
  overseen: 'all' | readonly string[],
): Promise<readonly ListedInquiry[]> => {
  const inquiries = (await record.inquiries.ofYearOrIn(year, ['open', 'draft'])).filter(
    ({ state }) => overseen === 'all' || state !== 'draft',
  );
  const departments = (await record.departments.all()).filter(
    ({ id }) => overseen === 'all' || overseen.includes(id),
  );
  const asked = groupBy(
    await record.inquiryTargets.ofInquiries(inquiries.map(({ id }) => id)),
    ({ inquiryId }) => inquiryId,
  );
  return inquiries.flatMap((inquiry) => {
    const here = statusByDepartment(inquiry, asked.get(inquiry.id) ?? [], departments);
    const targets = here.flatMap((one) => one.targets);
    return overseen === 'all' || targets.length > 0 ? [{ inquiry, tally: tallyOf(inquiry, targets) }] : [];
  });
};

/** The same for the secretariat's Home tab, which lists them unasked. */
export const listPresentInquiries = async (
  { clock, db }: ServiceDeps,
  { workspaceId }: Pick<Actor, 'workspaceId'>,
): Promise<InquiryList> => {
  const year = fiscalYearOf(todayInTokyo(clock.now()));
  return { year, listed: await readListed(db.record(workspaceId), year, 'all'), mayManage: true };
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
    return succeed({ year, listed: await readListed(record, year, mayManage ? 'all' : own), mayManage });
  });
};
