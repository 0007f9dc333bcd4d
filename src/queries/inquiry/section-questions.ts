import type { WorkspaceRecord } from '../../db/database.ts';
import { hasQuestions, type TargetKey } from '../../domain/inquiry/inquiry.ts';
import type { TargetInPlace } from '../../domain/inquiry/standing.ts';
import type { Parts, Question } from '../../domain/opinion/question.ts';

/** What a section is asked, and what it has said to each question. */
export type SectionQuestions = {
  readonly questions: readonly Question[];
  /** In its last answer. */
  readonly answered: Parts;
  /** On pages of an answer that is not given yet. */
  readonly drafts: Parts;
};

const NONE: SectionQuestions = { questions: [], answered: new Map(), drafts: new Map() };

/** Of an inquiry without questions there is nothing. `answerId` is that of the last answer, where there is one. */
export const readSectionQuestions = async (
  { inquiryQuestions }: Pick<WorkspaceRecord, 'inquiryQuestions'>,
  { inquiry }: { readonly inquiry: Pick<TargetInPlace['inquiry'], 'audience'> },
  key: TargetKey,
  answerId: string | undefined,
): Promise<SectionQuestions> =>
  hasQuestions(inquiry)
    ? {
        questions: await inquiryQuestions.ofSection(key),
        answered: answerId === undefined ? new Map() : await inquiryQuestions.partsOf(answerId),
        drafts: await inquiryQuestions.draftsOf(key),
      }
    : NONE;
