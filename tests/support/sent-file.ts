import { z } from 'zod';
import type { Message } from '../../src/sandbox/driver/messages-read.ts';
import type { Practice } from './practice.ts';

const Info = z.object({ file: z.object({ name: z.string(), url_private: z.url() }) });

/** The file that came with a message, as whoever has its address and may read it gets it; `text` is UTF-8 with its mark. */
export const sentFile = async (
  { slack }: Pick<Practice, 'slack'>,
  { files }: Pick<Message, 'files'>,
): Promise<{ readonly name: string; readonly bytes: Uint8Array; readonly text: string }> => {
  const headers = { authorization: `Bearer ${slack.botToken}` };
  // Where Slack itself is, whatever stands before it.
  const info = await fetch(`${slack.url}/api/files.info`, {
    method: 'POST',
    headers,
    body: new URLSearchParams({ file: files[0]?.id ?? '' }),
  });
  const { file } = Info.parse(await info.json());
  const bytes = new Uint8Array(
    await (await fetch(new URL(new URL(file.url_private).pathname, slack.url), { headers })).arrayBuffer(),
  );
  return { name: file.name, bytes, text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes) };
};
