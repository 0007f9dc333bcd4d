import { localDate } from '../../../src/domain/calendar/local-date.ts';
import type { InquiryFacts } from '../../../src/domain/inquiry/inquiry.ts';
import { inquiryFacts, KEY } from '../full-workspace/inquiry.ts';
import { AT, DAY, ID, SLACK_ID, YEAR } from '../full-workspace/names.ts';
import { finds, own, refused, type WallCase, WORDS } from './case.ts';

const facts: InquiryFacts = inquiryFacts(WORDS);
const answer = {
  ...KEY,
  id: ID.fresh,
  at: AT,
  by: SLACK_ID,
  applicable: true,
  count: null,
  text: WORDS,
  received: null,
  fileId: null,
};
const request = { ...KEY, id: ID.fresh, at: AT, by: SLACK_ID, candidate: null, word: WORDS };
const REF = `inquiry:${ID.inquiry}:${ID.section}:promoter`;
const nobody = { sectionIds: [ID.section], personId: null, overseen: 'all' } as const;

/** The same of inquiries and of what is owed. */
export const INQUIRY_WALL_CASES: Readonly<Record<string, WallCase>> = {
  'inquiries.find': finds(undefined, ({ inquiries }) => inquiries.find(ID.inquiry)),
  'inquiries.findToChange': finds(undefined, ({ inquiries }) => inquiries.findToChange(ID.inquiry)),
  'inquiries.findToAnswer': finds(undefined, ({ inquiries }) => inquiries.findToAnswer(ID.inquiry)),
  'inquiries.findByNumber': finds(undefined, ({ inquiries }) => inquiries.findByNumber(YEAR, 1)),
  'inquiries.inState': finds([], ({ inquiries }) => inquiries.inState(['open'])),
  'inquiries.ofYearOrIn': finds([], ({ inquiries }) => inquiries.ofYearOrIn(YEAR, ['open'])),
  'inquiries.askedBetween': finds([], ({ inquiries }) => inquiries.askedBetween(DAY, DAY)),
  'inquiries.inTime': finds([], ({ inquiries }) => inquiries.inTime([YEAR], localDate('2099-03-31'))),
  'inquiries.firstYear': finds(null, ({ inquiries }) => inquiries.firstYear()),
  'inquiries.create': own(({ inquiries }) =>
    inquiries.create(ID.inquiry, facts, { fiscalYear: YEAR, fileId: null, by: SLACK_ID, at: AT }),
  ),
  'inquiries.putFacts': refused(({ inquiries }) => inquiries.putFacts(ID.inquiry, facts, null)),
  'inquiries.putCourse': refused(({ inquiries }) => inquiries.putCourse(ID.inquiry, { state: 'closed' })),
  'inquiries.remove': own(({ inquiries }) => inquiries.remove(ID.inquiry)),
  'inquiries.collectedOf': finds([], ({ inquiries }) => inquiries.collectedOf(ID.inquiry)),
  'inquiries.putCollected': refused(({ inquiries }) =>
    inquiries.putCollected(ID.inquiry, ID.department, { at: AT, by: SLACK_ID }),
  ),

  'inquiryTargets.ofInquiry': finds([], ({ inquiryTargets }) => inquiryTargets.ofInquiry(ID.inquiry)),
  'inquiryTargets.ofInquiries': finds([], ({ inquiryTargets }) => inquiryTargets.ofInquiries([ID.inquiry])),
  'inquiryTargets.withInquiry': finds([], ({ inquiryTargets }) => inquiryTargets.withInquiry([KEY])),
  'inquiryTargets.ofSectionsSince': finds([], ({ inquiryTargets }) =>
    inquiryTargets.ofSectionsSince([ID.section], DAY),
  ),
  'inquiryTargets.open': finds([], ({ inquiryTargets }) =>
    inquiryTargets.open({ sectionIds: [ID.section], delegateId: ID.person }),
  ),
  'inquiryTargets.owed': finds([], ({ inquiryTargets }) =>
    inquiryTargets.owed(nobody, { day: DAY, carriedFrom: null }),
  ),
  'inquiryTargets.toPlan': finds([], ({ inquiryTargets }) => inquiryTargets.toPlan([ID.inquiry])),
  'inquiryTargets.find': finds(undefined, ({ inquiryTargets }) => inquiryTargets.find(KEY)),
  'inquiryTargets.findToChange': finds(undefined, ({ inquiryTargets }) => inquiryTargets.findToChange(KEY)),
  'inquiryTargets.add': refused(({ inquiryTargets }) =>
    inquiryTargets.add(ID.inquiry, [{ sectionId: ID.section, role: 'chief' }]),
  ),
  'inquiryTargets.answer': refused(({ inquiryTargets }) => inquiryTargets.answer(answer)),
  'inquiryTargets.putReturned': refused(({ inquiryTargets }) =>
    inquiryTargets.putReturned(KEY, { at: AT, by: SLACK_ID, reason: WORDS, dueOn: DAY }),
  ),
  'inquiryTargets.putDelegate': refused(({ inquiryTargets }) => inquiryTargets.putDelegate(KEY, null)),
  'inquiryTargets.answersOf': finds([], ({ inquiryTargets }) => inquiryTargets.answersOf(KEY)),
  'inquiryTargets.answersOfInquiry': finds([], ({ inquiryTargets }) =>
    inquiryTargets.answersOfInquiry(ID.inquiry),
  ),
  'inquiryTargets.tell': refused(({ inquiryTargets }) =>
    inquiryTargets.tell([{ ...KEY, slackId: 'U0OTHER' }], DAY),
  ),

  'delegateRequests.create': refused(({ delegateRequests }) => delegateRequests.create(request)),
  'delegateRequests.find': finds(undefined, ({ delegateRequests }) => delegateRequests.find(ID.request)),

  'storedFiles.keep': own(({ storedFiles }) =>
    storedFiles.keep(ID.stored, { name: WORDS, bytes: new Uint8Array([1]) }, { by: SLACK_ID, at: AT }),
  ),
  'storedFiles.find': finds(undefined, ({ storedFiles }) => storedFiles.find(ID.stored)),

  'postponedLines.put': own(({ postponedLines }) =>
    postponedLines.put([{ slackId: SLACK_ID, ref: REF, until: localDate('2026-11-30') }]),
  ),
  'postponedLines.remove': finds(false, ({ postponedLines }) => postponedLines.remove(SLACK_ID, REF)),
  'postponedLines.find': finds(undefined, ({ postponedLines }) => postponedLines.find(SLACK_ID, REF)),
  'postponedLines.ofRefs': finds(new Map(), ({ postponedLines }) => postponedLines.ofRefs(SLACK_ID, [REF])),
  'postponedLines.from': finds([], ({ postponedLines }) => postponedLines.from(DAY)),

  'morningLines.of': finds([], ({ morningLines }, { id }) => morningLines.of(id)),
  'morningLines.isTold': finds(false, ({ morningLines }) => morningLines.isTold(SLACK_ID, REF)),
  'morningLines.unsentOf': finds([], ({ morningLines }) =>
    morningLines.unsentOf(DAY, localDate('2026-11-25')),
  ),
};
