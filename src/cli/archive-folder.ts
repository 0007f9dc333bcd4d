import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { type Result, refuse, succeed } from '../domain/result.ts';

/** A file of an archive: its path in the folder, with / between its parts, and what is in it. */
export type FolderFile = { readonly path: string; readonly content: () => Promise<string | Uint8Array> };

/** Why nothing is written: no folder was named, it is the program's or a whole home, or others' files are in the way. */
export type FolderProblem =
  | { readonly kind: 'no-folder' | 'program-folder' }
  | { readonly kind: 'others-files'; readonly names: readonly string[] };

/** What became of files that were written before and belong no more; one that somebody has changed since is left. */
export type WrittenFolder = { readonly removed: readonly string[]; readonly left: readonly string[] };

/** The program's own folder. */
const PROGRAM = fileURLToPath(new URL('../..', import.meta.url));

/** What was written, and by which archive; kept among it. */
const LIST = '.kyodo-newsletter.json';
const List = z.object({ archive: z.string(), files: z.record(z.string(), z.string()) });
type Files = z.infer<typeof List>['files'];
/** In the place of a digest, while a file is being written. */
const IN_WRITING = '';

/** The names an archive has, and no list can have others removed. */
const OWN_NAME =
  /^(?:index\.html|feed\.xml|style\.css|\d{4}-\d{2,}\.(?:html|txt)|photos\/[0-9a-f-]{36}\.(?:png|jpg))$/u;

const digestOf = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');

const contentAt = (folder: string, name: string): Promise<Buffer | undefined> =>
  readFile(path.join(folder, name)).catch(() => undefined);

/** What is in a folder, with what is in its `photos`. */
const namesIn = async (folder: string): Promise<readonly string[]> => {
  const top = await readdir(folder).catch(() => []);
  const photos = await readdir(path.join(folder, 'photos')).catch(() => []);
  return [...top.filter((name) => name !== 'photos'), ...photos.map((name) => `photos/${name}`)];
};

const readList = async (folder: string): Promise<z.infer<typeof List> | undefined> => {
  const text = await contentAt(folder, LIST);
  try {
    return text === undefined ? undefined : List.parse(JSON.parse(text.toString('utf8')));
  } catch {
    return undefined;
  }
};

/** What `archive` wrote into a folder before, with its digests. Archives of before there was a list are known by their feed. */
const ownFiles = async (folder: string, archive: string): Promise<Files> => {
  const list = await readList(folder);
  if (list !== undefined) return list.archive === archive ? list.files : {};
  const feed = await contentAt(folder, 'feed.xml');
  if (feed?.includes(`:${archive}:newsletter<`) !== true) return {};
  const files: Files = {};
  for (const name of (await namesIn(folder)).filter((one) => OWN_NAME.test(one)))
    files[name] = digestOf((await contentAt(folder, name)) ?? '');
  return files;
};

const isWithin = (inner: string, outer: string): boolean => {
  const way = path.relative(outer, inner);
  return way === '' || !(way === '..' || way.startsWith(`..${path.sep}`) || path.isAbsolute(way));
};

/** What stands in the way of writing `files` into a folder in which `own` is ours. */
const problemWith = async (
  folder: string,
  files: readonly FolderFile[],
  own: Files,
): Promise<FolderProblem | undefined> => {
  const place = await realpath(folder).catch(() => folder);
  // Whatever holds the program or a home is no archive.
  if ([PROGRAM, homedir()].some((held) => isWithin(held, place))) return { kind: 'program-folder' };
  const others = (await namesIn(folder)).filter((name) => name !== LIST && own[name] === undefined);
  if (others.length > 0 && isWithin(place, PROGRAM)) return { kind: 'program-folder' };
  const names = files.map((file) => file.path).filter((name) => others.includes(name));
  return names.length > 0 ? { kind: 'others-files', names } : undefined;
};

/**
 * Writes an archive into a folder and removes what it wrote there before and holds no more; files of others are neither
 * removed nor written over. `archive` is the same for the same archive. Rejects when the disk refuses.
 */
export const writeFolder = async (
  typed: string,
  archive: string,
  files: readonly FolderFile[],
): Promise<Result<WrittenFolder, FolderProblem>> => {
  if (typed.trim() === '' || typed.includes('\0')) return refuse({ kind: 'no-folder' });
  const folder = path.resolve(typed);
  const own = await ownFiles(folder, archive);
  const problem = await problemWith(folder, files, own);
  if (problem !== undefined) return refuse(problem);
  const keepList = (listed: Files): Promise<void> =>
    writeFile(path.join(folder, LIST), `${JSON.stringify({ archive, files: listed }, null, 2)}\n`);
  await mkdir(path.join(folder, 'photos'), { recursive: true });
  // The list first: what is written is known to be ours even when this ends halfway.
  await keepList({ ...own, ...Object.fromEntries(files.map((file) => [file.path, IN_WRITING])) });
  const written: Files = {};
  for (const file of files) {
    const content = await file.content();
    written[file.path] = digestOf(content);
    await writeFile(path.join(folder, file.path), content);
  }
  const [removed, left]: [string[], string[]] = [[], []];
  for (const [name, digest] of Object.entries(own)) {
    if (written[name] !== undefined || !OWN_NAME.test(name)) continue;
    const content = await contentAt(folder, name);
    if (content === undefined) continue;
    const isUnchanged = digest === IN_WRITING || digestOf(content) === digest;
    if (isUnchanged) await rm(path.join(folder, name));
    (isUnchanged ? removed : left).push(name);
  }
  await keepList(written);
  return succeed({ removed, left });
};
