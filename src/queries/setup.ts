import type { WorkspaceRecord } from '../db/database.ts';
import type { FiscalYear } from '../domain/calendar/fiscal-year.ts';

/** Whether there is any row of each kind. */
export type SetupRows = {
  readonly sections: boolean;
  /** 委員, not cancelled, of any day. */
  readonly members: boolean;
  /** Confirmed, not cancelled, of any year. */
  readonly appointments: boolean;
  /** Meetings of a fiscal year before the one asked about, not cancelled. */
  readonly earlierMeetings: boolean;
};

/** Which rows はじめの設定 waits for are there; `year` is the present fiscal year. */
export const readSetupRows = async (
  record: Pick<WorkspaceRecord, 'appointments' | 'bodyMembers' | 'departments' | 'meetings'>,
  year: FiscalYear,
): Promise<SetupRows> => {
  const [sections, members, appointments, earlierMeetings] = await Promise.all([
    record.departments.hasSections(),
    record.bodyMembers.hasAny(),
    record.appointments.hasConfirmed(),
    record.meetings.hasAnyBefore(year),
  ]);
  return { sections, members, appointments, earlierMeetings };
};
