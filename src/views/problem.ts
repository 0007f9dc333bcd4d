import type { AttendanceProblem } from '../domain/attendance/attendance.ts';
import type { CheckinProblem } from '../domain/attendance/reception-code.ts';
import { type BodyProblem, MOST_BODIES } from '../domain/body/body.ts';
import type { BodyMemberProblem } from '../domain/body/member.ts';
import { FISCAL_YEAR_EXAMPLES, printFiscalYear } from '../domain/calendar/fiscal-year.ts';
import { printDayWithWeekday } from '../domain/calendar/japanese-era.ts';
import { printMoment } from '../domain/calendar/moment.ts';
import type { DepartmentProblem } from '../domain/department.ts';
import type { AbsenceProblem } from '../domain/meeting/absent-member.ts';
import type { DidNotMeetProblem } from '../domain/meeting/did-not-meet.ts';
import type { MeetingProblem } from '../domain/meeting/meeting.ts';
import type { AwayProblem } from '../domain/person/away.ts';
import type { AppointmentProblem } from '../domain/promoter/appointment.ts';
import type { Refusal } from '../domain/refusal.ts';
import type { SettingsProblem } from '../domain/settings.ts';
import { MOST_PROGRAMMES, type ProgrammeProblem } from '../domain/training/programme.ts';
import type { TrainingProblem } from '../domain/training/training.ts';
import { nearlyKnownText } from '../texts/nearly-known.ts';
import { problemText } from '../texts/problem.ts';
import { recordDateSentence } from '../texts/record-date.ts';
import { type InquiryMatterProblem, inquiryProblemSentence } from './inquiry/problem.ts';
import { type NewsletterProblem, newsletterProblemSentence } from './newsletter/problem.ts';

/** Any one thing that can't be done as asked. */
export type Problem =
  | MeetingProblem
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
  | SettingsProblem
  | AwayProblem
  | InquiryMatterProblem
  | NewsletterProblem
  | Refusal;

const notAllowed = ({ who }: Extract<Refusal, { readonly kind: 'not-allowed' }>): string => {
  switch (who) {
    case 'secretariat':
      return problemText.onlySecretariat;
    case 'recorder':
      return problemText.onlyRecorder;
    case 'member':
      return problemText.onlyMember;
    case 'promoter':
      return problemText.onlyPromoter;
    case 'chief':
      return problemText.onlyChief;
    case 'self':
      return problemText.onlySelf;
  }
};

