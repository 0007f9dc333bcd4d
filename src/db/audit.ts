import type { Actor } from '../domain/actor.ts';
import type { AuditLine } from '../domain/audit.ts';
import type { Prismatic } from './client.ts';
import { Prisma } from './generated/client.ts';

/** What an audit line says beyond who did what, when. */
export type AuditDetails = {
  readonly subject: string;
  readonly before?: unknown;
  readonly after?: unknown;
  readonly reason?: string;
};

const json = (value: unknown): Prisma.InputJsonValue | typeof Prisma.DbNull =>
  value === undefined ? Prisma.DbNull : JSON.parse(JSON.stringify(value));

/** Writes one line, in the transaction of the change it tells of. */
export const writeAuditLine = async (
  prisma: Prismatic,
  actor: Actor,
  action: string,
  at: Date,
  { subject, before, after, reason = '' }: AuditDetails,
): Promise<void> => {
  await prisma.auditLine.create({
    data: {
      workspaceId: actor.workspaceId,
      at,
      actor: actor.id,
      via: actor.via,
      action,
      subject,
      reason,
      before: json(before),
      after: json(after),
    },
  });
};

export type AuditTable = {
  /** The newest `limit` lines about a row, newest first. */
  readonly of: (subject: string, limit: number) => Promise<readonly AuditLine[]>;
};

export const createAuditTable = (prisma: Prismatic, workspaceId: string): AuditTable => ({
  of: async (subject, limit) => {
    const rows = await prisma.auditLine.findMany({
      where: { workspaceId, subject },
      orderBy: { id: 'desc' },
      take: limit,
    });
    return rows.map(({ at, actor, via, action, reason, before, after }) => ({
      at,
      actor,
      via,
      action,
      subject,
      reason,
      before,
      after,
    }));
  },
});
