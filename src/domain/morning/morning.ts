import type { ActionItem } from '../action-item/action-item.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import type { WorkingCalendar } from '../calendar/working-day.ts';
import type { DepartmentWithSections } from '../department.ts';
import type { Inquiry, InquiryTarget, TargetKey } from '../inquiry/inquiry.ts';
import type { RecordDate } from '../occasion/date.ts';
import type { Held } from '../occasion/held.ts';
import type { AwayPeriod } from '../person/away.ts';
import type { Person } from '../person/person.ts';
import type { Appointment } from '../promoter/appointment.ts';
import type { Settings } from '../settings.ts';
import type { Subject } from '../subject.ts';
import type { BodyOnDay, Voter } from '../written-meeting/voter.ts';
import type { WrittenMeeting } from '../written-meeting/written-meeting.ts';

/** What a line of a morning message is about, in the order in which they stand. */
export const LINE_KINDS = [
  'inquiry',
  'inquiry-answered',
  'written-meeting',
  'written-told',
  'collect',
  'action-item',
  'roster-report',
  'video',
  'guide',
  'held-meeting',
  'held-training',
  'written-closed',
  'preparation',
  'away-over-due',
  'department-unanswered',
  'unanswered',
  'report-missing',
  'deactivated',
] as const;
export type LineKind = (typeof LINE_KINDS)[number];

/** One line: what is owed or told, by the name of its row, and when it is due as it is told, where it is ever due. */
export type MorningLine = {
  readonly kind: LineKind;
  readonly ref: Subject;
  readonly dueOn?: LocalDate | undefined;
};

const TARGET_KINDS = ['inquiry', 'inquiry-answered', 'away-over-due'] as const;

/** A kind of line about one of those asked. */
export type TargetKind = (typeof TARGET_KINDS)[number];

export const isTargetKind = (kind: LineKind): kind is TargetKind =>
  TARGET_KINDS.some((candidate) => candidate === kind);

/** One of those asked, as far as the morning message needs it. */
export type TargetToPlan = TargetKey &
  Pick<InquiryTarget, 'delegateId'> & {
    readonly isAnswered: boolean;
    /** Its own due day after it was returned, and when that was. */
    readonly returned: { readonly on: LocalDate; readonly dueOn: LocalDate } | null;
    /** Who has been told, by Slack id, and on which day first. */
    readonly told: ReadonlyMap<string, LocalDate>;
  };

/** An inquiry that was sent and is not over. */
export type InquiryToPlan = Pick<Inquiry, 'id' | 'dueOn' | 'collectBy'> & {
  readonly askedOn: LocalDate;
  readonly targets: readonly TargetToPlan[];
};

/** A 書面開催 that is open for answers: its 回答者, and who of them has not answered all and was asked on which day last. */
export type WrittenMeetingToPlan = Pick<WrittenMeeting, 'id' | 'dueOn'> &
  Omit<BodyOnDay, 'day'> & {
    readonly askedOn: LocalDate;
    readonly voters: readonly Voter[];
    readonly unanswered: readonly { readonly voter: Voter; readonly askedOn: LocalDate }[];
  };

/** A 対応事項 that is open. */
export type ActionToPlan = Pick<ActionItem, 'id' | 'responsible' | 'dueOn' | 'createdAt'>;

/** A record entered before its day, of which it was never asked whether it took place. */
export type HeldToPlan = Pick<Held, 'date'> & {
  readonly kind: 'held-meeting' | 'held-training';
  readonly id: string;
  readonly recordedBy: string;
};

/** A video training and the people who have not said that they have watched it. */
export type VideoToPlan = {
  readonly id: string;
  readonly date: RecordDate;
  readonly personIds: ReadonlySet<string>;
};

/** A 書面開催 without a result, and the day on which its answers end or have ended. */
export type WrittenEndToPlan = { readonly id: string; readonly endedOn: LocalDate };

/** A 予定 of a meeting that the secretariat has confirmed, with the day from which it is to be prepared. */
export type PreparationToPlan = Pick<Held, 'date'> & {
  readonly id: string;
  readonly preparesFrom: LocalDate;
  readonly confirmedOn: LocalDate;
};

/** All that a morning is planned from. */
export type MorningWorld = {
  readonly calendar: WorkingCalendar;
  readonly rosterReportUntil: Settings['rosterReportUntil'];
  readonly departments: readonly DepartmentWithSections[];
  /** Not cancelled, of every day that is planned, 未確認 ones too. */
  readonly appointments: readonly Appointment[];
  readonly people: readonly Person[];
  /** By Slack id. */
  readonly secretariat: readonly string[];
  readonly away: readonly AwayPeriod[];
  readonly inquiries: readonly InquiryToPlan[];
  readonly writtenMeetings: readonly WrittenMeetingToPlan[];
  readonly endingInWriting: readonly WrittenEndToPlan[];
  readonly actionItems: readonly ActionToPlan[];
  /** 翌開庁日に再通知. */
  readonly postponed: readonly {
    readonly slackId: string;
    readonly ref: string;
    readonly until: LocalDate;
  }[];
  readonly videos: readonly VideoToPlan[];
  readonly held: readonly HeldToPlan[];
  readonly preparations: readonly PreparationToPlan[];
  /** Lines of a morning that never reached their person. */
  readonly unsent: readonly { readonly slackId: string; readonly line: MorningLine }[];
};

/** A message to one person. */
export type MorningMessage = { readonly slackId: string; readonly lines: readonly MorningLine[] };

/** Why something that fell on this morning is not told, counted in people. */
export type Skipped = {
  readonly skippedAway: number;
  readonly skippedWithoutSlack: number;
  readonly skippedDeactivated: number;
};

/** What one morning sends, and what is to be kept of it. */
export type MorningPlan = {
  readonly day: LocalDate;
  readonly messages: readonly MorningMessage[];
  /** Who hears of what for the first time. */
  readonly told: readonly (TargetKey & { readonly slackId: string })[];
  readonly heldAsked: readonly HeldToPlan[];
  readonly skipped: Skipped;
};
