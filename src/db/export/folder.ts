import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { syncFolder } from '../whole-files.ts';
import { MANIFEST, type Manifest } from './form.ts';

/** Why nothing is written into a folder: none was named, there are files in it, or its name is that of a file. */
export type FolderProblem = { readonly kind: 'no-folder' | 'not-empty' | 'no-such-place' };

type FileSum = Manifest['files'][number];

/** A folder that is being written, which has its name only when it is whole. */
export type NewFolder = {
  /** Writes one file for its owner alone, and gives its length and sum. */
  readonly write: (name: string, content: AsyncIterable<Uint8Array>) => Promise<FileSum>;
  readonly finish: () => Promise<void>;
  /** Leaves nothing of it. */
  readonly abandon: () => Promise<void>;
};

const NAMES: readonly string[] = ['tables', 'files', MANIFEST];

const namesIn = (folder: string): Promise<readonly string[] | undefined> =>
  readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });

/** Begins one that will be `typed`, which is not there yet or empty. What an export left that was killed is cleared away. */
export const beginFolder = async (typed: string): Promise<Result<NewFolder, FolderProblem>> => {
  if (typed.trim() === '' || typed.includes('\0')) return refuse({ kind: 'no-folder' });
  const folder = path.resolve(typed);
  const unfinished = `${folder}.part`;
  const isPlace = await stat(path.dirname(folder)).then(
    (place) => place.isDirectory(),
    () => false,
  );
  if (!isPlace) return refuse({ kind: 'no-such-place' });
  try {
    if (((await namesIn(folder)) ?? []).length > 0) return refuse({ kind: 'not-empty' });
    if ((await namesIn(unfinished))?.some((name) => !NAMES.includes(name)) === true)
      return refuse({ kind: 'not-empty' });
  } catch (error) {
    if (Reflect.get(Object(error), 'code') === 'ENOTDIR') return refuse({ kind: 'not-empty' });
    throw error;
  }
  await rm(unfinished, { recursive: true, force: true });
  for (const part of [unfinished, path.join(unfinished, 'tables'), path.join(unfinished, 'files')])
    await mkdir(part, { mode: 0o700 });
  return succeed({
    write: async (name, content) => {
      const hash = createHash('sha256');
      let length = 0;
      const measured = async function* (): AsyncGenerator<Uint8Array> {
        for await (const piece of content) {
          hash.update(piece);
          length += piece.length;
          yield piece;
        }
      };
      const options = { flags: 'wx', mode: 0o600, flush: true };
      await pipeline(measured(), createWriteStream(path.join(unfinished, name), options));
      return { path: name, length, sha256: hash.digest('hex') };
    },
    finish: async () => {
      for (const part of ['tables', 'files', '.']) await syncFolder(path.join(unfinished, part));
      await rename(unfinished, folder);
      await syncFolder(path.dirname(folder));
    },
    abandon: () => rm(unfinished, { recursive: true, force: true }),
  });
};
