import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import type { Refusal } from '../domain/refusal.ts';
import { type Result, refuse, succeed } from '../domain/result.ts';
import { isMissing } from './errors.ts';
import type { SlackFetch } from './way-out.ts';

/** A file to be brought to Slack. */
export type FileToSend = { readonly name: string; readonly bytes: Uint8Array };

export type Uploads = {
  /** Brings a file to Slack, seen by nobody but the bot, and gives its id. */
  readonly bring: (file: FileToSend) => Promise<string>;
  /** Sends a file to a person in the bot's direct messages, with a word; refused where Slack opens none with them. */
  readonly send: (
    userId: string,
    file: FileToSend,
    words: string,
  ) => Promise<Result<null, Extract<Refusal, { readonly kind: 'no-messages' }>>>;
};

const Address = z.object({ upload_url: z.url(), file_id: z.string() });
const Dm = z.object({ channel: z.object({ id: z.string() }) });

const UPLOAD_WITHIN_MS = 10_000;

/** Files on their way to Slack: an address is asked for, the bytes go there, and then it is a file. */
export const createUploads = (client: WebClient, fetch: SlackFetch): Uploads => {
  const announce = async ({ name, bytes }: FileToSend): Promise<string> => {
    const { upload_url: address, file_id: id } = Address.parse(
      await client.files.getUploadURLExternal({ filename: name, length: bytes.byteLength }),
    );
    const sent = await fetch(address, {
      method: 'POST',
      body: new Uint8Array(bytes),
      headers: { 'content-type': 'application/octet-stream' },
      signal: AbortSignal.timeout(UPLOAD_WITHIN_MS),
    });
    if (!sent.ok) throw new Error(`a file was not taken: HTTP ${sent.status}`);
    return id;
  };
  return {
    bring: async (file) => {
      const id = await announce(file);
      await client.files.completeUploadExternal({ files: [{ id, title: file.name }] });
      return id;
    },
    send: async (userId, file, words) => {
      const opened = await client.conversations.open({ users: userId }).catch((error: unknown) => {
        if (isMissing(error, 'messages')) return undefined;
        throw error;
      });
      if (opened === undefined) return refuse({ kind: 'no-messages' });
      const { channel } = Dm.parse(opened);
      const id = await announce(file);
      await client.files.completeUploadExternal({
        files: [{ id, title: file.name }],
        channel_id: channel.id,
        initial_comment: words,
      });
      return succeed(null);
    },
  };
};
