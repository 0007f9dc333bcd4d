import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { lstat, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { EXPORT_FORM, FormOf, filePath, MANIFEST, type Manifest, readManifest, tablePath } from './form.ts';

/** Why a folder is no export that can be read: there is none, it is of a newer version, or a file is not as it was written. */
export type CheckProblem =
  | { readonly kind: 'no-export' | 'newer-form' }
  | { readonly kind: 'damaged' | 'missing-file' | 'extra-file'; readonly path: string };

const isNewer = (text: string): boolean => {
  try {
    return (FormOf.safeParse(JSON.parse(text)).data?.form ?? 0) > EXPORT_FORM;
  } catch {
    return false;
  }
};

/** Every file of a folder by its path with / between its parts; what is neither file nor folder is one, too. */
const namesIn = async (folder: string, below = ''): Promise<readonly string[]> => {
  const names: string[] = [];
  for (const entry of await readdir(path.join(folder, below), { withFileTypes: true })) {
    const name = `${below}${entry.name}`;
    if (entry.isDirectory()) names.push(...(await namesIn(folder, `${name}/`)));
    else names.push(name);
  }
  return names;
};

const sumOf = async (file: string): Promise<string> => {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(file)) hash.update(piece);
  return hash.digest('hex');
};

/** Whether the tables and files that a manifest names are told once each, and each table has its file. */
const isWhole = ({ tables, files }: Manifest): boolean => {
  const paths = new Set(files.map((file) => file.path));
  const ofTables = new Set(tables.map(({ table }) => tablePath(table)));
  return (
    paths.size === files.length &&
    ofTables.size === tables.length &&
    [...ofTables].every((name) => paths.has(name)) &&
    [...paths].every((name) => ofTables.has(name) || name.startsWith(filePath('')))
  );
};

/** Reads every byte of an export, and gives its manifest when all is as it was written. */
export const checkExport = async (
  folder: string,
  onProgress: (done: number, whole: number) => void,
): Promise<Result<Manifest, CheckProblem>> => {
  const text = await readFile(path.join(folder, MANIFEST), 'utf8').catch(() => undefined);
  if (text === undefined) return refuse({ kind: 'no-export' });
  if (isNewer(text)) return refuse({ kind: 'newer-form' });
  const manifest = readManifest(text);
  if (manifest === undefined || !isWhole(manifest)) return refuse({ kind: 'damaged', path: MANIFEST });
  const there = new Set(await namesIn(folder));
  const named = new Set([MANIFEST, ...manifest.files.map((file) => file.path)]);
  for (const name of named) if (!there.has(name)) return refuse({ kind: 'missing-file', path: name });
  for (const name of there) if (!named.has(name)) return refuse({ kind: 'extra-file', path: name });
  const whole = manifest.files.reduce((sum, { length }) => sum + length, 0);
  let done = 0;
  for (const { path: name, length, sha256 } of manifest.files) {
    const file = path.join(folder, name);
    const found = await lstat(file);
    if (!found.isFile() || found.size !== length || (await sumOf(file)) !== sha256)
      return refuse({ kind: 'damaged', path: name });
    done += length;
    onProgress(done, whole);
  }
  return succeed(manifest);
};
