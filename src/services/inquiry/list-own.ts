import type { Actor } from '../../domain/actor.ts';
import { type LocalDate, todayInTokyo } from '../../domain/calendar/local-date.ts';
import type { PlaceNames } from '../../domain/department.ts';
import type { Inquiry, InquiryAnswer, TargetKey } from '../../domain/inquiry/inquiry.ts';
import type { InquiryLine } from '../../domain/inquiry/line.ts';
import { readOwedInquiries } from '../../queries/inquiry/owed.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** One that was answered and may still be changed. */
export type AnsweredInquiry = PlaceNames & {
  readonly key: TargetKey;
  readonly inquiry: Inquiry;
  readonly answer: InquiryAnswer;
};

/** My section's open inquiries: what is to be answered, then what was. */
export type OwnInquiries = {
  readonly day: LocalDate;
  readonly open: readonly InquiryLine[];
  readonly answered: readonly AnsweredInquiry[];
};

/** More than this nobody reads at once; what is due first comes first. */
const MOST_OPEN = 100;

/** What is asked of one's sections, of what one was named for, and what falls to one, of all inquiries that are open. */
export const listOwnInquiries = async ({ clock, db }: ServiceDeps, actor: Actor): Promise<OwnInquiries> => {
  const at = clock.now();
  const day = todayInTokyo(at);
  const record = db.record(actor.workspaceId);
  const { lines } = await readOwedInquiries(record, actor, at, MOST_OPEN);
  const targets = await record.inquiryTargets.open({
    sectionIds: actor.posts.map(({ sectionId }) => sectionId),
    delegateId: actor.personId,
  });
  const inquiries = await record.inquiries.inState(['open']);
  const places = await record.departments.placesOf(targets.map(({ sectionId }) => sectionId));
  const answered = inquiries.flatMap((inquiry) =>
    targets
      .filter(({ inquiryId }) => inquiryId === inquiry.id)
      .flatMap(({ answer, inquiryId, sectionId, role }): readonly AnsweredInquiry[] => {
        const { departmentName = '', sectionName = '' } = places.get(sectionId) ?? {};
        const key = { inquiryId, sectionId, role };
        return answer === null ? [] : [{ key, inquiry, answer, departmentName, sectionName }];
      }),
  );
  return { day, open: lines, answered };
};
