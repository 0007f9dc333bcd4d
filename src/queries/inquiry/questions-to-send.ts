import type { WorkspaceRecord } from '../../db/database.ts';
import type { LocalDate } from '../../domain/calendar/local-date.ts';
import type { Inquiry } from '../../domain/inquiry/inquiry.ts';
import { hasQuestions } from '../../domain/inquiry/inquiry.ts';
import { type AskedQuestion, questionsOf } from '../../domain/opinion/question.ts';
import { readAskable } from './askable.ts';

/** The questions of a draft as they were shown when it was kept, and what they would be now. */
export type QuestionsToSend = {
  readonly kept: readonly AskedQuestion[];
  readonly now: readonly AskedQuestion[];
};

/** Of an inquiry without questions there are none. */
export const readQuestionsToSend = async (
  record: Pick<WorkspaceRecord, 'opinions' | 'inquiryQuestions' | 'departments'>,
  inquiry: Pick<Inquiry, 'id' | 'audience'>,
  day: LocalDate,
): Promise<QuestionsToSend> => {
  const kept = hasQuestions(inquiry) ? await record.inquiryQuestions.ofInquiry(inquiry.id) : [];
  const [first] = kept;
  if (first === undefined) return { kept, now: [] };
  const year = first.fiscalYear;
  const opinionIds = [...new Set(kept.map(({ opinionId }) => opinionId))];
  const { toAsk } = await readAskable(record, { year, opinionIds }, day);
  return { kept, now: questionsOf(toAsk, year) };
};
