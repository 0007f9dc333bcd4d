import { randomUUID } from 'node:crypto';
import type { ActingRecord } from '../../db/database.ts';
import type { Actor } from '../../domain/actor.ts';
import { type LocalDate, todayInTokyo } from '../../domain/calendar/local-date.ts';
import type { DepartmentWithSections } from '../../domain/department.ts';
import { type GoneNames, goneOf, namesOfGone } from '../../domain/inquiry/audience.ts';
import type { Inquiry } from '../../domain/inquiry/inquiry.ts';
import { may } from '../../domain/permission.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { calendarOf } from '../../domain/settings.ts';
import { subjectOf } from '../../domain/subject.ts';
import { readRosterToAsk } from '../../queries/inquiry/roster-to-ask.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** What the forms of an inquiry are made of; `inquiryId` is that of a new one, or of the one that is opened. */
export type OpenedInquiryForm = {
  readonly inquiryId: string;
  readonly departments: readonly DepartmentWithSections[];
  /** The due day that is offered: 10 working days ahead. */
  readonly dueOn: LocalDate;
  readonly inquiry: Inquiry | undefined;
  /** Those of a draft's 対象 who can't be asked any more. */
  readonly gone: GoneNames;
};

const OFFERED_WORKING_DAYS = 10;

const NOBODY_GONE: GoneNames = { departments: [], people: [] };

const goneOfDraft = async (record: ActingRecord, draft: Inquiry, today: LocalDate): Promise<GoneNames> => {
  const roster = await readRosterToAsk(record, today, []);
  return namesOfGone(draft, goneOf(draft, roster), roster);
};

/** Opens 照会を作成, or one of the forms about an inquiry that is there. */
export const openInquiryForm = async (
  { clock, db }: ServiceDeps,
  inquiryId: string | undefined,
  actor: Actor,
): Promise<Result<OpenedInquiryForm, Refusal>> => {
  const at = clock.now();
  const subject = inquiryId === undefined ? 'none' : subjectOf('inquiry', inquiryId);
  const act = { actor, action: 'open-inquiry-form', at, subject };
  return db.act<OpenedInquiryForm, Refusal>(act, async (record) => {
    if (!may(actor, 'manage-inquiry')) return refuse({ kind: 'not-allowed', who: 'secretariat' });
    const inquiry = inquiryId === undefined ? undefined : await record.inquiries.find(inquiryId);
    if (inquiryId !== undefined && inquiry === undefined) return refuse({ kind: 'gone' });
    const calendar = calendarOf(await record.settings.read());
    const today = todayInTokyo(at);
    return succeed({
      inquiryId: inquiryId ?? randomUUID(),
      departments: await record.departments.all(),
      dueOn: calendar.addWorkingDays(today, OFFERED_WORKING_DAYS),
      inquiry,
      gone: inquiry?.state === 'draft' ? await goneOfDraft(record, inquiry, today) : NOBODY_GONE,
    });
  });
};