/** A problem in one sentence: what is the matter and what to do. */
export const problemSentence = (problem: Problem): string => {
  switch (problem.kind) {
    case 'too-early':
    case 'until-takes-no-end':
    case 'end-before-start':
    case 'crosses-fiscal-years':
      return recordDateSentence(problem);
    case 'before-record':
      return problemText.beforeRecord;
    case 'still-to-come':
      return problemText.stillToCome;
    case 'no-items':
      return problemText.noItems;
    case 'unknown-body':
      return problemText.unknownBody;
    case 'body-has-no-meetings':
      return problemText.bodyHasNoMeetings;
    case 'known-otherwise':
      return problemText.knownOtherwise;
    case 'ambiguous-body':
      return problemText.ambiguousBody;
    case 'no-bodies':
      return problemText.noBodies;
    case 'did-not-meet-stands':
      return problemText.didNotMeetStands(problem.bodyName, printFiscalYear(problem.fiscalYear));
    case 'year-unreadable':
      return problemText.yearUnreadable(FISCAL_YEAR_EXAMPLES);
    case 'year-has-not-begun':
      return problemText.yearHasNotBegun;
    case 'meeting-stands':
      return problemText.meetingStands(problem.bodyName, problem.printedDate);
    case 'already-did-not-meet':
      return problemText.alreadyDidNotMeet(problem.name, printFiscalYear(problem.fiscalYear));
    case 'training-stands':
      return problemText.trainingStands(problem.name, problem.printedDate);
    case 'training-not-held-stands':
      return problemText.trainingNotHeldStands(problem.name, printFiscalYear(problem.fiscalYear));
    case 'training-still-to-come':
      return problemText.trainingStillToCome;
    case 'training-known-otherwise':
      return problemText.trainingKnownOtherwise;
    case 'unknown-programme':
      return problemText.unknownProgramme;
    case 'too-many-programmes':
      return problemText.tooManyProgrammes(MOST_PROGRAMMES);
    case 'other-name-needed':
      return problemText.otherNameNeeded;
    case 'other-name-not-needed':
      return problemText.otherNameNotNeeded;
    case 'invitees-needed':
      return problemText.inviteesNeeded;
    case 'invitees-not-members':
      return problemText.inviteesNotMembers;
    case 'unknown-session':
      return problemText.unknownSession;
    case 'nearly-member':
      return problemText.nearlyMember(problem.names.map(({ typed, members }) => [typed, members]));
    case 'nothing-to-confirm':
      return problemText.nothingToConfirm;
    case 'session-still-to-come':
      return problemText.sessionStillToCome;
    case 'no-sessions':
      return problemText.noSessions;
    case 'unknown-number':
      return problemText.unknownNumber;
    case 'nobody-chosen':
      return problemText.nobodyChosen;
    case 'people-not-members':
      return problemText.inviteesNotMembers;
    case 'no-audience':
      return problemText.noAudience;
    case 'nobody-found':
      return problemText.nobodyFound(problem.line);
    case 'name-unclear':
      return problemText.nameUnclear(problem.line, problem.sections);
    case 'outside-reach':
      return problemText.outsideReach(problem.names);
    case 'code-not-taken':
      return problemText.codeNotTaken;
    case 'too-many-wrong-codes':
      return problemText.tooManyWrongCodes;
    case 'name-taken':
      return problemText.nameTaken(problem.name, printFiscalYear(problem.fiscalYear));
    case 'too-many-bodies':
      return problemText.tooManyBodies(MOST_BODIES);
    case 'has-meetings':
      return problemText.hasMeetings(printFiscalYear(problem.fiscalYear));
    case 'bot-not-in-channel':
      return problemText.inviteBot;
    case 'not-allowed':
      return notAllowed(problem);
    case 'no-person':
      return problemText.noPerson;
    case 'not-a-member':
      return problemText.notAMember;
    case 'two-ways-of-naming':
      return problemText.twoWaysOfNaming;
    case 'ambiguous-name':
      return problemText.ambiguousName(problem.sections);
    case 'nearly-known':
      return problemText.nearlyKnown(
        problem.near.map(({ name, places }) => nearlyKnownText.person(name, places)),
      );
    case 'ends-before-start':
      return problemText.endsBeforeStart;
    case 'term-crosses-years':
      return problemText.termCrossesYears(printDayWithWeekday(problem.lastDay));
    case 'department-needed':
      return problemText.departmentNeeded;
    case 'unknown-department':
      return problemText.unknownDepartment;
    case 'section-ended':
      return problemText.sectionEnded(printDayWithWeekday(problem.lastDay));
    case 'already-appointed':
      return problemText.alreadyAppointed(problem.name, problem.section);
    case 'start-outside-year':
      return problemText.startOutsideYear(printFiscalYear(problem.fiscalYear));
    case 'already-member':
      return problemText.alreadyMember(problem.name);
    case 'department-taken':
      return problemText.departmentTaken;
    case 'section-taken':
      return problemText.sectionTaken;
    case 'section-needed':
      return problemText.sectionNeeded;
    case 'still-appointed':
      return problemText.stillAppointed(problem.name);
    case 'closing-day-unreadable':
      return problemText.closingDayUnreadable(problem.line);
    case 'secretariat-not-members':
      return problemText.secretariatNotMembers(problem.names);
    case 'secretariat-without-you':
      return problemText.secretariatWithoutYou;
    case 'outside-office-hours':
      return problemText.outsideOfficeHours;
    case 'away-ends-before-start':
      return problemText.awayEndsBeforeStart;
    case 'away-is-past':
      return problemText.awayIsPast;
    case 'away-too-long':
      return problemText.awayTooLong;
    case 'away-overlaps':
      return problemText.awayOverlaps;
    case 'gone':
      return problemText.gone;
    case 'changed-meanwhile':
      return problemText.changedMeanwhile(problem.last?.name, problem.last && printMoment(problem.last.at));
    case 'already-recorded':
      return problemText.alreadyRecorded;
    case 'link-not-http':
    case 'photo-not-taken':
    case 'photo-unreadable':
    case 'photo-too-large':
    case 'photo-wrong-type':
    case 'photo-broken':
    case 'photo-too-many-pixels':
    case 'photo-text-needed':
    case 'photo-consent-needed':
    case 'source-not-public':
    case 'source-gone':
    case 'number-unreadable':
    case 'number-taken':
    case 'articles-not-offered':
    case 'channels-without-bot':
    case 'publish-at-needed':
    case 'publish-at-passed':
    case 'publish-at-too-far':
      return newsletterProblemSentence(problem);
    default:
      return inquiryProblemSentence(problem);
  }
};
