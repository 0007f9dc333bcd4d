import { readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';
import { extract, pack } from 'tar-stream';

/** What is in a backup under a name. */
export type Entry = {
  readonly name: string;
  readonly type: 'file' | 'directory' | 'symlink';
  readonly bytes: Buffer;
};

const together = async (pieces: AsyncIterable<unknown>): Promise<Buffer> => {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) if (piece instanceof Uint8Array) all.push(piece);
  return Buffer.concat(all);
};

/** What is in the backup `file`, in its order. */
export const entriesOf = async (file: string): Promise<readonly Entry[]> => {
  const tar = extract();
  tar.end(gunzipSync(readFileSync(file)));
  const entries: Entry[] = [];
  for await (const entry of tar) {
    const { name, type } = entry.header;
    entries.push({ name, type: type === 'directory' ? type : 'file', bytes: await together(entry) });
  }
  return entries;
};

/** Writes a backup anew with other entries as `to`, a faultless tar.gz of which only the content is wrong; gives `to`. */
export const repack = async (
  file: string,
  to: string,
  change: (entries: readonly Entry[]) => readonly Entry[],
): Promise<string> => {
  const tar = pack();
  for (const { name, type, bytes } of change(await entriesOf(file)))
    if (type === 'file') tar.entry({ name, type }, bytes);
    else tar.entry({ name, type, linkname: '/etc' }).end(null);
  tar.finalize();
  writeFileSync(to, gzipSync(await together(tar), { level: 1 }));
  return to;
};
