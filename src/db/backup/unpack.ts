import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { extract } from 'tar-stream';
import { errorCode, errorText } from '../embedded/problem.ts';
import {
  BackupError,
  BackupHead,
  DATA_FILE,
  DATA_NAME,
  FORM,
  HEAD_NAME,
  SUMS_NAME,
  type Sum,
  Sums,
} from './form.ts';

/** Whether a name is that of a file or folder of a database: nothing that leads out of it. */
const isInData = (name: string): boolean =>
  name.startsWith(DATA_NAME) &&
  name
    .replace(/\/$/u, '')
    .split('/')
    .every((part) => DATA_FILE.test(part));

/** Longer ones are none of ours: no need to read them into memory. */
const MOST_TEXT = 64 << 20;

type Content = AsyncIterable<unknown>;

const parsed = <T>(schema: { readonly parse: (value: unknown) => T }, text: string, what: string): T => {
  try {
    return schema.parse(JSON.parse(text));
  } catch (error) {
    throw new BackupError({ kind: 'damaged', what }, { cause: error });
  }
};

const headFrom = (text: string): BackupHead => {
  const { form } = parsed(BackupHead.pick({ form: true }), text, HEAD_NAME);
  if (form > FORM) throw new BackupError({ kind: 'newer-form' });
  return parsed(BackupHead, text, HEAD_NAME);
};

/** The first thing in which what was read is not what was written; undefined where it is the same. */
const differenceOf = (written: readonly Sum[], read: readonly Sum[]): string | undefined => {
  const line = ({ name, size, sha256 }: Sum): string => `${sha256} ${size} ${name}`;
  const [was, is] = [new Set(written.map(line)), new Set(read.map(line))];
  return (
    read.find((sum) => !was.has(line(sum)))?.name ??
    written.find((sum) => !is.has(line(sum)))?.name ??
    (read.length === written.length ? undefined : SUMS_NAME)
  );
};

/** What the archive's own failure is called: other than the system's, which comes from the disk it is unpacked to. */
const isOfArchive = (error: unknown): boolean =>
  !/^E[A-Z0-9]+$/u.test(errorCode(error)) && errorCode(error) !== 'ERR_STREAM_PREMATURE_CLOSE';

/**
 * Unpacks the backup `file` into `directory`, which is there and empty. `accept` is asked, before anything else is read, whether it can
 * be put back here, and throws where it can't. Whatever throws, the directory is to be thrown away: only what ends well is whole.
 * Throws BackupError, and what the system says of the directory's own disk.
 */
export const unpackBackup = async (
  file: string,
  directory: string,
  accept: (head: BackupHead) => void,
): Promise<BackupHead> => {
  const tar = extract();
  const read: Sum[] = [];
  let head: BackupHead | undefined;
  let sums: readonly Sum[] | undefined;
  let ofDisk: unknown;
  /** Work on the disk that is unpacked to: when it fails, nothing is wrong with the backup. */
  const onDisk = <T>(work: Promise<T>): Promise<T> =>
    work.catch((error: unknown) => {
      ofDisk = error;
      throw error;
    });

  /** Has `take` each piece; notes what they come to. */
  const note = async (
    name: string,
    content: Content,
    take: (piece: Uint8Array) => unknown,
  ): Promise<void> => {
    const hash = createHash('sha256');
    let size = 0;
    for await (const piece of content) {
      if (!(piece instanceof Uint8Array)) throw new TypeError('an archive holds bytes');
      hash.update(piece);
      size += piece.length;
      await take(piece);
    }
    read.push({ name, size, sha256: hash.digest('hex') });
  };
  const textOf = async (name: string, content: Content): Promise<string> => {
    const pieces: Uint8Array[] = [];
    let size = 0;
    await note(name, content, (piece) => {
      size += piece.length;
      if (size > MOST_TEXT) throw new BackupError({ kind: 'damaged', what: name });
      pieces.push(piece);
    });
    return Buffer.concat(pieces).toString('utf8');
  };
  const unpackFile = async (name: string, content: Content): Promise<void> => {
    const handle = await onDisk(open(path.join(directory, name.slice(DATA_NAME.length)), 'wx', 0o600));
    await note(name, content, (piece) => onDisk(handle.writeFile(piece))).finally(() =>
      onDisk(handle.close()),
    );
  };

  const take = async (name: string, type: string, content: Content): Promise<void> => {
    if (sums !== undefined) throw new BackupError({ kind: 'damaged', what: name });
    if (head === undefined) {
      if (name !== HEAD_NAME) throw new BackupError({ kind: 'no-backup' });
      head = headFrom(await textOf(name, content));
      return accept(head);
    }
    if (name === SUMS_NAME) {
      const before = [...read];
      sums = parsed(Sums, await textOf(name, content), name);
      const what = differenceOf(sums, before);
      if (what !== undefined) throw new BackupError({ kind: 'damaged', what });
      return;
    }
    if (!isInData(name) || !['file', 'directory'].includes(type))
      throw new BackupError({ kind: 'damaged', what: name });
    if (type === 'file') return unpackFile(name, content);
    if (name !== DATA_NAME)
      await onDisk(mkdir(path.join(directory, name.slice(DATA_NAME.length)), { mode: 0o700 }));
    for await (const _ of content);
  };

  const reading = pipeline(createReadStream(file), createGunzip(), tar);
  reading.catch(() => {});
  try {
    for await (const entry of tar) await take(entry.header.name, entry.header.type, entry);
    await reading;
  } catch (error) {
    tar.destroy();
    if (ofDisk !== undefined) throw ofDisk;
    // What stopped the reading says more than that it was stopped.
    const cause: unknown = await reading.then(
      () => error,
      (reason: unknown) => (error instanceof BackupError || isOfArchive(error) ? error : reason),
    );
    if (cause instanceof BackupError) throw cause;
    if (head === undefined && isOfArchive(cause)) throw new BackupError({ kind: 'no-backup' }, { cause });
    if (isOfArchive(cause)) throw new BackupError({ kind: 'damaged', what: path.basename(file) }, { cause });
    throw new BackupError({ kind: 'not-readable', reason: errorText(cause) }, { cause });
  }
  if (head === undefined || sums === undefined)
    throw new BackupError(head === undefined ? { kind: 'no-backup' } : { kind: 'damaged', what: SUMS_NAME });
  return head;
};
