import type { Actor } from '../../domain/actor.ts';
import type { TableProblem } from '../../domain/csv-file.ts';
import { isSecretariat } from '../../domain/permission.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import type { FileProblem, Files } from '../../slack/files.ts';
import type { PressInput, ServiceDeps } from '../service-deps.ts';

/** How a file is read: as much of it as `mostBytes`; `read` knows its format. */
type PastFile<Table> = {
  readonly mostBytes: number;
  readonly read: (bytes: Uint8Array) => Result<Table, TableProblem>;
  /** What is in it, as the audit log calls it. */
  readonly action: 'read-past-file' | 'read-opinion-file';
};

/** Why a file is not read: it can't be had, or it is no table. */
export type PastFileProblem = { readonly kind: 'file'; readonly problem: FileProblem } | TableProblem;

/**
 * Reads a file of past records, or of 評価・意見, that this person put into a form, by Slack's id of it (`draft`): once when it is chosen, and
 * anew, without a key, when it is imported. Nothing of it is kept: Slack has it. Refused to all but the secretariat, whose own files alone
 * are read.
 */
export const readPastFile = async <Table>(
  { clock, db, files }: ServiceDeps & { readonly files: Files },
  { mostBytes, read, action }: PastFile<Table>,
  { key, draft: fileId }: PressInput<string>,
  actor: Actor,
): Promise<Result<Table, PastFileProblem | Refusal>> => {
  const got = isSecretariat(actor) ? await files.read(fileId, { ownerId: actor.id, mostBytes }) : undefined;
  const table = got?.ok ? read(got.file.bytes) : undefined;
  const taken = await db.submit<null, PastFileProblem | Refusal>(
    { actor, action, at: clock.now() },
    key === undefined ? undefined : { key, content: fileId, changes: true },
    async () => {
      if (got === undefined) return refuse({ kind: 'not-allowed', who: 'secretariat' });
      if (!got.ok) return refuse({ kind: 'file', problem: got.problem });
      return table === undefined || table.ok ? succeed(null) : table;
    },
  );
  if (!taken.ok) return taken;
  return table ?? refuse({ kind: 'empty' });
};
