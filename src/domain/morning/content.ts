import { isActionOpen } from '../action-item/action-item.ts';
import type { ActionLine } from '../action-item/line.ts';
import type { AttendanceState } from '../attendance/attendance.ts';
import type { Body } from '../body/body.ts';
import type { DueText } from '../calendar/deadline.ts';
import type { FiscalYear } from '../calendar/fiscal-year.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import type { PlaceNames } from '../department.ts';
import type { EarlierWord } from '../earlier-word.ts';
import type { Inquiry } from '../inquiry/inquiry.ts';
import type { InquiryLine } from '../inquiry/line.ts';
import type { Meeting } from '../meeting/meeting.ts';
import type { PreparationStanding } from '../meeting/preparation.ts';
import type { OccasionStanding } from '../occasion/standing.ts';
import type { Appointment } from '../promoter/appointment.ts';
import type { TrainingToTell } from '../training/told.ts';
import { isBallotOpen, type WrittenClosedLine, type WrittenLine } from '../written-meeting/line.ts';

/** Sections of which something is open, and whether who is to answer is 不在 today. */
export type OpenSection = { readonly name: string; readonly count: number; readonly isAway: boolean };

/** A meeting as messages ask about it. */
type MeetingAsked = {
  readonly meeting: Meeting;
  readonly body: Body;
  readonly standing: OccasionStanding;
  readonly askedOn: LocalDate;
};

/** What a line says, read from the record at the moment of sending. */
export type LineContent =
  | InquiryLine
  | ActionLine
  | WrittenLine
  | WrittenClosedLine
  | (DueText & {
      readonly kind: 'roster-report' | 'report-missing';
      readonly departmentId: string;
      readonly departmentName: string;
      readonly year: FiscalYear;
      /** Places that wait for 選任報告. */
      readonly open: number;
    })
  | (Omit<TrainingToTell, 'contact' | 'recorded'> & {
      readonly kind: 'video';
      readonly state: AttendanceState | null;
      readonly at: Date | null;
      readonly mayTakeBack: boolean;
      /** Whether it can still be watched; if not, whether it is not asked about any more either. */
      readonly isRunning: boolean;
      readonly isOver: boolean;
    })
  | (PlaceNames & { readonly kind: 'guide'; readonly appointment: Appointment; readonly stands: boolean })
  | (MeetingAsked & { readonly kind: 'held-meeting' })
  | (Omit<TrainingToTell, 'contact' | 'recorded'> & { readonly kind: 'held-training' })
  | {
      readonly kind: 'preparation';
      readonly meeting: Meeting;
      readonly body: Body;
      readonly preparation: PreparationStanding;
      /** Its first day, where that is known. */
      readonly due: DueText | null;
    }
  | (PlaceNames &
      DueText & { readonly kind: 'away-over-due'; readonly inquiry: Inquiry; readonly isOpen: boolean })
  | (DueText & {
      /** Until the 部局のとりまとめ期限. */
      readonly kind: 'collect';
      readonly inquiry: Inquiry;
      readonly departmentId: string;
      readonly departmentName: string;
      readonly isCollected: boolean;
    })
  | (DueText & {
      readonly kind: 'department-unanswered';
      readonly inquiry: Inquiry;
      readonly departmentId: string;
      readonly departmentName: string;
      readonly sections: readonly OpenSection[];
    })
  | (DueText & {
      readonly kind: 'unanswered';
      readonly inquiry: Inquiry;
      readonly departments: readonly {
        readonly departmentName: string;
        readonly sections: readonly OpenSection[];
      }[];
    })
  | { readonly kind: 'deactivated'; readonly name: string; readonly places: readonly PlaceNames[] };

/** A line of a message: live, or of an earlier one, by its name and a word. */
export type ShownLine =
  | LineContent
  | { readonly kind: 'earlier'; readonly of: LineContent; readonly word: EarlierWord };

/** A message of several lines: the morning message, or an inquiry or a video training that is asked about at once. */
export type OwedContent = {
  readonly kind: 'morning' | 'inquiry-asked' | 'training-asked';
  readonly day: LocalDate;
  readonly lines: readonly ShownLine[];
  readonly contact: string;
};

/** Whether there is still something to do or to know. */
export const isLineOpen = (line: ShownLine): boolean => {
  switch (line.kind) {
    case 'earlier':
      return false;
    case 'inquiry':
      return line.inquiry.state === 'open' && line.answer === null && line.relation !== 'elsewhere';
    case 'inquiry-answered':
      return line.inquiry.state === 'open';
    case 'written-meeting':
    case 'written-told':
      return isBallotOpen(line);
    case 'action-item':
      return isActionOpen(line.item) && line.relation !== 'elsewhere';
    case 'collect':
      return line.inquiry.state === 'open' && !line.isCollected;
    case 'roster-report':
    case 'report-missing':
      return line.open > 0;
    case 'video':
      return line.standing !== 'cancelled' && line.state === null && !line.isOver;
    case 'guide':
      return line.stands && line.appointment.guideConfirmedAt === null;
    case 'held-meeting':
      return (
        line.meeting.heldConfirmedAt === null && line.standing !== 'cancelled' && line.standing !== 'planned'
      );
    case 'held-training':
      return (
        line.session.heldConfirmedAt === null && line.standing !== 'cancelled' && line.standing !== 'planned'
      );
    case 'written-closed':
      return line.meeting.state === 'closed';
    case 'preparation':
      return line.preparation === 'open';
    case 'away-over-due':
      return line.inquiry.state === 'open' && line.isOpen;
    case 'department-unanswered':
      return line.inquiry.state === 'open' && line.sections.length > 0;
    case 'unanswered':
      return line.inquiry.state === 'open' && line.departments.length > 0;
    case 'deactivated':
      return line.places.length > 0;
  }
};

/** What is answered by the one who reads it; of all else they are told. */
const ANSWERED_KINDS: readonly ShownLine['kind'][] = [
  'inquiry',
  'written-meeting',
  'collect',
  'action-item',
  'roster-report',
  'video',
  'guide',
  'held-meeting',
  'held-training',
  'written-closed',
  'preparation',
];

/** Whether the reader still has to answer it. */
export const isToAnswer = (line: ShownLine): boolean =>
  ANSWERED_KINDS.includes(line.kind) && isLineOpen(line);
