import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';

const Row = z.record(z.string(), z.unknown());

/**
 * A record as an earlier version had it: the practice year, its rows as PostgreSQL writes them as JSON, the migrations that it had gone
 * through, the chapters that it printed, and the statements that it sent to the database while that year was played.
 */
const KeptRecord = z.object({
  commit: z.string(),
  migrations: z.array(z.object({ name: z.string(), checksum: z.string() })),
  tables: z.record(z.string(), z.array(Row)),
  reports: z.record(z.string(), z.string()),
  statements: z.array(z.string()),
});
export type KeptRecord = z.infer<typeof KeptRecord>;

/** Reads one of the files beside this one, e.g. `record-2026-11-29`. */
export const readKeptRecord = (name: string): KeptRecord =>
  KeptRecord.parse(
    JSON.parse(gunzipSync(readFileSync(new URL(`kept/${name}.json.gz`, import.meta.url))).toString('utf8')),
  );
