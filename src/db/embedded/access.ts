import { randomUUID } from 'node:crypto';
import {
  chownSync,
  lchownSync,
  lstatSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { ownName, type SystemUser, userName } from './user.ts';

/** The database's only user, as whom everybody who is let in works. */
const DATABASE_USER = 'kyodo';
const MAP = 'kyodo';

/** A name as PostgreSQL's own files quote it. */
const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** What `file` says; undefined when it is not there or not to be read. */
export const contentOf = (file: string): string | undefined => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
};

/** Put in place whole, and as a file of its own: whoever owns the directory may have laid a link under the name. */
const replace = (file: string, content: string, user: SystemUser | undefined): void => {
  if (contentOf(file) === content) return;
  const unfinished = `${file}.${randomUUID()}`;
  writeFileSync(unfinished, content, { mode: 0o600, flag: 'wx' });
  if (user !== undefined) chownSync(unfinished, user.uid, user.gid);
  renameSync(unfinished, file);
};

/**
 * Says who may connect, before the server over `directory` starts as `user` (ourselves when undefined): root and the server's
 * own user, by what the system says of the process at the other end of the socket. Where a process has only a number that
 * can't be asked; there the socket's permissions, which let in its owner alone, must do.
 */
export const writeAccess = (directory: string, user: SystemUser | undefined): void => {
  const name = user === undefined ? ownName() : userName(user.uid);
  const isNamed = user !== undefined || name !== undefined;
  const names = [...new Set(['root', ...(name === undefined ? [] : [name])])];
  replace(
    path.join(directory, 'pg_hba.conf'),
    isNamed ? `local all ${DATABASE_USER} peer map=${MAP}\n` : `local all ${DATABASE_USER} trust\n`,
    user,
  );
  replace(
    path.join(directory, 'pg_ident.conf'),
    names.map((one) => `${MAP} ${quoted(one)} ${DATABASE_USER}\n`).join(''),
    user,
  );
};

/** Gives `directory` and everything in it to `user`; links themselves, not what they lead to. Only root can do so. */
export const giveTo = (directory: string, { uid, gid }: SystemUser): void => {
  const owned = lstatSync(directory);
  if (owned.uid === uid && owned.gid === gid) return;
  for (const name of readdirSync(directory, { recursive: true, encoding: 'utf8' }))
    lchownSync(path.join(directory, name), uid, gid);
  // Last, so that what was broken off is begun again.
  lchownSync(directory, uid, gid);
};
