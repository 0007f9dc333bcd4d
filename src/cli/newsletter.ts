import type { Config } from '../config.ts';
import { newsletterArchive } from '../documents/newsletter/archive.ts';
import { archivedIssue, photoPath } from '../documents/newsletter/from-record.ts';
import { exportNewsletter } from '../services/newsletter/export.ts';
import { newsletterCommandText as text } from '../texts/newsletter-archive.ts';
import { type SentencesOf, sentenceOf } from '../texts/sentence.ts';
import { type FolderProblem, writeFolder } from './archive-folder.ts';
import { CommandEnd, EXIT, say } from './output.ts';
import { withRecord } from './record.ts';

export type NewsletterOptions = { readonly workspace?: string };

const folderSentences = (directory: string): SentencesOf<FolderProblem> => ({
  'no-folder': text.noFolder,
  'program-folder': text.programFolder(directory),
  'others-files': ({ names }) => text.othersFiles(directory, names),
});

/** `newsletter export DIR`: きょうどう通信 as pages, a feed and texts for mail, with its photos. */
export const newsletter = async (
  config: Config,
  what: string,
  directory: string,
  { workspace }: NewsletterOptions,
): Promise<void> => {
  if (what !== 'export') throw new CommandEnd(EXIT.usage, text.unknown(what));
  await withRecord(config, workspace, async ({ workspaceId, ...deps }) => {
    const { issues, photoOf, contact } = await exportNewsletter(deps, workspaceId);
    const files = newsletterArchive(issues.map(archivedIssue), {
      contact,
      feedId: workspaceId,
      writtenAt: deps.clock.now(),
    });
    const photos = issues.flatMap(({ articles }) => articles.flatMap(({ photo }) => photo ?? []));
    const written = await writeFolder(directory, workspaceId, [
      ...files.map((file) => ({ path: file.path, content: async () => file.text })),
      ...photos.map((photo) => ({
        path: photoPath(photo),
        content: async () => (await photoOf(photo.id)) ?? '',
      })),
    ]).catch(() => {
      throw new CommandEnd(EXIT.refused, text.notWritten(directory));
    });
    if (!written.ok)
      throw new CommandEnd(EXIT.refused, sentenceOf(folderSentences(directory), written.error));
    const { removed, left } = written.value;
    say(text.written(issues.length, directory));
    if (removed.length > 0) say(text.removed(removed.length));
    if (left.length > 0) say(text.left(left));
  });
};
