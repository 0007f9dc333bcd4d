import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import type { Log } from '../domain/log.ts';

/** A picture to be shown: `key` is the same when it is the same picture. */
export type Picture = {
  readonly key: string;
  readonly fileName: string;
  /** What it says, for those who can't see it. */
  readonly alt: string;
  readonly draw: () => Promise<Uint8Array>;
};

export type Pictures = {
  /**
   * The picture as a file of Slack's, brought there when it is not there yet. Undefined when that is not possible now:
   * what the picture says is to be read without it.
   */
  readonly idOf: (picture: Picture) => Promise<string | undefined>;
};

const Address = z.object({ upload_url: z.url(), file_id: z.string() });
const Shown = z.object({ mimetype: z.string().startsWith('image/') });

const UPLOAD_WITHIN_MS = 10_000;
/** Slack looks into a file before it shows it. */
const LOOKS = 10;
const LOOK_AGAIN_MS = 300;
/** So many pictures are remembered; older ones would be brought anew. */
const MOST_KEPT = 20;

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));

export const createPictures = (client: WebClient, log: Log): Pictures => {
  const kept = new Map<string, string>();
  const isShown = async (fileId: string): Promise<boolean> => {
    const answer = await client.files.info({ file: fileId }).catch(() => undefined);
    return Shown.safeParse(answer?.file).success;
  };
  const bring = async ({ fileName, alt, draw }: Picture): Promise<string> => {
    const bytes = await draw();
    const { upload_url: address, file_id: id } = Address.parse(
      await client.files.getUploadURLExternal({
        filename: fileName,
        length: bytes.byteLength,
        alt_text: alt,
      }),
    );
    const sent = await fetch(address, {
      method: 'POST',
      body: bytes,
      headers: { 'content-type': 'application/octet-stream' },
      signal: AbortSignal.timeout(UPLOAD_WITHIN_MS),
    });
    if (!sent.ok) throw new Error(`a picture was not taken: HTTP ${sent.status}`);
    await client.files.completeUploadExternal({ files: [{ id, title: fileName }] });
    for (let look = 1; !(await isShown(id)); look += 1) {
      if (look === LOOKS) throw new Error(`picture ${id} is not shown yet`);
      await pause();
    }
    return id;
  };
  return {
    idOf: async (picture) => {
      const known = kept.get(picture.key);
      // Somebody may have deleted it: a tab that names a file that is gone is not shown at all.
      if (known !== undefined && (await isShown(known))) return known;
      try {
        const id = await bring(picture);
        kept.delete(picture.key);
        kept.set(picture.key, id);
        for (const key of [...kept.keys()].slice(0, -MOST_KEPT)) kept.delete(key);
        return id;
      } catch (error) {
        log.warn({ err: error }, 'picture not brought to Slack');
        return undefined;
      }
    },
  };
};
