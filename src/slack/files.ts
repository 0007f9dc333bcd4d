import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import { cleanFileName } from '../domain/file-type.ts';
import type { Log } from '../domain/log.ts';
import { type DownloadOptions, download } from './download.ts';
import { isMissing } from './errors.ts';

/** A file that a person put into a form. */
export type SlackFile = { readonly name: string; readonly bytes: Uint8Array };

/** Why a file can't be read. */
export type FileProblem = 'gone' | 'too-large' | 'not-yours' | 'unreadable';

export type Files = {
  /**
   * The file, if it is `ownerId`'s and of at most `mostBytes`; otherwise why it is not read. `gone` is one that Slack does not
   * know; any other refusal of Slack's is thrown.
   */
  readonly read: (
    fileId: string,
    wanted: { readonly ownerId: string; readonly mostBytes: number },
  ) => Promise<
    { readonly ok: true; readonly file: SlackFile } | { readonly ok: false; readonly problem: FileProblem }
  >;
};

const Info = z.object({
  name: z.string(),
  user: z.string(),
  size: z.number(),
  url_private_download: z.url(),
});

const refused = (problem: FileProblem) => ({ ok: false, problem }) as const;

/** Files by their id: what a form says of a file beyond its id is never believed. */
export const createFiles = (
  client: WebClient,
  access: Pick<DownloadOptions, 'token' | 'apiUrl' | 'fetch'>,
  log: Log,
): Files => ({
  read: async (fileId, { ownerId, mostBytes }) => {
    const answer = await client.files.info({ file: fileId }).catch((error: unknown) => {
      if (isMissing(error, 'file')) return undefined;
      throw error;
    });
    const info = Info.safeParse(answer?.file).data;
    if (info === undefined) return refused('gone');
    if (info.user !== ownerId) return refused('not-yours');
    if (info.size > mostBytes) return refused('too-large');
    const got = await download(info.url_private_download, { ...access, mostBytes });
    if (got.ok) return { ok: true, file: { name: cleanFileName(info.name), bytes: got.bytes } };
    if (got.problem === 'unreadable') log.warn({ file: fileId, cause: got.cause }, 'file of Slack not read');
    return refused(got.problem);
  },
});
