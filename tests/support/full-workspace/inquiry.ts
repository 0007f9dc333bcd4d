import type { WorkspaceRecord } from '../../../src/db/database.ts';
import type { InquiryFacts, TargetKey } from '../../../src/domain/inquiry/inquiry.ts';
import { targetRef } from '../../../src/domain/inquiry/target.ts';
import { AT, DAY, ID, MARK, SLACK_ID, YEAR } from './names.ts';

/** One who is asked by the inquiry of the full workspace. */
export const KEY: TargetKey = { inquiryId: ID.inquiry, sectionId: ID.section, role: 'promoter' };

export const inquiryFacts = (text: string): InquiryFacts => ({
  title: text,
  documentNumber: '',
  requester: '',
  content: text,
  link: '',
  duty: 'other',
  dueOn: DAY,
  collectBy: DAY,
  audience: 'everyone',
  departmentIds: [],
  chosen: [],
  answerForm: 'applicability',
});

/** An inquiry that was sent, answered, returned and handed over, with a row of every kind about it. */
export const fillInquiry = async (record: WorkspaceRecord): Promise<void> => {
  const stored = { by: SLACK_ID, at: AT };
  const { inquiries, inquiryTargets } = record;
  await record.storedFiles.keep(ID.stored, { name: MARK, bytes: new Uint8Array([1]) }, stored);
  await inquiries.create(ID.inquiry, inquiryFacts(MARK), { fiscalYear: YEAR, fileId: ID.stored, ...stored });
  await inquiryTargets.add(ID.inquiry, [KEY]);
  await inquiries.putCourse(ID.inquiry, { state: 'open', sentAt: AT, askedOn: DAY });
  await inquiryTargets.tell([{ ...KEY, slackId: SLACK_ID }], DAY);
  await inquiryTargets.answer({
    ...KEY,
    id: ID.answer,
    at: AT,
    by: SLACK_ID,
    applicable: true,
    count: null,
    text: MARK,
    received: null,
    fileId: ID.stored,
  });
  await inquiryTargets.putReturned(KEY, { at: AT, by: SLACK_ID, reason: MARK, dueOn: DAY });
  await inquiryTargets.putDelegate(KEY, ID.person);
  await inquiries.putCollected(ID.inquiry, ID.department, stored);
  await record.delegateRequests.create({
    ...KEY,
    id: ID.request,
    candidate: SLACK_ID,
    word: MARK,
    ...stored,
  });
  await record.postponedLines.put([{ slackId: SLACK_ID, ref: targetRef(KEY), until: DAY }]);
};
