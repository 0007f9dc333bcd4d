import { addDays } from '../../../src/domain/calendar/local-date.ts';
import type { InquiryFacts } from '../../../src/domain/inquiry/inquiry.ts';
import { SECRETARY } from '../practice.ts';
import { AT, type CityYear, TODAY } from './seen.ts';

const INQUIRIES = 12;
/** So many of those are still open; the first section is asked by all. */
const OPEN = 5;
const ASKED = 40;

/** Inquiries of 40 asked each: closed ones, open ones with answers, returned ones and delegates, and a draft. */
export const fillInquiries = async ({ record, size, sectionIds, personIds }: CityYear): Promise<void> => {
  for (let index = 0; index < INQUIRIES * size; index += 1) {
    const id = crypto.randomUUID();
    const facts: InquiryFacts = {
      title: `照会${index + 1}`,
      documentNumber: '豊コ第120号',
      requester: '大阪府',
      content: '該当の有無をお知らせください。',
      link: '',
      duty: 'prefectureSurvey',
      dueOn: addDays(TODAY, (index % 30) + 1),
      collectBy: null,
      audience: 'promoters',
      departmentIds: [],
      chosen: [],
      answerForm: 'applicability',
    };
    const by = { by: SECRETARY, at: AT };
    await record.inquiries.create(id, facts, { fiscalYear: 2026, fileId: null, ...by });
    if (index % INQUIRIES === 0) continue;
    const asked = [sectionIds[0] ?? '', ...sectionIds.slice(1, ASKED)].map((sectionId) => ({
      sectionId,
      role: 'promoter' as const,
    }));
    await record.inquiryTargets.add(id, asked);
    const state = index % INQUIRIES < OPEN ? 'open' : 'closed';
    await record.inquiries.putCourse(id, { state, sentAt: AT, askedOn: addDays(TODAY, -4) });
    for (const key of asked.slice(10, 11).map((one) => ({ ...one, inquiryId: id })))
      await record.inquiryTargets.answer({
        ...key,
        id: crypto.randomUUID(),
        ...by,
        applicable: true,
        count: null,
        text: '',
        received: null,
        fileId: null,
      });
    for (const [sectionId, delegate] of [
      [sectionIds[2], personIds[0]],
      [sectionIds[3], personIds[1]],
    ])
      if (sectionId !== undefined)
        await record.inquiryTargets.putDelegate(
          { inquiryId: id, sectionId, role: 'promoter' },
          delegate ?? null,
        );
  }
};
