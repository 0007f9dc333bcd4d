import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Config } from '../config.ts';
import { systemClock } from '../deps.ts';
import { newsletterArchive } from '../documents/newsletter/archive.ts';
import { archivedIssue, photoPath } from '../documents/newsletter/from-record.ts';
import { exportNewsletter } from '../services/export-newsletter.ts';
import { newsletterCommandText as text } from '../texts/newsletter-archive.ts';
import { CommandEnd, EXIT, say } from './output.ts';
import { withRecord } from './record.ts';

export type NewsletterOptions = { readonly workspace?: string };

/** `newsletter export DIR`: きょうどう通信 as pages, a feed and texts for mail, with its photos. */
export const newsletter = async (
  config: Config,
  what: string,
  directory: string,
  { workspace }: NewsletterOptions,
): Promise<void> => {
  if (what !== 'export') throw new CommandEnd(EXIT.usage, text.unknown(what));
  await withRecord(config, workspace, async ({ workspaceId, db }) => {
    const { issues, photoOf, contact } = await exportNewsletter({ db, clock: systemClock }, workspaceId);
    const files = newsletterArchive(issues.map(archivedIssue), {
      contact,
      feedId: workspaceId,
      writtenAt: systemClock.now(),
    });
    const photos = issues.flatMap(({ articles }) => articles.flatMap(({ photo }) => photo ?? []));
    const write = async (name: string, content: string | Uint8Array): Promise<void> =>
      writeFile(path.join(directory, name), content);
    try {
      await mkdir(path.join(directory, 'photos'), { recursive: true });
      for (const file of files) await write(file.path, file.text);
      for (const photo of photos) await write(photoPath(photo), (await photoOf(photo.id)) ?? '');
    } catch {
      throw new CommandEnd(EXIT.refused, text.notWritten(directory));
    }
    say(text.written(issues.length, directory));
  });
};
