import type { ActionItemProblem } from '../domain/action-item/action-item.ts';
import type { AttendanceProblem } from '../domain/attendance/attendance.ts';
import type { CheckinProblem } from '../domain/attendance/reception-code.ts';
import { type BodyProblem, MOST_BODIES } from '../domain/body/body.ts';
import type { BodyMemberProblem } from '../domain/body/member.ts';
import { FISCAL_YEAR_EXAMPLES, printFiscalYear } from '../domain/calendar/fiscal-year.ts';
import { printDayWithWeekday } from '../domain/calendar/japanese-era.ts';
import { printMoment } from '../domain/calendar/moment.ts';
import type { ChapterTextProblem } from '../domain/chapter5/text.ts';
import type { DepartmentProblem } from '../domain/department.ts';
import type { AbsenceProblem } from '../domain/meeting/absent-member.ts';
import type { MeetingProblem } from '../domain/meeting/meeting.ts';
import type { DidNotMeetProblem } from '../domain/occasion/did-not-meet.ts';
import type { AskingProblem } from '../domain/opinion/asking.ts';
import type { ConsiderationProblem } from '../domain/opinion/consideration.ts';
import type { OpinionProblem } from '../domain/opinion/draft.ts';
import type { AwayProblem } from '../domain/person/away.ts';
import type { RetentionProblem } from '../domain/person/retention.ts';
import type { AppointmentProblem } from '../domain/promoter/appointment.ts';
import type { Refusal } from '../domain/refusal.ts';
import type { ScheduleProblem } from '../domain/schedule/planned.ts';
import type { SettingsProblem } from '../domain/settings.ts';
import { MOST_PROGRAMMES, type ProgrammeProblem } from '../domain/training/programme.ts';
import type { TrainingProblem } from '../domain/training/training.ts';
import { CHAPTER_ITEM_WORD, chapterTextText } from '../texts/chapter-text.ts';
import { nearlyKnownText } from '../texts/nearly-known.ts';
import { problemText } from '../texts/problem.ts';
import { RECORD_DATE_SENTENCES } from '../texts/record-date.ts';
import { retentionText } from '../texts/retention.ts';
import { type SentencesOf, sentenceOf } from '../texts/sentence.ts';
import { writtenProblemText } from '../texts/written-problem.ts';
import { INQUIRY_SENTENCES, type InquiryMatterProblem } from './inquiry/problem.ts';
import { NEWSLETTER_SENTENCES, type NewsletterProblem } from './newsletter/problem.ts';
import { ASKING_SENTENCES } from './opinion/asking-problem.ts';
import { OPINION_SENTENCES } from './opinion/problem.ts';
import { SCHEDULE_SENTENCES } from './schedule/problem.ts';
import { WRITTEN_MEETING_SENTENCES, type WrittenMatterProblem } from './written-meeting/problem.ts';

/** Any one thing that can't be done as asked. */
export type Problem =
  | MeetingProblem
  | ActionItemProblem
  | DidNotMeetProblem
  | BodyProblem
  | BodyMemberProblem
  | ProgrammeProblem
  | TrainingProblem
  | AttendanceProblem
  | AbsenceProblem
  | CheckinProblem
  | AppointmentProblem
  | DepartmentProblem
  | ChapterTextProblem
  | SettingsProblem
  | AwayProblem
  | RetentionProblem
  | InquiryMatterProblem
  | NewsletterProblem
  | WrittenMatterProblem
  | ScheduleProblem
  | OpinionProblem
  | AskingProblem
  | ConsiderationProblem
  | Refusal;

const ONLY: Readonly<Record<Extract<Refusal, { readonly kind: 'not-allowed' }>['who'], string>> = {
  secretariat: problemText.onlySecretariat,
  recorder: problemText.onlyRecorder,
  member: problemText.onlyMember,
  voter: problemText.onlyVoter,
  promoter: problemText.onlyPromoter,
  chief: problemText.onlyChief,
  self: problemText.onlySelf,
  responsible: problemText.onlyResponsible,
};

