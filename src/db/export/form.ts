import { createHash } from 'node:crypto';
import { z } from 'zod';

/** The form in which exports are written. It rises when a reader of the earlier form could not read them; columns that are added need no new one. */
export const EXPORT_FORM = 1;

export const MANIFEST = 'manifest.json';

/** Where a table's rows are, and a file of the record: no name that a person gave is a path. */
export const tablePath = (table: string): string => `tables/${table}.csv`;
export const filePath = (id: string): string => `files/${id}`;
const FILE_PATH = /^(?:tables\/[a-z][a-z0-9_]*\.csv|files\/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/u;

/** Columns whose bytes are files of their own: a table with `id` as its key beside the workspace. */
export const BYTES_BESIDE: Readonly<Record<string, string>> = { stored_file: 'bytes' };

/** Tables with rows of workspaces that are no part of the record, and why. All others are exported. */
export const NOT_EXPORTED: Readonly<Record<string, string>> = {
  restoration: 'that this record was put back from an export is of this database, and not of the record',
};
/** The same of columns. */
export const COLUMNS_NOT_EXPORTED: Readonly<Record<string, readonly string[]>> = {
  // What is held of a restored record.
  delivery: ['held'],
};

/** What makes Excel read UTF-8. */
export const BOM: Uint8Array = new Uint8Array([0xef, 0xbb, 0xbf]);

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/u);

export const Manifest = z.strictObject({
  form: z.literal(EXPORT_FORM),
  /** The version of the bot that wrote it. */
  bot: z.string(),
  /** The last migration of the database that it was read from. */
  migration: z.string(),
  workspace: z.strictObject({
    id: z.string().regex(/^[A-Z0-9]+$/u),
    createdAt: z.iso.datetime(),
    /** By how many milliseconds its clock is ahead of the machine's. */
    clockAhead: z.number().int(),
  }),
  /** The moment as of which the record is, by the machine's clock. */
  exportedAt: z.iso.datetime(),
  tables: z.array(z.strictObject({ table: z.string().regex(/^[a-z][a-z0-9_]*$/u), rows: z.number().int() })),
  files: z.array(
    z.strictObject({ path: z.string().regex(FILE_PATH), length: z.number().int(), sha256: Sha256 }),
  ),
});
export type Manifest = z.output<typeof Manifest>;

/** Which form a manifest says that it has; undefined where it says none. */
export const FormOf = z.object({ form: z.number().int() });

const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** A manifest as it stands in its file: the sum of all before it comes last, so that a changed letter shows. */
export const writeManifest = (manifest: Manifest): string => {
  const sha256 = digestOf(JSON.stringify(manifest));
  return `${JSON.stringify({ ...manifest, sha256 }, null, 2)}\n`;
};

/** What `writeManifest` wrote; undefined where one letter is another. */
export const readManifest = (text: string): Manifest | undefined => {
  try {
    const { sha256: _, ...rest } = z.looseObject({ sha256: Sha256 }).parse(JSON.parse(text));
    const manifest = Manifest.parse(rest);
    return writeManifest(manifest) === text ? manifest : undefined;
  } catch {
    return undefined;
  }
};
