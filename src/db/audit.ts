import type { Actor } from '../domain/actor.ts';
import { type AuditLine, type Change, REFUSED } from '../domain/audit.ts';
import type { Subject } from '../domain/subject.ts';
import { insertRows } from './bulk-insert.ts';
import type { Prismatic } from './client.ts';
import type { AuditLine as Row } from './generated/client.ts';

/** What an audit line says beyond who did what, when. */
export type AuditDetails = {
  readonly subject: Subject;
  readonly before?: unknown;
  readonly after?: unknown;
  readonly reason?: string;
};

const COLUMNS = {
  workspace_id: 'text',
  at: 'timestamptz',
  actor: 'text',
  via: 'text',
  action: 'text',
  subject: 'text',
  reason: 'text',
  before: 'jsonb',
  after: 'jsonb',
} as const;

/** Writes lines, in the transaction of the changes they tell of. */
export const writeAuditLines = async (
  prisma: Prismatic,
  actor: Actor,
  action: string,
  at: Date,
  lines: readonly AuditDetails[],
): Promise<void> => {
  await insertRows(
    prisma,
    'audit_line',
    COLUMNS,
    lines.map(({ subject, before, after, reason = '' }) => ({
      workspace_id: actor.workspaceId,
      at,
      actor: actor.id,
      via: actor.via,
      action,
      subject,
      reason,
      before,
      after,
    })),
  );
};

/** The last change of a row, or of any year of one that is kept by years (`body:ID` for `body:ID:2026`). */
export const lastChangeOf = async (
  prisma: Prismatic,
  workspaceId: string,
  subject: Subject,
): Promise<Change | undefined> => {
  const line = await prisma.auditLine.findFirst({
    where: {
      workspaceId,
      OR: [{ subject }, { subject: { startsWith: `${subject}:` } }],
      NOT: { action: { startsWith: REFUSED } },
    },
    orderBy: { id: 'desc' },
  });
  if (line === null) return undefined;
  const person = await prisma.person.findFirst({ where: { workspaceId, slackId: line.actor } });
  return { by: line.actor, name: person?.name ?? null, at: line.at };
};

export type AuditTable = {
  /** The newest `limit` lines about a row, newest first. */
  readonly of: (subject: Subject, limit: number) => Promise<readonly AuditLine[]>;
  /** At most `limit` lines, newest first, of one who acted and since a moment where that is asked. */
  readonly search: (
    wanted: AuditSearch,
    page: { readonly limit: number; readonly skip: number },
  ) => Promise<readonly AuditLine[]>;
};

/** `actors`: any of these ids. */
export type AuditSearch = { readonly since?: Date; readonly actors?: readonly string[] };

const toAuditLine = ({ at, actor, via, action, subject, reason, before, after }: Row): AuditLine => ({
  at,
  actor,
  via,
  action,
  subject,
  reason,
  before,
  after,
});

export const createAuditTable = (prisma: Prismatic, workspaceId: string): AuditTable => ({
  of: async (subject, limit) => {
    const rows = await prisma.auditLine.findMany({
      where: { workspaceId, subject },
      orderBy: { id: 'desc' },
      take: limit,
    });
    return rows.map(toAuditLine);
  },
  search: async ({ since, actors }, { limit, skip }) => {
    const rows = await prisma.auditLine.findMany({
      where: {
        workspaceId,
        ...(since === undefined ? {} : { at: { gte: since } }),
        ...(actors === undefined ? {} : { actor: { in: [...actors] } }),
      },
      orderBy: { id: 'desc' },
      take: limit,
      skip,
    });
    return rows.map(toAuditLine);
  },
});
