import type { MemberLineProblem } from '../domain/body/member-import.ts';
import type { CellProblem } from '../domain/csv-file.ts';
import type { PersonLineProblem } from '../domain/person/people-import.ts';
import type { LineProblem } from '../services/meeting/import.ts';
import { csvText, MEMBER_COLUMN, PERSON_COLUMN } from '../texts/csv.ts';
import { MEETING_LABEL } from '../texts/meeting.ts';
import { problemText } from '../texts/problem.ts';
import { rosterImportText } from '../texts/roster-import.ts';
import { type SentencesOf, sentenceOf } from '../texts/sentence.ts';
import { PROBLEM_SENTENCES } from './problem.ts';

/** What does not go with the record, as people find it in the file: line, column, sentence. */

const MEETING_SENTENCES: SentencesOf<LineProblem['problem']> = {
  ...PROBLEM_SENTENCES,
  'unknown-body': csvText.unknownBody,
};

export const meetingCell = ({ line, problem }: LineProblem): CellProblem => ({
  line,
  column: MEETING_LABEL[problem.field],
  sentence: sentenceOf(MEETING_SENTENCES, problem),
});

const PERSON_SENTENCES: SentencesOf<PersonLineProblem['problem']> = {
  ...PROBLEM_SENTENCES,
  'email-of-another': ({ otherLine }) => rosterImportText.emailOfAnother(otherLine),
  'person-twice': ({ otherLine }) => csvText.personTwice(otherLine),
  'slack-differs': csvText.slackDiffers,
};

export const personCell = ({ line, problem }: PersonLineProblem): CellProblem => ({
  line,
  column: PERSON_COLUMN[problem.field],
  sentence: sentenceOf(PERSON_SENTENCES, problem),
});

const MEMBER_SENTENCES: SentencesOf<MemberLineProblem['problem']> = {
  ...PROBLEM_SENTENCES,
  'email-of-another': ({ otherLine }) => rosterImportText.emailOfAnother(otherLine),
  'person-twice': ({ otherLine }) => csvText.personTwice(otherLine),
  'unknown-body': csvText.unknownBody,
  'too-far-ahead': problemText.tooFarAhead,
};

export const memberCell = ({ line, problem }: MemberLineProblem): CellProblem => ({
  line,
  column: problem.field === 'bodyId' ? MEMBER_COLUMN.bodyName : MEMBER_COLUMN[problem.field],
  sentence: sentenceOf(MEMBER_SENTENCES, problem),
});
