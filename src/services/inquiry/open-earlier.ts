import { randomUUID } from 'node:crypto';
import type { Actor } from '../../domain/actor.ts';
import { todayInTokyo } from '../../domain/calendar/local-date.ts';
import type { DepartmentWithSections } from '../../domain/department.ts';
import { type GoneNames, goneOf, namesOfGone } from '../../domain/inquiry/audience.ts';
import { factsFromEarlier } from '../../domain/inquiry/earlier.ts';
import { hasQuestions, type Inquiry, type InquiryFacts } from '../../domain/inquiry/inquiry.ts';
import { may } from '../../domain/permission.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { calendarOf } from '../../domain/settings.ts';
import { subjectOf } from '../../domain/subject.ts';
import { readRosterToAsk } from '../../queries/inquiry/roster-to-ask.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** What 照会を作成 is filled with from an earlier inquiry; `inquiryId` is that of the new one. */
export type OpenedEarlier = {
  readonly inquiryId: string;
  readonly earlier: Inquiry;
  readonly facts: InquiryFacts;
  readonly departments: readonly DepartmentWithSections[];
  /** Those of its 対象 who can't be asked any more. */
  readonly gone: GoneNames;
};

/** Opens 照会を作成 filled from an inquiry that was sent. Nothing is kept before the form is submitted. */
export const openEarlierInquiry = async (
  { clock, db }: ServiceDeps,
  earlierId: string,
  actor: Actor,
): Promise<Result<OpenedEarlier, Refusal>> => {
  const at = clock.now();
  const act = { actor, action: 'open-inquiry-form', at, subject: subjectOf('inquiry', earlierId) };
  return db.look<OpenedEarlier, Refusal>(act, async (record) => {
    if (!may(actor, 'manage-inquiry')) return refuse({ kind: 'not-allowed', who: 'secretariat' });
    const earlier = await record.inquiries.find(earlierId);
    if (earlier === undefined || earlier.state === 'draft' || hasQuestions(earlier))
      return refuse({ kind: 'gone' });
    const today = todayInTokyo(at);
    const calendar = calendarOf(await record.settings.read());
    const roster = await readRosterToAsk(record, today, []);
    const gone = goneOf(earlier, roster);
    return succeed({
      inquiryId: randomUUID(),
      earlier,
      facts: factsFromEarlier(earlier, today, calendar, gone),
      departments: roster.departments,
      gone: namesOfGone(earlier, gone, roster),
    });
  });
};
