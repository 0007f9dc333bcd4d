import type { AuditSearch } from '../db/audit.ts';
import type { WorkspaceRecord } from '../db/database.ts';
import type { Actor } from '../domain/actor.ts';
import type { AuditLine } from '../domain/audit.ts';
import { may } from '../domain/permission.ts';
import type { Refusal } from '../domain/refusal.ts';
import { type Result, refuse, succeed } from '../domain/result.ts';
import { partsOf, type Subject, subjectOf } from '../domain/subject.ts';
import type { Undoable } from '../domain/undoable.ts';
import { readUndoable } from '../queries/undoable.ts';
import type { People } from '../slack/people.ts';
import type { ServiceDeps } from './service-deps.ts';

/** A line with the names of who acted and of what was acted on; empty where they are not known. */
export type AuditEntry = AuditLine & {
  readonly actorName: string;
  readonly subjectName: string;
  /** What of it can be undone now. */
  readonly undoable?: Undoable | undefined;
};

/** One page, newest first, and whether there are older lines. */
export type AuditPage = { readonly entries: readonly AuditEntry[]; readonly hasOlder: boolean };

type AuditDeps = ServiceDeps & { readonly people?: Pick<People, 'find'> };

/** A row with what it came of: the record of a 書面開催 with the steps of that. */
const withOrigin = async (
  { meetings }: Pick<WorkspaceRecord, 'meetings'>,
  row: Subject,
): Promise<readonly Subject[]> => {
  const [meetingId] = partsOf('meeting', row) ?? [];
  const meeting = meetingId === undefined ? undefined : await meetings.find(meetingId);
  return meeting?.writtenMeetingId == null
    ? [row]
    : [row, subjectOf('written-meeting', meeting.writtenMeetingId)];
};

/**
 * Audit lines with the names of their moment, newest first: `skip` of them left out, at most `limit` given; of one `row` alone where
 * that is asked, with the steps that led to it. For the secretariat.
 */
export const listAuditLines = async (
  { clock, db, people: slack }: AuditDeps,
  { row, ...wanted }: Omit<AuditSearch, 'rows'> & { readonly row?: Subject },
  { limit, skip }: { readonly limit: number; readonly skip: number },
  actor: Actor,
): Promise<Result<AuditPage, Refusal>> => {
  const at = clock.now();
  const allowed = await db.act<null, Refusal>({ actor, action: 'list-audit-lines', at }, async () =>
    may(actor, 'see-audit') ? succeed(null) : refuse({ kind: 'not-allowed', who: 'secretariat' }),
  );
  if (!allowed.ok) return allowed;
  const record = db.record(actor.workspaceId);
  const rows = row === undefined ? {} : { rows: await withOrigin(record, row) };
  const lines = await record.auditLines.search({ ...wanted, ...rows }, { limit: limit + 1, skip });
  const entries: AuditEntry[] = [];
  for (const line of lines.slice(0, limit))
    entries.push({
      ...line,
      // Who is in no record, as a guest who was turned away, is called as Slack calls them.
      actorName: line.names[line.actor] ?? (await slack?.find(line.actor))?.name ?? '',
      subjectName: line.names[line.subject] ?? '',
      undoable: await readUndoable(record, line, at),
    });
  return succeed({ entries, hasOlder: lines.length > limit });
};
