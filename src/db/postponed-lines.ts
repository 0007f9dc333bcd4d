import { fromUtcMidnight, type LocalDate, utcMidnight } from '../domain/calendar/local-date.ts';
import { insertRows } from './bulk-insert.ts';
import type { Prismatic } from './client.ts';

/** 翌開庁日に再通知 and its kin: what somebody is told of on a morning of its own, and when. */
export type PostponedLine = { readonly slackId: string; readonly ref: string; readonly until: LocalDate };

export type PostponedLineTable = {
  /** Puts them, each in place of what stood before of that line for that person; no line twice. */
  readonly put: (lines: readonly PostponedLine[]) => Promise<void>;
  /** Takes it back; false when nothing stood. */
  readonly remove: (slackId: string, ref: string) => Promise<boolean>;
  /** When somebody is told of it again; undefined where nothing was postponed. */
  readonly find: (slackId: string, ref: string) => Promise<LocalDate | undefined>;
  /** The same of several, by ref. */
  readonly ofRefs: (slackId: string, refs: readonly string[]) => Promise<ReadonlyMap<string, LocalDate>>;
  /** Those to be told of again on `day` or later. */
  readonly from: (day: LocalDate) => Promise<readonly PostponedLine[]>;
};

export const createPostponedLineTable = (prisma: Prismatic, workspaceId: string): PostponedLineTable => ({
  put: (lines) =>
    insertRows(
      prisma,
      'postponed_line',
      { workspace_id: 'text', slack_id: 'text', ref: 'text', until: 'date' },
      lines.map(({ slackId, ref, until }) => ({ workspace_id: workspaceId, slack_id: slackId, ref, until })),
      'on conflict (workspace_id, slack_id, ref) do update set until = excluded.until',
    ),
  remove: async (slackId, ref) =>
    (await prisma.postponedLine.deleteMany({ where: { workspaceId, slackId, ref } })).count > 0,
  find: async (slackId, ref) => {
    const row = await prisma.postponedLine.findUnique({
      where: { workspaceId_slackId_ref: { workspaceId, slackId, ref } },
    });
    return row === null ? undefined : fromUtcMidnight(row.until);
  },
  ofRefs: async (slackId, refs) => {
    if (refs.length === 0) return new Map();
    const rows = await prisma.postponedLine.findMany({
      where: { workspaceId, slackId, ref: { in: [...refs] } },
    });
    return new Map(rows.map(({ ref, until }) => [ref, fromUtcMidnight(until)]));
  },
  from: async (day) =>
    (await prisma.postponedLine.findMany({ where: { workspaceId, until: { gte: utcMidnight(day) } } })).map(
      ({ slackId, ref, until }) => ({ slackId, ref, until: fromUtcMidnight(until) }),
    ),
});
