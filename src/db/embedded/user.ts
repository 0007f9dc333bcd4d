import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** A user of the operating system. */
export interface SystemUser {
  readonly uid: number;
  readonly gid: number;
}

/** Debian, Red Hat and the official images agree on this number; it serves where the `id` command is missing. */
const USUAL_NOBODY = 65_534;

/** The first number tried for a user of our own: below those of systemd's passing users, above those of people. */
const FIRST_OWN = 27_513;
const MOST_TRIED = 100;

const identity = (...words: readonly string[]): string | undefined => {
  const run = spawnSync('id', words, { encoding: 'utf8' });
  return run.status === 0 ? run.stdout.trim() : undefined;
};

const numberOfNobody = (option: '-u' | '-g'): number => {
  const id = Number(identity(option, 'nobody') ?? Number.NaN);
  return Number.isInteger(id) && id > 0 ? id : USUAL_NOBODY;
};

/** The name of user `uid`; undefined for a number that is nobody's name. */
export const userName = (uid: number): string | undefined => identity('-nu', String(uid));

/** The name of whom this process runs as; undefined where the system knows only a number, as in some containers. */
export const ownName = (): string | undefined => {
  try {
    return os.userInfo().username;
  } catch {
    return undefined;
  }
};

/** `nobody`: whose processes may be anybody's, so that nothing is left with it. */
export const nobody = (): SystemUser => ({ uid: numberOfNobody('-u'), gid: numberOfNobody('-g') });

/** A number that belongs to nobody else on this machine: only root can start processes under it. */
const unnamedUser = (): SystemUser => {
  for (let uid = FIRST_OWN; uid < FIRST_OWN + MOST_TRIED; uid += 1)
    if (userName(uid) === undefined) return { uid, gid: uid };
  return nobody();
};

const ownerOf = (directory: string): SystemUser | undefined => statSync(directory, { throwIfNoEntry: false });

/**
 * Whom the server must run as: PostgreSQL refuses root, so started by root it runs as the owner of its directory or of the
 * one above, and where those are root's as a user that has no name and no other processes. What earlier versions left with
 * `nobody` in a directory of root's goes to that user too. Undefined means: as ourselves.
 */
export const serverUser = (directory: string): SystemUser | undefined => {
  if (process.getuid?.() !== 0) return undefined;
  const above = ownerOf(path.dirname(directory));
  const isRoots = above === undefined || above.uid === 0;
  const owner = [ownerOf(directory), above].find(
    (one) => one !== undefined && one.uid !== 0 && !(isRoots && one.uid === nobody().uid),
  );
  return owner === undefined ? unnamedUser() : { uid: owner.uid, gid: owner.gid };
};
