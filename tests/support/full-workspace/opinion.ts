import type { WorkspaceRecord } from '../../../src/db/database.ts';
import type { ConsiderationFacts, OpinionFacts } from '../../../src/domain/opinion/opinion.ts';
import { KEY } from './inquiry.ts';
import { AT, ID, MARK, SLACK_ID, YEAR } from './names.ts';

export const QUESTION = { sectionId: ID.section, opinionId: ID.opinion, position: 1, fiscalYear: YEAR };

export const opinionFacts = (words: string, number = '1'): OpinionFacts => ({
  fiscalYear: YEAR,
  number,
  item: words,
  kind: 'opinion',
  words,
  sectionIds: [ID.section],
});

export const considerationFacts = (words: string): ConsiderationFacts => ({
  consideration: words,
  response: 'will_do',
  responseWhen: words,
  meetingIds: [ID.meeting],
});

/** An opinion of the year, about which the section is asked and says something, and one of the year before that goes on. */
export const fillOpinions = async ({ opinions, inquiryQuestions }: WorkspaceRecord): Promise<void> => {
  const done = { by: SLACK_ID, at: AT };
  await opinions.create(
    [
      { ...opinionFacts(MARK), id: ID.opinion },
      { ...opinionFacts(MARK), fiscalYear: YEAR - 1, id: ID.carried },
    ],
    done,
  );
  await opinions.putYear(ID.carried, YEAR - 1, considerationFacts(MARK), done);
  await inquiryQuestions.put(ID.inquiry, [QUESTION]);
  await inquiryQuestions.keepParts(ID.answer, new Map([[ID.opinion, MARK]]));
  await inquiryQuestions.putDrafts(KEY, new Map([[ID.opinion, MARK]]), done);
};
