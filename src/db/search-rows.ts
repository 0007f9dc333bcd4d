import type { PromoterRole } from '../domain/actor.ts';
import type { FiscalYear } from '../domain/calendar/fiscal-year.ts';
import type { LocalDate } from '../domain/calendar/local-date.ts';
import type { InquiryState } from '../domain/inquiry/inquiry.ts';
import type { MeetingWay } from '../domain/meeting/meeting.ts';
import type { RecordDate } from '../domain/occasion/date.ts';
import type { SearchPlace } from '../domain/search/found.ts';
import type { WrittenMeetingState } from '../domain/written-meeting/written-meeting.ts';

// What a search finds, as the database gives it.

/** A meeting or training that is found, with when it was and how it stands. */
type FoundOccasion = SearchPlace & {
  readonly fiscalYear: FiscalYear;
  readonly date: RecordDate;
  readonly place: string;
  readonly confirmedAt: Date | null;
  readonly heldConfirmedAt: Date | null;
};

export type FoundMeeting = FoundOccasion & {
  readonly bodyId: string;
  readonly way: MeetingWay;
  readonly note: string;
  /** Of one whose contents the reader does not see nothing. */
  readonly decisions: string;
  readonly begunInWritingId: string | null;
  readonly items: readonly string[];
};

export type FoundTraining = FoundOccasion & {
  readonly programmeId: string | null;
  readonly otherName: string;
  readonly lecturer: string;
  readonly content: string;
};

export type FoundWritten = SearchPlace & {
  readonly bodyId: string;
  readonly state: WrittenMeetingState;
  readonly dueOn: LocalDate;
  readonly items: readonly string[];
};

export type FoundArticle = SearchPlace & {
  readonly title: string;
  readonly body: string;
  readonly photoText: string;
  readonly writtenAt: Date;
  /** The newest issue in which it is out. */
  readonly issueId: string | null;
};

export type FoundInquiry = SearchPlace & {
  readonly title: string;
  readonly documentNumber: string;
  readonly requester: string;
  readonly content: string;
  readonly state: InquiryState;
  readonly createdAt: Date;
  /** One of those asked of whom the reader may see it; their own section's before others of a department. */
  readonly sectionId: string | null;
  readonly departmentId: string | null;
  readonly role: PromoterRole | null;
};

export type FoundOpinion = SearchPlace & {
  readonly fiscalYear: FiscalYear;
  readonly number: string;
  readonly item: string;
  readonly words: string;
  /** 市の調査・検討 of the years of which the reader sees it. */
  readonly considerations: readonly string[];
};
