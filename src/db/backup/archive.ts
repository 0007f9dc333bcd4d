import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream, existsSync } from 'node:fs';
import { link, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { pack } from 'tar-stream';
import { errorCode } from '../embedded/problem.ts';
import { onePiece, syncFolder } from '../whole-files.ts';
import { BackupError, SUMS_NAME, type Sum } from './form.ts';

/** A tar.gz that is being written, which has its name only when it is whole. */
export type Archive = {
  readonly addFolder: (name: string) => Promise<void>;
  /** Adds exactly `size` bytes. */
  readonly addFile: (name: string, size: number, content: AsyncIterable<Uint8Array>) => Promise<void>;
  readonly addText: (name: string, text: string) => Promise<void>;
  /** Ends it with the sums of its files, on the disk and under the name `file`; how many bytes it has. */
  readonly finish: (file: string) => Promise<number>;
  /** Leaves nothing of it. */
  readonly abandon: () => Promise<void>;
};

/** Bytes that repeat themselves, as a database's do, are hardly smaller at more cost. */
const LEVEL = 1;

/** What a disk says where a file can have no second name, as on a share or a stick. */
const NO_LINKS: readonly string[] = ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'];

/** Gives it its name. Unlike renaming, a link never takes the place of another archive that came meanwhile. */
const giveName = async (unfinished: string, file: string): Promise<void> => {
  try {
    await link(unfinished, file);
  } catch (error) {
    if (errorCode(error) === 'EEXIST' || existsSync(file))
      throw new BackupError({ kind: 'file-there' }, { cause: error });
    if (!NO_LINKS.includes(errorCode(error))) throw error;
    return rename(unfinished, file);
  }
  await rm(unfinished);
};

/** Begins one as `unfinished`, for its owner alone. What an earlier one left there that was killed is overwritten. */
export const createArchive = async (unfinished: string): Promise<Archive> => {
  await rm(unfinished, { force: true });
  const tar = pack();
  const target = createWriteStream(unfinished, { flags: 'wx', mode: 0o600, flush: true });
  const written = pipeline(tar, createGzip({ level: LEVEL }), target);
  // Whoever adds to it is told; until somebody does, nobody listens.
  written.catch(() => {});
  await Promise.race([once(target, 'open'), written]);
  const sums: Sum[] = [];

  /** Writes one entry; what stops the archive stops it, too. */
  const add = async (
    header: Parameters<typeof tar.entry>[0],
    content: AsyncIterable<Uint8Array>,
  ): Promise<void> => {
    const entry = tar.entry(header);
    const closed = once(entry, 'close');
    closed.catch(() => {});
    for await (const piece of content)
      if (!entry.write(piece)) await Promise.race([once(entry, 'drain'), closed]);
    entry.end(null);
    await closed;
  };

  const addFile: Archive['addFile'] = async (name, size, content) => {
    const hash = createHash('sha256');
    async function* hashed(): AsyncGenerator<Uint8Array> {
      for await (const piece of content) {
        hash.update(piece);
        yield piece;
      }
    }
    await add({ name, size, mode: 0o600, type: 'file' }, hashed());
    sums.push({ name, size, sha256: hash.digest('hex') });
  };
  const addText: Archive['addText'] = (name, text) => addFile(name, Buffer.byteLength(text), onePiece(text));

  return {
    addFolder: (name) => add({ name, mode: 0o700, type: 'directory' }, onePiece('')),
    addFile,
    addText,
    finish: async (file) => {
      await addText(SUMS_NAME, JSON.stringify(sums));
      tar.finalize();
      await written;
      await giveName(unfinished, file);
      await syncFolder(path.dirname(file));
      return target.bytesWritten;
    },
    abandon: async () => {
      tar.destroy();
      await written.catch(() => {});
      await rm(unfinished, { force: true });
    },
  };
};
