import type { FiscalYear } from '../domain/calendar/fiscal-year.ts';
import type { Prismatic } from './client.ts';
import { digestOf } from './digest.ts';
import type { Prisma } from './generated/client.ts';

/** A file of a report that somebody got: in what format, who and when. */
export type ReportDelivery = {
  readonly format: 'md' | 'html' | 'docx' | 'xlsx';
  readonly givenTo: string;
  readonly givenAt: Date;
};

/** A report as it was given out, with every time that was done, the newest first. */
export type GivenReport = {
  readonly id: string;
  readonly fiscalYear: FiscalYear;
  readonly deliveries: readonly ReportDelivery[];
};

/** 第5章 as it was given out. */
export type ReportTable = {
  /** What was given out of a year, what was handed over last first. */
  readonly ofYear: (year: FiscalYear) => Promise<readonly GivenReport[]>;
  /** What one said, as JSON. */
  readonly contentOf: (id: string) => Promise<unknown>;
  /** Keeps that a report was handed over; the same content of a year is one report, however often it is. `content` is JSON. */
  readonly keep: (
    year: FiscalYear,
    content: Prisma.InputJsonObject,
    delivery: ReportDelivery,
    ids: { readonly report: string; readonly delivery: string },
  ) => Promise<void>;
};

export const createReportTable = (prisma: Prismatic, workspaceId: string): ReportTable => ({
  ofYear: async (fiscalYear) => {
    const rows = await prisma.reportIssue.findMany({
      where: { workspaceId, fiscalYear },
      select: {
        id: true,
        fiscalYear: true,
        deliveries: {
          select: { format: true, givenTo: true, givenAt: true },
          orderBy: [{ givenAt: 'desc' }, { id: 'asc' }],
        },
      },
    });
    const lastOf = ({ deliveries }: GivenReport): number => deliveries[0]?.givenAt.getTime() ?? 0;
    return rows.toSorted((one, other) => lastOf(other) - lastOf(one));
  },
  contentOf: async (id) => {
    const row = await prisma.reportIssue.findUnique({
      where: { workspaceId_id: { workspaceId, id } },
      select: { content: true },
    });
    return row?.content;
  },
  keep: async (fiscalYear, content, delivery, ids) => {
    const digest = digestOf(content);
    // Two who are given the same at the same moment: the second finds what the first has kept.
    await prisma.reportIssue.createMany({
      data: [{ workspaceId, id: ids.report, fiscalYear, digest, content }],
      skipDuplicates: true,
    });
    const { id: reportId } = await prisma.reportIssue.findUniqueOrThrow({
      where: { workspaceId_fiscalYear_digest: { workspaceId, fiscalYear, digest } },
      select: { id: true },
    });
    await prisma.reportDelivery.create({ data: { workspaceId, id: ids.delivery, reportId, ...delivery } });
  },
});
