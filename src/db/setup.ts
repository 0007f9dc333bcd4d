import type { FiscalYear } from '../domain/calendar/fiscal-year.ts';
import type { Prismatic } from './client.ts';

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

/** Looks for a first row of each kind; `year` is the present fiscal year. */
export const readSetupRows = async (
  prisma: Prismatic,
  workspaceId: string,
  year: FiscalYear,
): Promise<SetupRows> => {
  const one = { select: { id: true } } as const;
  const stands = { workspaceId, cancelledAt: null };
  const [section, member, appointment, meeting] = await Promise.all([
    prisma.section.findFirst({ where: { workspaceId }, ...one }),
    prisma.bodyMember.findFirst({ where: stands, ...one }),
    prisma.appointment.findFirst({ where: { ...stands, confirmedAt: { not: null } }, ...one }),
    prisma.meeting.findFirst({ where: { ...stands, fiscalYear: { lt: year } }, ...one }),
  ]);
  return {
    sections: section !== null,
    members: member !== null,
    appointments: appointment !== null,
    earlierMeetings: meeting !== null,
  };
};
