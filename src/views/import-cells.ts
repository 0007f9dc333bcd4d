import type { MemberLineProblem } from '../domain/body/member-import.ts';
import type { CellProblem } from '../domain/csv-file.ts';
import type { PersonLineProblem } from '../domain/person/people-import.ts';
import type { LineProblem } from '../services/meeting/import.ts';
import { csvText, MEMBER_COLUMN, PERSON_COLUMN } from '../texts/csv.ts';
import { MEETING_LABEL } from '../texts/meeting.ts';
import { problemText } from '../texts/problem.ts';
import { rosterImportText } from '../texts/roster-import.ts';
import { problemSentence } from './problem.ts';

/** What does not go with the record, as people find it in the file: line, column, sentence. */

export const meetingCell = ({ line, problem }: LineProblem): CellProblem => ({
  line,
  column: MEETING_LABEL[problem.field],
  sentence: problem.kind === 'unknown-body' ? csvText.unknownBody : problemSentence(problem),
});

const personSentence = (problem: PersonLineProblem['problem']): string => {
  switch (problem.kind) {
    case 'email-of-another':
      return rosterImportText.emailOfAnother(problem.otherLine);
    case 'person-twice':
      return csvText.personTwice(problem.otherLine);
    case 'slack-differs':
      return csvText.slackDiffers;
    default:
      return problemSentence(problem);
  }
};

export const personCell = ({ line, problem }: PersonLineProblem): CellProblem => ({
  line,
  column: PERSON_COLUMN[problem.field],
  sentence: personSentence(problem),
});

const memberSentence = (problem: MemberLineProblem['problem']): string => {
  switch (problem.kind) {
    case 'email-of-another':
      return rosterImportText.emailOfAnother(problem.otherLine);
    case 'person-twice':
      return csvText.personTwice(problem.otherLine);
    case 'unknown-body':
      return csvText.unknownBody;
    case 'too-far-ahead':
      return problemText.tooFarAhead;
    default:
      return problemSentence(problem);
  }
};

export const memberCell = ({ line, problem }: MemberLineProblem): CellProblem => ({
  line,
  column: problem.field === 'bodyId' ? MEMBER_COLUMN.bodyName : MEMBER_COLUMN[problem.field],
  sentence: memberSentence(problem),
});