/** What is the matter, and what to do, of each. */
export const PROBLEM_SENTENCES: SentencesOf<Problem> = {
  ...RECORD_DATE_SENTENCES,
  ...INQUIRY_SENTENCES,
  ...NEWSLETTER_SENTENCES,
  ...WRITTEN_MEETING_SENTENCES,
  ...SCHEDULE_SENTENCES,
  ...OPINION_SENTENCES,
  ...ASKING_SENTENCES,
  'before-record': problemText.beforeRecord,
  'still-to-come': problemText.stillToCome,
  'same-day-stands': ({ printed }) => problemText.sameDayStands(printed),
  'no-items': problemText.noItems,
  'asked-in-writing': writtenProblemText.askedInWriting,
  'unknown-body': problemText.unknownBody,
  'body-has-no-meetings': problemText.bodyHasNoMeetings,
  'known-otherwise': problemText.knownOtherwise,
  'ambiguous-body': problemText.ambiguousBody,
  'no-bodies': problemText.noBodies,
  'did-not-meet-stands': ({ bodyName, fiscalYear }) =>
    problemText.didNotMeetStands(bodyName, printFiscalYear(fiscalYear)),
  'year-unreadable': problemText.yearUnreadable(FISCAL_YEAR_EXAMPLES),
  'year-has-not-begun': problemText.yearHasNotBegun,
  'chapter-year-to-come': chapterTextText.yearToCome,
  'chapter-text-stands': ({ fiscalYear, item }) =>
    chapterTextText.stands(printFiscalYear(fiscalYear), CHAPTER_ITEM_WORD[item]),
  'meeting-stands': ({ bodyName, printedDate }) => problemText.meetingStands(bodyName, printedDate),
  'written-meeting-stands': ({ bodyName, dueOn }) =>
    problemText.writtenMeetingStands(bodyName, printDayWithWeekday(dueOn)),
  'already-did-not-meet': ({ name, fiscalYear }) =>
    problemText.alreadyDidNotMeet(name, printFiscalYear(fiscalYear)),
  'training-stands': ({ name, printedDate }) => problemText.trainingStands(name, printedDate),
  'training-not-held-stands': ({ name, fiscalYear }) =>
    problemText.trainingNotHeldStands(name, printFiscalYear(fiscalYear)),
  'training-still-to-come': problemText.trainingStillToCome,
  'training-known-otherwise': problemText.trainingKnownOtherwise,
  'unknown-programme': problemText.unknownProgramme,
  'too-many-programmes': problemText.tooManyProgrammes(MOST_PROGRAMMES),
  'other-name-needed': problemText.otherNameNeeded,
  'other-name-not-needed': problemText.otherNameNotNeeded,
  'invitees-needed': problemText.inviteesNeeded,
  'invitees-not-members': problemText.inviteesNotMembers,
  'unknown-session': problemText.unknownSession,
  'nearly-member': ({ names }) =>
    problemText.nearlyMember(names.map(({ typed, members }) => [typed, members])),
  'nothing-to-confirm': problemText.nothingToConfirm,
  'session-still-to-come': problemText.sessionStillToCome,
  'no-sessions': problemText.noSessions,
  'unknown-number': problemText.unknownNumber,
  'nobody-chosen': problemText.nobodyChosen,
  'people-not-members': problemText.inviteesNotMembers,
  'no-audience': problemText.noAudience,
  'nobody-found': ({ line }) => problemText.nobodyFound(line),
  'name-unclear': ({ line, sections }) => problemText.nameUnclear(line, sections),
  'outside-reach': ({ names }) => problemText.outsideReach(names),
  'code-not-taken': problemText.codeNotTaken,
  'too-many-wrong-codes': problemText.tooManyWrongCodes,
  'name-taken': ({ name, fiscalYear }) => problemText.nameTaken(name, printFiscalYear(fiscalYear)),
  'too-many-bodies': problemText.tooManyBodies(MOST_BODIES),
  'has-meetings': ({ fiscalYear }) => problemText.hasMeetings(printFiscalYear(fiscalYear)),
  'bot-not-in-channel': problemText.inviteBot,
  'not-allowed': ({ who }) => ONLY[who],
  'no-person': problemText.noPerson,
  'not-a-member': problemText.notAMember,
  'two-ways-of-naming': problemText.twoWaysOfNaming,
  'ambiguous-name': ({ sections }) => problemText.ambiguousName(sections),
  'nearly-known': ({ near }) =>
    problemText.nearlyKnown(near.map(({ name, places }) => nearlyKnownText.person(name, places))),
  'ends-before-start': problemText.endsBeforeStart,
  'term-crosses-years': ({ lastDay }) => problemText.termCrossesYears(printDayWithWeekday(lastDay)),
  'department-needed': problemText.departmentNeeded,
  'unknown-department': problemText.unknownDepartment,
  'section-ended': ({ lastDay }) => problemText.sectionEnded(printDayWithWeekday(lastDay)),
  'already-appointed': ({ name, section }) => problemText.alreadyAppointed(name, section),
  'start-outside-year': ({ fiscalYear }) => problemText.startOutsideYear(printFiscalYear(fiscalYear)),
  'already-member': ({ name }) => problemText.alreadyMember(name),
  'department-taken': problemText.departmentTaken,
  'section-taken': problemText.sectionTaken,
  'section-needed': problemText.sectionNeeded,
  'still-appointed': ({ name }) => problemText.stillAppointed(name),
  'closing-day-unreadable': ({ line }) => problemText.closingDayUnreadable(line),
  'secretariat-not-members': ({ names }) => problemText.secretariatNotMembers(names),
  'secretariat-without-you': problemText.secretariatWithoutYou,
  'outside-office-hours': problemText.outsideOfficeHours,
  'not-a-report-day': problemText.notAReportDay,
  'away-ends-before-start': problemText.awayEndsBeforeStart,
  'away-is-past': problemText.awayIsPast,
  'away-too-long': problemText.awayTooLong,
  'away-overlaps': problemText.awayOverlaps,
  gone: problemText.gone,
  'changed-meanwhile': ({ last }) => problemText.changedMeanwhile(last?.name, last && printMoment(last.at)),
  'already-recorded': problemText.alreadyRecorded,
  'past-changed': retentionText.changed,
  'nothing-past': retentionText.changed,
  'nothing-asked': problemText.nothingAsked,
  'undo-over': problemText.undoOver,
  'decided-in-writing': problemText.decidedInWriting,
  'no-minutes-yet': problemText.noMinutesYet,
  'result-not-told': problemText.resultNotTold,
  'no-messages': problemText.noMessages,
  'not-asked-to-watch': problemText.notAskedToWatch,
  'nobody-responsible': problemText.nobodyResponsible,
  'two-responsible': problemText.twoResponsible,
  'unknown-section': problemText.unknownSection,
  'responsible-not-member': problemText.delegateNotMember,
  'meeting-to-come': problemText.meetingToCome,
  'action-item-settled': problemText.actionItemSettled,
};

/** A problem in one sentence: what is the matter and what to do. */
export const problemSentence = (problem: Problem): string => sentenceOf(PROBLEM_SENTENCES, problem);
