import type { FiscalYear } from '../domain/calendar/fiscal-year.ts';
import type { DidNotMeet } from '../domain/occasion/did-not-meet.ts';
import type { Prismatic } from './client.ts';

export type DidNotMeetTable = {
  readonly find: (bodyId: string, year: FiscalYear) => Promise<DidNotMeet | undefined>;
  readonly ofYear: (year: FiscalYear) => Promise<readonly DidNotMeet[]>;
  /** Of several years at once. */
  readonly ofYears: (years: readonly FiscalYear[]) => Promise<readonly DidNotMeet[]>;
  readonly create: (row: DidNotMeet) => Promise<void>;
  readonly remove: (bodyId: string, year: FiscalYear) => Promise<void>;
};

export const createDidNotMeetTable = (prisma: Prismatic, workspaceId: string): DidNotMeetTable => {
  const key = (bodyId: string, fiscalYear: FiscalYear) => ({
    workspaceId_bodyId_fiscalYear: { workspaceId, bodyId, fiscalYear },
  });
  const omit = { workspaceId: true } as const;
  return {
    find: async (bodyId, year) =>
      (await prisma.didNotMeet.findUnique({ where: key(bodyId, year), omit })) ?? undefined,
    ofYear: (year) => prisma.didNotMeet.findMany({ where: { workspaceId, fiscalYear: year }, omit }),
    ofYears: (years) =>
      prisma.didNotMeet.findMany({ where: { workspaceId, fiscalYear: { in: [...years] } }, omit }),
    create: async (row) => {
      await prisma.didNotMeet.create({ data: { workspaceId, ...row } });
    },
    remove: async (bodyId, year) => {
      await prisma.didNotMeet.delete({ where: key(bodyId, year) });
    },
  };
};
