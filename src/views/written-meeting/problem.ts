import { printDayWithWeekday } from '../../domain/calendar/japanese-era.ts';
import type { DocumentProblem } from '../../domain/inquiry/document-file.ts';
import type { VoteProblem } from '../../domain/written-meeting/answer.ts';
import type { NoDraft } from '../../domain/written-meeting/asking.ts';
import type { BegunAlready } from '../../domain/written-meeting/begun.ts';
import type { CourseProblem } from '../../domain/written-meeting/course.ts';
import type { WrittenResultProblem } from '../../domain/written-meeting/result.ts';
import type { VotersProblem } from '../../domain/written-meeting/voter.ts';
import type { WrittenMeetingProblem } from '../../domain/written-meeting/written-meeting.ts';
import { problemText } from '../../texts/problem.ts';
import type { SentencesOf } from '../../texts/sentence.ts';
import { writtenProblemText } from '../../texts/written-problem.ts';

/** What stands in the way of a 書面開催, beside what stands in the way of anything. */
export type WrittenMatterProblem =
  | WrittenMeetingProblem
  | VotersProblem
  | CourseProblem
  | VoteProblem
  | { readonly kind: 'written-meeting-closed' | 'written-meeting-announced' | 'written-meeting-cancelled' }
  | { readonly kind: 'answered-meanwhile' | 'written-answers-ended' }
  | NoDraft
  | BegunAlready
  | WrittenResultProblem;

type Own = Exclude<
  WrittenMatterProblem['kind'],
  | 'no-items'
  | 'unknown-body'
  | 'body-has-no-meetings'
  | 'did-not-meet-stands'
  | 'not-after-today'
  | 'too-far-ahead'
  | 'not-after-asking'
  | 'way-needed'
  | 'received-day-needed'
  | 'received-in-future'
  | DocumentProblem['kind']
>;

/** What is said of each that no other form has. */
export const WRITTEN_MEETING_SENTENCES: SentencesOf<Extract<WrittenMatterProblem, { readonly kind: Own }>> = {
  'too-many-files': ({ most }) => writtenProblemText.tooManyFiles(most),
  'too-many-items': ({ count, most }) => writtenProblemText.tooManyItems(count, most),
  'item-too-long': (problem) =>
    writtenProblemText.itemTooLong(
      problem.field === 'items' ? problem.position : undefined,
      problem.letters,
      problem.most,
    ),
  'begun-already': writtenProblemText.begunAlready,
  'drafted-already': writtenProblemText.draftedAlready,
  'no-address': ({ line }) => writtenProblemText.noAddress(line),
  'no-voters': writtenProblemText.noVoters,
  'not-members': ({ field, named }) =>
    field === 'voters'
      ? writtenProblemText.notMembersChosen(named.length)
      : writtenProblemText.notMembers(named.join('、')),
  'not-all-answered': ({ unanswered }) => writtenProblemText.notAllAnswered(unanswered),
  'unknown-item': writtenProblemText.unknownItem,
  'several-items': writtenProblemText.severalItems,
  'same-item': writtenProblemText.sameItem,
  'choice-needed': problemText.chooseOne,
  'opinion-needed': writtenProblemText.opinionNeeded,
  'opinion-not-chosen': writtenProblemText.opinionNotChosen,
  'received-before-asked': ({ askedOn }) =>
    writtenProblemText.receivedBeforeAsked(printDayWithWeekday(askedOn)),
  'answered-meanwhile': writtenProblemText.answeredMeanwhile,
  'written-meeting-announced': writtenProblemText.announced,
  'written-answers-ended': writtenProblemText.answersEnded,
  'written-meeting-cancelled': writtenProblemText.cancelled,
  'written-meeting-sent': writtenProblemText.sent,
  'written-meeting-closed': writtenProblemText.closed,
  'result-needed': problemText.chooseOne,
  'written-record-stands': ({ printed }) => writtenProblemText.recordStands(printed),
  'written-meeting-open': writtenProblemText.stillOpen,
  'result-announced': writtenProblemText.resultAnnounced,
  'basis-changed': writtenProblemText.basisChanged,
};
