import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import type { Log } from '../domain/log.ts';
import type { Uploads } from './uploads.ts';

/** A picture to be shown: `key` is the same when it is the same picture. */
export type Picture = {
  readonly key: string;
  readonly fileName: string;
  readonly draw: () => Promise<Uint8Array>;
};

export type Pictures = {
  /**
   * The picture as a file of Slack's, brought there when it is not there yet. Undefined when that is not possible now or
   * takes too long, in which case it is there the next time: what the picture says is to be read without it.
   */
  readonly idOf: (picture: Picture) => Promise<string | undefined>;
};

const Shown = z.object({ mimetype: z.string().startsWith('image/') });

/** Slack looks into a file before it shows it. */
const LOOKS = 10;
const LOOK_AGAIN_MS = 300;
/** At most this many pictures are remembered; older ones are uploaded again. */
const MOST_KEPT = 20;

/** How long a tab waits for its picture; one that comes later is there the next time. */
const PATIENCE_MS = 1500;

const pause = (milliseconds: number): Promise<undefined> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds, undefined).unref());

export const createPictures = (
  client: WebClient,
  uploads: Pick<Uploads, 'bring'>,
  log: Log,
  patienceMs = PATIENCE_MS,
): Pictures => {
  const kept = new Map<string, string>();
  const onTheWay = new Map<string, Promise<string | undefined>>();
  const isShown = async (fileId: string): Promise<boolean> => {
    const answer = await client.files.info({ file: fileId }).catch(() => undefined);
    return Shown.safeParse(answer?.file).success;
  };
  const bring = async ({ fileName, draw }: Picture): Promise<string> => {
    const id = await uploads.bring({ name: fileName, bytes: await draw() });
    for (let look = 1; !(await isShown(id)); look += 1) {
      if (look === LOOKS) throw new Error(`picture ${id} is not shown yet`);
      await pause(LOOK_AGAIN_MS);
    }
    return id;
  };
  const ready = async (picture: Picture): Promise<string | undefined> => {
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
  };
  return {
    idOf: (picture) => {
      const coming = onTheWay.get(picture.key) ?? ready(picture).finally(() => onTheWay.delete(picture.key));
      onTheWay.set(picture.key, coming);
      return Promise.race([coming, pause(patienceMs)]);
    },
  };
};
