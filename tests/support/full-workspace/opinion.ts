import type { WorkspaceRecord } from '../../../src/db/database.ts';
import type { ConsiderationFacts, OpinionFacts } from '../../../src/domain/opinion/opinion.ts';
import { AT, ID, MARK, SLACK_ID, YEAR } from './names.ts';

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

/** An opinion of the year, and one of the year before that goes on. */
export const fillOpinions = async ({ opinions }: WorkspaceRecord): Promise<void> => {
  const done = { by: SLACK_ID, at: AT };
  await opinions.create(
    [
      { ...opinionFacts(MARK), id: ID.opinion },
      { ...opinionFacts(MARK), fiscalYear: YEAR - 1, id: ID.carried },
    ],
    done,
  );
  await opinions.putYear(ID.carried, YEAR - 1, considerationFacts(MARK), done);
};
