import type { Actor } from '../../domain/actor.ts';
import { type InquiryEnding, stateAfter } from '../../domain/inquiry/course.ts';
import type { Inquiry } from '../../domain/inquiry/inquiry.ts';
import { type Tally, tallyOf } from '../../domain/inquiry/tally.ts';
import { may } from '../../domain/permission.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { subjectOf } from '../../domain/subject.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** An inquiry that is about to end, with its numbers as they stand. */
export type EndingInquiry = { readonly inquiry: Inquiry; readonly tally: Tally };

/** Opens the view before 締め切る or 取りやめる; refused where the inquiry has ended since its button was shown. */
export const openInquiryEnding = async (
  { clock, db }: ServiceDeps,
  inquiryId: string,
  ending: InquiryEnding,
  actor: Actor,
): Promise<Result<EndingInquiry, Refusal>> => {
  const subject = subjectOf('inquiry', inquiryId);
  const act = { actor, action: 'open-inquiry-form', at: clock.now(), subject };
  return db.act<EndingInquiry, Refusal>(act, async (record) => {
    if (!may(actor, 'manage-inquiry')) return refuse({ kind: 'not-allowed', who: 'secretariat' });
    const inquiry = await record.inquiries.find(inquiryId);
    if (inquiry === undefined || inquiry.state === 'draft') return refuse({ kind: 'gone' });
    if (stateAfter(inquiry, ending) === undefined) return refuse(await record.changedMeanwhile(subject));
    return succeed({ inquiry, tally: tallyOf(inquiry, await record.inquiryTargets.ofInquiry(inquiryId)) });
  });
};
