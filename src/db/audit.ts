import { z } from 'zod';
import type { Actor } from '../domain/actor.ts';
import { type AuditLine, type AuditNames, type Change, REFUSED } from '../domain/audit.ts';
import type { FiscalYear } from '../domain/calendar/fiscal-year.ts';
import { joinParts } from '../domain/parts.ts';
import { readSubject, type Subject } from '../domain/subject.ts';
import { readNames } from './audit-names.ts';
import type { Prismatic } from './client.ts';
import { readConfirmers } from './confirmers.ts';
import type { AuditLine as Row } from './generated/client.ts';

/** What an audit line says beyond who did what, when. */
export type AuditDetails = {
  readonly subject: Subject;
  readonly before?: unknown;
  readonly after?: unknown;
  readonly reason?: string;
  /** How what the line mentions is called, by id, as far as that is known: the record is asked for the rest. */
  readonly names?: AuditNames;
};

/**
 * Writes lines, in the transaction of the changes they tell of, with what each mentions as it is called now: a line says the
 * same ever after, whatever is renamed, moved or cancelled.
 */
export const writeAuditLines = async (
  prisma: Prismatic,
  actor: Actor,
  action: string,
  at: Date,
  lines: readonly AuditDetails[],
): Promise<void> => {
  if (lines.length === 0) return;
  const { workspaceId, id, via } = actor;
  const names = await readNames(
    prisma,
    workspaceId,
    lines.map((line) => ({ ...line, at })),
  );
  const rows = lines.map(({ reason = '', ...line }, index) => ({
    ...line,
    reason,
    names: names[index] ?? {},
  }));
  // The name of who acts is looked up by the way: every line has one.
  await prisma.$executeRaw`
    insert into audit_line (workspace_id, at, actor, via, action, subject, reason, before, after, names)
    select ${workspaceId}, ${at}, ${id}, ${via}, ${action}, subject, reason, before, after, names || coalesce((
      select jsonb_build_object(slack_id, name) from person where workspace_id = ${workspaceId} and slack_id = ${id}), '{}')
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as row(subject text, reason text, before jsonb, after jsonb, names jsonb)`;
};

/** Lines about a row, and about its years and parts (`body:ID:2026` for `body:ID`). */
const about = (row: string) => ({ OR: [{ subject: row }, { subject: { startsWith: `${row}:` } }] });

/** The last change of a row, or of any year of one that is kept by years (`body:ID` for `body:ID:2026`). */
export const lastChangeOf = async (
  prisma: Prismatic,
  workspaceId: string,
  subject: Subject,
): Promise<Change | undefined> => {
  const line = await prisma.auditLine.findFirst({
    where: {
      workspaceId,
      ...about(subject),
      NOT: { action: { startsWith: REFUSED } },
    },
    orderBy: { id: 'desc' },
  });
  if (line === null) return undefined;
  const person = await prisma.person.findFirst({ where: { workspaceId, slackId: line.actor } });
  return { by: line.actor, name: person?.name ?? null, at: line.at };
};

/** What the lines about a row say of its changes: how many there are, and of when the last is. What was refused changed nothing. */
export type RowChanges = { readonly count: number; readonly lastAt: Date };

export type AuditTable = {
  /** The changes of rows, by row; of one without lines nothing. */
  readonly changesOf: (rows: readonly Subject[]) => Promise<ReadonlyMap<Subject, RowChanges>>;
  /** The newest `limit` lines about a row, newest first. */
  readonly of: (subject: Subject, limit: number) => Promise<readonly AuditLine[]>;
  /** At most `limit` lines, newest first, of one who acted and since a moment where that is asked. */
  readonly search: (
    wanted: AuditSearch,
    page: { readonly limit: number; readonly skip: number },
  ) => Promise<readonly AuditLine[]>;
  /**
   * Who confirmed the meetings, trainings and appointments of a year that were not confirmed in being recorded, by row; null where no
   * line tells it.
   */
  readonly confirmersIn: (years: readonly FiscalYear[]) => Promise<ReadonlyMap<string, string | null>>;
};

/** `actors`: any of these ids. `rows`: the lines about these rows only, of all their years and parts (`body:ID` for `body:ID:2026`). */
export type AuditSearch = {
  readonly since?: Date;
  readonly actors?: readonly string[];
  readonly rows?: readonly Subject[];
};

const Names = z.record(z.string(), z.string());

const whereRow = (subject: Subject) => {
  const read = readSubject(subject);
  return about(read === undefined || read.id === '' ? subject : joinParts(read.kind, read.id));
};

export const createAuditTable = (prisma: Prismatic, workspaceId: string): AuditTable => {
  /** Lines of releases that did not keep names yet are read with those of today. */
  const toAuditLines = async (rows: readonly Row[]): Promise<readonly AuditLine[]> => {
    const nameless = rows.filter(({ names }) => names === null);
    const read = await readNames(
      prisma,
      workspaceId,
      nameless.map(({ names: _, ...line }) => line),
    );
    const today = new Map(nameless.map(({ id }, index) => [id, read[index] ?? {}]));
    return rows.map(({ id, at, actor, via, action, subject, reason, before, after, names }) => ({
      at,
      actor,
      via,
      action,
      subject,
      reason,
      before,
      after,
      names: today.get(id) ?? Names.parse(names),
    }));
  };
  return {
    confirmersIn: (years) => readConfirmers(prisma, workspaceId, years),
    changesOf: async (rows) => {
      const changes = await prisma.$queryRaw<readonly ({ readonly subject: Subject } & RowChanges)[]>`
        select subject, count(*)::int as count, max(at) as "lastAt" from audit_line
        where workspace_id = ${workspaceId} and subject = any(${[...rows]}) and not starts_with(action, ${REFUSED})
        group by subject`;
      return new Map(changes.map(({ subject, ...change }) => [subject, change]));
    },
    of: async (subject, limit) =>
      toAuditLines(
        await prisma.auditLine.findMany({
          where: { workspaceId, subject },
          orderBy: { id: 'desc' },
          take: limit,
        }),
      ),
    search: async ({ since, actors, rows }, { limit, skip }) =>
      toAuditLines(
        await prisma.auditLine.findMany({
          where: {
            workspaceId,
            ...(since === undefined ? {} : { at: { gte: since } }),
            ...(actors === undefined ? {} : { actor: { in: [...actors] } }),
            ...(rows === undefined ? {} : { OR: rows.map(whereRow) }),
          },
          orderBy: { id: 'desc' },
          take: limit,
          skip,
        }),
      ),
  };
};
