import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Manifest, writeManifest } from '../../src/db/export/form.ts';
import { type ExportProblem, writeExport } from '../../src/db/export/write.ts';
import type { Result } from '../../src/domain/result.ts';
import { entriesOf } from './backups.ts';
import type { TestDatabase } from './database.ts';

const folders: string[] = [];

/** A folder that is not there yet, in one of its own. */
export const newFolder = (): string => {
  const parent = mkdtempSync(path.join(tmpdir(), 'kyodo-export-'));
  folders.push(parent);
  return path.join(parent, 'out');
};

export const removeFolders = (): void => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
};

/** Exports a workspace, and gives what came of it and where. */
export const exported = async (
  { connection }: Pick<TestDatabase, 'connection'>,
  workspaceId: string,
  folder: string = newFolder(),
  now: Date = new Date('2026-11-24T12:00:00+09:00'),
): Promise<{ readonly folder: string; readonly outcome: Result<unknown, ExportProblem> }> => {
  const outcome = await writeExport(connection, workspaceId, folder, {
    bot: '0.1.0',
    now,
    onProgress: () => undefined,
  });
  return { folder, outcome };
};

/** Every file of a folder by its path, with / between its parts. */
export const filesOf = (folder: string): ReadonlyMap<string, Buffer> =>
  new Map(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => statSync(path.join(folder, name)).isFile())
      .toSorted()
      .map((name) => [name, readFileSync(path.join(folder, name))]),
  );

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Changes an export, which says of itself afterwards that all is as it was written: sums and lengths are taken anew. */
export const forge = (
  folder: string,
  change: (manifest: { -readonly [Part in keyof Manifest]: Manifest[Part] }) => void,
): void => {
  const file = path.join(folder, 'manifest.json');
  const { sha256: _, ...manifest } = JSON.parse(readFileSync(file, 'utf8'));
  change(manifest);
  for (const each of manifest.files) {
    const bytes = readFileSync(path.join(folder, each.path));
    Object.assign(each, { length: bytes.length, sha256: sha256(bytes) });
  }
  writeFileSync(file, writeManifest(manifest));
};

/** An export that an earlier version wrote, one of those beside this file (e.g. `export-form-1`), in a folder of its own. */
export const keptExport = async (name: string): Promise<string> => {
  const folder = newFolder();
  for (const entry of await entriesOf(fileURLToPath(new URL(`kept/${name}.tar.gz`, import.meta.url)))) {
    const file = path.join(folder, entry.name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, entry.bytes);
  }
  return folder;
};
