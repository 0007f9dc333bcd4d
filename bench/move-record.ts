import { restoreExport } from '../src/db/export/restore.ts';
import { writeExport } from '../src/db/export/write.ts';

/**
 * Exports a workspace, or restores it, in a process of its own and prints how many rows and files there were, how many seconds it took and the
 * most memory the process had, in megabytes: `move-record.ts export|restore CONNECTION WORKSPACE FOLDER`.
 */

const [, , way, given = '{}', workspaceId = '', folder = ''] = process.argv;
const begun = performance.now();
const connection = JSON.parse(given);
const common = { now: new Date(), onProgress: () => undefined };
const moved =
  way === 'export'
    ? await writeExport(connection, workspaceId, folder, { ...common, bot: 'bench' })
    : await restoreExport(connection, folder, { ...common, workspaceId, by: 'cli:bench', isDryRun: false });
if (!moved.ok) throw new Error(JSON.stringify(moved.error));
const { tables, files } = 'manifest' in moved.value ? moved.value.manifest : moved.value;
process.stdout.write(
  JSON.stringify({
    rows: tables.reduce((sum, { rows }) => sum + rows, 0),
    files: files.length - tables.length,
    bytes: files.reduce((sum, { length }) => sum + length, 0),
    seconds: Math.round((performance.now() - begun) / 1000),
    megabytes: Math.round(process.resourceUsage().maxRSS / 1024),
  }),
);
