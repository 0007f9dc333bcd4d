import type { DueText } from '../../src/domain/calendar/deadline.ts';
import { localDate } from '../../src/domain/calendar/local-date.ts';
import type { Inquiry, InquiryAnswer } from '../../src/domain/inquiry/inquiry.ts';
import type { InquiryLine } from '../../src/domain/inquiry/line.ts';

export const TODAY = localDate('2026-12-07');
const AT = new Date('2026-12-01T10:15:00+09:00');
export const ID = '00000000-0000-4000-8000-000000000001';
const KEY = { inquiryId: ID, sectionId: ID, role: 'promoter' } as const;

export const inquiry = (facts: Partial<Inquiry> = {}): Inquiry => ({
  id: ID,
  fiscalYear: 2026,
  number: 3,
  title: '協働事業の調査',
  documentNumber: '',
  requester: '大阪府',
  content: '該当する事業をお知らせください。',
  link: '',
  file: null,
  dueBefore: null,
  duty: 'prefectureSurvey',
  dueOn: localDate('2026-12-10'),
  collectBy: null,
  audience: 'everyone',
  departmentIds: [],
  chosen: [],
  answerForm: 'applicability',
  state: 'open',
  createdBy: 'U0SECRETARY',
  createdAt: AT,
  sentAt: AT,
  askedOn: localDate('2026-11-20'),
  endedAt: null,
  endReason: '',
  revision: 1,
  ...facts,
});

export const due = (dueOn: string, left: number): DueText => ({
  dueOn: localDate(dueOn),
  left,
  isToday: dueOn === TODAY,
});

export const line = (facts: Partial<InquiryLine> = {}): InquiryLine => ({
  kind: 'inquiry',
  key: KEY,
  inquiry: inquiry(),
  departmentName: '福祉部',
  sectionName: '福祉課',
  relation: 'own',
  names: [],
  answer: null,
  returnReason: null,
  returnedBy: null,
  postponedUntil: null,
  ...due('2026-12-10', 3),
  ...facts,
});

export const answer: InquiryAnswer = {
  ...KEY,
  id: ID,
  at: AT,
  by: 'U0P1',
  applicable: false,
  count: null,
  text: '',
  file: null,
  received: null,
};
