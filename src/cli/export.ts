import type { Config } from '../config.ts';
import { type ExportProblem, writeExport } from '../db/export/write.ts';
import { createLog, openRecord, systemClock } from '../deps.ts';
import { printMoment } from '../domain/calendar/moment.ts';
import { exportText as text } from '../texts/export.ts';
import { type SentencesOf, sentenceOf } from '../texts/sentence.ts';
import { CommandEnd, EXIT, reasonOf, say } from './output.ts';
import { createProgressBar } from './progress-bar.ts';
import { chooseWorkspace } from './record.ts';
import { versionOfBot } from './version.ts';

export type ExportOptions = { readonly workspace?: string };

const sentences = (directory: string, workspaceId: string): SentencesOf<ExportProblem> => ({
  'no-folder': text['no-folder'],
  'no-such-place': text['no-such-place'](directory),
  'not-empty': text['not-empty'](directory),
  'no-workspace': text['no-workspace'](workspaceId),
});

/** What the disk says when it takes no more; an error of anything else is thrown on. */
const notWritten = (directory: string) => (error: NodeJS.ErrnoException) => {
  if (error.syscall === undefined || error.path === undefined) throw error;
  throw new CommandEnd(EXIT.failure, text.notWritten(directory, reasonOf(error)));
};

/** `export DIR`: all that the record holds of a workspace, as of one moment, while its bot works. */
export const exportRecord = async (
  config: Config,
  directory: string,
  { workspace }: ExportOptions,
): Promise<void> => {
  const { connection, db, close } = await openRecord(config, createLog('silent'));
  try {
    const workspaceId = await chooseWorkspace(db, config, workspace);
    const bar = createProgressBar();
    const written = await writeExport(connection, workspaceId, directory, {
      bot: versionOfBot(),
      now: systemClock.now(),
      onProgress: bar.show,
    })
      .finally(bar.clear)
      .catch(notWritten(directory));
    if (!written.ok)
      throw new CommandEnd(EXIT.refused, sentenceOf(sentences(directory, workspaceId), written.error));
    const { exportedAt, tables, files } = written.value;
    const rows = tables.reduce((sum, table) => sum + table.rows, 0);
    say(text.written(directory, printMoment(new Date(exportedAt))));
    say(text.counted(rows, files.length - tables.length));
    say(text.care);
  } finally {
    await close();
  }
};
