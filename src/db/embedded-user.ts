import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { EmbeddedDatabaseError } from './embedded-problem.ts';

/** A user of the operating system. */
export interface SystemUser {
  readonly uid: number;
  readonly gid: number;
}

/** Debian, Red Hat and the official images agree on this number; it serves where the `id` command is missing. */
const USUAL_NOBODY = 65_534;

const numberOfNobody = (option: '-u' | '-g'): number => {
  const run = spawnSync('id', [option, 'nobody'], { encoding: 'utf8' });
  const id = run.status === 0 ? Number(run.stdout.trim()) : Number.NaN;
  return Number.isInteger(id) && id > 0 ? id : USUAL_NOBODY;
};

/**
 * Whom the server must run as: PostgreSQL refuses root, so started by root it runs as the owner of its directory, or as
 * `nobody` while there is nothing in it (`fresh`). Undefined means: as ourselves.
 * Throws EmbeddedDatabaseError when the directory belongs to root, e.g. after a backup was copied back by root.
 */
export const serverUser = (directory: string, fresh: boolean): SystemUser | undefined => {
  if (process.getuid?.() !== 0) return undefined;
  const owner = statSync(directory, { throwIfNoEntry: false });
  if (owner === undefined || (fresh && owner.uid === 0))
    return { uid: numberOfNobody('-u'), gid: numberOfNobody('-g') };
  if (owner.uid === 0) throw new EmbeddedDatabaseError({ kind: 'owned-by-root', path: directory });
  return { uid: owner.uid, gid: owner.gid };
};
