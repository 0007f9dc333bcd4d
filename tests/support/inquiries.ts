import { localDate } from '../../src/domain/calendar/local-date.ts';
import type { Inquiry, InquiryAnswer, InquiryTarget } from '../../src/domain/inquiry/inquiry.ts';
import type { TargetInPlace } from '../../src/domain/inquiry/standing.ts';

const id = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

const KEY = { inquiryId: id(1), sectionId: id(2), role: 'promoter' } as const;

/** An inquiry asked on 2026-11-20 and due on Thu 2026-12-10. */
export const anInquiry = (facts: Partial<Inquiry> = {}): Inquiry => ({
  id: KEY.inquiryId,
  fiscalYear: 2026,
  number: 1,
  title: '協働事業についての調査',
  documentNumber: '豊コ第120号',
  requester: '大阪府',
  content: '該当の有無をお知らせください。',
  link: '',
  file: null,
  dueBefore: null,
  duty: 'prefectureSurvey',
  dueOn: localDate('2026-12-10'),
  collectBy: null,
  audience: 'promoters',
  departmentIds: [],
  chosen: [],
  answerForm: 'applicability',
  state: 'open',
  createdBy: 'U0SECRETARY',
  createdAt: new Date('2026-11-20T09:30:00+09:00'),
  sentAt: new Date('2026-11-20T09:30:00+09:00'),
  askedOn: localDate('2026-11-20'),
  endedAt: null,
  endReason: '',
  revision: 1,
  ...facts,
});

/** An answer of 2026-12-01. */
export const anAnswer = (facts: Partial<InquiryAnswer> = {}): InquiryAnswer => ({
  ...KEY,
  id: id(3),
  at: new Date('2026-12-01T10:00:00+09:00'),
  by: 'U0PROMOTER',
  applicable: false,
  count: null,
  text: '',
  file: null,
  received: null,
  ...facts,
});

/** One who is asked and has not answered. */
export const aTarget = (facts: Partial<InquiryTarget> = {}): InquiryTarget => ({
  ...KEY,
  answer: null,
  returned: null,
  delegateId: null,
  ...facts,
});

/** It with its inquiry, in 福祉課. */
export const inPlace = (
  inquiry: Partial<Inquiry> = {},
  target: Partial<InquiryTarget> = {},
): TargetInPlace => ({
  inquiry: anInquiry(inquiry),
  target: aTarget(target),
  place: {
    sectionId: KEY.sectionId,
    sectionName: '福祉課',
    departmentId: id(4),
    departmentName: '福祉部',
  },
});
