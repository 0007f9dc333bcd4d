import type { Config } from '../config.ts';
import { type RestoreProblem, restoreExport as restoreFolder } from '../db/export/restore.ts';
import { createLog, openRecord, systemClock } from '../deps.ts';
import { printMoment } from '../domain/calendar/moment.ts';
import { restoreText as text } from '../texts/restore.ts';
import { type SentencesOf, sentenceOf } from '../texts/sentence.ts';
import { CommandEnd, EXIT, say } from './output.ts';
import { createProgressBar } from './progress-bar.ts';
import { operator, servedTeam } from './record.ts';

export type RestoreOptions = { readonly dryRun?: boolean; readonly workspace?: string };

const sentences = (folder: string, meant: string): SentencesOf<RestoreProblem> => ({
  'no-export': text['no-export'](folder),
  'newer-form': text['newer-form'],
  damaged: ({ path }) => text.damaged(path),
  'missing-file': ({ path }) => text['missing-file'](path),
  'extra-file': ({ path }) => text['extra-file'](path),
  'other-workspace': ({ id }) => text['other-workspace'](id, meant),
  'bot-at-work': ({ id }) => text['bot-at-work'](id),
  'not-empty': ({ id, rows }) =>
    text['not-empty'](
      id,
      rows.reduce((sum, { count }) => sum + count, 0),
    ),
  unreadable: ({ path, reason }) => text.unreadable(path, reason),
});

/** `restore DIR`: what `export` wrote, put back into its own workspace, of which there is no record yet. */
export const restoreExport = async (
  config: Config,
  folder: string,
  { dryRun: isDryRun = false, workspace }: RestoreOptions,
): Promise<void> => {
  const { connection, close } = await openRecord(config, createLog('silent'));
  try {
    // Where the environment has a token, no other workspace than its own would be served.
    const meant = workspace ?? (await servedTeam(config))?.id;
    const bar = createProgressBar();
    const restored = await restoreFolder(connection, folder, {
      workspaceId: meant,
      by: operator(),
      now: systemClock.now(),
      isDryRun,
      onProgress: bar.show,
    }).finally(bar.clear);
    if (!restored.ok)
      throw new CommandEnd(
        EXIT.refused,
        `${sentenceOf(sentences(folder, meant ?? ''), restored.error)}\n${text.nothing}`,
      );
    const { manifest, held } = restored.value;
    const { tables, files, exportedAt } = manifest;
    const asOf = printMoment(new Date(exportedAt));
    say((isDryRun ? text.wouldRestore : text.restored)(manifest.workspace.id, asOf));
    say(
      text.counted(
        tables.reduce((sum, { rows }) => sum + rows, 0),
        files.length - tables.length,
      ),
    );
    say(text.held(held));
    if (!isDryRun) say(text.nextStep);
  } finally {
    await close();
  }
};
