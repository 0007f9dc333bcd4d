import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type ExportProblem, writeExport } from '../../src/db/export/write.ts';
import type { Result } from '../../src/domain/result.ts';
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
