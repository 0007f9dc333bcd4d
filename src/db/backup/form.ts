import { z } from 'zod';
import type { BackupProblem } from '../../domain/backup-problem.ts';

/** No backup was made, or none was put back; `problem` says why. */
export class BackupError extends Error {
  override readonly name = 'BackupError';
  readonly problem: BackupProblem;

  constructor(problem: BackupProblem, options?: ErrorOptions) {
    super(`no backup: ${problem.kind}`, options);
    this.problem = problem;
  }
}

/** The form of archive that this version writes, and the newest that it reads. */
export const FORM = 1;

/** The first entry: what this is, and where it can be put back. */
export const HEAD_NAME = 'kyodo-backup.json';
/** What is below this is the directory of the database. */
export const DATA_NAME = 'postgres/';
/** What PostgreSQL calls its files and folders. Others were laid there by somebody, and are none of the database's. */
export const DATA_FILE = /^\w[\w.-]*$/u;
/** The last entry: every file before it. An archive that lacks it was broken off. */
export const SUMS_NAME = 'checksums.json';

/** `at`: ISO 8601, when it was begun; `postgres`, e.g. `18.4.0`; `machine`, e.g. `linux-x64`. */
export const BackupHead = z.object({
  form: z.number().int(),
  at: z.iso.datetime(),
  bot: z.string(),
  postgres: z.string(),
  machine: z.string(),
});
export type BackupHead = z.infer<typeof BackupHead>;

/** What a file of the archive must be when it is put back: its bytes and their SHA-256 in hexadecimal. */
const Sum = z.object({ name: z.string(), size: z.number().int(), sha256: z.string() });
export type Sum = z.infer<typeof Sum>;
export const Sums = z.array(Sum);

/** The kind of machine that a directory of PostgreSQL belongs to. */
export const thisMachine = (): string => `${process.platform}-${process.arch}`;
