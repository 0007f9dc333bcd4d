import type { WorkspaceRecord } from '../../db/database.ts';
import { type Actor, chiefOf } from '../../domain/actor.ts';
import { type FiscalYear, fiscalYearOf } from '../../domain/calendar/fiscal-year.ts';
import { type LocalDate, todayInTokyo } from '../../domain/calendar/local-date.ts';
import { groupBy } from '../../domain/group-by.ts';
import type { Inquiry, InquiryState } from '../../domain/inquiry/inquiry.ts';
import { statusByDepartment, type Tally, tallyOf } from '../../domain/inquiry/tally.ts';
import { isSecretariat, may } from '../../domain/permission.ts';
import { type Sought, soughtAmong, soughtIn, type Wanted } from '../../domain/person/sought.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** An inquiry with its numbers, of the departments the reader oversees. */
export type ListedInquiry = { readonly inquiry: Inquiry; readonly tally: Tally };

/** The inquiries of a year: of all, or of those that are called as was looked for. */
export type InquiryList = {
  readonly year: FiscalYear;
  readonly sought: Sought;
  readonly today: LocalDate;
  readonly listed: readonly ListedInquiry[];
  readonly mayManage: boolean;
};

/**
 * Of a year, and of any year in these states, the newest first: for the secretariat (`all`) everything, else what asks these
 * departments.
 */
const readListed = async (
  record: Pick<WorkspaceRecord, 'departments' | 'inquiries' | 'inquiryTargets'>,
  { year, states }: { readonly year: FiscalYear; readonly states: readonly InquiryState[] },
  overseen: 'all' | readonly string[],
): Promise<readonly ListedInquiry[]> => {
  const inquiries = (await record.inquiries.ofYearOrIn(year, states)).filter(
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

/** What is open or a draft stands in the list of the present year, whenever it began. */
const UNFINISHED: readonly InquiryState[] = ['open', 'draft'];

/** The same for the secretariat's Home tab, which lists them unasked. */
export const listPresentInquiries = async (
  { clock, db }: ServiceDeps,
  { workspaceId }: Pick<Actor, 'workspaceId'>,
): Promise<Pick<InquiryList, 'listed' | 'mayManage'>> => {
  const year = fiscalYearOf(todayInTokyo(clock.now()));
  const listed = await readListed(db.record(workspaceId), { year, states: UNFINISHED }, 'all');
  return { listed, mayManage: true };
};

/**
 * A fiscal year's inquiries, of the present one with all that are open or drafts, the newest first, as far as their 件名 has what is
 * looked for: for the secretariat all, for a 主任 those that ask the department.
 */
export const listInquiries = async (
  { clock, db }: ServiceDeps,
  { of: year, words }: Wanted<FiscalYear>,
  actor: Actor,
): Promise<Result<InquiryList, Refusal>> => {
  const at = clock.now();
  const today = todayInTokyo(at);
  return db.look<InquiryList, Refusal>({ actor, action: 'list-inquiries', at }, async (record) => {
    const mayManage = isSecretariat(actor);
    const own = chiefOf(actor).filter((departmentId) => may(actor, 'oversee-inquiry', { departmentId }));
    if (!mayManage && own.length === 0) return refuse({ kind: 'not-allowed', who: 'chief' });
    const states = year === fiscalYearOf(today) ? UNFINISHED : [];
    const all = await readListed(record, { year, states }, mayManage ? 'all' : own);
    const isSought = soughtIn(words);
    const listed = all.filter(({ inquiry }) => isSought(inquiry.title));
    const names = all.map(({ inquiry }) => inquiry.title);
    return succeed({ year, today, sought: soughtAmong(words, listed.length, names), listed, mayManage });
  });
};
